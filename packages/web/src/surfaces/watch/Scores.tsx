import type { SpectatorView } from '@leitai/rules/show';
import { byTable, changeOf, digitsOf, shown } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';

/** The teams as they sit, with their scores, in one row. */
export function Scores({ view }: { view: SpectatorView }) {
  const leads = view.scores.some((line) => line.place !== 1);
  return (
    <ol className="watch-scores" style={{ '--digits': digitsOf(view) } as object}>
      {byTable(view).map((line) => {
        const change = changeOf(view, line.team);
        return (
          <li
            key={line.team}
            className={`${view.turn?.team === line.team ? 'on ' : ''}${line.eliminated ? 'gone ' : ''}${leads && line.place === 1 ? 'leader' : ''}`}
            style={{ '--hue': `var(--team-${(((line.table ?? 1) - 1) % 8) + 1})` } as object}
          >
            {line.table !== null && <TeamBadge table={line.table} size={26} />}
            <span className="watch-name">{line.name}</span>
            {change !== null && (
              <span className={`num change ${change.startsWith('+') ? 'up' : 'down'}`}>{change}</span>
            )}
            <strong className="num">{shown(line.total)}</strong>
          </li>
        );
      })}
    </ol>
  );
}
