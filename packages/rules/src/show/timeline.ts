import { add, type Decimal } from '../kernel/index.ts';
import type { ShowConfig, TeamId } from './config.ts';
import type { LedgerRow, ShowEvent } from './event.ts';
import { evolve, initial, replay } from './evolve.ts';
import { happening } from './happening.ts';
import type { Moment, Move, Timeline } from './moment.ts';
import { tableOf, teamsByTable } from './programme.ts';
import type { PauseRecord, ShowState } from './state.ts';

/**
 * The course of a show as anyone may read it after the end, from its stored events: every press with its Δms, every
 * ruling, and the totals after each. Built field by field: no people, no consoles, no devices, no free words but the
 * jury's public reasons, and of each question only what was shown.
 */
export function timeline(config: ShowConfig, events: readonly ShowEvent[]): Timeline {
  const end = replay(config, events);
  const teams = teamsByTable(end);
  const moments: Moment[] = [];
  const totals = new Map<TeamId, Decimal>(teams.map((team) => [team, '0']));
  const shown = new Set<string>();
  let state = initial(config);
  for (const event of events) {
    const before = state;
    state = evolve(before, event);
    const told = happening(event, { before, state, end, shown });
    if (event.type === 'questionShown') shown.add(event.question);
    const moves = 'rows' in event ? event.rows.map(moveOf) : [];
    for (const { team, delta } of moves) totals.set(team, add(totals.get(team) ?? '0', delta));
    if (told !== null)
      moments.push({ ...told, no: state.seq, at: event.at, moves, totals: teams.map((t) => totals.get(t)!) });
  }
  const { pauses } = end;
  return {
    name: config.name,
    teams: teams.map((id) => ({ id, name: nameOf(config, id), table: tableOf(end, id) })),
    moments,
    standings: end.standings && end.standings.map(lineOf),
    from: events.find(({ type }) => type === 'started')?.at ?? null,
    until: end.standings && (events.findLast(({ type }) => type === 'finished')?.at ?? null),
    pausedMs: sum(pauses),
    faultMs: sum(pauses.filter(({ reason }) => reason === 'equipmentFault')),
  };
}

const moveOf = ({ no, team, delta, reason, note, reverses }: LedgerRow): Move => ({
  no,
  team,
  delta,
  reason,
  note: note ?? null,
  reverses: reverses ?? null,
});

const lineOf = ({ team, total, place, decided, byLot }: NonNullable<ShowState['standings']>[number]) => ({
  team,
  total,
  place,
  decided,
  byLot,
});

const nameOf = (config: ShowConfig, id: TeamId): string =>
  config.teams.find((team) => team.id === id)?.name ?? '';

const sum = (pauses: readonly PauseRecord[]): number =>
  pauses.reduce((ms, { from, until }) => ms + (until === null ? 0 : until - from), 0);
