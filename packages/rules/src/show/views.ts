import type { Decimal } from '../kernel/index.ts';
import type { HostAct, HostActType, Verdict, WordVerdict } from './command.ts';
import type { QuestionItem, RoundKind, TeamId } from './config.ts';
import type { Clock, LedgerReason, LedgerRow, PressRecord } from './event.ts';
import type { DeciderState, Outcome, Phase, UndoEntry } from './state.ts';

export type Audience =
  | { readonly kind: 'host' }
  | { readonly kind: 'screen' }
  | { readonly kind: 'team'; readonly team: TeamId }
  | { readonly kind: 'spectator' };

/** `deadline` (server ms) runs; `remainingMs` stands while paused. Exactly one of them is not null. */
export interface ClockView {
  readonly id: string;
  readonly kind: Clock['kind'];
  readonly totalSec: number;
  readonly deadline: number | null;
  readonly remainingMs: number | null;
}

export interface ScoreLine {
  readonly team: TeamId;
  readonly name: string;
  /** `null` before the draw. */
  readonly table: number | null;
  readonly total: Decimal;
  readonly place: number;
  /** The place was settled by a decider. */
  readonly decided: boolean;
}

export interface RoundView {
  readonly id: string;
  readonly kind: RoundKind;
  readonly title: string;
  /** 1-based place in the programme; `null` for a decider. */
  readonly index: number | null;
  readonly of: number;
  /** 1-based turn on stage (0 before the first) and turns in all (`null`: until decided). */
  readonly turn: number;
  readonly turns: number | null;
}

/** Shown to everybody once the question is closed. */
export interface Reveal {
  readonly answer: string;
  readonly explanation: string | null;
  readonly hits: readonly { readonly text: string; readonly found: boolean }[] | null;
  readonly words: readonly { readonly word: string; readonly verdict: WordVerdict | null }[] | null;
}

export interface QuestionView {
  readonly id: string;
  readonly stem: string;
  readonly options: readonly string[] | null;
  readonly media: QuestionItem['media'] | null;
  readonly reveal: Reveal | null;
}

/** What the public may know of the turn on stage. */
export interface TurnView {
  readonly team: TeamId | null;
  readonly seat: number | null;
  readonly points: Decimal | null;
  /** Charades: words so far, without the words themselves. */
  readonly words: readonly WordVerdict[] | null;
  readonly outcome: Outcome | null;
  /** The answer ended by time-out. */
  readonly late: boolean;
}

export interface ScoreChange {
  readonly team: TeamId;
  readonly delta: Decimal;
  readonly reason: LedgerReason;
}

/** The part that every audience has. */
export interface ViewBase {
  readonly seq: number;
  readonly name: string;
  readonly phase: Phase;
  readonly paused: boolean;
  readonly clock: ClockView | null;
  readonly round: RoundView | null;
  readonly turn: TurnView | null;
  readonly question: QuestionView | null;
  /** By place, then table. */
  readonly scores: readonly ScoreLine[];
  /** Ledger movements of the question on stage, for "+10" beside the board. */
  readonly changes: readonly ScoreChange[];
  /** The decider that runs: which teams play for which place. */
  readonly decider: DeciderState | null;
}

export interface SpectatorView extends ViewBase {
  readonly audience: 'spectator';
}

export interface ScreenView extends ViewBase {
  readonly audience: 'screen';
  /** Teams that may not press for this question. */
  readonly out: readonly TeamId[];
  /** Charades with `wordsOn: 'screen'`, only while the clock runs. */
  readonly word: string | null;
}

/** Six states told apart from three metres. */
export type BuzzerState = 'idle' | 'armed' | 'pressed' | 'first' | 'notFirst' | 'locked';

export interface TeamView extends ViewBase {
  readonly audience: 'team';
  readonly team: TeamId;
  readonly myTurn: boolean;
  /**
   * `idle` nothing to press · `armed` a press wins · `first` / `notFirst` the verdict · `locked` a press is a foul,
   * refused or the team is out. `pressed` is the phone's own state between tap and verdict; the rules never say it.
   */
  readonly buzzer: BuzzerState;
  /** This team pressed too early for this question. */
  readonly foul: boolean;
  /** Fouls of this team in this round. */
  readonly strikes: number;
  /** The team is to choose a risk value now. */
  readonly choose: { readonly values: readonly Decimal[]; readonly decline: boolean } | null;
}

/** What comes after the present question, for the host's eyes. */
export interface Upcoming {
  readonly team: TeamId | null;
  readonly seat: number | null;
  readonly question: QuestionItem | null;
}

export interface HostView extends ViewBase {
  readonly audience: 'host';
  /** Goes back with every command of the host. */
  readonly step: number;
  readonly console: string | null;
  /** The whole question with its answer. */
  readonly item: QuestionItem | null;
  /** Charades: the word to be ruled next and its index. */
  readonly word: { readonly index: number; readonly text: string; readonly passesLeft: number } | null;
  /** Risk values on offer while a team chooses. */
  readonly values: readonly Decimal[];
  readonly upcoming: Upcoming | null;
  /** The one big button; `null` when a human ruling or a team is awaited. Always accepted when sent. */
  readonly next: HostAct | null;
  /** Kinds of act that would be accepted now (given good facts). */
  readonly allowed: readonly HostActType[];
  /** What the system proposes after a time-out (QZ-36, QZ-41). */
  readonly proposal: { readonly verdict: Verdict; readonly delta: Decimal } | null;
  readonly undo: Pick<UndoEntry, 'what' | 'verdict' | 'team' | 'rows'> | null;
  /** Who may press or answer now. */
  readonly mayAct: readonly TeamId[];
  readonly out: readonly TeamId[];
  /** The press log of the question on stage. */
  readonly presses: readonly PressRecord[];
  readonly ledger: readonly LedgerRow[];
}

export type View = HostView | ScreenView | TeamView | SpectatorView;

/** The view type of an audience. */
export type ViewOf<A extends Audience> = A extends { kind: 'host' }
  ? HostView
  : A extends { kind: 'screen' }
    ? ScreenView
    : A extends { kind: 'team' }
      ? TeamView
      : SpectatorView;
