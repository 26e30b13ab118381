import './crowd.css';
import type { ScreenView } from '@leitai/rules/show';
import { askedKey, shares, type Asking, type CrowdFace } from '../../kinds/show/crowdFace.ts';
import { Ring } from '../../kinds/show/Ring.tsx';
import { byTable, letter } from '../../kinds/show/telling.ts';
import { useCrowdFace } from '../../kinds/show/useCrowdFace.ts';
import type { LiveState } from '../../live/socket.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useCrowdWords } from '../../words/crowd.ts';
import { Qr } from './Qr.tsx';
import { useFit } from './useFit.ts';

type Counts = LiveState<ScreenView>['crowd'];

/** The audience's part of the big screen; it lies over the scene while there is something of the audience to show. */
export function Crowd({
  view,
  stageId,
  crowd,
  serverNow,
}: {
  view: ScreenView;
  stageId: string;
  /** The latest head counts. */
  crowd: Counts;
  serverNow: () => number;
}) {
  const face = useCrowdFace(view);
  return (
    <>
      {face !== null && (
        <section className="crowd-scene" data-crowd={face.kind}>
          {face.kind === 'asking' ? (
            <Question
              key={askedKey(face.asking)}
              view={view}
              asking={face.asking}
              stageId={stageId}
              answered={crowd?.answered ?? 0}
              serverNow={serverNow}
            />
          ) : face.winners.length > 0 ? (
            <Winners winners={face.winners} of={view.crowd.prize?.of ?? 0} />
          ) : (
            <Outcome key={askedKey(face.result)} view={view} face={face} />
          )}
        </section>
      )}
      <CheerRow view={view} cheers={crowd?.cheers ?? {}} />
    </>
  );
}

function Question({
  view,
  asking,
  stageId,
  answered,
  serverNow,
}: {
  view: ScreenView;
  asking: Asking;
  stageId: string;
  answered: number;
  serverNow: () => number;
}) {
  const say = useCrowdWords();
  const fit = useFit<HTMLDivElement>([7, 6.2, 5.4, 4.6]);
  const address = `${location.origin}/audience/${encodeURIComponent(stageId)}`;
  return (
    <>
      <div ref={fit} className="text">
        <p className="crowd-kind">{say(asking.kind)}</p>
        <p className="stem">{asking.title}</p>
        <ol className="options">
          {asking.options.map((option, index) => (
            <li key={option}>
              <b>{letter(index)}</b>
              <span>{option}</span>
            </li>
          ))}
        </ol>
      </div>
      <aside className="crowd-join">
        <Qr text={address} />
        <b>{say('join')}</b>
        <p className="num" aria-live="off">
          {say(asking.kind === 'poll' ? 'voted' : 'answered', { count: answered })}
        </p>
        {view.clock?.kind === 'crowd' && <Ring clock={view.clock} serverNow={serverNow} />}
      </aside>
    </>
  );
}

function Outcome({ view, face }: { view: ScreenView; face: Extract<CrowdFace, { kind: 'result' }> }) {
  const say = useCrowdWords();
  const fit = useFit<HTMLDivElement>([6, 5.4, 4.8, 4.2]);
  const { result, right } = face;
  const percent = shares(result);
  const most = Math.max(...result.counts);
  const explanation = right === null ? null : (view.question?.reveal?.explanation ?? null);
  return (
    <div ref={fit} className="text">
      <p className="crowd-kind">
        {say(result.kind)} ·{' '}
        <span className="num">
          {say(result.kind === 'poll' ? 'votedAll' : 'answeredAll', { count: result.answered })}
        </span>
      </p>
      <p className="stem">{result.title}</p>
      <ol className="crowd-bars" aria-live="polite">
        {result.options.map((option, index) => (
          <li key={option} className={barTone(face, index, most)}>
            <i style={{ transform: `scaleX(${percent[index]! / 100})` }} aria-hidden="true" />
            <b>{index === right ? '✔' : letter(index)}</b>
            <span>{option}</span>
            <strong className="num">{percent[index]}%</strong>
          </li>
        ))}
      </ol>
      {explanation !== null && <p className="why">{explanation}</p>}
    </div>
  );
}

const barTone = (
  { result, right }: Extract<CrowdFace, { kind: 'result' }>,
  index: number,
  most: number,
): string => {
  if (index === right) return 'right';
  return result.kind === 'poll' && most > 0 && result.counts[index] === most ? 'lead' : '';
};

function Winners({ winners, of }: { winners: readonly string[]; of: number }) {
  const say = useCrowdWords();
  return (
    <div className={`crowd-prize n${winners.length > 5 ? 10 : winners.length > 2 ? 5 : 2}`} role="status">
      <h2 className="honour">{say('winners')}</h2>
      <ol>
        {winners.map((code) => (
          <li key={code} className="num">
            {code}
          </li>
        ))}
      </ol>
      <p>
        {say('drawnOf', { of })} · {say('winnersHint')}
      </p>
    </div>
  );
}

/** Quiet: one thin bar a team, as long as its share of the loudest. */
function CheerRow({ view, cheers }: { view: ScreenView; cheers: Readonly<Record<string, number>> }) {
  const say = useCrowdWords();
  const most = Math.max(0, ...Object.values(cheers));
  if (most === 0 || view.phase === 'finished') return null;
  return (
    <div className="cheer-row">
      <span>{say('cheer')}</span>
      {byTable(view).map(({ team, table }, index) => (
        <div key={team} style={{ '--hue': `var(--team-${(((table ?? index + 1) - 1) % 8) + 1})` } as object}>
          {table !== null && <TeamBadge table={table} />}
          <i aria-hidden="true">
            <b style={{ transform: `scaleX(${(cheers[team] ?? 0) / most})` }} />
          </i>
          <span className="num">{cheers[team] ?? 0}</span>
        </div>
      ))}
    </div>
  );
}
