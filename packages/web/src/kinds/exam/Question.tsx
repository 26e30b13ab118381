import { usePhoneWords } from '../../words/phone.ts';
import type { Attempt } from './useAttempt.ts';

type PaperQuestion = Attempt['questions'][number];

/** One question a screen; options are real inputs, so keyboard and screen reader work. */
export function Question({
  question,
  choice,
  disabled,
  onChoose,
}: {
  question: PaperQuestion;
  choice: readonly number[];
  disabled: boolean;
  onChoose: (choice: number[]) => void;
}) {
  const say = usePhoneWords();
  const options = question.type === 'trueFalse' ? [say('wrong'), say('right')] : question.options;
  const order = question.type === 'trueFalse' ? [1, 0] : options.map((_, index) => index);
  const toggle = (index: number): void => {
    if (question.type !== 'multiple') onChoose([index]);
    else if (choice.includes(index)) onChoose(choice.filter((chosen) => chosen !== index));
    else onChoose([...choice, index].sort((a, b) => a - b));
  };
  return (
    <fieldset className="question" disabled={disabled}>
      <legend>
        <span className="question-head">
          {say('question', { no: question.no })} · {say(question.type)} ·{' '}
          {say('points', { points: question.points })}
        </span>
        <span className="stem">{question.stem}</span>
      </legend>
      {order.map((index, position) => (
        <label key={index} className={choice.includes(index) ? 'option chosen' : 'option'}>
          <input
            type={question.type === 'multiple' ? 'checkbox' : 'radio'}
            name={`q${question.no}`}
            checked={choice.includes(index)}
            onChange={() => toggle(index)}
          />
          <span className="letter" aria-hidden="true">
            {question.type === 'trueFalse' ? (index === 1 ? '✓' : '✗') : String.fromCharCode(65 + position)}
          </span>
          <span>{options[index]}</span>
        </label>
      ))}
    </fieldset>
  );
}
