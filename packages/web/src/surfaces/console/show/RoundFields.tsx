import { Input } from 'antd';
import { useWords, type ConsoleKey } from '../words.ts';
import { FieldInput } from './FieldInput.tsx';
import { everyRound, fieldsOf, type AnyRound, type Field } from './roundFields.ts';
import type { Round } from './showConfig.ts';

/** The settings of one round, each a label and a small field. */
export function RoundFields(props: {
  readonly round: Round;
  readonly disabled: boolean;
  readonly change: (round: Round) => void;
}) {
  const { round, disabled, change } = props;
  const w = useWords();
  return (
    <div className="bar fields">
      <label>
        <div className="quiet">{w('round.title')}</div>
        <Input
          value={round.title}
          disabled={disabled}
          maxLength={40}
          style={{ width: 150 }}
          onChange={(event) => change({ ...round, title: event.target.value })}
        />
      </label>
      <Fields
        round={round}
        fields={[...fieldsOf[round.kind], ...everyRound]}
        disabled={disabled}
        change={change}
      />
    </div>
  );
}

export function Fields<R extends AnyRound>(props: {
  readonly round: R;
  readonly fields: readonly Field[];
  readonly disabled: boolean;
  readonly change: (round: R) => void;
}) {
  const { round, fields, disabled, change } = props;
  const w = useWords();
  const values = round as unknown as Readonly<Record<string, unknown>>;
  return fields.map((field) => (
    <label key={field.name}>
      <div className="quiet">{w(`round.${field.name}` as ConsoleKey)}</div>
      <FieldInput
        field={field}
        value={values[field.name]}
        disabled={disabled}
        set={(value) => change({ ...round, [field.name]: value })}
      />
    </label>
  ));
}
