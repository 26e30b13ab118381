import type { ScreenView } from '@leitai/rules/show';
import { byTable, changeOf, pressing, shown } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useStageWords } from '../../words/stage.ts';

/** The teams as they sit, with their scores; always at the foot while a round runs. */
export function Strip({ view, chosen }: { view: ScreenView; chosen: Readonly<Record<string, string>> }) {
  const say = useStageWords();
  const lines = byTable(view);
  const best = view.scores.some((line) => line.place !== 1);
  const playing = view.decider === null || view.round?.kind !== 'decider' ? null : view.decider;
  return (
    <ol className={lines.length > 7 ? 'strip narrow' : 'strip'} style={{ '--teams': lines.length } as object}>
      {lines.map((line) => {
        const change = changeOf(view, line.team);
        const pick = chosen[line.team];
        const out =
          line.eliminated ||
          (pressing(view.round?.kind) && view.out.includes(line.team)) ||
          (playing !== null && (!playing.teams.includes(line.team) || playing.out.includes(line.team)));
        const on = view.turn?.team === line.team || view.turn?.deadHeat?.teams.includes(line.team);
        const entered = view.question?.reveal == null && view.turn?.entered.includes(line.team);
        return (
          <li
            key={line.team}
            className={`cell${on ? ' on' : ''}${out ? ' out' : ''}${best && line.place === 1 ? ' leader' : ''}`}
            style={{ '--hue': `var(--team-${(((line.table ?? 1) - 1) % 8) + 1})` } as object}
          >
            <p className="cell-team">
              {line.table !== null && <TeamBadge table={line.table} />}
              <TeamName name={line.name} />
            </p>
            <p className="cell-score">
              <strong className="num">{shown(line.total)}</strong>
              {change !== null && (
                <span className={`num change ${change.startsWith('+') ? 'up' : 'down'}`}>{change}</span>
              )}
              {entered && <span className="pick">✔</span>}
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
