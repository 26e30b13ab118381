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
  /** Place among decider participants, 1 best; null when no decider was played (QZ-51). */
  readonly decider: number | null;
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
