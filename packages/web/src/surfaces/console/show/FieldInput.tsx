import { Select, Switch } from 'antd';
import type { FoulRule, HelpRule, StartDelay, StealRule } from '@leitai/rules/show';
import { useWords, type ConsoleKey } from '../words.ts';
import { FieldGroup, FieldRow } from './FieldRow.tsx';
import { FoulField, HelpField, StartDelayField, StealField } from './JoinedFields.tsx';
import { NumberField } from './NumberField.tsx';
import { PenaltyField, PointsField } from './PointsField.tsx';
import type { Field, FieldProps } from './roundFields.ts';

const SEPARATORS = [',', '，', '、', ' ', '/', ';', '；'];

/** One setting of a round with its label and what is wrong with it; `path`: of the round. */
export function FieldInput({ field, path, ...props }: FieldProps & { field: Field; path: string }) {
  const w = useWords();
  const { value, disabled, set } = props;
  const at = `${path}.${field.name}`;
  const label = w(`round.${field.name}` as ConsoleKey);
  const none = () => w(`round.none.${field.name}` as ConsoleKey);
  switch (field.is) {
    case 'help':
      return (
        <FieldGroup path={at} label={label} room="pair">
          <HelpField {...(props as FieldProps<HelpRule>)} path={at} />
        </FieldGroup>
      );
    case 'foul':
      return (
        <FieldGroup path={at} label={label} room="pair">
          <FoulField {...(props as FieldProps<FoulRule>)} path={at} />
        </FieldGroup>
      );
    case 'steal':
      return (
        <FieldGroup path={at} label={label} room={(value as StealRule).rule === 'off' ? 'pair' : 'whole'}>
          <StealField {...(props as FieldProps<StealRule>)} path={at} />
        </FieldGroup>
      );
    case 'delay':
      return (
        <FieldGroup path={at} label={label} room={value === null ? 'pair' : 'whole'}>
          <StartDelayField {...(props as FieldProps<StartDelay | null>)} path={at} />
        </FieldGroup>
      );
    default:
  }
  return (
    <FieldRow path={at} label={label}>
      {(joined) => {
        switch (field.is) {
          case 'yesNo':
            return (
              <span className="set-switch">
                <Switch id={joined.id} checked={value === true} disabled={disabled} onChange={set} />
              </span>
            );
          case 'oneOf':
            return (
              <Select
                {...joined}
                value={String(value)}
                disabled={disabled}
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
                {...joined}
                mode="tags"
                open={false}
                suffixIcon={null}
                value={value as string[]}
                disabled={disabled}
                placeholder={w('round.valuesHow')}
                tokenSeparators={SEPARATORS}
                onChange={(next: string[]) => set(next.map((one) => one.normalize('NFKC').trim()))}
              />
            );
          case 'points':
            return <PointsField {...joined} {...(props as FieldProps<string | null>)} />;
          case 'pointsOrNone':
            return <PointsField {...joined} {...(props as FieldProps<string | null>)} none={none()} />;
          case 'penalty':
          case 'late':
            return (
              <PenaltyField
                {...joined}
                value={String(value)}
                disabled={disabled}
                set={set}
                words={field.is === 'late' ? ['asWrong', 'same'] : ['same']}
              />
            );
          default: {
            const { is } = field;
            const mayBeEmpty = is === 'secondsOrNone' || is === 'wholeOrNone';
            const isSeconds = is === 'seconds' || is === 'secondsOrNone';
            return (
              <NumberField
                {...joined}
                {...(props as FieldProps<number | null>)}
                {...(mayBeEmpty ? { none: none() } : {})}
                {...(isSeconds ? { unit: w('seconds') } : {})}
              />
            );
          }
        }
      }}
    </FieldRow>
  );
}
