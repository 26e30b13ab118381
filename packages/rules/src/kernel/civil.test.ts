import { expect, it } from 'vitest';
import { addDays, isDate, shanghaiDayEnd, shanghaiTime, weekday } from './index.ts';

it('OQ-11 the day turns at 00:00 in Shanghai, 16:00 UTC', () => {
  expect(shanghaiTime(Date.UTC(2025, 8, 25, 15, 59, 59, 999))).toBe('2025-09-25T23:59:59');
  expect(shanghaiTime(Date.UTC(2025, 8, 25, 16))).toBe('2025-09-26T00:00:00');
  expect(shanghaiDayEnd('2025-10-09')).toBe(Date.UTC(2025, 9, 9, 16));
});

it('SE-31 dates are civil dates', () => {
  expect([isDate('2024-02-29'), isDate('2025-02-29'), isDate('2025-9-1')]).toEqual([true, false, false]);
  expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
  expect(weekday('2025-09-28')).toBe(0);
});
