import type { SpectatorView } from '@leitai/rules/show';
import { useEffect, useState } from 'react';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useCrowdWords } from '../../words/crowd.ts';
import { Cheers } from './cheers.ts';
import { byTable } from './telling.ts';

/** One big button a team; a tap is felt at once and goes out with the others of its second. */
export function CheerBar({
  view,
  cheers,
  send,
}: {
  view: SpectatorView;
  /** What the house has counted, by team. */
  cheers: Readonly<Record<string, number>>;
  send: (team: string, count: number) => void;
}) {
  const say = useCrowdWords();
  const [gather] = useState(() => new Cheers(send));
  useEffect(() => () => gather.stop(), [gather]);
  // What was tapped here shows at once; the house's number, once it is higher.
  const [own, setOwn] = useState<Readonly<Record<string, number>>>({});
  const shown = (team: string): number => Math.max(own[team] ?? 0, cheers[team] ?? 0);
  const tap = (team: string): void => {
    gather.tap(team);
    setOwn({ ...own, [team]: shown(team) + 1 });
  };
  return (
    <section className="cheer" aria-labelledby="cheer-title">
      <h2 id="cheer-title">
        {say('cheer')} <small className="quiet">{say('cheerHint')}</small>
      </h2>
      <ul>
        {byTable(view).map(({ team, name, table }) => (
          <li key={team}>
            <button type="button" onClick={() => tap(team)}>
              {table !== null && <TeamBadge table={table} />}
              <span className="cheer-name">{name}</span>
              <span className="num">
                <span className="unseen">{say('cheer')} </span>
                {shown(team)}
              </span>
              {own[team] !== undefined && (
                <i key={own[team]} className="cheer-burst" aria-hidden="true">
                  ♥
                </i>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
