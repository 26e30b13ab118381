import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fullRecheckNeeded, recheckList, recheckProgress, type RecheckRule } from './index.ts';

type On = Extract<RecheckRule, { rule: 'on' }>;
const thirty: On = { rule: 'on', top: { pct: '30' }, samplePct: '15', fullIfErrorRateOverPct: '5' };
const field = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ entry: `e${String(i + 1).padStart(3, '0')}`, place: i + 1 }));

it.each([
  [47, 15, 5],
  [20, 6, 3],
  [31, 10, 4],
  [1, 1, 0],
])('SK-80 SK-83 of %i entries the first %i are re-checked, and %i of the others', (n, top, sample) => {
  const list = recheckList(thirty, field(n), 'seed');
  expect([list.top.length, list.sample.length, list.rest.length]).toEqual([top, sample, n - top - sample]);
  expect(list.top).toEqual(field(top).map(({ entry }) => entry));
});

it.each([
  [20, 1, false],
  [20, 2, true],
  [9, 1, true],
  [14, 1, true],
  [100, 5, false],
  [0, 0, false],
])('SK-82 %i re-checked with %i errors: everything has to be re-checked is %s', (checked, errors, full) => {
  expect(fullRecheckNeeded(thirty, checked, errors)).toBe(full);
});

it('SK-80 the other rule: the first ten; those level with the last of them too', () => {
  const ten: On = { ...thirty, top: { count: 10 } };
  expect(recheckList(ten, field(40), 's').top).toHaveLength(10);
  expect(recheckList(ten, field(4), 's')).toMatchObject({ sample: [], rest: [] });
  const level = field(12).map((row) => (row.place === 11 ? { ...row, place: 10 } : row));
  expect(recheckList(ten, level, 's').top).toHaveLength(11);
  expect(recheckList(ten, [...field(3), { entry: 'x', place: null }], 's').top).not.toContain('x');
});

it('SK-83 the sample is the same again from its seed, whatever order the rows came in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.string(), (n, seed) => {
      const list = recheckList(thirty, field(n), seed);
      expect(recheckList(thirty, field(n).toReversed(), seed)).toEqual(list);
      expect([...list.top, ...list.sample, ...list.rest].sort()).toEqual(field(n).map(({ entry }) => entry));
    }),
    { seed: 83, numRuns: 200 },
  );
  expect(recheckList(thirty, field(47), 'a').sample).not.toEqual(recheckList(thirty, field(47), 'b').sample);
});

it('SK-82 SK-83 the record closes when the list is done, or with too many errors when everybody is', () => {
  const list = recheckList(thirty, field(20), 'seed');
  const drawn = [...list.top, ...list.sample];
  const all = (errors: number, over: readonly string[] = drawn) =>
    new Map(over.map((entry, i) => [entry, i < errors ? ('error' as const) : ('asStated' as const)]));
  expect(recheckProgress(thirty, list, new Map())).toEqual({ full: false, open: drawn });
  expect(recheckProgress(thirty, list, all(0))).toEqual({ full: false, open: [] });
  expect(recheckProgress(thirty, list, all(1))).toEqual({ full: true, open: list.rest });
  expect(recheckProgress(thirty, list, all(1, [...drawn, ...list.rest]))).toEqual({ full: true, open: [] });
  // Errors found in the rest do not change what the drawn list said.
  const none = new Map([...all(0), [list.rest[0]!, 'error' as const]]);
  expect(recheckProgress(thirty, list, none)).toEqual({ full: false, open: [] });
});
