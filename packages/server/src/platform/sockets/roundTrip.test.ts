import { describe, expect, it } from 'vitest';
import { RoundTrips } from './roundTrip.ts';

describe('round trips', () => {
  it('QZ-33 best, last and jitter are those of the samples; nothing before the first', () => {
    const trips = new RoundTrips();
    expect(trips.figures).toBeNull();
    trips.sent(1, 100);
    expect(trips.figures).toBeNull();
    expect(trips.answered(1, 130)).toBe(true);
    expect(trips.figures).toEqual({ bestMs: 30, lastMs: 30, jitterMs: 0, samples: 1, recent: [30] });
    for (const [payload, took] of [
      [2, 10],
      [3, 50],
    ] as const) {
      trips.sent(payload, 1_000);
      trips.answered(payload, 1_000 + took);
    }
    expect(trips.figures).toEqual({
      bestMs: 10,
      lastMs: 50,
      jitterMs: 30,
      samples: 3,
      recent: [30, 10, 50],
    });
  });

  it('QZ-33 an answer nobody asked for, and one that comes twice, change nothing', () => {
    const trips = new RoundTrips();
    expect(trips.answered(7, 5)).toBe(false);
    trips.sent(1, 0);
    expect(trips.answered(2, 1)).toBe(false);
    expect(trips.answered(1, 20)).toBe(true);
    expect(trips.answered(1, 21)).toBe(false);
    expect(trips.figures).toMatchObject({ bestMs: 20, samples: 1 });
  });

  it('QZ-33 a newer answer lets go of older pings: one held back cannot be handed in later', () => {
    const trips = new RoundTrips();
    trips.sent(1, 0);
    trips.sent(2, 100);
    trips.sent(3, 200);
    expect(trips.answered(2, 110)).toBe(true);
    expect(trips.answered(1, 115)).toBe(false);
    expect(trips.answered(3, 240)).toBe(true);
    expect(trips.figures!.recent).toEqual([10, 40]);
  });

  it('keeps the last sixteen, and as many pings that wait', () => {
    const trips = new RoundTrips();
    for (let n = 1; n <= 40; n += 1) {
      trips.sent(n, 0);
      trips.answered(n, n);
    }
    expect(trips.figures).toMatchObject({ bestMs: 25, lastMs: 40, samples: 16, jitterMs: 1 });
    for (let n = 100; n < 120; n += 1) trips.sent(n, 0);
    expect(trips.answered(103, 1)).toBe(false);
    expect(trips.answered(104, 1)).toBe(true);
  });
});
