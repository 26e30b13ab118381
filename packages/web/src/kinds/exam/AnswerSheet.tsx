import { usePhoneWords } from '../../words/phone.ts';
import type { Answers, Attempt } from './answers.ts';

const SIGN = { saved: '✓', waiting: '…', none: '○' } as const;

/** All questions at a glance: saved, on the way, or not answered. */
export function AnswerSheet({
  attempt,
  answers,
  current,
  onGo,
}: {
  attempt: Attempt;
  answers: Answers;
  /** Position of the question the entrant came from. */
  current: number;
  onGo: (index: number) => void;
}) {
  const say = usePhoneWords();
  const words = { saved: say('saved'), waiting: say('saving'), none: say('notAnswered') };
  return (
    <div className="sheet-page">
      <h1>{say('overview')}</h1>
      <ol className="sheet">
        {attempt.questions.map((question, index) => {
          const answer = answers.get(question.no);
          const state =
            answer !== undefined && !answer.saved
              ? 'waiting'
              : (answer?.choice.length ?? 0) === 0
                ? 'none'
                : 'saved';
          return (
            <li key={question.no}>
              <button
                type="button"
                className={state}
                aria-label={`${say('question', { no: question.no })} ${words[state]}`}
                aria-current={index === current ? 'step' : undefined}
                onClick={() => onGo(index)}
              >
                <span className="num">{question.no}</span>
                <small aria-hidden="true">{SIGN[state]}</small>
              </button>
            </li>
          );
        })}
      </ol>
      <p className="legend quiet" aria-hidden="true">
        <span className="saved">{words.saved} ✓</span> <span className="waiting">{words.waiting} …</span>{' '}
        <span>{words.none} ○</span>
      </p>
    </div>
  );
}
