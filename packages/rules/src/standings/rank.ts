import { compare, never, round } from '../kernel/index.ts';
import { teamMark, type TeamMark } from './teamMark.ts';
import type { Mark, StandingRow, StandingRule, TieBreaker } from './types.ts';

interface Line extends TeamMark {
  readonly entry: string;
}

const LAST = Number.POSITIVE_INFINITY;
const ascending = (a: number | null, b: number | null): number => {
  const [x, y] = [a ?? LAST, b ?? LAST];
  return x < y ? -1 : x > y ? 1 : 0;
};
const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function decide(breaker: TieBreaker, a: Line, b: Line): number {
  switch (breaker) {
    case 'elapsedAsc':
      return ascending(a.elapsedMs, b.elapsedMs);
    case 'bestMember':
      return compare(b.best!, a.best!);
    case 'decider':
      return ascending(a.decider, b.decider);
    default:
      return never(breaker);
  }
}

/** Who stayed longer, total downwards, then the tie-breakers in their published order (SK-70, SK-71); 0 is a shared place. */
function before(rule: StandingRule, a: Line, b: Line): number {
  const byStay = ascending(b.eliminated, a.eliminated);
  if (byStay !== 0) return byStay;
  const byTotal = compare(b.total!, a.total!);
  if (byTotal !== 0) return byTotal;
  for (const breaker of rule.tieBreakers) {
    const decided = decide(breaker, a, b);
    if (decided !== 0) return decided;
  }
  return 0;
}

/**
 * Standing of all `entries` from the stage's marks; marks of other entries are not looked at.
 * Totals are rounded once and compared as published (SK-60). Equals share a place and the following places are
 * skipped: 1, 2, 2, 4 (SK-73). Absent, then disqualified entries come last, without a place (SK-76).
 * Within a shared place and without one the list is by entry id.
 */
export function rank(rule: StandingRule, marks: readonly Mark[], entries: readonly string[]): StandingRow[] {
  const byEntry = new Map<string, Mark[]>(entries.map((entry) => [entry, []]));
  for (const mark of marks) byEntry.get(mark.entry)?.push(mark);
  const lines = [...byEntry].map(([entry, own]): Line => {
    const mark = teamMark(rule.teamScore, own);
    return { ...mark, entry, total: mark.total === null ? null : round(mark.total, rule.places) };
  });
  const scored = lines
    .filter(({ status }) => status === 'scored')
    .sort((a, b) => before(rule, a, b) || byId(a.entry, b.entry));
  const places: number[] = [];
  for (const [i, line] of scored.entries())
    places.push(i > 0 && before(rule, scored[i - 1]!, line) === 0 ? places[i - 1]! : i + 1);
  const placed = scored.map(({ entry, total, elapsedMs, status }, i): StandingRow => {
    const tied = places[i - 1] === places[i] || places[i + 1] === places[i];
    return { entry, place: places[i]!, total, elapsedMs, tied, status };
  });
  const unplaced = (['absent', 'disqualified'] as const).flatMap((status) =>
    lines
      .filter((line) => line.status === status)
      .sort((a, b) => byId(a.entry, b.entry))
      .map(({ entry }): StandingRow => ({
        entry,
        place: null,
        total: null,
        elapsedMs: null,
        tied: false,
        status,
      })),
  );
  return [...placed, ...unplaced];
}
