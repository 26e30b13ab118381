import type { Decimal } from '../kernel/index.ts';
import type { CrowdCount, PauseReason, Verdict, WordVerdict } from './command.ts';
import type { TeamId } from './config.ts';
import type { Desk } from './desk.ts';
import type { Display } from './display.ts';

export type LedgerReason =
  | 'base'
  | 'right'
  | 'wrong'
  | 'late'
  | 'foul'
  | 'help'
  | 'word'
  | 'hits'
  /** Gained from another team's failure (QZ-22). */
  | 'steal'
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

/** One press, kept for ever and exportable (QZ-32), with the facts that decided it (QZ-33). */
export interface PressRecord {
  readonly round: string;
  readonly question: string;
  /** 1 for the first opening of the question, 2 after a reopening; 0 while it was read. */
  readonly opening: number;
  readonly team: TeamId;
  /** Server time of receipt, ms. */
  readonly at: number;
  /** The moment that counts: `at`, or the claimed one inside its bounds, server ms. */
  readonly pressedAt: number;
  /** ± of `pressedAt`, ms; 0 where the server's order decides. */
  readonly uncertaintyMs: number;
  readonly basis: 'arrival' | 'claimed' | 'fallback';
  readonly claimedAt: number | null;
  readonly roundTripMs: number | null;
  readonly via: string | null;
  /** The wired buzzer; `null`: the team's phone. */
  readonly input: string | null;
  /** `pressedAt`, ms since "开始"; for a foul or an interruption, since the question appeared. Judges only. */
  readonly deltaMs: number;
  /** `gathered` until the presses that may still be under way are in; `tied`: of a dead heat that is pressed out. */
  readonly verdict: 'first' | 'notFirst' | 'tied' | 'foul' | 'gathered' | 'test';
}

/**
 * A running deadline. Answered by `timeout {clockId}` once `deadline` has passed. `arm`: the random delay before the
 * buzzers open, nobody's to see. `gather`: presses under way come in. `crowd`: the audience's phones; its bell tells the
 * host, nothing else.
 */
export interface Clock {
  readonly id: string;
  readonly kind: 'press' | 'answer' | 'choose' | 'stake' | 'arm' | 'gather' | 'crowd';
  readonly totalSec: number;
  /** Server time, ms. */
  readonly deadline: number;
}

/** Teams whose presses lie closer together than their uncertainties (QZ-33), and how it was settled. */
export interface DeadHeat {
  readonly teams: readonly TeamId[];
  readonly settledBy: 'earlier' | 'lot' | 'again' | 'jury';
  readonly seed: string | null;
}

export interface Protest {
  /** 1, 2, 3 … */
  readonly no: number;
  readonly team: TeamId;
  readonly question: string | null;
  readonly text: string;
  readonly by: string;
  readonly at: number;
  readonly ruling: {
    readonly verdict: 'upheld' | 'dismissed';
    readonly note: string;
    readonly by: string;
    readonly at: number;
  } | null;
}

/** What follows a judged question: open it (again) for the others, give it to the audience, or close it. */
export type After = 'open' | 'audience' | 'close';

