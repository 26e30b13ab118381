import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PressTiming } from './command.ts';
import type { PressRecord } from './event.ts';
import { allowanceMs, settle, startDelayMs, timed } from './order.ts';
import type { PressOrder } from './roundConfig.ts';

const order = { rule: 'compensated', capMs: 20, maxOneWayMs: 150, deadHeat: 'earlier' } as const;
const OPEN = 1_000;
const timing = (claimedAt: number | null, roundTripMs: number | null = 80, via = 's'): PressTiming => ({
  claimedAt,
  roundTripMs,
  via,
});

describe('QZ-33 the moment of a press', () => {
  it('by arrival the receipt counts and the facts are kept', () => {
    expect(timed({ rule: 'arrival' }, timing(1_450), OPEN, 1_500)).toEqual({
      pressedAt: 1_500,
      uncertaintyMs: 0,
      basis: 'arrival',
      claimedAt: 1_450,
      roundTripMs: 80,
      via: 's',
    });
  });

  it('a claim inside its bounds counts, ± half the round trip', () => {
    expect(timed(order, timing(1_441), OPEN, 1_500)).toMatchObject({
      pressedAt: 1_441,
      uncertaintyMs: 40,
      basis: 'claimed',
    });
    expect(timed(order, timing(1_440), OPEN, 1_500).basis).toBe('claimed');
  });

  it.each([
    ['a ms beyond one way and the cap', timing(1_439), 40],
    ['after the receipt by more than its ±', timing(1_541), 40],
    ['not a number', timing(Number.NaN), 40],
    ['endless', timing(Number.NEGATIVE_INFINITY), 40],
    ['none', timing(null), 40],
    ['the round trip was never measured', timing(1_490, null), 150],
    ['a round trip that cannot be', timing(1_490, -5), 150],
    ['nothing was said at all', undefined, 150],
  ])('%s: the receipt counts, ± of the device', (_what, facts, uncertaintyMs) => {
    expect(timed(order, facts, OPEN, 1_500)).toMatchObject({
      pressedAt: 1_500,
      basis: 'fallback',
      uncertaintyMs,
    });
  });

  it('a claim that misses the opening or the receipt by its own ± is moved onto it; an earlier one is not compensated', () => {
    expect(timed(order, timing(965), OPEN, 1_030)).toMatchObject({ pressedAt: 1_000, basis: 'claimed' });
    expect(timed(order, timing(955), OPEN, 1_030)).toMatchObject({ pressedAt: 1_030, basis: 'fallback' });
    expect(timed(order, timing(1_035), OPEN, 1_030)).toMatchObject({ pressedAt: 1_030, basis: 'claimed' });
  });

  it('± is at least a millisecond and at most the longest way that is compensated', () => {
    expect(timed(order, timing(1_499, 0), OPEN, 1_500).uncertaintyMs).toBe(1);
    expect(timed(order, timing(1_400, 9_000), OPEN, 1_500).uncertaintyMs).toBe(150);
  });

  it('whatever a device claims, it never counts before the opening, after the receipt, or earlier than the bound', () => {
    const any = fc.oneof(fc.double(), fc.integer({ min: 0, max: 3_000 }), fc.constant(null));
    fc.assert(
      fc.property(any, any, fc.integer({ min: 0, max: 800 }), (claimed, trip, after) => {
        const receipt = OPEN + after;
        const { pressedAt, uncertaintyMs, basis } = timed(order, timing(claimed, trip), OPEN, receipt);
        expect(pressedAt).toBeGreaterThanOrEqual(OPEN);
        expect(pressedAt).toBeLessThanOrEqual(receipt);
        const oneWay = basis === 'claimed' ? Math.min((trip ?? 0) / 2, order.maxOneWayMs) : 0;
        expect(receipt - pressedAt).toBeLessThanOrEqual(basis === 'claimed' ? oneWay + order.capMs : 0);
        expect(receipt - pressedAt).toBeLessThanOrEqual(allowanceMs(order));
        expect(uncertaintyMs).toBeGreaterThanOrEqual(1);
        expect(uncertaintyMs).toBeLessThanOrEqual(order.maxOneWayMs);
      }),
      { seed: 33, numRuns: 2_000 },
    );
  });
});

