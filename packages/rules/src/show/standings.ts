import { compare } from '../kernel/index.ts';
import type { TeamId } from './config.ts';
import type { Standing } from './event.ts';
import { total } from './ledger.ts';
import { tableOf, teamsByTable } from './programme.ts';
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

/** Totals ↓, then deciders, else a shared place with the following places skipped (SK-73); listed by table. */
export function standings(state: ShowState): readonly Standing[] {
  let result = known.get(state);
  if (result === undefined) known.set(state, (result = placed(state)));
  return result;
}

function placed(state: ShowState): Standing[] {
  const lines = teamsByTable(state).map((team) => ({ team, total: total(state.ledger, team) }));
  const groups: { total: string; teams: TeamId[] }[] = [];
  for (const line of lines.sort(
    (a, b) => compare(b.total, a.total) || tableOf(state, a.team) - tableOf(state, b.team),
  )) {
    const last = groups.at(-1);
    if (last && compare(last.total, line.total) === 0) last.teams.push(line.team);
    else groups.push({ total: line.total, teams: [line.team] });
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
