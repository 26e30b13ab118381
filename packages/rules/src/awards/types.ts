import type { Decimal } from '../kernel/index.ts';

export interface AwardTier {
  /** 一等奖 … */
  readonly name: string;
  /** A count, or a percentage for `ratio`. */
  readonly value: Decimal;
}

/** SK-97. */
export interface AwardRule {
  readonly kind: 'count' | 'ratio';
  readonly tiers: readonly AwardTier[];
  readonly rounding: 'halfUp' | 'floor' | 'ceil';
  readonly minOne: boolean;
  /** A tie at a tier's last place: `promote` gives all the better tier, `tieBreak` refuses until a decider exists. */
  readonly boundaryTie: 'promote' | 'tieBreak';
}

export interface Award {
  readonly entry: string;
  readonly tier: string;
  readonly place: number;
}

/** SE-30, SE-31. */
export interface NoticeRule {
  readonly unit: 'workday' | 'calendarDay';
  readonly length: number;
  /** Posted before this hour of the day (Asia/Shanghai), the day of posting counts as day 1; null: it never counts. */
  readonly firstDayCountsBeforeHour: number | null;
  /** Why the notice is shorter than `SHORTEST_NOTICE`; printed with the rules. */
  readonly shorterReason?: string;
}

/** What SE-30 names: five working days; where calendar days are counted, the seven that hold five working days in an ordinary week. */
export const SHORTEST_NOTICE = { workday: 5, calendarDay: 7 } as const satisfies Record<
  NoticeRule['unit'],
  number
>;

/** Lengths seen in published notices (SE-30). */
export const NOTICE_PRESETS = [
  { unit: 'workday', length: 5 },
  { unit: 'calendarDay', length: 7 },
  { unit: 'calendarDay', length: 10 },
] as const satisfies readonly Pick<NoticeRule, 'unit' | 'length'>[];

/** State Council calendar of one year as data: ISO dates. A year without a table is unknown, never guessed. */
export interface HolidayYear {
  readonly year: number;
  readonly holidays: readonly string[];
  /** 调休 weekend days worked. */
  readonly workdays: readonly string[];
}

/** Life of a result; corrections supersede, they never overwrite. */
export const RESULT_STATES = ['provisional', 'sealed', 'noticed', 'final'] as const;
export type ResultState = (typeof RESULT_STATES)[number];
