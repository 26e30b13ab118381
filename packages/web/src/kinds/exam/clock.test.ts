import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ServerClock } from './clock.ts';

beforeEach(() => void vi.useFakeTimers({ now: 10_000 }));
afterEach(() => void vi.useRealTimers());

it('the exchange with the shortest way tells the server’s time', () => {
  const clock = new ServerClock();
  clock.heard(9_000, 109_900, 10_000);
  expect(clock.now()).toBe(110_400);
  clock.heard(9_900, 109_950, 10_000);
  expect(clock.now()).toBe(110_000);
  clock.heard(8_000, 105_000, 10_000);
  expect(clock.now()).toBe(110_000);
  vi.advanceTimersByTime(500);
  expect(clock.now()).toBe(110_500);
});

it('a device whose clock was set meanwhile is right again after eight exchanges', () => {
  const clock = new ServerClock();
  clock.heard(10_000, 110_000, 10_000);
  for (let i = 0; i < 8; i += 1) clock.heard(70_000, 110_050, 70_100);
  vi.setSystemTime(70_100);
  expect(clock.now()).toBe(110_100);
});
