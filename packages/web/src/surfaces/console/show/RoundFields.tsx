import { Input } from 'antd';
import { useContext } from 'react';
import { useWords } from '../words.ts';
import { faultsAt } from './configFaults.ts';
import { FieldInput } from './FieldInput.tsx';
import { Faults, FieldRow } from './FieldRow.tsx';
import { everyRound, fieldsOf, inForce, type AnyRound, type Field } from './roundFields.ts';
import type { Round } from './showConfig.ts';

/** The settings of one round, each with a label. */
export function RoundFields(props: {
  readonly round: Round;
  readonly path: string;
  readonly disabled: boolean;
  readonly change: (round: Round) => void;
}) {
  const { round, path, disabled, change } = props;
  return (
    <div className="sets">
      <TitleField {...props} />
      <Fields
        round={round}
        path={path}
        fields={[...fieldsOf[round.kind], ...everyRound]}
        disabled={disabled}
        change={change}
      />
    </div>
  );
}

export function TitleField<R extends AnyRound>(props: {
  readonly round: R;
  readonly path: string;
  readonly disabled: boolean;
  readonly change: (round: R) => void;
}) {
  const { round, path, disabled, change } = props;
  const w = useWords();
  return (
    <FieldRow path={`${path}.title`} label={w('round.title')}>
      {(joined) => (
        <Input
          {...joined}
          value={round.title}
          disabled={disabled}
          maxLength={40}
          onChange={(event) => change({ ...round, title: event.target.value })}
        />
      )}
    </FieldRow>
  );
}

export function Fields<R extends AnyRound>(props: {
  readonly round: R;
  readonly path: string;
  readonly fields: readonly Field[];
  readonly disabled: boolean;
  readonly change: (round: R) => void;
}) {
  const { round, path, fields, disabled, change } = props;
  const faults = useContext(Faults);
  const values = round as unknown as Readonly<Record<string, unknown>>;
  const shown = inForce(round, fields);
  // A wrong value is shown even where it has no effect now: nothing is refused that cannot be seen.
  const wrong = ({ name }: Field) => faultsAt(faults, `${path}.${name}`).length > 0;
  return fields
    .filter((field) => shown.includes(field) || wrong(field))
    .map((field) => (
      <FieldInput
        key={field.name}
        field={field}
        path={path}
        value={values[field.name]}
        disabled={disabled}
        set={(value) => change({ ...round, [field.name]: value })}
      />
    ));
}
