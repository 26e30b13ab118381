import type { TeamView } from '@leitai/rules/show';
import { type FormEvent, useState } from 'react';
import { useStageWords } from '../../words/stage.ts';
import { letter } from './telling.ts';

type Act = (command: object) => void;

/** So much stands on a card, and on a line of a large button. */
const CARD = 4;
const LINE = 12;
const within = (options: readonly string[], most: number): boolean =>
  options.every((option) => [...option].length <= most);

/** What the team answers where all answer at once: the last one before the bell counts, or the first is final. */
export function Entry({
  view,
  entry,
  act,
}: {
  view: TeamView;
  entry: NonNullable<TeamView['entry']>;
  act: Act;
}) {
  const say = useStageWords();
  const question = view.question?.id ?? '';
  const send = (answer: string): void => act({ type: 'answer', question, answer });
  if (entry.as === 'number' || entry.as === 'text')
    return (
      <Field
        mine={entry.mine}
        number={entry.as === 'number'}
        unit={view.question?.unit ?? ''}
        words={say(entry.mine === null ? 'send' : 'sendAgain')}
        closed={entry.final}
        onSend={send}
      />
    );
  const { options } = entry;
  const cards = entry.as === 'cards' && within(options, CARD);
  const shape = cards ? 'cards' : within(options, LINE) ? '' : 'long';
  return (
    <div className={`choice entry ${shape}`} role="group" aria-label={say('enter')}>
      {options.map((option, index) => (
        <button
          type="button"
          key={option}
          aria-pressed={entry.mine === option}
          disabled={entry.final}
          onClick={() => send(option)}
        >
          {!cards && <b>{letter(index)}</b>} {option}
          {entry.mine === option && <span aria-hidden="true"> ✔</span>}
        </button>
      ))}
    </div>
  );
}

/** How much of its score a team stakes before it sees the question. */
export function Stake({
  view,
  stake,
  act,
}: {
  view: TeamView;
  stake: NonNullable<TeamView['stake']>;
  act: Act;
}) {
  const say = useStageWords();
  return (
    <Field
      mine={stake.mine}
      number
      unit={say('pointsUnit')}
      words={say(stake.mine === null ? 'send' : 'sendAgain')}
      most={stake.most}
      onSend={(value) => act({ type: 'stake', question: view.question?.id ?? '', stake: value })}
    />
  );
}

function Field(props: {
  mine: string | null;
  number: boolean;
  unit: string;
  words: string;
  /** Nothing more is taken. */
  closed?: boolean;
  /** The most that may be staked; then quick choices are offered and less than nothing is not. */
  most?: string;
  onSend: (value: string) => void;
}) {
  const { mine, number, unit, words, onSend, closed = false, most } = props;
  const say = useStageWords();
  const [text, setText] = useState(mine ?? '');
  const value = number ? text.replace(/[，,\s]/g, '').replace('−', '-') : text.trim();
  const good = number ? /^-?\d{1,12}(\.\d{1,6})?$/.test(value) : value !== '';
  const inside = most === undefined || (Number(value) >= 0 && Number(value) <= Number(most));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (good && inside && !closed) onSend(value);
  };
  return (
    <form className="choice field" onSubmit={submit}>
      <label>
        <input
          aria-label={say('enter')}
          value={text}
          maxLength={number ? 20 : 200}
          inputMode={number ? 'decimal' : 'text'}
          autoComplete="off"
          readOnly={closed}
          onChange={(event) => setText(event.target.value)}
        />
        <span>{unit}</span>
      </label>
      {most !== undefined && (
        <p className="quick num">
          {['0', String(Math.floor(Number(most) / 2)), most].map((value, index, all) =>
            all.indexOf(value) === index ? (
              <button key={value} type="button" onClick={() => setText(value)}>
                {value}
              </button>
            ) : null,
          )}
        </p>
      )}
      <button type="submit" className="sure" disabled={!good || !inside || closed || value === mine}>
        {words}
      </button>
      {mine !== null && <p className="mine num">{say('mineNow', { answer: `${mine} ${unit}`.trim() })}</p>}
    </form>
  );
}
