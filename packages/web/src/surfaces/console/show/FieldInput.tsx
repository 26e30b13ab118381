import { Input, InputNumber, Select, Switch } from 'antd';
import type { FoulRule, HelpRule, StartDelay, StealRule } from '@leitai/rules/show';
import { useWords, type ConsoleKey } from '../words.ts';
import type { Field } from './roundFields.ts';

export interface FieldProps<T = unknown> {
  readonly value: T;
  readonly disabled: boolean;
  readonly set: (value: T) => void;
}

/** One setting of a round. */
export function FieldInput({ field, ...props }: FieldProps & { field: Field }) {
  const w = useWords();
  const { value, disabled, set } = props;
  switch (field.is) {
    case 'yesNo':
      return <Switch checked={value === true} disabled={disabled} onChange={set} />;
    case 'oneOf':
      return (
        <OneOf
          {...props}
          value={String(value)}
          words={field.words}
          labels={field.words.map((word) => w(`round.${field.name}.${word}` as ConsoleKey))}
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
          tokenSeparators={[',', '，', '、', ' ', '/']}
          onChange={set}
        />
      );
    case 'help':
      return <Help {...(props as FieldProps<HelpRule>)} />;
    case 'foul':
      return <Foul {...(props as FieldProps<FoulRule>)} />;
    case 'steal':
      return <Steal {...(props as FieldProps<StealRule>)} />;
    case 'delay':
      return <Delay {...(props as FieldProps<StartDelay | null>)} />;
    case 'points':
    case 'penalty':
    case 'late':
    case 'pointsOrNone':
      return <Points {...(props as FieldProps<string | null>)} is={field.is} />;
    default: {
      const none = field.is === 'secondsOrNone' || field.is === 'wholeOrNone';
      const isSeconds = field.is === 'seconds' || field.is === 'secondsOrNone';
      return (
        <InputNumber
          min={field.is === 'wholeOrZero' ? 0 : 1}
          precision={0}
          value={value as number | null}
          disabled={disabled}
          placeholder={none ? w('round.none') : ''}
          style={{ width: 120 }}
          {...(isSeconds ? { suffix: w('seconds') } : {})}
          onChange={(next) => (next !== null || none) && set(next)}
        />
      );
    }
  }
}

function OneOf(props: FieldProps<string> & { words: readonly string[]; labels: readonly string[] }) {
  const { value, disabled, set, words, labels } = props;
  return (
    <Select
      value={value}
      disabled={disabled}
      style={{ width: 200 }}
      onChange={set}
      options={words.map((word, index) => ({ value: word, label: labels[index] }))}
    />
  );
}

/** A number of points, or the words for "as the question is worth", "as a wrong answer", "no limit". */
function Points({
  value,
  disabled,
  set,
  is,
}: FieldProps<string | null> & { is: 'points' | 'penalty' | 'late' | 'pointsOrNone' }) {
  const w = useWords();
  const words: Readonly<Record<string, string>> = {
    ...(is === 'penalty' || is === 'late' ? { same: w('round.same') } : {}),
    ...(is === 'late' ? { asWrong: w('round.asWrong') } : {}),
  };
  const shown = value === null ? '' : (words[value] ?? value);
  return (
    <Input
      value={shown}
      disabled={disabled}
      placeholder={is === 'pointsOrNone' ? w('round.none') : ''}
      style={{ width: 110 }}
      onChange={(event) => {
        const text = event.target.value.trim();
        if (text === '' && is === 'pointsOrNone') return set(null);
        return set(Object.keys(words).find((key) => words[key] === text) ?? text);
      }}
    />
  );
}

function Help({ value, disabled, set }: FieldProps<HelpRule>) {
  const w = useWords();
  return (
    <span className="bar">
      <OneOf
        value={value.rule}
        disabled={disabled}
        words={['allowed', 'void', 'penalty']}
        labels={[w('round.help.allowed'), w('round.help.void'), w('round.help.penalty')]}
        set={(rule) => set(rule === 'penalty' ? { rule, points: '10' } : ({ rule } as HelpRule))}
      />
      {value.rule === 'penalty' && (
        <Points
          is="points"
          value={value.points}
          disabled={disabled}
          set={(points) => set({ rule: 'penalty', points: points ?? '0' })}
        />
      )}
    </span>
  );
}

function Foul({ value, disabled, set }: FieldProps<FoulRule>) {
  const w = useWords();
  return (
    <span className="bar">
      <OneOf
        value={value.rule}
        disabled={disabled}
        words={['voidAndPenalty', 'twoStrike', 'lockout']}
        labels={[w('round.foul.voidAndPenalty'), w('round.foul.twoStrike'), w('round.foul.lockout')]}
        set={(rule) =>
          set(
            rule === 'lockout'
              ? { rule }
              : { rule: rule as 'twoStrike', points: rule === 'twoStrike' ? '20' : '10' },
          )
        }
      />
      {value.rule !== 'lockout' && (
        <Points
          is="points"
          value={value.points}
          disabled={disabled}
          set={(points) => set({ ...value, points: points ?? '0' })}
        />
      )}
    </span>
  );
}

const OFFER: Extract<StealRule, { rule: 'offer' }> = {
  rule: 'offer',
  points: '10',
  wrongPenalty: '0',
  firstLoses: '10',
  windowSec: 10,
  nobody: 'rightForFirst',
};

function Steal({ value, disabled, set }: FieldProps<StealRule>) {
  const w = useWords();
  if (value.rule === 'off') return <Switch checked={false} disabled={disabled} onChange={() => set(OFFER)} />;
  const part = (name: 'points' | 'wrongPenalty' | 'firstLoses') => (
    <label key={name}>
      <div className="quiet">{w(`round.steal.${name}`)}</div>
      <Points
        is="points"
        value={value[name]}
        disabled={disabled}
        set={(next) => set({ ...value, [name]: next ?? '0' })}
      />
    </label>
  );
  return (
    <span className="bar">
      <Switch checked disabled={disabled} onChange={() => set({ rule: 'off' })} />
      {part('points')}
      {part('wrongPenalty')}
      {part('firstLoses')}
      <label>
        <div className="quiet">{w('round.steal.windowSec')}</div>
        <InputNumber
          min={1}
          precision={0}
          value={value.windowSec}
          disabled={disabled}
          suffix={w('seconds')}
          style={{ width: 110 }}
          onChange={(next) => next !== null && set({ ...value, windowSec: next })}
        />
      </label>
      <label>
        <div className="quiet">{w('round.steal.nobody')}</div>
        <OneOf
          value={value.nobody}
          disabled={disabled}
          words={['nothing', 'rightForFirst']}
          labels={[w('round.steal.nothing'), w('round.steal.rightForFirst')]}
          set={(nobody) => set({ ...value, nobody: nobody as 'nothing' })}
        />
      </label>
    </span>
  );
}

function Delay({ value, disabled, set }: FieldProps<StartDelay | null>) {
  const w = useWords();
  if (value === null)
    return <Switch checked={false} disabled={disabled} onChange={() => set({ minMs: 500, maxMs: 2_000 })} />;
  const part = (name: 'minMs' | 'maxMs') => (
    <InputNumber
      aria-label={w(`round.${name}`)}
      min={0}
      max={60_000}
      step={100}
      precision={0}
      value={value[name]}
      disabled={disabled}
      suffix={w('milliseconds')}
      style={{ width: 130 }}
      onChange={(next) => next !== null && set({ ...value, [name]: next })}
    />
  );
  return (
    <span className="bar">
      <Switch checked disabled={disabled} onChange={() => set(null)} />
      {part('minMs')} – {part('maxMs')}
    </span>
  );
}
