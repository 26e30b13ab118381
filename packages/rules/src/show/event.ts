import type { Decimal } from '../kernel/index.ts';
import type { Verdict, WordVerdict } from './command.ts';
import type { TeamId } from './config.ts';

export type LedgerReason =
  | 'base'
  | 'right'
  | 'wrong'
  | 'late'
  | 'foul'
  | 'help'
  | 'word'
  | 'hits'
  | 'adjust'
  | 'reversal';

/** One row of the append-only score ledger (QZ-11); the board's total is the sum of `delta`. */
export interface LedgerRow {
  /** 1, 2, 3 … without gaps. */
  readonly no: number;
  readonly team: TeamId;
  readonly round: string | null;
  readonly question: string | null;
  /** Signed points, after the floor (QZ-12). */
  readonly delta: Decimal;
  readonly reason: LedgerReason;
  /** The jury's words, for adjustments and reversals. */
  readonly note?: string;
  /** A user id, or `system` for fouls. */
  readonly by: string;
  readonly at: number;
  /** The `no` of the row that this one takes back. */
  readonly reverses?: number;
}

/** One press, kept for ever and exportable (QZ-32). */
export interface PressRecord {
  readonly round: string;
  readonly question: string;
  /** 1 for the first opening of the question, 2 after a reopening; 0 while it was read. */
  readonly opening: number;
  readonly team: TeamId;
  /** Server time of receipt, ms. */
  readonly at: number;
  /** ms since "开始"; for a foul or an interruption, since the question appeared. Judges only. */
  readonly deltaMs: number;
  readonly verdict: 'first' | 'notFirst' | 'foul';
}

/** A running deadline. Answered by `timeout {clockId}` once `deadline` has passed. */
export interface Clock {
  readonly id: string;
  readonly kind: 'press' | 'answer' | 'choose';
  readonly totalSec: number;
  /** Server time, ms. */
  readonly deadline: number;
}

/** What follows a judged question: open again for the others, give it to the audience, or close it. */
export type After = 'open' | 'audience' | 'close';

export interface Standing {
  readonly team: TeamId;
  readonly total: Decimal;
  readonly place: number;
  /** The place was settled by a decider (QZ-51). */
  readonly decided: boolean;
}

interface At {
  /** Server time, ms. */
  readonly at: number;
  /** The acting user, a team id, or `system`. */
  readonly by: string;
}

interface Rows {
  readonly rows: readonly LedgerRow[];
}

/** What is stored, in order; the n-th event of a show has seq n. Plain JSON. */
export type ShowEvent = At &
  (
    | { readonly type: 'consoleTaken'; readonly console: string }
    | {
        readonly type: 'tablesDrawn';
        readonly seed: string;
        readonly algorithm: string;
        readonly tables: Readonly<Record<TeamId, number>>;
      }
    | ({ readonly type: 'started' } & Rows)
    | { readonly type: 'roundStarted'; readonly round: string; readonly order: readonly TeamId[] }
    | {
        readonly type: 'choosingStarted';
        readonly team: TeamId;
        readonly values: readonly Decimal[];
        readonly clock: Clock | null;
      }
    | {
        readonly type: 'questionShown';
        readonly question: string;
        readonly team: TeamId | null;
        readonly seat: number | null;
        readonly points: Decimal | null;
      }
    | { readonly type: 'riskDeclined'; readonly team: TeamId }
    | { readonly type: 'clockStarted'; readonly clock: Clock }
    | { readonly type: 'buzzersOpened'; readonly opening: number; readonly clock: Clock | null }
    /** `clock` is the winner's answer clock: it starts at the buzz. `null` for a later press. */
    | { readonly type: 'pressed'; readonly press: PressRecord; readonly clock: Clock | null }
    | ({
        readonly type: 'fouled';
        readonly press: PressRecord;
        readonly strikes: number;
        /** The question is void for all, or the team is out of it. `after` only if nobody can go on. */
        readonly effect: 'void' | 'out';
        readonly after: After | null;
      } & Rows)
    | { readonly type: 'answerFinished'; readonly late: boolean }
    | {
        readonly type: 'timedOut';
        readonly clockId: string;
        readonly kind: Clock['kind'];
        readonly after: After | null;
      }
    | ({
        readonly type: 'ruled';
        readonly team: TeamId;
        readonly verdict: Verdict;
        readonly late: boolean;
        readonly after: After;
        /** The team may not press again for this question. */
        readonly out: boolean;
      } & Rows)
    | ({
        readonly type: 'wordJudged';
        readonly team: TeamId;
        readonly word: number;
        readonly verdict: WordVerdict;
        /** The turn is over. */
        readonly done: boolean;
      } & Rows)
    | ({ readonly type: 'hitsJudged'; readonly team: TeamId; readonly hits: readonly number[] } & Rows)
    | { readonly type: 'givenToAudience' }
    | { readonly type: 'questionClosed' }
    /** `rows` take back what the question had already scored; fouls stay. */
    | ({ readonly type: 'questionSkipped'; readonly reason: string } & Rows)
    | ({ readonly type: 'questionVoided'; readonly reason: string } & Rows)
    | ({ readonly type: 'adjusted' } & Rows)
    | ({ readonly type: 'reversed' } & Rows)
    | ({ readonly type: 'undone' } & Rows)
    | { readonly type: 'paused'; readonly remainingMs: number | null }
    | { readonly type: 'resumed'; readonly clock: Clock | null }
    | { readonly type: 'roundEnded' }
    | { readonly type: 'deciderStarted'; readonly teams: readonly TeamId[]; readonly place: number }
    /** Best first; teams of one tier stay tied. */
    | { readonly type: 'deciderDecided'; readonly tiers: readonly (readonly TeamId[])[] }
    | { readonly type: 'finished'; readonly standings: readonly Standing[] }
  );

export type ShowEventType = ShowEvent['type'];
