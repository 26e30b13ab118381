import type { ScreenView } from '@leitai/rules/show';
import {
  byTable,
  changeOf,
  digitsOf,
  joint,
  pressing,
  shown,
  tiedNow,
  verdictOf,
} from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useStageWords } from '../../words/stage.ts';

/** So many cells leave room for a number, or for a name as short as this. */
const MANY = 8;
const SHORT_NAME = 4;

/** The teams as they sit, with their scores; always at the foot while a round runs. */
export function Strip({ view, chosen }: { view: ScreenView; chosen: Readonly<Record<string, string>> }) {
  const say = useStageWords();
  const lines = byTable(view);
  const best = view.scores.some((line) => line.place !== 1);
  const playing = view.decider === null || view.round?.kind !== 'decider' ? null : view.decider;
  const tied = tiedNow(view);
  const numbersOnly = lines.length > MANY && lines.some(({ name }) => [...name].length > SHORT_NAME);
  return (
    <ol
      className={`strip${lines.length > 7 ? ' narrow' : ''}${numbersOnly ? ' numbers' : ''}`}
      style={{ '--teams': lines.length, '--digits': digitsOf(view) } as object}
    >
      {lines.map((line) => {
        const change = changeOf(view, line.team);
        const pick = chosen[line.team];
        const out =
          line.eliminated ||
          ((pressing(view) || joint(view.round?.kind)) && view.out.includes(line.team)) ||
          (playing !== null && (!playing.teams.includes(line.team) || playing.out.includes(line.team)));
        const on = view.turn?.team === line.team || tied.includes(line.team);
        const verdict = verdictOf(view, line.team);
        const entered = view.turn?.verdicts === null && view.turn.entered.includes(line.team);
        const extra = playing?.points[line.team];
        return (
          <li
            key={line.team}
            className={`cell${on ? ' on' : ''}${out ? ' out' : ''}${best && line.place === 1 ? ' leader' : ''}`}
            style={{ '--hue': `var(--team-${(((line.table ?? 1) - 1) % 8) + 1})` } as object}
          >
            <p className="cell-team">
              {line.table !== null && <TeamBadge table={line.table} />}
              {!numbersOnly && <TeamName name={line.name} />}
              {line.eliminated && <small>{say('eliminated')}</small>}
              {verdict !== null && verdict.stake !== null && (
                <small className="num">{say('stakeIs', { stake: shown(verdict.stake) })}</small>
              )}
              {extra !== undefined && (
                <small className="num">{say('deciderPoints', { points: shown(extra) })}</small>
              )}
            </p>
            <p className="cell-score">
              <strong className="num">{shown(line.total)}</strong>
              {change !== null && (
                <span className={`num change ${change.startsWith('+') ? 'up' : 'down'}`}>{change}</span>
              )}
              {entered && <span className="pick sent">{say('sent')}</span>}
              {change === null && verdict !== null && (
                <span className={`pick ${verdict.right ? 'right' : 'wrong'}`}>
                  {verdict.right ? '✔' : '✘'}
                </span>
              )}
              {change === null && pick !== undefined && (
                <span className="pick num">
                  {pick === 'declined' ? say('declined') : say('points', { points: pick })}
                </span>
              )}
            </p>
          </li>
        );
      })}
    </ol>
  );
}

/** A long name breaks before what every team is called: 代表队. */
function TeamName({ name }: { name: string }) {
  const [own, kind] = name.split(/(?=代表队$)/);
  return (
    <span>
      {own}
      {kind !== undefined && (
        <>
          <wbr />
          {kind}
        </>
      )}
    </span>
  );
}
