import { compare, shuffle } from '../kernel/index.ts';
import type { TeamId } from './config.ts';
import type { Standing } from './event.ts';
import { total } from './ledger.ts';
import { teamsByTable } from './programme.ts';
import type { ShowState } from './state.ts';

/** Splits tied teams by the deciders that all of them played (QZ-50); one tier if none did. */
function byDeciders(teams: readonly TeamId[], deciders: ShowState['deciders']): (readonly TeamId[])[] {
  for (const [index, tiers] of deciders.entries()) {
    if (!teams.every((team) => tiers.some((tier) => tier.includes(team)))) continue;
    const parts = tiers
      .map((tier) => teams.filter((team) => tier.includes(team)))
      .filter((part) => part.length);
    if (parts.length > 1) return parts.flatMap((part) => byDeciders(part, deciders.slice(index + 1)));
  }
  return [teams];
}

/** A state never changes: its places are worked out once, however many views ask. */
const known = new WeakMap<ShowState, readonly Standing[]>();

/** Later out stands before earlier out; those still in before all. */
const stay = (state: ShowState, team: TeamId): number => {
  const left = state.eliminated.findIndex((teams) => teams.includes(team));
  return left < 0 ? state.eliminated.length : left;
};

/**
 * Who stayed longer, then totals ↓, then deciders, else a shared place with the following places skipped (SK-73); listed
 * by table. Of a finished show they are as they were declared.
 */
export function standings(state: ShowState): readonly Standing[] {
  let result = known.get(state);
  if (result === undefined) known.set(state, (result = placed(state)));
  return result;
}

function placed(state: ShowState): readonly Standing[] {
  if (state.phase === 'finished' && state.standings) return state.standings;
  const lines = teamsByTable(state).map((team) => ({
    team,
    total: total(state.ledger, team),
    stay: stay(state, team),
  }));
  const groups: { total: string; stay: number; teams: TeamId[] }[] = [];
  // The sort is stable: equal ones stay in table order.
  for (const line of lines.sort((a, b) => b.stay - a.stay || compare(b.total, a.total))) {
    const last = groups.at(-1);
    if (last && last.stay === line.stay && compare(last.total, line.total) === 0) last.teams.push(line.team);
    else groups.push({ total: line.total, stay: line.stay, teams: [line.team] });
  }
  const result: Standing[] = [];
  for (const group of groups) {
    const tiers = byDeciders(group.teams, state.deciders);
    for (const tier of tiers) {
      const place = result.length + 1;
      for (const team of tier)
        result.push({ team, total: group.total, place, decided: tiers.length > 1, byLot: false });
    }
  }
  return result;
}

/** Groups of two and more on one place, best first. */
export function tiedGroups(state: ShowState): { place: number; teams: TeamId[]; matters: boolean }[] {
  const places = new Map<number, TeamId[]>();
  for (const { place, team } of standings(state)) places.set(place, [...(places.get(place) ?? []), team]);
  return [...places]
    .filter(([, teams]) => teams.length > 1)
    .map(([place, teams]) => ({
      place,
      teams,
      matters: state.config.placesThatMatter.some((p) => p >= place && p < place + teams.length),
    }));
}

/** Every tie that is left, settled by one permutation of all teams, listed by table, under the seed (SK-41). */
export function byLot(state: ShowState, seed: string): Standing[] {
  const drawn = shuffle(teamsByTable(state), seed);
  const lines = standings(state);
  const tied = (line: Standing): boolean => lines.filter(({ place }) => place === line.place).length > 1;
  return lines
    .map((line) => ({ ...line, byLot: tied(line) }))
    .sort((a, b) => a.place - b.place || drawn.indexOf(a.team) - drawn.indexOf(b.team))
    .map((line, i) => ({ ...line, place: i + 1 }));
}
