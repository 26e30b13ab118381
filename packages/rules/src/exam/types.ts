import type { Decimal } from '../kernel/index.ts';

export const QUESTION_TYPES = ['single', 'multiple', 'trueFalse'] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** Partial credit of multiple-choice questions (SK-6B). */
export const MULTIPLE_RULES = ['allOrNothing', 'fewerHalf', 'halfPointPerRight'] as const;
export type MultipleRule = (typeof MULTIPLE_RULES)[number];

/** One row of the blueprint: how many questions of which bank, type and chapter a paper holds. */
export interface DrawRule {
  readonly bank: string;
  readonly count: number;
  readonly type?: QuestionType;
  readonly chapter?: string;
  readonly points: Decimal;
}

export interface ExamSettings {
  readonly draws: readonly DrawRule[];
  /** Time for a try in seconds; the server's clock counts (OQ-12). */
  readonly durationSec: number;
  readonly multiple: MultipleRule;
  readonly shuffleQuestions: boolean;
  readonly shuffleOptions: boolean;
  /** Minutes after the scheduled start in which a first start is still let in (SK-43); null or absent: the whole window. */
  readonly lateMin?: number | null;
}

/** Late limits seen in published rules, in minutes (SK-43). */
export const LATE_PRESETS = [0, 15, 20] as const;

/** A question as stored in a published, immutable bank. Keys never leave the server before submission. */
export interface BankQuestion {
  readonly no: number;
  readonly type: QuestionType;
  readonly stem: string;
  /** Empty for `trueFalse`. */
  readonly options: readonly string[];
  /** Option indexes from 0; `[1]` is right for a true statement of `trueFalse`, `[0]` for a false one. */
  readonly key: readonly number[];
  readonly explanation: string;
  readonly tags: Readonly<Record<string, string | number>>;
}

/** One question of one entrant's paper, still by reference. `optionOrder[i]` is the bank's index of the option shown at i. */
export interface PaperItem {
  /** 1-based position on this paper. */
  readonly no: number;
  readonly bank: string;
  readonly question: number;
  readonly optionOrder: readonly number[];
  readonly points: Decimal;
}

/** An answer as chosen: indexes of the options as shown, ascending. `trueFalse`: 1 true, 0 false. Empty: withdrawn. */
export type Choice = readonly number[];
