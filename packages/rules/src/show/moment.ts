import type { Decimal } from '../kernel/index.ts';
import type { HostActType, PauseReason, Verdict, WordVerdict } from './command.ts';
import type { TeamId } from './config.ts';
import type { Clock, DeadHeat, LedgerReason, PressRecord, Standing } from './event.ts';
import type { DeciderRule, RoundKind } from './roundConfig.ts';
import type { Reveal } from './views.ts';

/** One row of the ledger as the public may read it: without who wrote it. */
export interface Move {
  readonly no: number;
  readonly team: TeamId;
  readonly delta: Decimal;
  readonly reason: LedgerReason;
  /** The jury's public reason; `null` where the rules speak for themselves. */
  readonly note: string | null;
  readonly reverses: number | null;
}

/** What happened, told to anyone after the show. */
export type Happening =
  /** The base scores. */
  | { readonly type: 'started' }
  | {
      readonly type: 'round';
      readonly round: string;
      readonly title: string;
      readonly kind: RoundKind;
      readonly practice: boolean;
      /** Teams in turn order. */
      readonly order: readonly TeamId[];
    }
  | {
      readonly type: 'question';
      readonly round: string;
      readonly question: string;
      readonly stem: string;
      readonly options: readonly string[] | null;
      readonly team: TeamId | null;
      readonly seat: number | null;
      readonly points: Decimal | null;
      /** Assigned: who chose the value. */
      readonly asker: TeamId | null;
    }
  | { readonly type: 'declined'; readonly team: TeamId }
  /** "开始"; `opening` counts up when buzzers open again. */
  | { readonly type: 'opened'; readonly opening: number }
  /** `deltaMs` since "开始"; of a foul and of a press into the reading, since the question appeared. */
  | ({ readonly type: 'press' } & Pick<PressRecord, 'opening' | 'team' | 'deltaMs' | 'uncertaintyMs'> & {
        /** As it was settled in the end; `unsettled`: the question left the stage before. */
        readonly verdict: 'first' | 'notFirst' | 'tied' | 'unsettled';
      })
  | ({ readonly type: 'foul' } & Pick<PressRecord, 'team' | 'deltaMs' | 'uncertaintyMs'> & {
        readonly strikes: number;
        readonly effect: 'void' | 'out';
      })
  /** `winner` is `null` while the jury or another press has to decide. */
  | {
      readonly type: 'deadHeat';
      readonly teams: readonly TeamId[];
      readonly settledBy: DeadHeat['settledBy'];
      readonly winner: TeamId | null;
    }
  /** Another team got the question of `from`, by the host's word. */
  | { readonly type: 'given'; readonly team: TeamId; readonly from: TeamId | null }
  | {
      readonly type: 'timedOut';
      readonly clock: Extract<Clock['kind'], 'press' | 'answer' | 'choose' | 'stake'>;
      readonly team: TeamId | null;
    }
  /** `from`: the team that failed first, where the question was taken over. */
  | {
      readonly type: 'ruled';
      readonly team: TeamId;
      readonly verdict: Verdict;
      readonly late: boolean;
      readonly from: TeamId | null;
    }
  | {
      readonly type: 'word';
      readonly team: TeamId;
      readonly word: number;
      readonly verdict: WordVerdict;
    }
  | { readonly type: 'hits'; readonly team: TeamId; readonly found: number }
  | {
      readonly type: 'ruledTogether';
      readonly right: readonly TeamId[];
      readonly stakes: Readonly<Record<TeamId, Decimal>>;
      /** Out for the rest of the round. */
      readonly out: readonly TeamId[];
    }
  | { readonly type: 'toAudience' }
  /** The answer is public. */
  | ({ readonly type: 'closed'; readonly question: string } & Reveal)
  | {
      readonly type: 'skipped' | 'deferred' | 'wentBack' | 'voided';
      readonly question: string | null;
      readonly reason: string;
    }
  | { readonly type: 'adjusted' | 'reversed' }
  | { readonly type: 'undone'; readonly what: HostActType | null }
  /** `ms` is `null` while it lasts. */
  | { readonly type: 'paused'; readonly reason: PauseReason; readonly ms: number | null }
  | {
      readonly type: 'protest';
      readonly protest: number;
      readonly team: TeamId;
      readonly question: string | null;
    }
  | {
      readonly type: 'protestRuled';
      readonly protest: number;
      readonly verdict: 'upheld' | 'dismissed';
    }
  | { readonly type: 'roundEnded'; readonly eliminated: readonly TeamId[] }
  | {
      readonly type: 'decider';
      readonly rule: DeciderRule;
      readonly title: string;
      readonly teams: readonly TeamId[];
      readonly place: number;
    }
  | { readonly type: 'decided'; readonly tiers: readonly (readonly TeamId[])[] }
  | { readonly type: 'finished'; readonly standings: readonly Standing[] }
  | { readonly type: 'reopened' };

export type Moment = Happening & {
  /** Seq of its event. */
  readonly no: number;
  /** Server ms. */
  readonly at: number;
  readonly moves: readonly Move[];
  /** Totals after it, in the order of `Timeline.teams`. */
  readonly totals: readonly Decimal[];
};

/** The course of a show for anyone, after its end. Plain JSON. */
export interface Timeline {
  readonly name: string;
  /** By table. */
  readonly teams: readonly { readonly id: TeamId; readonly name: string; readonly table: number }[];
  readonly moments: readonly Moment[];
  /** As declared; `null` before the end. */
  readonly standings: readonly Standing[] | null;
  /** Server ms of start and end; `null` before them. */
  readonly from: number | null;
  readonly until: number | null;
  readonly pausedMs: number;
  /** Of them, because equipment failed. */
  readonly faultMs: number;
}
