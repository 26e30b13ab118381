import { expect, it } from 'vitest';
import { attemptState, deadline, lastStart, validateExamSettings, type ExamSettings } from './index.ts';

const start = Date.UTC(2025, 7, 31, 12, 55);
const closes = Date.UTC(2025, 7, 31, 13);

it('OQ-11 a try open at the end of the window ends with it', () => {
  expect(deadline(start, { durationSec: 600 }, closes)).toBe(closes);
  expect(deadline(start, { durationSec: 60 }, closes)).toBe(start + 60_000);
  expect(deadline(start, { durationSec: 600 }, null)).toBe(start + 600_000);
});

it('OQ-11 a try runs to the last millisecond of its deadline; submitted stays submitted', () => {
  const times = { startedAt: start, deadlineAt: closes, submittedAt: null };
  expect(attemptState(times, closes)).toBe('running');
  expect(attemptState(times, closes + 1)).toBe('expired');
  expect(attemptState({ ...times, submittedAt: start + 1 }, closes + 1)).toBe('submitted');
});

it('SK-43 the last moment of a first start: the scheduled start, 15 or 20 minutes after it, or any', () => {
  expect(lastStart(start, { lateMin: 0 })).toBe(start);
  expect(lastStart(start, { lateMin: 15 })).toBe(start + 900_000);
  expect(lastStart(start, { lateMin: 20 })).toBe(start + 1_200_000);
  expect(lastStart(start, { lateMin: null })).toBeNull();
  expect(lastStart(start, {})).toBeNull();
});

it('OQ-10 faults of exam settings are named by their field', () => {
  const exam: ExamSettings = {
    draws: [
      { bank: ' ', count: 0, points: '1e3' },
      { bank: 'b', count: 1, chapter: '', points: '0' },
    ],
    durationSec: 5,
    multiple: 'allOrNothing',
    shuffleQuestions: true,
    shuffleOptions: true,
  };
  expect(validateExamSettings(exam)).toEqual([
    { field: 'draws[0].bank', code: 'required' },
    { field: 'draws[0].count', code: 'outOfRange' },
    { field: 'draws[0].points', code: 'notDecimal' },
    { field: 'draws[1].chapter', code: 'required' },
    { field: 'draws[1].points', code: 'outOfRange' },
    { field: 'durationSec', code: 'outOfRange' },
  ]);
  expect(validateExamSettings({ ...exam, draws: [], durationSec: 600 })).toEqual([
    { field: 'draws', code: 'required' },
  ]);
});
