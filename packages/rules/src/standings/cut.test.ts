import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { cut, draw, rank, type Mark } from './index.ts';

const rows = (scores: readonly (string | null)[]) => {
  const marks = scores.map((score, i): Mark => ({
    entry: `e${String(i).padStart(3, '0')}`,
    entrant: null,
    score,
    elapsedMs: null,
    decider: null,
    status: score === null ? 'absent' : 'scored',
  }));
  return rank(
    { teamScore: 'sum', places: 2, tieBreakers: [] },
    marks,
    marks.map(({ entry }) => entry),
  );
};
const thirty = rows([
  ...Array.from({ length: 28 }, (_, i) => String(99 - i / 2)),
  '81.2',
  '80.5',
  '80.5',
  '70',
  null,
]);

it('SK-72 top 30 with places 30 and 31 level: 31 go through', () => {
  const result = cut({ count: 30, tiesGoThrough: true }, thirty);
  expect(result.filter(({ advances }) => advances)).toHaveLength(31);
  expect(result.slice(28).map(({ reason }) => reason)).toEqual([
    'within',
    'tiedAtCut',
    'tiedAtCut',
    'below',
    'absent',
  ]);
});

it('SK-72 without ties going through, the level entries wait for a decider', () => {
  const result = cut({ count: 30, tiesGoThrough: false }, thirty);
  expect(result.filter(({ advances }) => advances)).toHaveLength(29);
  expect(result[29]).toMatchObject({ place: 30, advances: false, reason: 'tiedAtCut' });
});

it('SK-72 a tie that ends at the cut is within it', () => {
  const result = cut({ count: 3, tiesGoThrough: false }, rows(['90', '80', '80', '70']));
  expect(result.map(({ advances }) => advances)).toEqual([true, true, true, false]);
});

it('SK-72 fewer entries than the cut: all with a place go through, the absent never', () => {
  const result = cut({ count: 9, tiesGoThrough: true }, rows(['90', null]));
  expect(result.map(({ advances, reason }) => [advances, reason])).toEqual([
    [true, 'within'],
    [false, 'absent'],
  ]);
});

it('SK-72 a cut never separates equals and lets no worse entry past a better one', () => {
  const score = fc.option(fc.constantFrom('90', '80', '70', '60', '50'));
  fc.assert(
    fc.property(
      fc.array(score, { maxLength: 20 }),
      fc.integer({ min: 1, max: 22 }),
      fc.boolean(),
      (s, count, tiesGoThrough) => {
        const result = cut({ count, tiesGoThrough }, rows(s));
        const placed = result.filter(({ place }) => place !== null);
        const through = placed.filter(({ advances }) => advances);
        for (const a of placed)
          for (const b of placed) if (a.place! <= b.place! && b.advances) expect(a.advances).toBe(true);
        if (tiesGoThrough) expect(through.length).toBeGreaterThanOrEqual(Math.min(count, placed.length));
        else expect(through.length).toBeLessThanOrEqual(count);
      },
    ),
    { seed: 72, numRuns: 500 },
  );
});

it('SK-41 a draw of lots is a bijection, can be run again and does not depend on the order of entry', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 })), fc.string(), (ids, seed) => {
      const drawn = draw(ids, seed);
      expect(draw(ids.toReversed(), seed)).toEqual(drawn);
      expect(drawn.order.toSorted()).toEqual(ids.toSorted());
      expect(drawn).toMatchObject({ algorithm: 'sfc32-fnv1a/1', seed });
    }),
    { seed: 41, numRuns: 200 },
  );
});
