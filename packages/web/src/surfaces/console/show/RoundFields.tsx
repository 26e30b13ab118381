import { Input, InputNumber, Select, Switch } from 'antd';
import { useWords, type ConsoleKey } from '../words.ts';
import { fieldsOf, type Field, type Round } from './showConfig.ts';

interface Props {
  readonly round: Round;
  readonly disabled: boolean;
  readonly change: (round: Round) => void;
}

/** The settings of one round, each a label and a small field. */
export function RoundFields({ round, disabled, change }: Props) {
  const w = useWords();
  const values = round as unknown as Readonly<Record<string, unknown>>;
  const set = (name: string, value: unknown) => change({ ...round, [name]: value } as Round);
  return (
    <div className="bar" style={{ gap: '12px 28px' }}>
      <label>
        <div className="quiet">{w('round.title')}</div>
        <Input
          value={round.title}
          disabled={disabled}
          maxLength={40}
          style={{ width: 150 }}
          onChange={(event) => set('title', event.target.value)}
        />
      </label>
      {fieldsOf[round.kind].map((field) => (
        <label key={field.name}>
          <div className="quiet">{w(`round.${field.name}` as ConsoleKey)}</div>
          <FieldInput
            field={field}
            value={values[field.name]}
            disabled={disabled}
            set={(value) => set(field.name, value)}
          />
        </label>
      ))}
    </div>
  );
}

function FieldInput(props: {
  field: Field;
  value: unknown;
  disabled: boolean;
  set: (value: unknown) => void;
}) {
  const { field, value, disabled, set } = props;
  const w = useWords();
  switch (field.is) {
    case 'yesNo':
      return <Switch checked={value === true} disabled={disabled} onChange={set} />;
    case 'oneOf':
      return (
        <Select
          value={String(value)}
          disabled={disabled}
          style={{ width: 200 }}
          onChange={set}
          options={field.words.map((word) => ({
            value: word,
            label: w(`round.${field.name}.${word}` as ConsoleKey),
          }))}
        />
      );
    case 'values':
      return (
        <Select
          mode="tags"
          open={false}
          value={value as string[]}
          disabled={disabled}
          style={{ minWidth: 180 }}
          tokenSeparators={[',', '，', '、', ' ']}
          onChange={set}
        />
      );
    case 'points':
    case 'penalty':
      return (
        <Input
          value={value === 'same' ? w('round.same') : String(value)}
          disabled={disabled}
          style={{ width: 110 }}
          onChange={(event) => {
            const text = event.target.value.trim();
            set(field.is === 'penalty' && text === w('round.same') ? 'same' : text);
          }}
        />
      );
    default: {
      const none = field.is === 'secondsOrNone' || field.is === 'wholeOrNone';
      const seconds = field.is === 'seconds' || field.is === 'secondsOrNone';
      return (
        <InputNumber
          min={field.name === 'passes' ? 0 : 1}
          precision={0}
          value={value as number | null}
          disabled={disabled}
          placeholder={none ? w('round.none') : ''}
          style={{ width: 120 }}
          {...(seconds ? { suffix: w('seconds') } : {})}
          onChange={(next) => (next !== null || none) && set(next)}
        />
      );
    }
  }
}
