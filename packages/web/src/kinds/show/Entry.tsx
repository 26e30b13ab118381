import type { TeamView } from '@leitai/rules/show';
import { type FormEvent, useState } from 'react';
import { useStageWords } from '../../words/stage.ts';
import { letter, shown } from './telling.ts';

type Act = (command: object) => void;

/** What the team answers where all answer at once; the last one before the bell counts. */
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
        onSend={send}
      />
    );
  return (
    <div className={`choice entry ${entry.as}`} role="group" aria-label={say('enter')}>
      {entry.options.map((option, index) => (
        <button type="button" key={option} aria-pressed={entry.mine === option} onClick={() => send(option)}>
          {entry.as === 'options' && <b>{letter(index)}</b>} {option}
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
    <>
      <p className="phone-hint num">{say('stakeMost', { most: shown(stake.most) })}</p>
      <Field
        mine={stake.mine}
        number
        unit={say('pointsUnit')}
        words={say(stake.mine === null ? 'send' : 'sendAgain')}
        onSend={(value) => act({ type: 'stake', question: view.question?.id ?? '', stake: value })}
      />
    </>
  );
}

function Field(props: {
  mine: string | null;
  number: boolean;
  unit: string;
  words: string;
  onSend: (value: string) => void;
}) {
  const { mine, number, unit, words, onSend } = props;
  const say = useStageWords();
  const [text, setText] = useState(mine ?? '');
  const value = number ? text.replace(/[，,\s]/g, '').replace('−', '-') : text.trim();
  const good = number ? /^-?\d{1,12}(\.\d{1,6})?$/.test(value) : value !== '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (good) onSend(value);
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
          onChange={(event) => setText(event.target.value)}
        />
        <span>{unit}</span>
      </label>
      <button type="submit" className="sure" disabled={!good}>
        {words}
      </button>
      {mine !== null && <p className="mine num">{say('mineNow', { answer: mine })}</p>}
    </form>
  );
}
