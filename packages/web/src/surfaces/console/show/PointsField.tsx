import { Input, Select } from 'antd';
import type { Joined } from './FieldRow.tsx';
import { useWords } from '../words.ts';

interface Props extends Partial<Joined> {
  readonly value: string | null;
  readonly disabled: boolean;
  readonly set: (value: string | null) => void;
  /** `null` may be left empty; what it then means. */
  readonly none?: string;
  readonly 'aria-label'?: string;
}

/** An exact number of points. */
export function PointsField({ value, disabled, set, none, ...joined }: Props) {
  const w = useWords();
  return (
    <Input
      {...joined}
      value={value ?? ''}
      disabled={disabled}
      inputMode="decimal"
      placeholder={none ?? ''}
      style={{ width: 130 }}
      suffix={<span className="quiet">{value === null ? '' : w('round.pointsUnit')}</span>}
      onChange={(event) => {
        const text = event.target.value.normalize('NFKC').trim();
        set(text === '' && none !== undefined ? null : text);
      }}
    />
  );
}

const FIXED = 'fixed';

/** Points lost: as the question is worth, as a wrong answer, or a number of its own. */
export function PenaltyField(props: Props & { readonly value: string; readonly words: readonly string[] }) {
  const { value, disabled, set, words, ...joined } = props;
  const w = useWords();
  const isWord = words.includes(value);
  return (
    <span className="bar set-parts">
      <Select
        {...joined}
        value={isWord ? value : FIXED}
        disabled={disabled}
        style={{ width: 130 }}
        onChange={(next: string) => set(next === FIXED ? '10' : next)}
        options={[
          ...words.map((word) => ({ value: word, label: w(`round.${word as 'same' | 'asWrong'}`) })),
          { value: FIXED, label: w('round.fixed') },
        ]}
      />
      {!isWord && (
        <PointsField
          value={value}
          disabled={disabled}
          set={(next) => set(next ?? '')}
          aria-label={w('round.fixed')}
        />
      )}
    </span>
  );
}
