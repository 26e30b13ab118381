import type { HostView } from '@leitai/rules/show';
import { useEffect, useState } from 'react';
import { call } from '../../api/client.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { houseAddress, typedAddress } from '../../ui/houseAddress.ts';
import { Mark } from '../../ui/Mark.tsx';
import { useHostWords } from '../../words/host.ts';
import { useStageWords } from '../../words/stage.ts';
import { KeyButton } from './KeyButton.tsx';
import type { Question } from './Ask.tsx';
import type { Desk } from './useDesk.ts';

export type Panel = 'ledger' | 'devices' | 'display' | 'protests';

/** Where we are, whether the line holds, and what is always at hand: pause, ledger, big screen. */
export function Top({
  stageId,
  desk,
  view,
  open,
  ask,
}: {
  stageId: string;
  desk: Desk;
  view: HostView;
  open: (panel: Panel) => void;
  ask: (question: Question) => void;
}) {
  const say = useHostWords();
  const stage = useStageWords();
  const [screen, setScreen] = useState<string | null>(null);
  useEffect(() => {
    // Opened by an address that phones know too, the big screen's QR code leads them here.
    void Promise.all([call('show.links', { params: { stageId } }), call('session.get', {})]).then(
      ([links, me]) => {
        const known = { typed: typedAddress(), addresses: me?.addresses ?? [] };
        setScreen(`${houseAddress({ origin: location.origin, ...known })}${links.screen}`);
      },
      () => undefined,
    );
  }, [stageId]);
  const { round } = view;
  const live = desk.connection === 'live';
  const waiting = view.protests.filter(({ ruling }) => ruling === null).length;
  return (
    <header className="host-top">
      <Mark size={32} />
      <h1>{view.name}</h1>
      {view.desk !== 'host' && <b className="desk-name">{say(`desk_${view.desk}`)}</b>}
      {round !== null && (
        <p className="host-round">
          {round.index !== null && `${stage('round', { index: round.index })} · `}
          <b>{round.title}</b>
          {round.practice && <b className="practice">{stage('practice')}</b>}
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
        onClick={() => (view.paused ? desk.act({ type: 'resume' }) : ask({ kind: 'pause' }))}
      >
        {say(view.paused ? 'resume' : 'pause')}
      </KeyButton>
      <KeyButton keys="l" cap="L" onClick={() => open('ledger')}>
        {say('ledger')}
      </KeyButton>
      <KeyButton keys="b" cap="B" onClick={() => open('devices')}>
        {say('devices')}
      </KeyButton>
      <KeyButton keys="t" cap="T" onClick={() => open('display')}>
        {say('display')}
      </KeyButton>
      <KeyButton keys="y" cap="Y" onClick={() => open('protests')}>
        {say('protests')}
        {waiting > 0 && <b className="num"> {waiting}</b>}
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
