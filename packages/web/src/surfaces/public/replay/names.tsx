import type { Moment, Timeline } from '@leitai/rules/show';
import { createContext, useContext } from 'react';
import { TeamBadge } from '../../../ui/TeamBadge.tsx';
import { useReplayWords } from '../../../words/replay.ts';

export interface Named {
  readonly name: string;
  readonly table: number;
}

/** The teams of the show by id. */
export const Teams = createContext<ReadonlyMap<string, Named>>(new Map());
export const teamsOf = ({ teams }: Pick<Timeline, 'teams'>): ReadonlyMap<string, Named> =>
  new Map(teams.map(({ id, name, table }) => [id, { name, table }]));

export function useNames() {
  const teams = useContext(Teams);
  const name = (id: string): string => teams.get(id)?.name ?? '';
  return { name, names: (ids: readonly string[]): string => ids.map(name).join('、') };
}

/** A team by sign and name: colour, shape, number and words at once. */
export function Team({ id, size = 22 }: { id: string; size?: number }) {
  const team = useContext(Teams).get(id);
  if (team === undefined) return null;
  return (
    <span className="team">
      <TeamBadge table={team.table} size={size} /> <span>{team.name}</span>
    </span>
  );
}

export const signed = (delta: string): string => (delta.startsWith('-') ? `−${delta.slice(1)}` : `+${delta}`);
export const shownTotal = (total: string): string => total.replace('-', '−');

/** The points that a moment moved. */
export function Moves({ moment }: { moment: Moment }) {
  const say = useReplayWords();
  if (moment.moves.length === 0) return null;
  return (
    <ul className="moves">
      {moment.moves.map(({ no, team, delta, reason, note, reverses }) => (
        <li key={no}>
          <Team id={team} size={18} />{' '}
          <strong className={`num delta ${delta.startsWith('-') ? 'down' : 'up'}`}>{signed(delta)}</strong>{' '}
          <span className="quiet">
            {reverses === null ? say(`reason.${reason}`) : say('reverses', { no: reverses })}
            {note !== null && ` · ${note}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