export interface Standing {
  readonly team: TeamId;
  readonly total: Decimal;
  readonly place: number;
  /** The place was settled by a decider (QZ-51). */
  readonly decided: boolean;
  /** The place was settled by lot (不并列). */
  readonly byLot: boolean;
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
    | { readonly type: 'consoleTaken'; readonly console: string; readonly desk: Desk }
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
        /** Assigned: the team that will answer; else the chooser itself. */
        readonly forTeam: TeamId;
        readonly values: readonly Decimal[];
        readonly clock: Clock | null;
      }
    | {
        readonly type: 'questionShown';
        readonly question: string;
        readonly team: TeamId | null;
        readonly seat: number | null;
        readonly points: Decimal | null;
        /** Assigned: who chose the value. */
        readonly asker: TeamId | null;
      }
    | { readonly type: 'stakingStarted'; readonly clock: Clock | null }
    | { readonly type: 'staked'; readonly team: TeamId; readonly stake: Decimal }
    | { readonly type: 'answerEntered'; readonly team: TeamId; readonly answer: string }
    | ({
        readonly type: 'teamsJudged';
        readonly right: readonly TeamId[];
        /** Out for the rest of the round. */
        readonly out: readonly TeamId[];
      } & Rows)
    | { readonly type: 'riskDeclined'; readonly team: TeamId }
    | { readonly type: 'clockStarted'; readonly clock: Clock }
    /** The buzzers will open when the clock ends (a random delay). */
    | { readonly type: 'buzzersArmed'; readonly clock: Clock; readonly seed: string }
    | { readonly type: 'buzzersOpened'; readonly opening: number; readonly clock: Clock | null }
    /**
     * `clock` of the first: the winner's answer clock, which starts at the buzz, or the clock that gathers what is
     * under way. `null` for a later press.
     */
    | { readonly type: 'pressed'; readonly press: PressRecord; readonly clock: Clock | null }
    /**
     * All presses are in. `winner` has the right to answer from now on, or nobody yet: then the tied press again or the
     * jury names one of `deadHeat`.
     */
    | {
        readonly type: 'buzzSettled';
        readonly opening: number;
        readonly winner: TeamId | null;
        readonly deadHeat: DeadHeat | null;
        readonly clock: Clock | null;
      }
    /** An offered question was given to a team by the host's word. */
    | { readonly type: 'givenTo'; readonly team: TeamId; readonly clock: Clock }
    | { readonly type: 'testStarted' }
    | { readonly type: 'testPressed'; readonly press: PressRecord }
    | { readonly type: 'testEnded' }
    | { readonly type: 'inputMapped'; readonly input: string; readonly team: TeamId | null }
    | { readonly type: 'displaySet'; readonly display: Display }
    | { readonly type: 'mediaPlayed'; readonly positionMs: number }
    | { readonly type: 'mediaStopped'; readonly positionMs: number }
    | { readonly type: 'protestFiled'; readonly protest: Protest }
    | {
        readonly type: 'protestRuled';
        readonly no: number;
        readonly verdict: 'upheld' | 'dismissed';
        readonly note: string;
      }
    | { readonly type: 'crowdAsked'; readonly question: string; readonly clock: Clock | null }
    | {
        readonly type: 'pollStarted';
        readonly id: string;
        readonly title: string;
        readonly options: readonly string[];
      }
    | ({ readonly type: 'crowdStopped' } & CrowdCount)
    /** `winners`: codes of phones, drawn by `seed` of `of` right ones whose sorted codes have this SHA-256. */
    | {
        readonly type: 'prizeDrawn';
        readonly question: string;
        readonly seed: string;
        readonly of: number;
        readonly digest: string;
        readonly winners: readonly string[];
      }
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
    | ({ readonly type: 'questionDeferred'; readonly reason: string } & Rows)
    | ({ readonly type: 'wentBack'; readonly reason: string } & Rows)
    | ({ readonly type: 'questionVoided'; readonly reason: string } & Rows)
    | ({ readonly type: 'adjusted' } & Rows)
    | ({ readonly type: 'reversed' } & Rows)
    | ({ readonly type: 'undone' } & Rows)
    | {
        readonly type: 'paused';
        readonly reason: PauseReason;
        readonly note: string | null;
        readonly remainingMs: number | null;
      }
    | { readonly type: 'resumed'; readonly clock: Clock | null }
    | { readonly type: 'roundEnded'; readonly eliminated: readonly TeamId[] }
    | { readonly type: 'deciderStarted'; readonly teams: readonly TeamId[]; readonly place: number }
    /** Best first; teams of one tier stay tied. */
    | { readonly type: 'deciderDecided'; readonly tiers: readonly (readonly TeamId[])[] }
    | {
        readonly type: 'finished';
        readonly standings: readonly Standing[];
        /** Of the lot that settled ties; `null`: none was drawn. */
        readonly seed: string | null;
      }
    | { readonly type: 'reopened'; readonly reason: string }
  );

export type ShowEventType = ShowEvent['type'];
