import type { Decimal } from '../kernel/index.ts';
import type { CrowdCount, HostActType, PauseReason, Verdict, WordVerdict } from './command.ts';
import type { ShowConfig, TeamId } from './config.ts';
import type { Desk } from './desk.ts';
import type { Display } from './display.ts';
import type { After, Clock, DeadHeat, LedgerRow, PressRecord, Protest, Standing } from './event.ts';

/**
 * QZ-30. The answer window starts at the buzz, so "locked(winner)" and "answering" are one phase.
 * `lobby` before the start · `idle` between questions and rounds · `choosing` risk value · `staking` all teams, before
 * they see the question · `reading` · `open` buzzers · `gathering` presses under way come in · `deadHeat` the jury names
 * the team · `answering` a team has the right (or all teams answer) and the clock runs · `ruling` the answer has ended
 * by 回答完毕 or time-out and awaits the host · `judged` · `audience` · `closed` answer shown · `finished`.
 */
export type Phase =
  | 'lobby'
  | 'idle'
  | 'choosing'
  | 'staking'
  | 'reading'
  | 'open'
  | 'gathering'
  | 'deadHeat'
  | 'answering'
  | 'ruling'
  | 'judged'
  | 'audience'
  | 'closed'
  | 'finished';

export type Outcome = Verdict | 'late' | 'foul' | 'nobody' | 'declined' | 'done';

/** What a team entered, and when, server ms. */
export interface Entered {
  readonly answer: string;
  readonly at: number;
  /** Of the answer clock, without pauses. */
  readonly elapsedMs: number;
}

/** A clip or sound on stage: where it stood at `since` (server ms); it runs from there while `playing`. */
export interface Playing {
  readonly playing: boolean;
  readonly positionMs: number;
  readonly since: number;
}

/** The question or turn on stage. */
export interface OnStage {
  /** `null` while a risk value is being chosen, or after it was declined. */
  readonly question: string | null;
  /** Whose turn it is, or who won the buzz. */
  readonly team: TeamId | null;
  readonly seat: number | null;
  readonly points: Decimal | null;
  /** Server time at which it appeared. */
  readonly shownAt: number;
  /** Risk values on offer while choosing. */
  readonly values: readonly Decimal[];
  /** How often the buzzers were opened for it. */
  readonly opening: number;
  readonly openedAt: number | null;
  /** Teams out of this question, by a foul or a wrong answer. */
  readonly out: readonly TeamId[];
  readonly failures: number;
  readonly late: boolean;
  readonly words: readonly WordVerdict[];
  readonly hits: readonly number[] | null;
  /** Assigned: who chose. */
  readonly asker: TeamId | null;
  /** Steal: the team that failed first; `team` is then the one that took the question over. */
  readonly first: TeamId | null;
  readonly entries: Readonly<Record<TeamId, Entered>>;
  readonly stakes: Readonly<Record<TeamId, Decimal>>;
  /** Together: who was judged right. */
  readonly right: readonly TeamId[] | null;
  readonly deadHeat: DeadHeat | null;
  readonly media: Playing | null;
  readonly outcome: Outcome | null;
  readonly after: After;
}

export interface RoundState {
  readonly id: string;
  /** Teams in turn order, fixed at the start of the round; the tied teams in a decider. */
  readonly order: readonly TeamId[];
  /** Turns used. */
  readonly turn: number;
  readonly used: readonly string[];
  /** Set aside, to be asked when the others are used up. */
  readonly deferred: readonly string[];
  /** Out for the rest of the round (`wrongIsOut`). */
  readonly out: readonly TeamId[];
  readonly strikes: Readonly<Record<TeamId, number>>;
}

/** A closed question of this round, to go back to: the moment before its first ruling. */
export interface Past {
  readonly phase: Phase;
  readonly round: RoundState;
  readonly stage: OnStage;
  readonly decider: DeciderState | null;
  readonly deciders: ShowState['deciders'];
}

