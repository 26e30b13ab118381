import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  isDecimal,
  largest,
  multiply,
  negate,
  round,
  subtract,
  toWhole,
} from './index.ts';
import type { Places } from './index.ts';

const seeded = { seed: 20250926, numRuns: 300 };
const decimal = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 9999 }))
  .map(([whole, part]) => `${whole}.${String(part).padStart(4, '0')}`);
const places = fc.constantFrom<Places>(0, 1, 2, 3, 4);

const weighted = (theory: string, practical: string) =>
  round(add(multiply(theory, '0.3'), multiply(practical, '0.7')), 2);

it.each([
  ['60', '60.05', '60.04'],
  ['60', '75.25', '70.68'],
  ['60.5', '60.05', '60.19'],
  ['60.5', '90.25', '81.33'],
  ['88.5', '91.2', '90.39'],
])('SK-60 theory %s and practical %s at 30/70 make %s', (theory, practical, total) => {
  expect(weighted(theory, practical)).toBe(total);
});

it('SK-60 three weights 25/55/20 make 82.18', () => {
  const exact = add(multiply('84', '0.25'), multiply('78.5', '0.55'), multiply('90', '0.2'));
  expect(exact).toBe('82.175');
  expect(round(exact, 2)).toBe('82.18');
});

it('SK-60 a mean is rounded once: 270.5 / 3 is 90.17', () => {
  expect(round(divide('270.5', '3'), 2)).toBe('90.17');
});

it('SK-60 half goes away from zero, trailing zeros stay, zero has no sign', () => {
  expect([round('-0.125', 2), round('7', 2), round('-0.001', 2), negate('0')]).toEqual([
    '-0.13',
    '7.00',
    '0.00',
    '0',
  ]);
});

it('SK-60 addition is associative and commutative', () => {
  fc.assert(
    fc.property(decimal, decimal, decimal, (a, b, c) => {
      expect(add(add(a, b), c)).toBe(add(a, add(b, c)));
      expect(add(a, b)).toBe(add(b, a));
      expect(compare(subtract(add(a, b), b), a)).toBe(0);
    }),
    seeded,
  );
});

it('SK-60 rounding is idempotent and moves by half a unit at most', () => {
  fc.assert(
    fc.property(decimal, places, (a, to) => {
      const once = round(a, to);
      expect(round(once, to)).toBe(once);
      const moved = subtract(once, a);
      const unit = divide('1', String(10 ** to));
      expect(compare(multiply(largest(moved, negate(moved)), '2'), unit)).not.toBe(1);
    }),
    seeded,
  );
});

it('SK-60 only plain decimals are decimals', () => {
  expect(['1', '-1.50', '0.0'].every(isDecimal)).toBe(true);
  expect(['', '1e3', ' 1', '1.', '.5', '+1', 'NaN', '１'].some(isDecimal)).toBe(false);
});

it('SK-97 whole numbers follow the stated rounding', () => {
  expect([toWhole('4.5', 'halfUp'), toWhole('4.9', 'floor'), toWhole('4.1', 'ceil')]).toEqual([5, 4, 5]);
});
