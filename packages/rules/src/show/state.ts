import type { Decimal } from '../kernel/index.ts';
import type { HostActType, Verdict, WordVerdict } from './command.ts';
import type { ShowConfig, TeamId } from './config.ts';
import type { Clock, LedgerRow, PressRecord, Standing, After } from './event.ts';

/**
 * QZ-30. The answer window starts at the buzz, so "locked(winner)" and "answering" are one phase.
 * `lobby` before the start · `idle` between questions and rounds · `choosing` risk value · `reading` ·
 * `open` buzzers · `answering` a team has the right and the clock runs · `ruling` the answer has ended by
 * 回答完毕 or time-out and awaits the host · `judged` · `audience` · `closed` answer shown · `finished`.
 */
export type Phase =
  | 'lobby'
  | 'idle'
  | 'choosing'
  | 'reading'
  | 'open'
  | 'answering'
  | 'ruling'
  | 'judged'
  | 'audience'
  | 'closed'
  | 'finished';

export type Outcome = Verdict | 'late' | 'foul' | 'nobody' | 'declined' | 'done';

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
  readonly strikes: Readonly<Record<TeamId, number>>;
}

export interface DeciderState {
  readonly place: number;
  readonly teams: readonly TeamId[];
  /** In the order in which they went out. */
  readonly out: readonly TeamId[];
  readonly winner: TeamId | null;
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
    readonly deciders: number;
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
  readonly console: string | null;
  readonly tables: Readonly<Record<TeamId, number>> | null;
  readonly draw: { readonly seed: string; readonly algorithm: string } | null;
  readonly round: RoundState | null;
  readonly played: readonly string[];
  readonly stage: OnStage | null;
  readonly clock: Clock | null;
  readonly paused: { readonly remainingMs: number | null } | null;
  readonly ledger: readonly LedgerRow[];
  readonly presses: readonly PressRecord[];
  readonly undo: readonly UndoEntry[];
  readonly decider: DeciderState | null;
  /** Decider question ids already used, over all deciders. */
  readonly deciderUsed: readonly string[];
  readonly deciders: readonly (readonly (readonly TeamId[])[])[];
  readonly standings: readonly Standing[] | null;
}
