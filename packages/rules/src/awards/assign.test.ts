import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StandingRow } from '../standings/types.ts';
import { assignAwards, tierCounts, type AwardRule } from './index.ts';

const names = ['一等奖', '二等奖', '三等奖'];
const rule = (values: readonly string[], over: Partial<AwardRule> = {}): AwardRule => ({
  kind: 'count',
  tiers: values.map((value, i) => ({ name: names[i]!, value })),
  rounding: 'halfUp',
  minOne: false,
  boundaryTie: 'promote',
  ...over,
});
const share = (over: Partial<AwardRule> = {}) => rule(['10', '20', '30'], { kind: 'ratio', ...over });

const rows = (places: readonly (number | null)[]): StandingRow[] =>
  places.map((place, i) => ({
    entry: `e${i}`,
    place,
    total: place === null ? null : '1',
    elapsedMs: null,
    tied: false,
    status: place === null ? 'absent' : 'scored',
  }));
const inOrder = (count: number) => rows(Array.from({ length: count }, (_, i) => i + 1));
const awarded = (by: AwardRule, standing: StandingRow[]) => {
  const result = assignAwards(by, standing);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

it.each([
  [47, [5, 9, 14], [4, 9, 14], [5, 10, 15]],
  [44, [4, 9, 13], [4, 8, 13], [5, 9, 14]],
  [12, [1, 2, 4], [1, 2, 3], [2, 3, 4]],
  [3, [0, 1, 1], [0, 0, 0], [1, 1, 1]],
])('SK-97 of %i entries 10/20/30 %% are half-up %j, floor %j, ceil %j', (field, halfUp, floor, ceil) => {
  for (const [rounding, counts] of Object.entries({ halfUp, floor, ceil })) {
    const by = share({ rounding: rounding as AwardRule['rounding'] });
    expect(tierCounts(by, field)).toEqual(counts);
    const given = awarded(by, inOrder(field));
    expect(names.map((name) => given.filter(({ tier }) => tier === name).length)).toEqual(counts);
  }
});

it('SK-97 with 47 half-up places 1–5 are first, 6–14 second, 15–28 third', () => {
  const given = awarded(share(), inOrder(47));
  const span = (name: string) => {
    const places = given.filter(({ tier }) => tier === name).map(({ place }) => place);
    return [Math.min(...places), Math.max(...places)];
  };
  expect(names.map(span)).toEqual([
    [1, 5],
    [6, 14],
    [15, 28],
  ]);
});

it('SK-97 minOne gives each tier one at least', () => {
  expect(tierCounts(share({ minOne: true }), 3)).toEqual([1, 1, 1]);
});

it('SK-97 promote: those level at a tier’s last place all get the better tier', () => {
  const given = awarded(rule(['1', '2', '3']), rows([1, 1, 3, 4, 5, 6, 7]));
  expect(given.map(({ tier }) => tier)).toEqual(['一等奖', '一等奖', '二等奖', '三等奖', '三等奖', '三等奖']);
});

it('SK-97 tieBreak: nothing is awarded until a decider parts those at the boundary', () => {
  const by = rule(['1', '2'], { boundaryTie: 'tieBreak' });
  expect(assignAwards(by, rows([1, 2, 3, 3, 5]))).toEqual({
    ok: false,
    refusal: { code: 'award.tieAtBoundary', facts: { tier: '二等奖', place: 3, entries: ['e2', 'e3'] } },
  });
  expect(awarded(by, rows([1, 2, 2, 4])).map(({ tier }) => tier)).toEqual(['一等奖', '二等奖', '二等奖']);
});

it('SK-97 shares are of those placed; the absent count for nothing and get nothing (SK-76)', () => {
  const given = awarded(share(), [...inOrder(12), ...rows([null, null, null])]);
  expect(given).toHaveLength(7);
});

it('SK-97 tiers never overlap, equals share a tier and no worse place has a better one', () => {
  const steps = fc.array(fc.boolean(), { minLength: 1, maxLength: 25 });
  const values = fc.array(fc.integer({ min: 1, max: 33 }).map(String), { minLength: 1, maxLength: 3 });
  const by = fc.record({
    kind: fc.constantFrom('count' as const, 'ratio' as const),
    rounding: fc.constantFrom('halfUp' as const, 'floor' as const, 'ceil' as const),
    minOne: fc.boolean(),
    boundaryTie: fc.constantFrom('promote' as const, 'tieBreak' as const),
  });
  fc.assert(
    fc.property(steps, values, by, (tied, shares, over) => {
      const places: number[] = [];
      for (const [i, level] of tied.entries()) places.push(level && i > 0 ? places[i - 1]! : i + 1);
      const result = assignAwards(rule(shares, over), rows(places));
      if (!result.ok) {
        expect(over.boundaryTie).toBe('tieBreak');
        return;
      }
      const given = result.value;
      expect(new Set(given.map(({ entry }) => entry)).size).toBe(given.length);
      for (const [i, award] of given.entries()) {
        const next = given[i + 1];
        if (next === undefined) continue;
        expect(names.indexOf(award.tier)).toBeLessThanOrEqual(names.indexOf(next.tier));
        if (award.place === next.place) expect(award.tier).toBe(next.tier);
      }
      const worst = given.at(-1)?.place ?? 0;
      expect(places.filter((place) => place <= worst)).toHaveLength(given.length);
    }),
    { seed: 97, numRuns: 500 },
  );
});
