import type { Decimal } from '../kernel/index.ts';
import type { Words } from '../kernel/index.ts';
import type { HostAct, HostActType, Verdict, WordVerdict } from './command.ts';
import type { MediaItem, QuestionItem, TeamId } from './config.ts';
import type { Desk } from './desk.ts';
import type { Display } from './display.ts';
import type { Clock, DeadHeat, LedgerReason, PressRecord, Protest } from './event.ts';
import type { DeciderRule, RoundKind } from './roundConfig.ts';
import type {
  CrowdState,
  DeciderState,
  Entered,
  Outcome,
  PauseRecord,
  Phase,
  Playing,
  UndoEntry,
} from './state.ts';

export type Audience =
  /** `desk` is `host` when not said. */
  | { readonly kind: 'host'; readonly desk?: Desk }
  | { readonly kind: 'screen' }
  | { readonly kind: 'team'; readonly team: TeamId }
  | { readonly kind: 'spectator' };

/** `deadline` (server ms) runs; `remainingMs` stands while paused. Exactly one of them is not null. */
export interface ClockView {
  readonly id: string;
  /** Never `arm`: nobody may count down to the opening. */
  readonly kind: Exclude<Clock['kind'], 'arm'>;
  readonly totalSec: number;
  readonly deadline: number | null;
  readonly remainingMs: number | null;
}

export interface ScoreLine {
  readonly team: TeamId;
  readonly name: string;
  /** `null` before the draw. */
  readonly table: number | null;
  /** `null` while the display hides it. */
  readonly total: Decimal | null;
  /** `null` while the display hides it. */
  readonly place: number | null;
  /** The place was settled by a decider. */
  readonly decided: boolean;
  /** The place was settled by lot. */
  readonly byLot: boolean;
  /** The team has left the show (淘汰). */
  readonly eliminated: boolean;
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
  /** For 0 points. */
  readonly practice: boolean;
}

/** Shown to everybody once the question is closed. */
export interface Reveal {
  readonly answer: string;
  readonly explanation: string | null;
  readonly hits: readonly { readonly text: string; readonly found: boolean }[] | null;
  readonly words: readonly { readonly word: string; readonly verdict: WordVerdict | null }[] | null;
  readonly items:
    | readonly { readonly stem: string; readonly answer: string; readonly verdict: WordVerdict | null }[]
    | null;
  /** Together: what each team answered; `null` where nothing was entered. */
  readonly entries:
    | readonly { readonly team: TeamId; readonly answer: string | null; readonly right: boolean }[]
    | null;
}

export interface QuestionView {
  readonly id: string;
  readonly stem: string;
  readonly options: readonly string[] | null;
  readonly unit: string | null;
  /** The clip with where it stands, `null` before it was first played. */
  readonly media: (MediaItem & { readonly playing: Playing | null }) | null;
  /** Rapid: the item that is asked, only while the clock runs. */
  readonly asked: string | null;
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
  /** Assigned: who chose the value for `team`. */
  readonly asker: TeamId | null;
  /** Steal: the team that failed first; the question is on offer, or `team` has taken it over. */
  readonly first: TeamId | null;
  /** A declared dead heat (QZ-33) and how it was settled. */
  readonly deadHeat: DeadHeat | null;
  /** Together: which teams have entered something (while they stake: have staked), without what. */
  readonly entered: readonly TeamId[];
  /** Together: every team that played for the question, once it is ruled; `stake` only where teams stake. */
  readonly verdicts:
    | readonly { readonly team: TeamId; readonly right: boolean; readonly stake: Decimal | null }[]
    | null;
  /** Assigned: the team that the value is being chosen for. */
  readonly chooseFor: TeamId | null;
}

export interface ScoreChange {
  readonly team: TeamId;
  readonly delta: Decimal;
  readonly reason: LedgerReason;
}

/** What the audience's phones are asked, and what came out of it last. */
export interface CrowdView {
  readonly asking: {
    readonly kind: 'question' | 'poll';
    readonly id: string;
    readonly title: string;
    readonly options: readonly string[];
  } | null;
  readonly result: CrowdState['result'];
  /** Of the last draw: codes of the phones that won. */
  readonly prize: {
    readonly question: string;
    readonly of: number;
    readonly winners: readonly string[];
  } | null;
}

/** The decider that runs; `points` are its own, never the board's (QZ-51). */
export interface DeciderView extends DeciderState {
  readonly rule: DeciderRule;
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
  readonly decider: DeciderView | null;
  readonly display: Display;
  /** The devices are being tested: every team may press once. */
  readonly testing: boolean;
  readonly crowd: CrowdView;
  /** Why the show stands still. */
  readonly pause: PauseRecord['reason'] | null;
}

