import type { Decimal } from '../kernel/index.ts';
import type { TeamId } from './config.ts';

/**
 * Who acts. The server fills this from the session, never from the message body.
 * `console` is the id of the host's open console; `step` is the `HostView.step` on which the host clicked:
 * a command from an older step is refused `show.stale`, so a double click or a retry counts once.
 */
export interface HostActor {
  readonly kind: 'host';
  readonly user: string;
  readonly console: string;
  readonly step: number;
}

export interface TeamActor {
  readonly kind: 'team';
  readonly team: TeamId;
}

export type Verdict = 'right' | 'wrong' | 'void' | 'help';
export type WordVerdict = 'hit' | 'pass' | 'void';

/** What a host may do, without the envelope; `HostView.next` and `HostView.allowed` speak of these. */
export type HostAct =
  /** This console becomes the only one; any step is accepted. */
  | { readonly type: 'takeConsole' }
  /** Draws the tables from a seed (QZ-02, SK-41). */
  | { readonly type: 'drawTables'; readonly seed: string }
  | { readonly type: 'start' }
  | { readonly type: 'startRound'; readonly round: string }
  /** The next question or turn of the round. */
  | { readonly type: 'nextQuestion' }
  /** Reading is over: the answer (or performing) clock starts (QZ-40). */
  | { readonly type: 'startClock' }
  /** "开始" (QZ-30); after a wrong answer it opens again for the others (QZ-35). */
  | { readonly type: 'openBuzzers' }
  /** 回答完毕 (QZ-05): the clock stops, the ruling is awaited. */
  | { readonly type: 'finishAnswer' }
  | { readonly type: 'judge'; readonly verdict: Verdict }
  /** `word` is the index the host saw. */
  | { readonly type: 'judgeWord'; readonly word: number; readonly verdict: WordVerdict }
  /** Indices into `QuestionItem.hits` that were found; `[]` for none. */
  | { readonly type: 'judgeHits'; readonly hits: readonly number[] }
  | { readonly type: 'giveToAudience' }
  /** Ends the question and shows its answer to everybody. */
  | { readonly type: 'closeQuestion' }
  /** Sets the question aside unanswered; the same turn gets the next question. */
  | { readonly type: 'skipQuestion'; readonly reason: string }
  /** The question counts for nobody and is not replaced. */
  | { readonly type: 'voidQuestion'; readonly reason: string }
  /** On behalf of the team whose turn it is. */
  | { readonly type: 'chooseRisk'; readonly value: Decimal }
  | { readonly type: 'declineRisk' }
  /** A deduction or correction by the jury, e.g. QZ-23; `delta` signed, not zero. */
  | { readonly type: 'adjust'; readonly team: TeamId; readonly delta: Decimal; readonly reason: string }
  /** Takes back one ledger row by a reversal row (QZ-11); no row twice. */
  | { readonly type: 'reverse'; readonly ledgerNo: number; readonly reason: string }
  /** Takes back the last ruling of this question and returns to the moment before it. */
  | { readonly type: 'undo' }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'endRound' }
  /** Exactly the teams of one tied group (QZ-50). */
  | { readonly type: 'startDecider'; readonly teams: readonly TeamId[] }
  | { readonly type: 'finish' };

export type HostActType = HostAct['type'];

/** Every `HostAct` by its type: what a console may send, and what `HostView.allowed` is asked over. */
export const HOST_ACTS = [
  'takeConsole',
  'drawTables',
  'start',
  'startRound',
  'nextQuestion',
  'startClock',
  'openBuzzers',
  'finishAnswer',
  'judge',
  'judgeWord',
  'judgeHits',
  'giveToAudience',
  'closeQuestion',
  'skipQuestion',
  'voidQuestion',
  'chooseRisk',
  'declineRisk',
  'adjust',
  'reverse',
  'undo',
  'pause',
  'resume',
  'endRound',
  'startDecider',
  'finish',
] as const satisfies readonly HostActType[];

/** A press names the question on the team's screen, so that a late tap never counts for the next question. */
export type TeamAct =
  | { readonly type: 'press'; readonly question: string }
  | { readonly type: 'chooseRisk'; readonly value: Decimal }
  | { readonly type: 'declineRisk' };

/** The server's timer fired for this clock (QZ-41). */
export interface TimeoutAct {
  readonly type: 'timeout';
  readonly clockId: string;
}

/** `now`: server time in ms. Presses are decided in the order in which `decide` sees them (QZ-32). */
export type HostCommand = HostAct & { readonly actor: HostActor; readonly now: number };
export type TeamCommand = TeamAct & { readonly actor: TeamActor; readonly now: number };
export type SystemCommand = TimeoutAct & {
  readonly actor: { readonly kind: 'system' };
  readonly now: number;
};
export type ShowCommand = HostCommand | TeamCommand | SystemCommand;

/** Every code with which `decide` refuses; the web has words for each. */
export const SHOW_REFUSALS = [
  // the console
  'show.console.none',
  'show.console.replaced',
  'show.stale',
  // the course of the show
  'show.notStarted',
  'show.alreadyStarted',
  'show.finished',
  'show.paused',
  'show.notPaused',
  'show.notNow',
  'show.tables.missing',
  'show.tables.fixed',
  'show.round.unknown',
  'show.round.running',
  'show.round.none',
  'show.round.played',
  'show.roundsLeft',
  'show.question.running',
  'show.question.none',
  'show.question.noMore',
  // presses and choices
  'show.notOpen',
  'show.tooLate',
  'show.alreadyPressed',
  'show.wrongQuestion',
  'show.notYourTurn',
  'show.excluded',
  'show.stranger',
  'show.risk.unknownValue',
  'show.risk.usedUp',
  'show.risk.declineForbidden',
  // rulings
  'show.ruling.wrongKind',
  'show.help.allowed',
  'show.word.stale',
  'show.word.noPassLeft',
  'show.hits.unknown',
  // the ledger
  'show.reasonMissing',
  'show.notDecimal',
  'show.delta.zero',
  'show.ledger.unknown',
  'show.ledger.alreadyReversed',
  'show.ledger.fixed',
  'show.undo.nothing',
  // clocks
  'show.clock.gone',
  'show.clock.running',
  // the decider
  'show.decider.off',
  'show.decider.notTied',
] as const;

export type ShowRefusal = (typeof SHOW_REFUSALS)[number];
