import type { Desk as DeskName, HostView, ShowConfig } from '@leitai/rules/show';
import { useCallback, useEffect, useState } from 'react';
import { call } from '../../api/client.ts';
import { useLastBye } from '../../kinds/show/useLastBye.ts';
import { Mark } from '../../ui/Mark.tsx';
import { useHostWords } from '../../words/host.ts';
import { useStageWords } from '../../words/stage.ts';
import { refusalWords } from '../../words/words.ts';
import { Ask, type Question } from './Ask.tsx';
import { CrowdPanel } from './CrowdPanel.tsx';
import { Devices } from './Devices.tsx';
import { DisplayPanel } from './DisplayPanel.tsx';
import { Lobby } from './Lobby.tsx';
import { More } from './More.tsx';
import { Now } from './Now.tsx';
import { Ledger } from './Ledger.tsx';
import { LETTER, primaryOf } from './primary.ts';
import { Protests } from './Protests.tsx';
import { Rulings } from './Rulings.tsx';
import { Teams } from './Teams.tsx';
import { Top, type Panel } from './Top.tsx';
import { KeyButton } from './KeyButton.tsx';
import { randomHex, useDesk, type Desk } from './useDesk.ts';
import { useInputs } from './useInputs.ts';
import { useKeys } from './useKeys.ts';

const DESKS: readonly DeskName[] = ['host', 'remote', 'timekeeper', 'scorekeeper', 'jury'];

/** `?desk=` of the address; the host's own when absent or unknown. */
function deskOf(search: string): DeskName {
  const asked = new URLSearchParams(search).get('desk');
  return DESKS.find((desk) => desk === asked) ?? 'host';
}

/** The host's desk: what is on, what comes, who may act, and one big button that is always right. */
export function Host({ stageId }: { stageId: string }) {
  const stage = useStageWords();
  const say = useHostWords();
  const desk = useDesk(stageId, deskOf(location.search));
  const bye = useLastBye(desk.bye, desk.view);
  useKeys();
  useEffect(() => {
    document.title = `${say('title')}${desk.view === null ? '' : ` · ${desk.view.name}`}`;
  });
  if (bye !== null || desk.view === null) {
    return (
      <main className="host-empty">
        <Mark size={64} />
        <p role="status">{bye === null ? stage('connecting') : byeWords(bye, say)}</p>
        {bye?.startsWith('auth.') && <a href="/console">{say('signInLink')}</a>}
      </main>
    );
  }
  return <DeskPage stageId={stageId} desk={desk} view={desk.view} />;
}

function byeWords(bye: string, say: ReturnType<typeof useHostWords>): string {
  if (bye === 'auth.signInNeeded') return say('signIn');
  return bye === 'notFound' ? say('notYours') : refusalWords(bye);
}

function useTitles(stageId: string): ReadonlyMap<string, string> {
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    void call('show.get', { params: { stageId } }).then(
      ({ config }) => {
        const { rounds } = config as unknown as Pick<ShowConfig, 'rounds'>;
        setTitles(new Map(rounds.map((round) => [round.id, round.title])));
      },
      () => undefined,
    );
  }, [stageId]);
  return titles;
}

function DeskPage({ stageId, desk, view }: { stageId: string; desk: Desk; view: HostView }) {
  const say = useHostWords();
  const titles = useTitles(stageId);
  const [seed, setSeed] = useState(() => randomHex(8));
  const [marked, setMarked] = useState<{ question: string; hits: readonly number[] }>({
    question: '',
    hits: [],
  });
  const [question, setQuestion] = useState<Question | null>(null);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [learning, setLearning] = useState<string | null>(null);
  const { act, mine, press, serverNow, heard } = desk;
  const learned = useCallback(() => setLearning(null), []);
  useInputs(mine ? view : null, { learning, learned, heard, act, press, serverNow });
  const on = view.item?.id ?? '';
  const hits = marked.question === on ? marked.hits : [];
  const watching = !mine && view.console !== null && view.phase !== 'finished';
  const primary = watching
    ? { words: say('watching'), command: null }
    : primaryOf(view, say, { titles, hits, seed });
  const ready = desk.ready && (mine || primary.command?.type === 'takeConsole');
  const awaited = primary.command === null;
  const go = (): void => {
    if (primary.command?.type === 'finish') setQuestion({ kind: 'finish' });
    else if (primary.command !== null) act(primary.command);
  };
  const close = (): void => setPanel(null);
  return (
    <div className="desk">
      <Top stageId={stageId} desk={desk} view={view} open={setPanel} ask={setQuestion} />
      {watching && (
        <p className="elsewhere" role="alert">
          {say('elsewhere')}
          <button type="button" className="take" onClick={() => act({ type: 'takeConsole' })}>
            {say('take')}
          </button>
        </p>
      )}
      <div className="left">
        <Rulings
          view={view}
          act={act}
          ready={desk.ready && mine}
          hits={hits}
          setHits={(next) => setMarked({ question: on, hits: next })}
        />
        <More view={view} act={act} ready={desk.ready && mine} ask={setQuestion} />
        <CrowdPanel view={view} act={act} ready={desk.ready && mine} crowd={desk.crowd} />
      </div>
      <main className="middle">
        {view.phase === 'lobby' ? (
          <Lobby view={view} seed={seed} setSeed={setSeed} />
        ) : (
          <Now view={view} titles={titles} serverNow={desk.serverNow} />
        )}
      </main>
      <div className="go">
        {desk.refusal !== null && (
          <p className="toast" role="alert">
            {desk.refusal}
          </p>
        )}
        <KeyButton
          keys={`space ${(LETTER as Readonly<Record<string, string>>)[primary.command?.type ?? ''] ?? ''}`}
          cap={say('space')}
          className={`next${awaited ? ' awaited' : ''}`}
          disabled={awaited || !ready}
          onClick={go}
        >
          {primary.words}
        </KeyButton>
      </div>
      <aside className="right">
        <Teams
          view={view}
          crowd={desk.crowd}
          adjust={
            mine && view.allowed.includes('adjust') ? (team) => setQuestion({ kind: 'adjust', team }) : null
          }
        />
      </aside>
      {question !== null && (
        <Ask
          view={view}
          ledger={desk.ledger}
          question={question}
          act={act}
          onClose={() => setQuestion(null)}
        />
      )}
      {panel === 'ledger' && (
        <Ledger
          view={view}
          ledger={desk.ledger}
          onClose={close}
          onReverse={mine ? (no) => setQuestion({ kind: 'reverse', no }) : null}
        />
      )}
      {panel === 'devices' && (
        <Devices
          view={view}
          act={act}
          ready={desk.ready && mine}
          devices={desk.devices}
          learning={learning}
          setLearning={setLearning}
          onClose={close}
        />
      )}
      {panel === 'display' && (
        <DisplayPanel view={view} act={act} ready={desk.ready && mine} onClose={close} />
      )}
      {panel === 'protests' && (
        <Protests
          view={view}
          act={act}
          ready={desk.ready && mine}
          onFile={() => setQuestion({ kind: 'protest', team: view.scores[0]?.team ?? '' })}
          onClose={close}
        />
      )}
    </div>
  );
}
