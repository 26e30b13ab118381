import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { weighted, type Mark, type ResultComponent, type WeightedResult } from './index.ts';

const component = (stage: number, weightPct: string, passMark: string | null = null): ResultComponent => ({
  stage,
  weightPct,
  passMark,
  fullScore: null,
});
const rule = (weights: string[], over: Partial<WeightedResult> = {}): WeightedResult => ({
  from: 'weighted',
  components: weights.map((pct, i) => component(i + 1, pct)),
  places: 2,
  ties: 'shared',
  ...over,
});
type Given = string | null | 'out' | readonly [score: string, elapsedMs: number];
const mark = (entry: string, given: Given): Mark => {
  const [score, elapsedMs] = typeof given === 'object' && given !== null ? given : [given, null];
  if (score === 'out')
    return { entry, entrant: null, score: null, elapsedMs, decider: null, status: 'disqualified' };
  const status = score === null ? 'absent' : 'scored';
  return { entry, entrant: null, score, elapsedMs, decider: null, status };
};
/** Rows from each entry's scores, one a component; `fulls` is 100 unless told. */
const result = (by: WeightedResult, given: Record<string, readonly Given[]>, fulls: readonly string[] = []) =>
  weighted(
    by,
    by.components.map((one, i) => ({
      component: one,
      teamScore: 'sum' as const,
      full: fulls[i] ?? '100',
      marks: Object.entries(given).map(([entry, scores]) => mark(entry, scores[i]!)),
    })),
    Object.keys(given),
  );
const total = (weights: string[], scores: Given[], fulls?: string[]) =>
  result(rule(weights), { a: scores }, fulls)[0]!.total;
const places = (by: WeightedResult, given: Record<string, readonly Given[]>) =>
  result(by, given).map(({ entry, place }) => [entry, place]);

it('SK-32 theory 88.5 and practice 91.2: 90.39 at 30/70, 90.66 at 20/80, 90.53 at 25/75', () => {
  expect(total(['30', '70'], ['88.5', '91.2'])).toBe('90.39');
  expect(total(['20', '80'], ['88.5', '91.2'])).toBe('90.66');
  expect(total(['25', '75'], ['88.5', '91.2'])).toBe('90.53');
  expect(total(['25', '55', '20'], ['84', '78.5', '90'])).toBe('82.18');
});

it.each([
  ['60', '60.05', '60.04'],
  ['60', '75.25', '70.68'],
  ['60.5', '60.05', '60.19'],
  ['60.5', '90.25', '81.33'],
])('SK-60 %s × 30 %% + %s × 70 %% is %s, rounded once and half up', (theory, practical, expected) => {
  expect(total(['30', '70'], [theory, practical])).toBe(expected);
});

it('SK-33 a component is brought to 100 before it is weighted, and nothing is cut off on the way', () => {
  expect(total(['30', '70'], ['133', '182.4'], ['150', '200'])).toBe('90.44');
  // 1/3 and 2/3 of a point: 30 × 1/300 + 70 × 1/3 is exactly 23.4333…
  expect(total(['30', '70'], ['1', '1'], ['300', '3'])).toBe('23.43');
  // Exactly 0.005, though neither quotient ends.
  expect(total(['50', '50'], ['0.01', '0.02'], ['300', '300'])).toBe('0.01');
});

it('SK-34 who fails a component keeps the place, and the row says so', () => {
  const by = rule(['30', '70'], { components: [component(1, '30', '60'), component(2, '70', '60')] });
  const [first, second] = result(by, { a: ['59.99', '100'], b: ['60', '80'] });
  expect(first).toMatchObject({
    entry: 'a',
    place: 1,
    parts: [
      { stage: 1, score: '59.99', passed: false },
      { stage: 2, score: '100.00', passed: true },
    ],
  });
  expect(second!.parts!.map(({ passed }) => passed)).toEqual([true, true]);
  // As published: 59.996 is printed as 60.00.
  expect(result(by, { a: ['59.996', '70'] })[0]!.parts![0]).toEqual({
    stage: 1,
    score: '60.00',
    passed: true,
  });
});

it('SK-76 a missing component is not 0: no total and no place; a disqualified one comes last', () => {
  const rows = result(rule(['30', '70']), {
    a: ['100', null],
    b: ['10', 'out'],
    c: ['0', '0'],
    d: [null, '100'],
  });
  expect(rows.map(({ entry, place, total: sum, status }) => [entry, place, sum, status])).toEqual([
    ['c', 1, '0.00', 'scored'],
    ['a', null, null, 'absent'],
    ['d', null, null, 'absent'],
    ['b', null, null, 'disqualified'],
  ]);
  expect(rows[1]!.parts).toEqual([
    { stage: 1, score: '100.00', passed: null },
    { stage: 2, score: null, passed: null },
  ]);
});

it('SK-70 equal totals: the last component, then its time; still level they share and the next is 4', () => {
  const by = rule(['50', '50'], { ties: 'lastComponent' });
  const three = (elapsedMs: number): Record<string, readonly Given[]> => ({
    a: ['90', ['90', 3_520_000]],
    b: ['90', ['90', elapsedMs]],
    c: ['88', ['92', 3_600_000]],
    d: ['10', ['10', 1]],
  });
  expect(places(by, three(3_480_000))).toEqual([
    ['c', 1],
    ['b', 2],
    ['a', 3],
    ['d', 4],
  ]);
  expect(places(by, three(3_520_000))).toEqual([
    ['c', 1],
    ['a', 2],
    ['b', 2],
    ['d', 4],
  ]);
});

it('SK-71 components are compared in their published order', () => {
  const given = { a: ['80', '90', '85'], b: ['85', '85', '85'], c: ['80', '85', '90'] };
  const weights = ['40', '40', '20'];
  const level = { ...given, a: ['80', '90', '80'], c: ['80', '88', '84'] };
  expect(places(rule(weights, { ties: 'componentOrder' }), given)[0]).toEqual(['b', 1]);
  expect(places(rule(weights, { ties: 'shared' }), level)).toEqual([
    ['b', 1],
    ['a', 2],
    ['c', 2],
  ]);
  expect(places(rule(weights, { ties: 'componentOrder' }), level)).toEqual([
    ['b', 1],
    ['a', 2],
    ['c', 3],
  ]);
});

it('SK-60 a total never depends on the order of components, and equal scores give that score', () => {
  const score = fc.integer({ min: 0, max: 10_000 }).map((cents) => (cents / 100).toFixed(2));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), score, score, (weight, x, y) => {
      const [w, v] = [String(weight), String(100 - weight)];
      expect(total([w, v], [x, y])).toBe(total([v, w], [y, x]));
      expect(total([w, v], [x, x])).toBe(x);
    }),
    { seed: 60, numRuns: 300 },
  );
});
