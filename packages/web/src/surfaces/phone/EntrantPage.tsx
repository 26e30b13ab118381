import { lazy, useCallback, useState } from 'react';
import type { ApiRefusal } from '../../api/client.ts';
import type { Ended } from '../../kinds/exam/answerDesk.ts';
import { openAttempt, type OpenedAttempt } from '../../kinds/exam/openAttempt.ts';
import { Paper } from '../../kinds/exam/Paper.tsx';
import { usePhoneWords } from '../../words/phone.ts';
import { refusalWords } from '../../words/words.ts';
import { endedAtStart, type EndedStage } from './ended.ts';
import { StageCard } from './StageCard.tsx';
import { passingBy, refusalOf, useHome } from './useHome.ts';
import type { Home } from './visit.ts';

const Review = lazy(() => import('../../kinds/exam/Review.tsx'));
const TeamPhone = lazy(() => import('../../kinds/show/TeamPhone.tsx'));

type Screen =
  | { is: 'home'; ended: EndedStage | null }
  | { is: 'paper'; opened: OpenedAttempt }
  | { is: 'review'; stageId: string }
  | { is: 'show'; stageId: string };

const HOME: Screen = { is: 'home', ended: null };

/** Everything the holder of a ticket sees: home, paper, review, show. */
export function EntrantPage() {
  const say = usePhoneWords();
  const [screen, setScreen] = useState<Screen>(HOME);
  const [refused, setRefused] = useState<ApiRefusal | null>(null);
  const [starting, setStarting] = useState(false);

  const start = useCallback(async (stageId: string) => {
    setRefused(null);
    setStarting(true);
    try {
      const opened = await openAttempt(stageId);
      const ended = endedAtStart(opened);
      setScreen(ended === null ? { is: 'paper', opened } : { is: 'home', ended });
    } catch (error) {
      setRefused(refusalOf(error));
    } finally {
      setStarting(false);
    }
  }, []);
  // A phone that was loaded again goes back to its place; a show that begins calls those who wait here.
  const goIn = useCallback(
    ({ stages }: Home, isFirst: boolean) => {
      const running = stages.find(({ attempt, status }) => attempt === 'running' && status === 'open');
      const show = stages.find(({ kind, status }) => kind === 'show' && status === 'open');
      if (isFirst && running !== undefined) void start(running.id);
      else if (show !== undefined)
        setScreen((now) =>
          now.is === 'home' && now.ended === null ? { is: 'show', stageId: show.id } : now,
        );
    },
    [start],
  );
  const { home, refusal } = useHome(screen.is === 'home', goIn);

  const end = useCallback((ended: Ended) => {
    setScreen((now) => (now.is === 'paper' ? { is: 'home', ended: { ...ended, opened: now.opened } } : now));
    scrollTo(0, 0);
  }, []);

  if (screen.is === 'paper')
    return <Paper key={screen.opened.attempt.device} opened={screen.opened} onEnd={end} />;
  if (screen.is === 'review') return <Review stageId={screen.stageId} onBack={() => setScreen(HOME)} />;
  if (screen.is === 'show') return <TeamPhone stageId={screen.stageId} teamName={home?.team ?? ''} />;
  const shown = refused ?? refusal;
  return (
    <main className="home">
      {shown !== null && <Refusal refusal={shown} entered={home !== null} followed={refused === null} />}
      {home === null && refusal === null && <p className="quiet">{say('entering')}</p>}
      {home !== null && (
        <>
          <section className="who">
            <h1>{home.contestTitle}</h1>
            <p>
              <strong>{home.name}</strong> · {home.team} · {say('seat', { seat: home.seat })}
            </p>
            <p className="quiet">{home.unitName}</p>
            <p className="quiet">
              {say('entryNo')} <span className="num">{home.entryNo}</span>
            </p>
          </section>
          {home.stages.length === 0 && <p>{say('noStages')}</p>}
          {home.stages.map((stage) => (
            <StageCard
              key={stage.id}
              stage={stage}
              ended={screen.ended?.opened.stageId === stage.id ? screen.ended : null}
              starting={starting}
              onStart={() => void start(stage.id)}
              onReview={() => setScreen({ is: 'review', stageId: stage.id })}
              onShow={() => setScreen({ is: 'show', stageId: stage.id })}
            />
          ))}
        </>
      )}
    </main>
  );
}

function Refusal({
  refusal,
  entered,
  followed,
}: {
  refusal: ApiRefusal;
  entered: boolean;
  /** Asked again by itself; a start is not. */
  followed: boolean;
}) {
  const say = usePhoneWords();
  const passing = followed && passingBy(refusal);
  if (passing && entered)
    return (
      <p role="status" className="halted">
        <span aria-hidden="true">↻</span> {say('retrying')}
      </p>
    );
  const ticket = refusal.code.startsWith('ticket.');
  return (
    <section role="alert" className="refusal">
      <p>{refusal.code === 'ticket.needed' ? say('scanFirst') : refusalWords(refusal.code, refusal.facts)}</p>
      {passing && <p className="quiet">{say('retrying')}</p>}
      {!entered && !ticket && (
        <button type="button" onClick={() => location.reload()}>
          {say('tryAgain')}
        </button>
      )}
    </section>
  );
}
