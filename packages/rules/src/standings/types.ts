import type { Decimal, Places } from '../kernel/index.ts';

/** Deciders among equal totals, in the published order (SK-70, SK-71, OQ-10). */
export const TIE_BREAKERS = ['elapsedAsc', 'bestMember', 'decider'] as const;
export type TieBreaker = (typeof TIE_BREAKERS)[number];

/** How members' scores make the team's (SK-74, OQ-02). */
export const TEAM_SCORES = ['sum', 'mean', 'best'] as const;

export interface StandingRule {
  readonly teamScore: (typeof TEAM_SCORES)[number];
  readonly places: Places;
  readonly tieBreakers: readonly TieBreaker[];
}

/** Score of one entrant (exam) or one entry (show). `absent` marks have no score and no place (SK-76). */
export interface Mark {
  readonly entry: string;
  readonly entrant: string | null;
  readonly score: Decimal | null;
  /** Time used in ms, sum over the tries counted. */
  readonly elapsedMs: number | null;
  /** Place among the equal, 1 best, by a decider or by lot; null where neither was needed (QZ-51). */
  readonly decider: number | null;
  /** 淘汰: left the stage before its end, 1 first; null or absent: stayed. Behind all who stayed, whatever the score. */
  readonly eliminated?: number | null;
  readonly status: 'scored' | 'absent' | 'disqualified';
}

export interface StandingRow {
  readonly entry: string;
  /** Null for absent and disqualified entries: listed last, never scored 0 (SK-76). */
  readonly place: number | null;
  readonly total: Decimal | null;
  readonly elapsedMs: number | null;
  readonly tied: boolean;
  readonly status: 'scored' | 'absent' | 'disqualified';
}

/** Promotion cut (SK-72): the best `count` entries, and with `tiesGoThrough` everyone level with the last of them. */
export interface CutRule {
  readonly count: number;
  readonly tiesGoThrough: boolean;
}

export interface CutRow {
  readonly entry: string;
  readonly place: number | null;
  readonly advances: boolean;
  readonly reason: 'within' | 'tiedAtCut' | 'below' | 'absent' | 'disqualified';
}

/** Order among equal weighted totals: shared; the last component's score, then its time (SK-70); or the components' scores
 * in their published order (SK-71). */
export const RESULT_TIES = ['shared', 'lastComponent', 'componentOrder'] as const;

/** A stage that counts in the result, on a scale of 100 (SK-32, SK-33). */
export interface ResultComponent {
  /** Number of the stage, from 1. */
  readonly stage: number;
  readonly weightPct: Decimal;
  /** Of 100; null: the component is not passed or failed (SK-34). */
  readonly passMark: Decimal | null;
  /** Score that counts as 100; null for an exam, whose paper says so. A show has none of its own. */
  readonly fullScore: Decimal | null;
}

export interface WeightedResult {
  readonly from: 'weighted';
  readonly components: readonly ResultComponent[];
  readonly places: Places;
  readonly ties: (typeof RESULT_TIES)[number];
}

/** What the places of the last stage's field are made from (SK-31, SK-32). */
export type ResultRule = { readonly from: 'lastStage' } | WeightedResult;

/** One component of an entry's result as published. */
export interface ResultPart {
  readonly stage: number;
  /** Of 100, rounded as the total is; null: no mark, which is never 0 (SK-76). */
  readonly score: Decimal | null;
  /** Null where there is no pass mark, or no score. */
  readonly passed: boolean | null;
}

export interface ResultRow extends StandingRow {
  /** Components of a weighted result, in their published order. */
  readonly parts?: readonly ResultPart[];
  /** The place was settled by a draw of lots (SK-73). */
  readonly byLot?: true;
}

/** 成绩复核 before a result may be sealed (SK-80…84). */
export type RecheckRule =
  | { readonly rule: 'off' }
  | {
      readonly rule: 'on';
      /** Who is re-checked without exception: a share of those placed, or so many. */
      readonly top: { readonly pct: Decimal } | { readonly count: number };
      readonly samplePct: Decimal;
      /** A rate of errors above this demands that everybody is re-checked. */
      readonly fullIfErrorRateOverPct: Decimal;
    };
