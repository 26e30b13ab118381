import { addDays, isDate, ok, refuse, shanghaiTime, weekday, type Result } from '../kernel/index.ts';
import type { HolidayYear, NoticeRule } from './types.ts';

export interface NoticeDays {
  /** First day that counts. */
  readonly firstDay: string;
  /** Last day that counts; the notice ends when this day ends in Shanghai. */
  readonly lastDay: string;
  /** All days that count, ISO dates. */
  readonly days: readonly string[];
}

/** Calendar tables by year; a year without one is asked for, never guessed (SE-31). */
const tables = (calendar: readonly HolidayYear[]): Map<number, (date: string) => boolean> =>
  new Map(
    calendar.map(({ year, holidays, workdays }) => {
      const [off, on] = [new Set(holidays), new Set(workdays)];
      return [year, (date) => on.has(date) || (!off.has(date) && weekday(date) % 6 !== 0)];
    }),
  );

/**
 * Days of a public notice (SE-30, SE-31). `postedAt` is Shanghai's wall clock, `2025-09-26T08:30`
 * (`shanghaiTime(ms)` gives it). The day of posting counts when it is posted before the rule's hour.
 * Working days follow the State Council's calendar; a year without data is refused even when only the
 * end of the count reaches it.
 */
export function noticeEnd(
  rule: NoticeRule,
  postedAt: string,
  calendar: readonly HolidayYear[],
): Result<NoticeDays, 'notice.calendarUnknown' | 'notice.timeInvalid'> {
  const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.exec(postedAt);
  if (parts === null || !isDate(parts[1]!)) return refuse('notice.timeInvalid', { postedAt });
  const hour = rule.firstDayCountsBeforeHour;
  const counts = hour !== null && Number(parts[2]) < hour;
  const known = tables(calendar);
  const days: string[] = [];
  for (
    let date = counts ? parts[1]! : addDays(parts[1]!, 1);
    days.length < rule.length;
    date = addDays(date, 1)
  ) {
    if (rule.unit === 'calendarDay') {
      days.push(date);
      continue;
    }
    const works = known.get(Number(date.slice(0, 4)));
    if (works === undefined) return refuse('notice.calendarUnknown', { year: Number(date.slice(0, 4)) });
    if (works(date)) days.push(date);
  }
  return ok({ firstDay: days[0]!, lastDay: days.at(-1)!, days });
}

/** `noticeEnd` from the server's clock in epoch ms. */
export const noticeEndAt = (rule: NoticeRule, postedAtMs: number, calendar: readonly HolidayYear[]) =>
  noticeEnd(rule, shanghaiTime(postedAtMs), calendar);
