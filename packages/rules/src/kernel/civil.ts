/**
 * Civil dates as text `YYYY-MM-DD`, and the clock of Asia/Shanghai (UTC+8 all year since 1992).
 * The only file of the rules that touches JavaScript's Date, and only with times that came in as data.
 */
const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

const midnight = (date: string): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));

const text = (ms: number): string => new Date(ms).toISOString();

/** Whether text is a day of the calendar: `2025-02-29` is not. */
export const isDate = (date: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) && text(midnight(date)).slice(0, 10) === date;

/** `days` may be negative. */
export const addDays = (date: string, days: number): string =>
  text(midnight(date) + days * DAY_MS).slice(0, 10);

/** 0 Sunday … 6 Saturday. */
export const weekday = (date: string): number => new Date(midnight(date)).getUTCDay();

/** Epoch ms to the wall clock of Shanghai: `2025-09-26T08:59:59`. */
export const shanghaiTime = (ms: number): string => text(ms + SHANGHAI_MS).slice(0, 19);

/** Epoch ms at which the date has ended in Shanghai: 24:00. */
export const shanghaiDayEnd = (date: string): number => midnight(addDays(date, 1)) - SHANGHAI_MS;
