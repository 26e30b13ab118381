import { Select, Switch } from 'antd';
import type { FoulRule, HelpRule, StartDelay, StealRule } from '@leitai/rules/show';
import { useWords } from '../words.ts';
import { FieldRow, idOf } from './FieldRow.tsx';
import { NumberField } from './NumberField.tsx';
import { PointsField } from './PointsField.tsx';
import type { FieldProps } from './roundFields.ts';

type Props<T> = FieldProps<T> & { readonly path: string };

const HELP = ['allowed', 'void', 'penalty'] as const;
const FOUL = ['voidAndPenalty', 'twoStrike', 'lockout'] as const;

/** Which rule stands; the name of the group is its label too. */
function RuleChoice<T extends string>(props: {
  readonly path: string;
  readonly value: T;
  readonly disabled: boolean;
  readonly choose: (rule: T) => void;
  readonly options: readonly { readonly value: T; readonly label: string }[];
}) {
  const { path, value, disabled, choose, options } = props;
  return (
    <Select<T>
      id={idOf(path)}
      aria-labelledby={`${idOf(path)}-label`}
      value={value}
      disabled={disabled}
      style={{ width: 210 }}
      onChange={choose}
      options={[...options]}
    />
  );
}

export function HelpField({ value, disabled, set, path }: Props<HelpRule>) {
  const w = useWords();
  return (
    <>
      <RuleChoice
        path={path}
        value={value.rule}
        disabled={disabled}
        options={HELP.map((rule) => ({ value: rule, label: w(`round.help.${rule}`) }))}
        choose={(rule) => set(rule === 'penalty' ? { rule, points: '10' } : { rule })}
      />
      {value.rule === 'penalty' && (
        <PointsField
          aria-label={w('round.help.points')}
          value={value.points}
          disabled={disabled}
          set={(points) => set({ rule: 'penalty', points: points ?? '' })}
        />
      )}
    </>
  );
}

export function FoulField({ value, disabled, set, path }: Props<FoulRule>) {
  const w = useWords();
  return (
    <>
      <RuleChoice
        path={path}
        value={value.rule}
        disabled={disabled}
        options={FOUL.map((rule) => ({ value: rule, label: w(`round.foul.${rule}`) }))}
        choose={(rule) =>
          set(rule === 'lockout' ? { rule } : { rule, points: rule === 'twoStrike' ? '20' : '10' })
        }
      />
      {value.rule !== 'lockout' && (
        <PointsField
          aria-label={w('round.foul.points')}
          value={value.points}
          disabled={disabled}
          set={(points) => set({ ...value, points: points ?? '' })}
        />
      )}
    </>
  );
}

/** QZ-22 as its rule sheet has it [S58]. */
const OFFER: Extract<StealRule, { rule: 'offer' }> = {
  rule: 'offer',
  points: '10',
  wrongPenalty: '0',
  firstLoses: '10',
  windowSec: 10,
  nobody: 'rightForFirst',
};

export function StealField({ value, disabled, set, path }: Props<StealRule>) {
  const w = useWords();
  const turn = (
    <Switch
      id={idOf(path)}
      aria-labelledby={`${idOf(path)}-label`}
      checked={value.rule === 'offer'}
      disabled={disabled}
      onChange={(on) => set(on ? OFFER : { rule: 'off' })}
    />
  );
  if (value.rule === 'off') return turn;
  return (
    <>
      {turn}
      {(['points', 'wrongPenalty', 'firstLoses'] as const).map((name) => (
        <FieldRow key={name} path={`${path}.${name}`} label={w(`round.steal.${name}`)}>
          {(joined) => (
            <PointsField
              {...joined}
              value={value[name]}
              disabled={disabled}
              set={(next) => set({ ...value, [name]: next ?? '' })}
            />
          )}
        </FieldRow>
      ))}
      <FieldRow path={`${path}.windowSec`} label={w('round.steal.windowSec')}>
        {(joined) => (
          <NumberField
            {...joined}
            value={value.windowSec}
            disabled={disabled}
            unit={w('seconds')}
            set={(next) => set({ ...value, windowSec: next ?? Number.NaN })}
          />
        )}
      </FieldRow>
      <FieldRow path={`${path}.nobody`} label={w('round.steal.nobody')}>
        {(joined) => (
          <Select
            {...joined}
            value={value.nobody}
            disabled={disabled}
            style={{ width: 150 }}
            onChange={(nobody) => set({ ...value, nobody })}
            options={[
              { value: 'nothing' as const, label: w('round.steal.nothing') },
              { value: 'rightForFirst' as const, label: w('round.steal.rightForFirst') },
            ]}
          />
        )}
      </FieldRow>
    </>
  );
}

export function StartDelayField({ value, disabled, set, path }: Props<StartDelay | null>) {
  const w = useWords();
  const turn = (
    <Switch
      id={idOf(path)}
      aria-labelledby={`${idOf(path)}-label`}
      checked={value !== null}
      disabled={disabled}
      onChange={(on) => set(on ? { minMs: 500, maxMs: 2_000 } : null)}
    />
  );
  if (value === null) return turn;
  return (
    <>
      {turn}
      {(['minMs', 'maxMs'] as const).map((name) => (
        <FieldRow key={name} path={`${path}.${name}`} label={w(`round.${name}`)}>
          {(joined) => (
            <NumberField
              {...joined}
              value={value[name]}
              disabled={disabled}
              unit={w('milliseconds')}
              set={(next) => set({ ...value, [name]: next ?? Number.NaN })}
            />
          )}
        </FieldRow>
      ))}
    </>
  );
}