const press = (team: string, pressedAt: number, more: Partial<PressRecord> = {}): PressRecord => ({
  round: 'r',
  question: 'q',
  opening: 1,
  team,
  at: pressedAt + 40,
  pressedAt,
  uncertaintyMs: 10,
  basis: 'claimed',
  claimedAt: pressedAt,
  roundTripMs: 20,
  via: team,
  input: null,
  deltaMs: 0,
  verdict: 'gathered',
  ...more,
});
type Compensated = Extract<PressOrder, { rule: 'compensated' }>;
const heat = (deadHeat: Compensated['deadHeat']): Compensated => ({ ...order, deadHeat });

describe('QZ-33 who was first', () => {
  it('the earliest, also when it was received last; outside both ± nobody is tied', () => {
    expect(settle(order, [press('A', 1_120), press('B', 1_100)], 's')).toEqual({
      winner: 'B',
      deadHeat: null,
    });
  });

  it('closer than both ±: a declared dead heat with the earliest, and with it only', () => {
    const presses = [press('A', 1_119), press('C', 1_125), press('B', 1_100)];
    expect(settle(order, presses, 's')).toEqual({
      winner: 'B',
      deadHeat: { teams: ['B', 'A'], settledBy: 'earlier', seed: null },
    });
  });

  it('equal moments: in the order of receipt', () => {
    expect(settle(order, [press('B', 1_100), press('A', 1_100)], 's').winner).toBe('B');
  });

  it('over one socket one clock counts: two milliseconds tell them apart', () => {
    const same = { via: 'desk' };
    expect(settle(order, [press('A', 1_102, same), press('B', 1_100, same)], 's').deadHeat).toBeNull();
    expect(settle(order, [press('A', 1_101, same), press('B', 1_100, same)], 's').deadHeat).not.toBeNull();
    // A claim and a receipt are not the same clock.
    const mixed = press('A', 1_102, { ...same, basis: 'fallback' });
    expect(settle(order, [mixed, press('B', 1_100, same)], 's').deadHeat).not.toBeNull();
  });

  it('SK-41 a lot is drawn from its stored seed and can be run again; both sides come up', () => {
    const tied = [press('A', 1_101), press('B', 1_100)];
    const won = (seed: string): string | null => settle(heat('lot'), tied, seed).winner;
    expect(settle(heat('lot'), tied, 'x').deadHeat).toEqual({
      teams: ['B', 'A'],
      settledBy: 'lot',
      seed: 'x',
    });
    expect(won('x')).toBe(won('x'));
    const winners = Array.from({ length: 400 }, (_, i) => won(`s${i}`));
    expect(winners.filter((team) => team === 'A').length).toBeGreaterThan(160);
    expect(winners.filter((team) => team === 'B').length).toBeGreaterThan(160);
  });

  it.each(['again', 'jury'] as const)('%s: nobody has the right yet', (rule) => {
    expect(settle(heat(rule), [press('A', 1_101), press('B', 1_100)], 's')).toEqual({
      winner: null,
      deadHeat: { teams: ['B', 'A'], settledBy: rule, seed: null },
    });
  });
});

it('QZ-30 SK-41 the random delay lies inside its limits, both included, and is the same for the same seed', () => {
  const delays = Array.from({ length: 500 }, (_, i) => startDelayMs({ minMs: 500, maxMs: 510 }, `s${i}`));
  expect(new Set(delays)).toEqual(new Set([500, 501, 502, 503, 504, 505, 506, 507, 508, 509, 510]));
  expect(startDelayMs({ minMs: 0, maxMs: 30_000 }, 'leitai')).toBe(
    startDelayMs({ minMs: 0, maxMs: 30_000 }, 'leitai'),
  );
  expect(startDelayMs({ minMs: 700, maxMs: 700 }, 'x')).toBe(700);
});
