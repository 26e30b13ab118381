import type { AwardRule } from '../awards/types.ts';
import type { ExamSettings } from '../exam/types.ts';
import type { CutRule, RecheckRule, ResultRule, StandingRule } from '../standings/types.ts';
import type { NoticeRule } from '../awards/types.ts';

/** 四级竞赛体系 (PG-02), low to high. */
export const CONTEST_TIERS = ['unit', 'industry', 'city', 'national'] as const;
export type ContestTier = (typeof CONTEST_TIERS)[number];

/** How a stage is run. A new kind is one line here and one folder in each package (ARCHITECTURE.md). */
export const STAGE_KINDS = ['exam', 'show'] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

export interface ExamStage {
  readonly kind: 'exam';
  readonly name: string;
  readonly exam: ExamSettings;
  readonly standing: StandingRule;
  /** Who goes on to the next stage; absent on the last stage. */
  readonly cut?: CutRule;
}

export interface ShowStage {
  readonly kind: 'show';
  readonly name: string;
  /** Preset of QZ §2.7; the questions and the settings of its rounds are edited on the stage itself. */
  readonly preset: string;
  readonly standing: StandingRule;
  readonly cut?: CutRule;
}

export type StageSettings = ExamStage | ShowStage;

/** Who is ranked: teams of a fixed size, or persons. */
export type Ranked = { readonly kind: 'team'; readonly size: number } | { readonly kind: 'person' };

/** Everything a contest's printed rule sheet 竞赛规则 is made from. */
export interface ContestSettings {
  readonly ranked: Ranked;
  readonly stages: readonly StageSettings[];
  readonly award: AwardRule;
  readonly notice: NoticeRule;
  /** Absent: the last stage alone (`resultRuleOf`). */
  readonly result?: ResultRule;
  /** False: those still level after every tie-breaker draw lots (SK-73). Absent: they share the place. */
  readonly sharedPlaces?: boolean;
  /** Absent: none (`recheckRuleOf`). */
  readonly recheck?: RecheckRule;
}

/** Titles of question banks by code, for the rule sheet; a code without one is printed as it is. */
export type BankTitles = Readonly<Record<string, string>>;
