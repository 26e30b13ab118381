import type { EntrantHome } from '@leitai/contract';
import type { Static } from 'typebox';
import { lazy, useCallback, useEffect, useState } from 'react';
import { ApiRefusal, call } from '../../api/client.ts';
import { Paper } from '../../kinds/exam/Paper.tsx';
import { Review } from '../../kinds/exam/Review.tsx';
import type { Attempt, Ended } from '../../kinds/exam/useAttempt.ts';
import { usePhoneWords } from '../../words/phone.ts';
import { refusalWords } from '../../words/words.ts';
import { StageCard } from './StageCard.tsx';

const TeamPhone = lazy(() => import('../../kinds/show/TeamPhone.tsx'));

type Home = Static<typeof EntrantHome>;
type Screen =
  | { is: 'home' }
  | { is: 'paper'; attempt: Attempt }
  | { is: 'ended'; ended: Ended; answered: number; attempt: Attempt }
  | { is: 'review'; stageId: string }
  | { is: 'show'; stageId: string };

const POLL_MS = 5_000;

/** What a link's ticket opens: enter once, then the address no longer shows the ticket. */
async function enter(): Promise<Home> {
  const ticket = /^\/t\/([^/]+)/.exec(location.pathname)?.[1];
  if (ticket === undefined) return call('entrant.home');
  const home = await call('entrant.enter', { body: { ticket } });
  history.replaceState(null, '', '/phone');
  return home;
}

export function EntrantPage() {
  const say = usePhoneWords();
  const [home, setHome] = useState<Home | null>(null);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const [screen, setScreen] = useState<Screen>({ is: 'home' });

  const caught = useCallback((error: unknown) => {
    setRefusal(error instanceof ApiRefusal ? error : new ApiRefusal(0, 'unknown'));
  }, []);
  const start = useCallback(
    async (stageId: string) => {
      try {
        setRefusal(null);
        setScreen({ is: 'paper', attempt: await call('exam.start', { params: { stageId } }) });
      } catch (error) {
        caught(error);
      }
    },
    [caught],
  );

  useEffect(() => {
    void enter().then((first) => {
      setHome(first);
      const running = first.stages.find((stage) => stage.attempt === 'running' && stage.status === 'open');
      const show = first.stages.find((stage) => stage.kind === 'show' && stage.status === 'open');
      if (running !== undefined) return start(running.id);
      if (show !== undefined) setScreen({ is: 'show', stageId: show.id });
      return undefined;
    }, caught);
  }, [caught, start]);

  const atHome = screen.is === 'home' || screen.is === 'ended';
  useEffect(() => {
    if (!atHome || home === null) return undefined;
    const timer = setInterval(() => {
      void call('entrant.home').then(setHome, () => undefined);
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [atHome, home]);

  const end = useCallback(
    (ended: Ended, answered: number) =>
      setScreen((now) => (now.is === 'paper' ? { is: 'ended', ended, answered, attempt: now.attempt } : now)),
    [],
  );

  if (screen.is === 'paper')
    return <Paper key={screen.attempt.device} attempt={screen.attempt} onEnd={end} />;
  if (screen.is === 'review')
    return <Review stageId={screen.stageId} onBack={() => setScreen({ is: 'home' })} />;
  if (screen.is === 'show') return <TeamPhone stageId={screen.stageId} teamName={home?.team ?? ''} />;
  return (
    <main className="home">
      {refusal !== null && (
        <p role="alert" className="refusal">
          {refusal.code === 'ticket.needed' ? say('scanFirst') : refusalWords(refusal.code, refusal.facts)}
        </p>
      )}
      {home === null && refusal === null && <p className="quiet">{say('entering')}</p>}
      {home !== null && (
        <>
          <section className="who">
            <h1>{home.contestTitle}</h1>
            <p>
              <strong>{home.name}</strong> · {home.team} · {say('seat', { seat: home.seat })}
            </p>
            <p className="quiet">
              {home.unitName} · {say('entryNo')} <span className="num">{home.entryNo}</span>
            </p>
          </section>
          {screen.is === 'ended' && (
            <section className="ended" role="status">
              <h2>
                {screen.ended === 'takenOver'
                  ? say('takenOver')
                  : screen.ended === 'timeUp'
                    ? say('timeUp')
                    : say('handedIn')}
              </h2>
              {screen.ended === 'takenOver' ? (
                <button type="button" className="main" onClick={() => void start(stageOf(home))}>
                  {say('continueHere')}
                </button>
              ) : (
                <p>
                  {say('handedInHint', {
                    answered: screen.answered,
                    questions: screen.attempt.questions.length,
                  })}
                </p>
              )}
            </section>
          )}
          {home.stages.map((stage) => (
            <StageCard
              key={stage.id}
              stage={stage}
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

const stageOf = (home: Home): string =>
  (home.stages.find((stage) => stage.kind === 'exam' && stage.status === 'open') ?? home.stages.at(-1))?.id ??
  '';
