import { divide, multiply, ok, refuse, toWhole, type Result } from '../kernel/index.ts';
import type { StandingRow } from '../standings/types.ts';
import type { Award, AwardRule } from './types.ts';

interface Placed {
  readonly entry: string;
  readonly place: number;
}

/** Prizes of each tier for `field` placed entries: a fixed count or a share of those placed (SK-97). */
export const tierCounts = (rule: AwardRule, field: number): number[] =>
  rule.tiers.map(({ value }) => {
    const exact = rule.kind === 'count' ? value : divide(multiply(value, String(field)), '100');
    const count = Math.max(0, toWhole(exact, rule.rounding));
    return rule.minOne ? Math.max(1, count) : count;
  });

/**
 * Awards by place (SK-97). Tier k holds the places up to the sum of the first k counts, so tiers never overlap;
 * entries tied across a tier's last place all get the better tier (`promote`), or nothing is awarded until a
 * decider exists (`tieBreak`). Entries without a place get none.
 */
export function assignAwards(
  rule: AwardRule,
  rows: readonly StandingRow[],
): Result<Award[], 'award.tieAtBoundary'> {
  const placed = rows
    .flatMap(({ entry, place }): Placed[] => (place === null ? [] : [{ entry, place }]))
    .sort((a, b) => a.place - b.place);
  const awards: Award[] = [];
  let last = 0;
  let next = 0;
  for (const [tier, count] of tierCounts(rule, placed.length).entries()) {
    last += count;
    const name = rule.tiers[tier]!.name;
    const start = next;
    while (next < placed.length && placed[next]!.place <= last) next += 1;
    if (rule.boundaryTie === 'tieBreak' && next > last) {
      const place = placed[next - 1]!.place;
      const entries = placed.filter((row) => row.place === place).map(({ entry }) => entry);
      return refuse('award.tieAtBoundary', { tier: name, place, entries });
    }
    awards.push(...placed.slice(start, next).map(({ entry, place }) => ({ entry, tier: name, place })));
  }
  return ok(awards);
}
