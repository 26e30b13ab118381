import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, shanghaiDayEnd, shanghaiTime, weekday } from '../kernel/index.ts';
import { nextResultState, noticeEnd, noticeEndAt, PROVISIONAL } from './index.ts';
import type { HolidayYear, NoticeRule, ResultAct, ResultLife } from './index.ts';

/** State Council calendar of 2025, autumn. */
const year2025: HolidayYear = {
  year: 2025,
  holidays: ['01', '02', '03', '04', '05', '06', '07', '08'].map((day) => `2025-10-${day}`),
  workdays: ['2025-09-28', '2025-10-11'],
};
const five: NoticeRule = { unit: 'workday', length: 5, firstDayCountsBeforeHour: 9 };
const end = (postedAt: string, rule = five, calendar = [year2025]) => {
  const result = noticeEnd(rule, postedAt, calendar);
  return result.ok ? result.value : result.refusal;
};

it('SE-31 posted before nine on 2025-09-26, five working days end on 2025-10-09', () => {
  expect(end('2025-09-26T08:59')).toEqual({
    firstDay: '2025-09-26',
    lastDay: '2025-10-09',
    days: ['2025-09-26', '2025-09-28', '2025-09-29', '2025-09-30', '2025-10-09'],
  });
});

it('SE-31 posted at nine or under a rule that never counts the day, they end on 2025-10-10', () => {
  expect(end('2025-09-26T09:00')).toMatchObject({ firstDay: '2025-09-28', lastDay: '2025-10-10' });
  expect(end('2025-09-26T00:00', { ...five, firstDayCountsBeforeHour: null })).toMatchObject({
    lastDay: '2025-10-10',
  });
});

it('SE-31 posted early on a day off, that day does not count', () => {
  expect(end('2025-10-04T08:00')).toMatchObject({ firstDay: '2025-10-09', lastDay: '2025-10-14' });
});

it('SE-31 the source’s own count: 04-18 to 04-22 by calendar days', () => {
  const days: NoticeRule = { unit: 'calendarDay', length: 5, firstDayCountsBeforeHour: 9 };
  expect(end('2025-04-18T08:00', days, [])).toMatchObject({ firstDay: '2025-04-18', lastDay: '2025-04-22' });
});

it('SE-31 a year without a calendar is refused, even when only the end of the count reaches it', () => {
  const refusal = { code: 'notice.calendarUnknown', facts: { year: 2026 } };
  expect(end('2026-03-02T08:00')).toEqual(refusal);
  expect(end('2025-12-29T08:00')).toEqual(refusal);
  expect(end('2025-12-25T08:00')).toMatchObject({ lastDay: '2025-12-31' });
});

it('SE-31 the clock is Shanghai’s', () => {
  const posted = Date.UTC(2025, 8, 26, 0, 59);
  expect(noticeEndAt(five, posted, [year2025])).toEqual(noticeEnd(five, '2025-09-26T08:59', [year2025]));
  expect(end('2025-09-26T00:59Z')).toMatchObject({ code: 'notice.timeInvalid' });
  expect(end('2025-02-30T08:00')).toMatchObject({ code: 'notice.timeInvalid' });
});

it('SE-30 a notice of workdays has exactly its length and never ends on a day off', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2025, 8, 1), max: Date.UTC(2025, 10, 15) }),
      fc.integer({ min: 1, max: 20 }),
      fc.option(fc.integer({ min: 0, max: 24 })),
      (ms, length, hour) => {
        const rule: NoticeRule = { unit: 'workday', length, firstDayCountsBeforeHour: hour };
        const result = noticeEndAt(rule, ms, [year2025]);
        if (!result.ok) throw new Error(result.refusal.code);
        const { days, firstDay, lastDay } = result.value;
        expect([days.length, days[0], days.at(-1)]).toEqual([length, firstDay, lastDay]);
        expect(firstDay >= shanghaiTime(ms).slice(0, 10)).toBe(true);
        const off = (date: string) =>
          year2025.holidays.includes(date) ||
          ([0, 6].includes(weekday(date)) && !year2025.workdays.includes(date));
        expect(days.some(off)).toBe(false);
        for (let date = firstDay; date <= lastDay; date = addDays(date, 1))
          expect(days.includes(date)).toBe(!off(date));
      },
    ),
    { seed: 31, numRuns: 300 },
  );
});

const lastDay = '2025-10-09';
const after = (...acts: ResultAct[]): ResultLife | string => {
  let life = PROVISIONAL;
  for (const act of acts) {
    const next = nextResultState(life, act);
    if (!next.ok) return next.refusal.code;
    life = next.value;
  }
  return life;
};
const seal: ResultAct = { kind: 'seal' };
const post: ResultAct = { kind: 'post', lastDay };
const finalise = (now: number): ResultAct => ({ kind: 'finalise', now });

it('SE-30 a result is sealed, posted and final only when the last day of its notice has ended', () => {
  const ends = shanghaiDayEnd(lastDay);
  expect(after(seal)).toEqual({ state: 'sealed', lastDay: null });
  expect(after(seal, post)).toEqual({ state: 'noticed', lastDay });
  expect(after(seal, post, finalise(ends - 1))).toBe('result.noticeRunning');
  expect(after(seal, post, finalise(ends))).toEqual({ state: 'final', lastDay });
});

it('SE-30 no step can be left out or taken twice', () => {
  expect(after(post)).toBe('result.notSealed');
  expect(after(seal, seal)).toBe('result.notProvisional');
  expect(after(seal, post, post)).toBe('result.notSealed');
  expect(after(seal, finalise(Number.MAX_SAFE_INTEGER))).toBe('result.notNoticed');
});

it('SE-34 a change after posting restarts the notice', () => {
  const change: ResultAct = { kind: 'change' };
  expect(after(seal, post, change)).toEqual(PROVISIONAL);
  expect(after(seal, post, change, finalise(Number.MAX_SAFE_INTEGER))).toBe('result.notNoticed');
  expect(after(seal, post, change, seal, { kind: 'post', lastDay: '2025-10-17' })).toEqual({
    state: 'noticed',
    lastDay: '2025-10-17',
  });
});
