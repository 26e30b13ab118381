import type { HostView } from '@leitai/rules/show';
import { useEffect, useState } from 'react';
import { call } from '../../api/client.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { useHostWords } from '../../words/host.ts';
import { useStageWords } from '../../words/stage.ts';
import { KeyButton } from './KeyButton.tsx';
import type { Desk } from './useDesk.ts';

/** Where we are, whether the line holds, and what is always at hand: pause, ledger, big screen. */
export function Top({
  stageId,
  desk,
  view,
  onLedger,
}: {
  stageId: string;
  desk: Desk;
  view: HostView;
  onLedger: () => void;
}) {
  const say = useHostWords();
  const stage = useStageWords();
  const [screen, setScreen] = useState<string | null>(null);
  useEffect(() => {
    void call('show.links', { params: { stageId } }).then(
      (links) => setScreen(links.screen),
      () => undefined,
    );
  }, [stageId]);
  const { round } = view;
  const live = desk.connection === 'live';
  return (
    <header className="host-top">
      <Mark size={32} />
      <h1>{view.name}</h1>
      {round !== null && (
        <p className="host-round">
          {round.index !== null && `${stage('round', { index: round.index })} · `}
          <b>{round.title}</b>
          {round.turn > 0 && (
            <span className="num">
              {' '}
              {round.turns === null
                ? stage('turn', { turn: round.turn })
                : stage('turnOf', { turn: round.turn, turns: round.turns })}
            </span>
          )}
        </p>
      )}
      <span className="grow" />
      <span className={live ? 'line ok' : 'line'} role="status">
        {live ? `● ${say('connected')}` : `○ ${say('lost')}`}
      </span>
      <span className="num crowd">{say('audience', { count: desk.crowd?.audience ?? 0 })}</span>
      <KeyButton
        keys="p"
        cap="P"
        className={view.paused ? 'on' : ''}
        disabled={!desk.mine || !live || !view.allowed.includes(view.paused ? 'resume' : 'pause')}
        onClick={() => desk.act(view.paused ? { type: 'resume' } : { type: 'pause', reason: 'break' })}
      >
        {say(view.paused ? 'resume' : 'pause')}
      </KeyButton>
      <KeyButton keys="l" cap="L" onClick={onLedger}>
        {say('ledger')}
      </KeyButton>
      {screen !== null && (
        <a className="button" href={screen} target="_blank" rel="noreferrer">
          {say('screen')}
        </a>
      )}
      <LanguageSwitch />
    </header>
  );
}
