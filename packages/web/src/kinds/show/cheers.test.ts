import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Cheers } from './cheers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('QZ-20 a hundred taps of a second are one frame of at most twenty; two teams take turns', () => {
  const sent: [string, number][] = [];
  const cheers = new Cheers((...frame) => sent.push(frame));
  for (let i = 0; i < 100; i += 1) cheers.tap('A');
  for (let i = 0; i < 3; i += 1) cheers.tap('B');
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(sent).toEqual([['A', 20]]);
  cheers.tap('A');
  vi.advanceTimersByTime(1_000);
  expect(sent).toEqual([
    ['A', 20],
    ['B', 3],
  ]);
  vi.advanceTimersByTime(10_000);
  expect(sent.at(-1)).toEqual(['A', 1]);
  expect(sent).toHaveLength(3);
});

it('QZ-20 a page that is left sends nothing more', () => {
  const sent: string[] = [];
  const cheers = new Cheers((team) => sent.push(team));
  cheers.tap('A');
  cheers.stop();
  vi.advanceTimersByTime(5_000);
  expect(sent).toEqual([]);
});
