import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { draw, settleByLot, type ResultRow } from './index.ts';

const row = (entry: string, place: number | null): ResultRow => ({
  entry,
  place,
  total: place === null ? null : '1',
  elapsedMs: null,
  tied: false,
  status: place === null ? 'absent' : 'scored',
});
const lots = (...order: string[]) => ({ algorithm: 'any', seed: 's', order });
const settled = (rows: ResultRow[], of: ReturnType<typeof lots>) => {
  const result = settleByLot(rows, of);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.map(({ entry, place, byLot, tied }) => [entry, place, byLot === true, tied]);
};
const level = [
  row('a', 1),
  row('b', 2),
  row('c', 2),
  row('d', 2),
  row('e', 5),
  row('x', null),
  row('y', null),
];

it('SK-73 those still level stand in the order of their lots, marked; everybody else keeps the place', () => {
  expect(settled(level, lots('e', 'd', 'b', 'c', 'a'))).toEqual([
    ['a', 1, false, false],
    ['d', 2, true, false],
    ['b', 3, true, false],
    ['c', 4, true, false],
    ['e', 5, false, false],
    ['x', null, false, false],
    ['y', null, false, false],
  ]);
});

it('SK-73 level places without lots are refused, and nothing is drawn where nobody is level', () => {
  expect(settleByLot(level, null)).toEqual({
    ok: false,
    refusal: { code: 'result.tieUndecided', facts: { place: 2, entries: ['b', 'c', 'd'] } },
  });
  expect(settleByLot([row('a', 1), row('x', null), row('y', null)], null)).toMatchObject({ ok: true });
});

it('SK-41 SK-73 places by lot are all different, and the same again from the seed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 12 }),
      fc.string(),
      (groups, seed) => {
        let place = 1;
        const rows = groups.flatMap((size, g) => {
          const group = Array.from({ length: size }, (_, i) => row(`${g}-${i}`, place));
          place += size;
          return group;
        });
        const ids = rows.map(({ entry }) => entry);
        const result = settleByLot(rows, draw(ids, seed));
        if (!result.ok) throw new Error(result.refusal.code);
        expect(result.value.map((one) => one.place)).toEqual(rows.map((_, i) => i + 1));
        expect(settleByLot(rows, draw(ids.toReversed(), seed))).toEqual(result);
      },
    ),
    { seed: 73, numRuns: 200 },
  );
});
