import type { EntrantStage } from '@leitai/contract';
import type { Static } from 'typebox';
import { usePhoneWords } from '../../words/phone.ts';

type Stage = Static<typeof EntrantStage>;

/** One stage of the entrant and the one thing to do there. */
export function StageCard({
  stage,
  onStart,
  onReview,
  onShow,
}: {
  stage: Stage;
  onStart: () => void;
  onReview: () => void;
  onShow: () => void;
}) {
  const say = usePhoneWords();
  const open = stage.status === 'open';
  const over = stage.status === 'closed' || stage.status === 'decided';
  return (
    <section className={open ? 'stage-card open' : 'stage-card'}>
      <h2>{stage.name}</h2>
      {stage.kind === 'exam' && stage.questionCount !== null && stage.durationSec !== null && (
        <p>
          {say('paperFacts', { count: stage.questionCount, minutes: Math.round(stage.durationSec / 60) })}
        </p>
      )}
      {stage.status === 'planned' && <p className="quiet">{say('notStarted')}</p>}
      {stage.kind === 'exam' && open && stage.attempt !== 'finished' && (
        <>
          <p className="quiet">{say('paperHint')}</p>
          <button type="button" className="main" onClick={onStart}>
            {stage.attempt === 'running' ? say('resume') : say('start')}
          </button>
        </>
      )}
      {stage.kind === 'exam' && open && stage.attempt === 'finished' && <p>{say('handedIn')}</p>}
      {stage.kind === 'exam' && over && (
        <>
          <p className="quiet">{say('stageClosed')}</p>
          {stage.attempt !== 'none' && (
            <button type="button" onClick={onReview}>
              {say('review')}
            </button>
          )}
        </>
      )}
      {stage.kind === 'show' && !over && (
        <button type="button" className={open ? 'main' : ''} onClick={onShow}>
          {say('enterShow')}
        </button>
      )}
      {stage.kind === 'show' && over && <p className="quiet">{say('stageClosed')}</p>}
    </section>
  );
}
