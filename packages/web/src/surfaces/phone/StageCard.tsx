import { dateTime } from '../../ui/format.ts';
import { usePhoneWords } from '../../words/phone.ts';
import { refusalWords } from '../../words/words.ts';
import { mayContinue, type EndedStage } from './ended.ts';
import type { Home } from './visit.ts';

type Stage = Home['stages'][number];

/** One stage of the entrant and the one thing to do there. */
export function StageCard({
  stage,
  ended,
  starting,
  onStart,
  onReview,
  onShow,
}: {
  stage: Stage;
  /** How the try ended on this page a moment ago. */
  ended: EndedStage | null;
  starting: boolean;
  onStart: () => void;
  onReview: () => void;
  onShow: () => void;
}) {
  const say = usePhoneWords();
  const open = stage.status === 'open';
  const over = stage.status === 'closed' || stage.status === 'decided';
  const exam = stage.kind === 'exam';
  const done = ended === null ? stage.attempt === 'finished' : !mayContinue(ended);
  return (
    <section className={`stage-card ${stage.status} ${done ? 'handed-in' : ''}`}>
      <h2>{stage.name}</h2>
      {exam && stage.questionCount !== null && stage.durationSec !== null && (
        <p>
          {stage.durationSec < 60
            ? say('paperFactsShort', { count: stage.questionCount, seconds: stage.durationSec })
            : say('paperFacts', { count: stage.questionCount, minutes: Math.round(stage.durationSec / 60) })}
        </p>
      )}
      {stage.status === 'planned' && <p className="quiet">{say('notStarted')}</p>}
      {ended !== null && !over && <EndedWords ended={ended} starting={starting} onStart={onStart} />}
      {exam && open && ended === null && stage.attempt !== 'finished' && (
        <>
          <p className="quiet">{say('paperHint')}</p>
          {stage.lastStartAt !== null && stage.attempt === 'none' && (
            <p className="quiet">{say('startBy', { at: dateTime(stage.lastStartAt) })}</p>
          )}
          <button type="button" className="main" disabled={starting} onClick={onStart}>
            {starting ? say('opening') : stage.attempt === 'running' ? say('resume') : say('start')}
          </button>
        </>
      )}
      {exam && open && ended === null && stage.attempt === 'finished' && (
        <>
          <p className="done">✓ {say('handedIn')}</p>
          <p className="quiet">{say('waitNext')}</p>
        </>
      )}
      {over && <p className="quiet">{say('stageClosed')}</p>}
      {exam && over && stage.attempt !== 'none' && (
        <button type="button" onClick={onReview}>
          {say('review')}
        </button>
      )}
      {!exam && !over && (
        <button type="button" className={open ? 'main' : ''} onClick={onShow}>
          {say('enterShow')}
        </button>
      )}
    </section>
  );
}

function EndedWords({
  ended,
  starting,
  onStart,
}: {
  ended: EndedStage;
  starting: boolean;
  onStart: () => void;
}) {
  const say = usePhoneWords();
  if (mayContinue(ended))
    return (
      <div role="status">
        <p className="halted">
          {ended.how === 'takenOver'
            ? `⇄ ${say('takenOver')}`
            : refusalWords(ended.refusal?.code ?? 'unknown', ended.refusal?.facts)}
        </p>
        <button type="button" className="main" disabled={starting} onClick={onStart}>
          {say('continueHere')}
        </button>
      </div>
    );
  const questions = ended.opened.attempt.questions.length;
  return (
    <div role="status">
      <p className="done">✓ {ended.how === 'timeUp' ? say('timeUp') : say('handedIn')}</p>
      <p>{say('handedInHint', { answered: ended.answered, questions })}</p>
      {ended.unsent > 0 && <p className="halted">{say('unsent', { unsent: ended.unsent })}</p>}
      <p className="quiet">{say('waitNext')}</p>
    </div>
  );
}