export interface SpectatorView extends ViewBase {
  readonly audience: 'spectator';
  /** HLS address for viewers at home. */
  readonly stream: string | null;
}

export interface ScreenView extends ViewBase {
  readonly audience: 'screen';
  /** Teams that may not press for this question. */
  readonly out: readonly TeamId[];
  /** Charades with `wordsOn: 'screen'`, only while the clock runs. */
  readonly word: string | null;
  /** Printed rules of the running round, for its title card. */
  readonly rules: readonly Words[];
  /** Media of the running round (before the first: of the next one), to be fetched beforehand. */
  readonly preload: readonly MediaItem[];
  /** Test press: which teams were heard, with ± in ms. */
  readonly tested: readonly { readonly team: TeamId; readonly uncertaintyMs: number }[];
}

/** Six states told apart from three metres. */
export type BuzzerState = 'idle' | 'armed' | 'pressed' | 'first' | 'notFirst' | 'locked';

export interface TeamView extends ViewBase {
  readonly audience: 'team';
  readonly team: TeamId;
  readonly myTurn: boolean;
  /**
   * `idle` nothing to press · `armed` a press wins · `first` / `notFirst` the verdict · `locked` a press is a foul,
   * refused or the team is out. `pressed` is the phone's own state between tap and verdict; the rules say it while
   * presses come in, and after a test press.
   */
  readonly buzzer: BuzzerState;
  /** This team pressed too early for this question. */
  readonly foul: boolean;
  /** Fouls of this team in this round. */
  readonly strikes: number;
  /** The team is to choose a risk value now. */
  readonly choose: { readonly values: readonly Decimal[]; readonly decline: boolean } | null;
  /** The team may enter an answer now; `mine` is what it has entered so far. */
  readonly entry: {
    readonly as: 'options' | 'cards' | 'number' | 'text';
    readonly options: readonly string[];
    readonly mine: string | null;
    /** What it has entered stands; nothing more is taken. */
    readonly final: boolean;
  } | null;
  /** It plays no more for this question, or for the rest of the round (站立式淘汰). */
  readonly out: boolean;
  /** The team may stake up to `most` now. */
  readonly stake: { readonly most: Decimal; readonly mine: Decimal | null } | null;
  /** Its own test press. */
  readonly tested: { readonly uncertaintyMs: number; readonly deltaMs: number } | null;
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
  readonly desk: Desk;
  /** The open page of this desk. */
  readonly console: string | null;
  /** The whole question with its answer. */
  readonly item: QuestionItem | null;
  /** Charades and rapid: the word or item to be ruled next and its index; `passesLeft` `null`: no limit. */
  readonly word: { readonly index: number; readonly text: string; readonly passesLeft: number | null } | null;
  /** Risk values on offer while a team chooses. */
  readonly values: readonly Decimal[];
  readonly upcoming: Upcoming | null;
  /** The one big button; `null` when a human ruling or a team is awaited. Always accepted when sent. */
  readonly next: HostAct | null;
  /** Kinds of act that would be accepted now (given good facts). */
  readonly allowed: readonly HostActType[];
  /** Rulings on a spoken answer that would be accepted now. */
  readonly verdicts: readonly Verdict[];
  /** Teams that an offered question may be given to (QZ-22). */
  readonly takers: readonly TeamId[];
  /** What the system proposes after a time-out (QZ-36, QZ-41). */
  readonly proposal: { readonly verdict: Verdict; readonly delta: Decimal } | null;
  readonly undo: Pick<UndoEntry, 'what' | 'verdict' | 'team' | 'rows'> | null;
  /** Who may press or answer now. */
  readonly mayAct: readonly TeamId[];
  readonly out: readonly TeamId[];
  /** The press log of the question on stage. */
  readonly presses: readonly PressRecord[];
  /** The random delay runs: the buzzers open by themselves. */
  readonly arming: boolean;
  /** Together: what each team entered, with the ruling that the answer key proposes (`null`: a human must). */
  readonly entries: readonly ({ readonly team: TeamId; readonly right: boolean | null } & (
    | Entered
    | { readonly answer: null; readonly at: null }
  ))[];
  readonly stakes: Readonly<Record<TeamId, Decimal>>;
  readonly inputs: Readonly<Record<string, TeamId>>;
  readonly test: readonly PressRecord[];
  readonly protests: readonly Protest[];
  readonly pauses: readonly PauseRecord[];
  /** The question that `goBack` would bring on stage again. */
  readonly before: { readonly question: string; readonly stem: string } | null;
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
