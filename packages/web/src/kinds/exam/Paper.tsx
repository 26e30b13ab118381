import { useCallback, useEffect, useRef, useState } from 'react';
import { usePhoneWords } from '../../words/phone.ts';
import { refusalWords } from '../../words/words.ts';
import { answeredCount, type Answers, type Attempt } from './answers.ts';
import type { Ended } from './answerDesk.ts';
import { AnswerSheet } from './AnswerSheet.tsx';
import { Countdown } from './Countdown.tsx';
import { HandIn } from './HandIn.tsx';
import type { OpenedAttempt } from './openAttempt.ts';
import { firstPosition, keepPosition } from './position.ts';
import { Question } from './Question.tsx';
import { SavingState } from './SavingState.tsx';
import { useAttempt } from './useAttempt.ts';

/** A second tap of a nervous thumb does not skip a question. */
const DOUBLE_TAP_MS = 250;

/** The paper: time and "saved" always in sight, one question a screen, an answer sheet, hand-in. */
export function Paper({ opened, onEnd }: { opened: OpenedAttempt; onEnd: (ended: Ended) => void }) {
  const { attempt, clock } = opened;
  const say = usePhoneWords();
  const { desk, answers, saving, handingIn, refusal, ended } = useAttempt(attempt, clock);
  const [position, setPosition] = useState(() => firstPosition(attempt));
  const [sheet, setSheet] = useState(false);
  const [asking, setAsking] = useState(false);
  const [over, setOver] = useState(false);
  const moved = useRef(0);

  useEffect(() => keepPosition(attempt, position), [attempt, position]);
  useEffect(() => {
    if (ended !== null) onEnd(ended);
  }, [ended, onEnd]);
  const timeUp = useCallback(() => {
    setOver(true);
    void desk.timeUp();
  }, [desk]);
  const go = (to: number): void => {
    if (performance.now() - moved.current < DOUBLE_TAP_MS) return;
    moved.current = performance.now();
    setPosition(to);
    setSheet(false);
    setAsking(false);
    scrollTo(0, 0);
  };

  const question = attempt.questions[position];
  if (question === undefined) return null;
  const count = attempt.questions.length;
  const unanswered = count - answeredCount(answers);
  const busy = asking || handingIn || over;
  return (
    <main className="paper-page">
      <header className="bar">
        <Countdown deadlineAt={attempt.deadlineAt} clock={clock} onOver={timeUp} />
        <SavingState saving={saving} />
        <button
          type="button"
          onClick={() => {
            setSheet(!sheet);
            scrollTo(0, 0);
          }}
        >
          {sheet ? say('backToPaper') : say('overview')}
          <small className="num">
            {count - unanswered}/{count}
          </small>
        </button>
      </header>
      {refusal !== null && (
        <p className="set-aside" role="alert">
          {refusalWords(refusal.code, refusal.facts)}
        </p>
      )}
      {sheet ? (
        <AnswerSheet attempt={attempt} answers={answers} current={position} onGo={go} />
      ) : (
        <Question
          key={question.no}
          question={question}
          count={count}
          choice={answers.get(question.no)?.choice ?? []}
          disabled={over || handingIn}
          onChoose={(choice) => desk.choose(question.no, choice)}
        />
      )}
      <div className="bottom">
        {(asking || handingIn) && (
          <HandIn
            unanswered={unanswered}
            waiting={waitingCount(attempt, answers)}
            handingIn={handingIn}
            onCancel={() => setAsking(false)}
            onSubmit={() => void desk.submit()}
          />
        )}
        <nav className="foot">
          <button type="button" disabled={busy || sheet || position === 0} onClick={() => go(position - 1)}>
            {say('previous')}
          </button>
          {position === count - 1 || sheet ? (
            <button type="button" className="main" disabled={busy} onClick={() => setAsking(true)}>
              {say('submit')}
            </button>
          ) : (
            <button type="button" className="main" disabled={busy} onClick={() => go(position + 1)}>
              {say('next')}
            </button>
          )}
        </nav>
      </div>
    </main>
  );
}

const waitingCount = (attempt: Attempt, answers: Answers): number =>
  attempt.questions.filter(({ no }) => answers.get(no)?.saved === false).length;
