import { useEffect, useState } from 'react';
import { useRemaining } from '../../live/useRemaining.ts';
import { countdown } from '../../ui/format.ts';
import { usePhoneWords } from '../../words/phone.ts';
import { AnswerSheet } from './AnswerSheet.tsx';
import { Question } from './Question.tsx';
import { useAttempt, type Attempt, type Ended } from './useAttempt.ts';

const WARNING_MS = 10_000;
/** How long after the deadline the page still waits for answers on their way. */
const GRACE_MS = 1_500;

/** The server's clock from one reading of it. */
function clockOf(serverNow: number): () => number {
  const offset = serverNow - Date.now();
  return () => Date.now() + offset;
}

/** The paper: time and "saved" always in sight, one question a screen, an answer sheet, hand-in. */
export function Paper({
  attempt,
  onEnd,
}: {
  attempt: Attempt;
  onEnd: (ended: Ended, answered: number) => void;
}) {
  const say = usePhoneWords();
  const { answers, saving, ended, choose, submit } = useAttempt(attempt);
  const [position, setPosition] = useState(0);
  const [sheet, setSheet] = useState(false);
  const [asking, setAsking] = useState(false);
  const [serverNow] = useState(() => clockOf(attempt.serverNow));
  const left = useRemaining(attempt.deadlineAt, serverNow) ?? 0;
  const answered = [...answers.values()].filter((answer) => answer.choice.length > 0).length;
  const question = attempt.questions[position];

  useEffect(() => {
    if (ended !== null) onEnd(ended, answered);
  }, [ended, answered, onEnd]);
  const over = left === 0;
  useEffect(() => {
    if (!over) return undefined;
    const timer = setTimeout(() => onEnd('timeUp', answered), GRACE_MS);
    return () => clearTimeout(timer);
  }, [over, answered, onEnd]);

  if (question === undefined) return null;
  const unanswered = attempt.questions.length - answered;
  return (
    <div className="paper-page">
      <header className="bar">
        <span
          className={left <= WARNING_MS ? 'time warn num' : 'time num'}
          role="timer"
          aria-label={say('timeLeft')}
        >
          {countdown(left)}
        </span>
        <span className={`saving ${saving}`} role="status">
          {saving === 'saved'
            ? `✓ ${say('saved')}`
            : saving === 'saving'
              ? say('saving')
              : `↻ ${say('retrying')}`}
        </span>
        <button type="button" onClick={() => setSheet(!sheet)}>
          {sheet ? say('backToPaper') : `${answered}/${attempt.questions.length} ${say('overview')}`}
        </button>
      </header>
      {left > 0 && left <= WARNING_MS && (
        <p className="notice-line" role="alert">
          {say('tenSeconds')}
        </p>
      )}
      {sheet ? (
        <AnswerSheet
          attempt={attempt}
          answers={answers}
          onGo={(index) => {
            setPosition(index);
            setSheet(false);
          }}
        />
      ) : (
        <Question
          question={question}
          choice={answers.get(question.no)?.choice ?? []}
          disabled={over}
          onChoose={(choice) => choose(question.no, choice)}
        />
      )}
      {asking && (
        <div className="ask" role="dialog" aria-modal="true" aria-label={say('submit')}>
          <p>{unanswered > 0 ? say('submitAsk', { left: unanswered }) : say('submitAskAll')}</p>
          <button type="button" onClick={() => setAsking(false)}>
            {say('cancel')}
          </button>
          <button type="button" className="main" onClick={() => void submit()}>
            {say('submitYes')}
          </button>
        </div>
      )}
      <nav className="foot">
        <button type="button" disabled={position === 0} onClick={() => setPosition(position - 1)}>
          {say('previous')}
        </button>
        {position === attempt.questions.length - 1 || sheet ? (
          <button type="button" className="main" onClick={() => setAsking(true)}>
            {say('submit')}
          </button>
        ) : (
          <button type="button" className="main" onClick={() => setPosition(position + 1)}>
            {say('next')}
          </button>
        )}
      </nav>
    </div>
  );
}
