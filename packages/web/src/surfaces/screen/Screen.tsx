import type { ScreenView } from '@leitai/rules/show';
import { useEffect, useState } from 'react';
import { lineOf } from '../../kinds/show/telling.ts';
import { useLastBye } from '../../kinds/show/useLastBye.ts';
import { useLive } from '../../live/useLive.ts';
import { Mark } from '../../ui/Mark.tsx';
import { useStageWords } from '../../words/stage.ts';
import { Board } from './Board.tsx';
import { Ceremony } from './Ceremony.tsx';
import { Crowd } from './Crowd.tsx';
import { Final } from './Final.tsx';
import { FullScreen } from './FullScreen.tsx';
import { Lobby } from './Lobby.tsx';
import { QuestionScene } from './QuestionScene.tsx';
import { Preload } from './Media.tsx';
import { RoundCard } from './RoundCard.tsx';
import { useSounds } from './sounds.ts';
import { Strip } from './Strip.tsx';
import { TestPress } from './TestPress.tsx';

type Scene = 'lobby' | 'test' | 'final' | 'ceremony' | 'board' | 'round' | 'question';

function sceneOf(view: ScreenView): Scene {
  if (view.testing) return 'test';
  if (view.phase === 'lobby') return 'lobby';
  if (view.phase === 'finished') return view.display.scores === 'ceremony' ? 'ceremony' : 'final';
  if (view.display.scene === 'board') return 'board';
  if (view.round === null) return 'board';
  if (view.phase !== 'idle') return 'question';
  return view.round.turn === 0 ? 'round' : 'board';
}

/** The big screen: what the hall sees, from the server's view alone; it keeps the last one while disconnected. */
export function Screen({ stageId, screenKey }: { stageId: string; screenKey: string }) {
  const say = useStageWords();
  const {
    view,
    connection,
    crowd,
    bye: now,
    serverNow,
  } = useLive<ScreenView>(stageId, 'screen', { key: screenKey });
  const bye = useLastBye(now, view);
  const chosen = useChosen(view);
  const sounds = useSounds(view);
  const [boarded, setBoarded] = useState<readonly string[]>([]);
  const name = view?.name;
  useEffect(() => {
    if (name !== undefined) document.title = name;
  }, [name]);

  if (view === null) {
    return (
      <main className="screen empty">
        <Mark size={120} />
        <p role="status">{bye === null ? say('connecting') : say('badKey')}</p>
      </main>
    );
  }
  const scene = sceneOf(view);
  const { round } = view;
  return (
    <main className={`screen ${scene} ${view.phase}`} data-scene={scene} data-phase={view.phase}>
      <header className="top">
        <Mark size={64} />
        {scene === 'question' ? (
          <h1 className="show-name">{view.name}</h1>
        ) : (
          <p className="show-name">{view.name}</p>
        )}
        {round !== null && scene !== 'round' && (
          <p className="where">
            {round.index !== null && <span>{say('round', { index: round.index })}</span>}
            <b>{round.title}</b>
            {round.turn > 0 && (
              <span className="num">
                {round.turns === null
                  ? say('turn', { turn: round.turn })
                  : say('turnOf', { turn: round.turn, turns: round.turns })}
              </span>
            )}
            {round.practice && <b className="practice">{say('practice')}</b>}
          </p>
        )}
        {connection !== 'live' && (
          <p className="lost" role="status">
            {say('retrying')}
          </p>
        )}
      </header>
      {scene === 'lobby' && <Lobby view={view} stageId={stageId} />}
      {scene === 'test' && <TestPress view={view} />}
      {scene === 'ceremony' && <Ceremony view={view} />}
      {scene === 'final' && <Final view={view} />}
      {scene === 'board' && <Board view={view} before={boarded} onShown={setBoarded} />}
      {scene === 'round' && <RoundCard view={view} />}
      {scene === 'question' && <QuestionScene view={view} serverNow={serverNow} />}
      {(scene === 'round' || scene === 'question') && <Strip view={view} chosen={chosen} />}
      <Crowd view={view} stageId={stageId} crowd={crowd} serverNow={serverNow} />
      {view.paused && (
        <p className="pause" role="status">
          {say(view.pause === 'equipmentFault' ? 'pausedFault' : 'paused')}
        </p>
      )}
      <Preload media={view.preload} />
      <FullScreen sounds={sounds} />
    </main>
  );
}

/** Each team chooses the value of its own question. */
const choosesOwn = ({ round, decider }: ScreenView): boolean =>
  round?.kind === 'risk' || (round?.kind === 'decider' && decider?.rule === 'risk');

/** Who chose what in this risk round, as far as this screen has seen it. */
function useChosen(view: ScreenView | null): Readonly<Record<string, string>> {
  const [seen, setSeen] = useState<{ round: string; by: Readonly<Record<string, string>> }>({
    round: '',
    by: {},
  });
  const round = view !== null && choosesOwn(view) ? view.round!.id : '';
  const team = round !== '' && view !== null ? (lineOf(view, view.turn?.team)?.team ?? null) : null;
  const value = view?.turn?.outcome === 'declined' ? 'declined' : (view?.turn?.points ?? null);
  if (seen.round !== round) setSeen({ round, by: {} });
  else if (team !== null && value !== null && seen.by[team] !== value) {
    setSeen({ round, by: { ...seen.by, [team]: value } });
  }
  return seen.by;
}
