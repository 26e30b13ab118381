import { useRef } from 'react';
import { usePhoneWords } from '../../words/phone.ts';
import type { Attempt } from './answers.ts';

type PaperQuestion = Attempt['questions'][number];

/** A box tapped twice by one nervous thumb stays chosen. */
const DOUBLE_TAP_MS = 300;
/** Characters; a longer stem is set as reading text. */
const LONG_STEM = 70;

/** One question a screen; options are real inputs, so keyboard and screen reader work. */
export function Question({
  question,
  count,
  choice,
  disabled,
  onChoose,
}: {
  question: PaperQuestion;
  count: number;
  choice: readonly number[];
  disabled: boolean;
  onChoose: (choice: number[]) => void;
}) {
  const say = usePhoneWords();
  const tapped = useRef({ index: -1, at: 0 });
  const several = question.type === 'multiple';
  const options = question.type === 'trueFalse' ? [say('wrong'), say('right')] : question.options;
  const order = question.type === 'trueFalse' ? [1, 0] : options.map((_, index) => index);
  const toggle = (index: number, at: number): void => {
    const again = tapped.current.index === index && at - tapped.current.at < DOUBLE_TAP_MS;
    tapped.current = { index, at };
    if (again) return;
    if (!several) onChoose([index]);
    else if (choice.includes(index)) onChoose(choice.filter((chosen) => chosen !== index));
    else onChoose([...choice, index].sort((a, b) => a - b));
  };
  return (
    <fieldset className="question" disabled={disabled}>
      <legend>
        <span className="question-head">
          <span>
            {say('question', { no: question.no })}
            <span className="num"> / {count}</span>
          </span>
          <span className="kind">{say(question.type)}</span>
          <span>{say('points', { points: question.points })}</span>
        </span>
        <h1 className={question.stem.length > LONG_STEM ? 'stem long' : 'stem'}>{question.stem}</h1>
        {several && <span className="quiet hint">{say('multipleHint')}</span>}
      </legend>
      {order.map((index, position) => (
        <label key={index} className={choice.includes(index) ? 'option chosen' : 'option'}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={`q${question.no}`}
            checked={choice.includes(index)}
            onChange={(event) => toggle(index, event.timeStamp)}
          />
          <span className={several ? 'letter square' : 'letter'} aria-hidden="true">
            {question.type === 'trueFalse' ? (index === 1 ? '✓' : '✗') : String.fromCharCode(65 + position)}
          </span>
          <span className="option-text">{options[index]}</span>
        </label>
      ))}
    </fieldset>
  );
}