export interface CrowdState {
  /** What the audience's phones may answer now. */
  readonly asking:
    | { readonly kind: 'question'; readonly id: string }
    | {
        readonly kind: 'poll';
        readonly id: string;
        readonly title: string;
        readonly options: readonly string[];
      }
    | null;
  /** The last one that was answered. */
  readonly result:
    | (CrowdCount & {
        readonly kind: 'question' | 'poll';
        readonly id: string;
        readonly title: string;
        readonly options: readonly string[];
      })
    | null;
  readonly prizes: readonly Prize[];
}

export interface Prize {
  readonly question: string;
  readonly seed: string;
  readonly of: number;
  readonly digest: string;
  readonly winners: readonly string[];
  readonly at: number;
}

/** One standstill; `until` is `null` while it lasts. Server ms. */
export interface PauseRecord {
  readonly reason: PauseReason;
  readonly note: string | null;
  readonly from: number;
  readonly until: number | null;
}

export interface DeciderState {
  readonly place: number;
  readonly teams: readonly TeamId[];
  /** In the order in which they went out. */
  readonly out: readonly TeamId[];
  readonly winner: TeamId | null;
  /** Points of an extra round or a risk decider, never of the ledger (QZ-51). */
  readonly points: Readonly<Record<TeamId, Decimal>>;
}

export interface UndoEntry {
  /** What would be taken back, for the button's words. */
  readonly what: HostActType;
  readonly verdict: Verdict | WordVerdict | null;
  readonly team: TeamId | null;
  readonly rows: readonly number[];
  /** The moment to return to; `null` when only the ledger changed. */
  readonly before: {
    readonly phase: Phase;
    readonly round: RoundState | null;
    readonly stage: OnStage | null;
    readonly decider: DeciderState | null;
    readonly deciders: ShowState['deciders'];
    readonly deciderUsed: readonly string[];
    readonly past: readonly Past[];
  } | null;
}

/** All of a show, rebuilt by `evolve` from its events. Holds secrets: only `view` leaves the server. Plain JSON. */
export interface ShowState {
  readonly config: ShowConfig;
  /** Number of events so far. */
  readonly seq: number;
  /** Grows with every event that changes what a host's click would mean; later presses and time-outs do not. */
  readonly step: number;
  readonly phase: Phase;
  /** The open page of each desk. */
  readonly consoles: Readonly<Partial<Record<Desk, string>>>;
  readonly tables: Readonly<Record<TeamId, number>> | null;
  readonly draw: { readonly seed: string; readonly algorithm: string } | null;
  readonly round: RoundState | null;
  readonly played: readonly string[];
  readonly stage: OnStage | null;
  readonly clock: Clock | null;
  readonly paused: {
    readonly remainingMs: number | null;
    /** A clip was stopped by the pause and goes on after it. */
    readonly media: boolean;
  } | null;
  readonly ledger: readonly LedgerRow[];
  readonly presses: readonly PressRecord[];
  readonly undo: readonly UndoEntry[];
  readonly decider: DeciderState | null;
  /** Decider question ids already used, over all deciders. */
  readonly deciderUsed: readonly string[];
  readonly deciders: readonly (readonly (readonly TeamId[])[])[];
  readonly standings: readonly Standing[] | null;
  /** Of the lot that settled ties. */
  readonly lot: string | null;
  /** Teams that left the show, in the order of leaving; those of one line left together. */
  readonly eliminated: readonly (readonly TeamId[])[];
  /** Closed questions of the running round, the last one last. */
  readonly past: readonly Past[];
  readonly display: Display;
  readonly inputs: Readonly<Record<string, TeamId>>;
  /** When the running test press began, server ms. */
  readonly testing: number | null;
  /** Presses of the last test. */
  readonly test: readonly PressRecord[];
  readonly pauses: readonly PauseRecord[];
  readonly protests: readonly Protest[];
  readonly crowd: CrowdState;
}
