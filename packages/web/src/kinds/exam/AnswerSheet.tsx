import { usePhoneWords } from '../../words/phone.ts';
import type { KeptAnswer } from './outbox.ts';
import type { Attempt } from './useAttempt.ts';

/** All questions at a glance: answered, saved, or not yet. */
export function AnswerSheet({
  attempt,
  answers,
  onGo,
}: {
  attempt: Attempt;
  answers: ReadonlyMap<number, KeptAnswer>;
  onGo: (index: number) => void;
}) {
  const say = usePhoneWords();
  return (
    <ol className="sheet">
      {attempt.questions.map((question, index) => {
        const answer = answers.get(question.no);
        const state =
          answer === undefined || answer.choice.length === 0 ? 'none' : answer.saved ? 'saved' : 'waiting';
        const word = state === 'none' ? say('notAnswered') : state === 'saved' ? say('saved') : say('saving');
        return (
          <li key={question.no}>
            <button
              type="button"
              className={state}
              aria-label={`${say('question', { no: question.no })} ${word}`}
              onClick={() => onGo(index)}
            >
              {question.no}
              <small aria-hidden="true">{state === 'saved' ? '✓' : state === 'waiting' ? '…' : ''}</small>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
