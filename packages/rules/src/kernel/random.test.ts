import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { below, random, shuffle } from './index.ts';

it('SK-41 a shuffle is a bijection and the same for the same seed', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.string(), (items, seed) => {
      const result = shuffle(items, seed);
      expect(shuffle(items, seed)).toEqual(result);
      expect(result.toSorted()).toEqual(items.toSorted());
    }),
    { seed: 41, numRuns: 200 },
  );
});

it('SK-41 the published algorithm stays as it is: a stored draw can be run again for ever', () => {
  expect(shuffle(['1', '2', '3', '4', '5', '6', '7', '8'], 'leitai-2025')).toEqual([
    '5',
    '2',
    '4',
    '1',
    '8',
    '6',
    '7',
    '3',
  ]);
});

it('SK-41 each of six lots comes first about as often as the others', () => {
  const next = random('fair');
  const counts = Array.from({ length: 6 }, () => 0);
  for (let i = 0; i < 60_000; i += 1) counts[below(next, 6)]! += 1;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});
