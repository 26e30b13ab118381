import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ARRIVAL,
  type Cheat,
  HALL,
  HALL_ORDER,
  MIXED,
  type Network,
  opened,
  MIXED_ORDER,
  type Pressed,
  shares,
  trial,
} from './fairness.testing.ts';

/** Of `MIXED_ORDER`. */
const CAP = 20;
const WAY = 150;
/** The server's clock counts whole milliseconds. */
const TICK = 1;
const seeds = fc.integer({ min: 0, max: 1_000_000 }).map(String);
const gaps = fc.integer({ min: 0, max: 250 });
const runs = { seed: 33, numRuns: 400 };
const two = opened(MIXED_ORDER, 2);

describe('fair buzzers on simulated lines', () => {
  it.each([2, 8])('QZ-33 %i teams: compensated, the truly first has the right far more often', (size) => {
    const arrival = opened(ARRIVAL, size);
    const compensated = opened(MIXED_ORDER, size);
    for (const gapMs of [5, 20, 50]) {
      const setting = { network: MIXED, size, gapMs };
      const plain = shares({ ...setting, order: ARRIVAL, state: arrival }, 400, `${gapMs}`);
      const fair = shares({ ...setting, order: MIXED_ORDER, state: compensated }, 400, `${gapMs}`);
      expect(fair.won).toBeGreaterThan(plain.won + 0.05);
      // Where it is another, the sheet says that it was close.
      expect(fair.wrong).toBeLessThan(plain.wrong / 3);
      expect(plain.declared).toBe(0);
    }
  });

  it('QZ-33 on one good network a clear gap is decided rightly by either order', () => {
    for (const order of [ARRIVAL, HALL_ORDER]) {
      const setting = { network: HALL, order, state: opened(order, 8), size: 8, gapMs: 100 };
      const { won, declared } = shares(setting, 400, 'clear');
      expect(won).toBeGreaterThan(0.98);
      expect(declared).toBeLessThan(0.02);
    }
  });

  it('QZ-33 on steady lines a claim is right within its ±, and nobody wins wrongly without a declared dead heat', () => {
    const steady: Network = { roundTripMs: [5, 300], jitter: 0, loss: 0, least: 0.45 };
    fc.assert(
      fc.property(seeds, gaps, (seed, gapMs) => {
        const setting = { network: steady, order: MIXED_ORDER, state: two, size: 2, gapMs };
        const { pressed, records, winner, deadHeat } = trial(setting, seed);
        for (const press of records) {
          const { pressedAt } = pressed.find(({ team }) => team === press.team)!;
          expect(press.basis).toBe('claimed');
          expect(Math.abs(press.pressedAt - pressedAt)).toBeLessThanOrEqual(press.uncertaintyMs);
        }
        if (winner !== 'A') expect(deadHeat).toContain('A');
      }),
      runs,
    );
  });
});

describe('a device that cheats', () => {
  /** How much earlier than in truth the cheater's presses counted, and what the bound says. */
  function gains(cheat: Cheat, order: typeof MIXED_ORDER, bound: (press: Pressed) => number): number[] {
    const seen: number[] = [];
    const state = opened(order, 2);
    fc.assert(
      fc.property(seeds, gaps, (seed, gapMs) => {
        const { pressed, records } = trial({ network: MIXED, order, state, size: 2, gapMs, cheat }, seed);
        const [truth, record] = [pressed[1]!, records.find(({ team }) => team === 'B')!];
        const gain = truth.pressedAt - record.pressedAt;
        seen.push(gain - bound(truth));
        expect(gain).toBeLessThanOrEqual(bound(truth) + TICK);
      }),
      runs,
    );
    return seen;
  }
  const roundTrip = ({ timing }: Pressed): number => timing.roundTripMs ?? Number.NaN;

  it('QZ-33 by forged times gains at most the cap and half its round trip less its true way', () => {
    const seen = gains(
      'forges',
      MIXED_ORDER,
      (press) => CAP + Math.min(roundTrip(press) / 2, WAY) - press.wayMs,
    );
    // The bound is reached, so it is not idle.
    expect(Math.max(...seen)).toBeGreaterThan(-TICK);
  });

  it('QZ-33 by holding back its pongs too at most the longest way and the cap, less its true way', () => {
    const seen = gains('delays', MIXED_ORDER, ({ wayMs }) => WAY + CAP - wayMs);
    expect(Math.max(...seen)).toBeGreaterThan(-TICK);
  });

  it('QZ-32 by arrival gains nothing', () => {
    gains('delays', ARRIVAL, ({ wayMs }) => -wayMs);
  });
});
