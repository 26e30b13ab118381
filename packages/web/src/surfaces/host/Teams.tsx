import type { HostView } from '@leitai/rules/show';
import { byTable, changeOf, joint, lineOf, pressing, shown, verdictOf } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useHostWords } from '../../words/host.ts';
import { useStageWords } from '../../words/stage.ts';
import type { Desk } from './useDesk.ts';

/** The teams as they sit: score, place, phones; and who pressed when. */
export function Teams({
  view,
  crowd,
  adjust,
}: {
  view: HostView;
  crowd: Desk['crowd'];
  adjust: ((team: string) => void) | null;
}) {
  const say = useHostWords();
  const stage = useStageWords();
  return (
    <>
      <section className="teams">
        <h2>{say('teams')}</h2>
        <ol>
          {byTable(view).map((line) => {
            const phones = crowd?.teams[line.team] ?? 0;
            const change = changeOf(view, line.team);
            const out = view.out.includes(line.team);
            const verdict = verdictOf(view, line.team);
            const extra = view.round?.kind === 'decider' ? view.decider?.points[line.team] : undefined;
            return (
              <li
                key={line.team}
                className={`${view.mayAct.includes(line.team) ? 'may ' : ''}${view.turn?.team === line.team ? 'on' : ''}${line.eliminated ? ' gone' : ''}`}
              >
                {line.table === null ? <i /> : <TeamBadge table={line.table} size={30} />}
                <span className="team-name">
                  {line.name}
                  <small className={phones === 0 ? 'num none' : 'num'}>
                    {phones === 0 ? '○' : '●'} {say('phones', { count: phones })}
                    {line.eliminated && ` · ${say('eliminated')}`}
                    {out && pressing(view) && ` · ${say('out')}`}
                    {out && joint(view.round?.kind) && ` · ${say('outOfRound')}`}
                    {extra !== undefined && ` · ${stage('deciderPoints', { points: shown(extra) })}`}
                    {line.byLot && ` · ${stage('byLot')}`}
                  </small>
                </span>
                {verdict !== null && (
                  <span aria-label={stage(verdict.right ? 'right' : 'wrong')}>
                    {verdict.right ? '✔' : '✘'}
                  </span>
                )}
                {change !== null && (
                  <span className={`num change ${change.startsWith('+') ? 'up' : 'down'}`}>{change}</span>
                )}
                <span className="team-score num">
                  <b>{view.phase !== 'lobby' && shown(line.total)}</b>
                  <small>
                    {view.phase !== 'lobby' && line.place !== null && stage('place', { place: line.place })}
                  </small>
                </span>
                <button
                  type="button"
                  className="adjust"
                  aria-label={`${say('adjust')} ${line.name}`}
                  disabled={adjust === null}
                  onClick={() => adjust?.(line.team)}
                >
                  ±
                </button>
              </li>
            );
          })}
        </ol>
      </section>
      {(pressing(view) || view.presses.length > 0) && <Presses view={view} />}
    </>
  );
}

/** A press of a declared dead heat that did not get it, or waits for who gets it, is no press that came late. */
function wordOf({ turn, presses, phase }: HostView, { team, opening, verdict }: HostView['presses'][number]) {
  const latest = Math.max(...presses.map((press) => press.opening));
  const tied = opening === latest && turn?.deadHeat?.teams.includes(team) === true;
  const waits = verdict === 'gathered' && phase === 'deadHeat';
  return tied && (verdict === 'notFirst' || waits) ? 'press_tied' : (`press_${verdict}` as const);
}

function Presses({ view }: { view: HostView }) {
  const say = useHostWords();
  return (
    <section className="presses">
      <h2>{say('presses')}</h2>
      {view.presses.length === 0 ? (
        <p className="quiet">{say('noPresses')}</p>
      ) : (
        <ol>
          {view.presses.map((press) => (
            <li key={`${press.opening}-${press.team}-${press.at}`} className={press.verdict}>
              <TeamBadge table={lineOf(view, press.team)?.table ?? 1} size={22} />
              <span className="num">
                {(press.deltaMs / 1000).toFixed(3)} s
                {press.basis !== 'arrival' && <small> ±{press.uncertaintyMs.toFixed(1)} ms</small>}
              </span>
              <b>{say(wordOf(view, press))}</b>
              <small>
                {press.opening === 0 ? say('readingPress') : say('opening', { no: press.opening })}
                {press.basis === 'fallback' && ` · ${say('fallback')}`}
                {press.input !== null && ` · ${press.input}`}
              </small>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
