import type { Decimal } from '../kernel/index.ts';
import type { TeamId } from './config.ts';
import type { Desk } from './desk.ts';
import type { Display } from './display.ts';

/**
 * Who acts. The server fills this from the session, never from the message body.
 * `console` is the id of the open page, one for each `desk` (`host` when not said); `step` is the `HostView.step` on
 * which the click fell: a command from an older step is refused `show.stale`, so a double click or a retry counts
 * once, and of two desks that rule at once one is told.
 */
export interface HostActor {
  readonly kind: 'host';
  readonly user: string;
  readonly desk?: Desk;
  readonly console: string;
  readonly step: number;
}

export interface TeamActor {
  readonly kind: 'team';
  readonly team: TeamId;
}

/** A wired buzzer: a key, a gamepad's button or a box on the network, by the id that the host mapped to a team. */
export interface InputActor {
  readonly kind: 'input';
  readonly input: string;
}

export type Verdict = 'right' | 'wrong' | 'void' | 'help';
/** Of a word or an item: `void` is a word given away, or an item answered wrong. */
export type WordVerdict = 'hit' | 'pass' | 'void';

export const PAUSE_REASONS = ['break', 'equipmentFault', 'protest', 'other'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** Options of one poll or audience question, and how many chose each. */
export interface CrowdCount {
  readonly counts: readonly number[];
  /** Phones that answered. */
  readonly answered: number;
}

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
  /**
   * "开始" (QZ-30); after a wrong answer it opens again for the others (QZ-35), after a failed turn it offers the
   * question to them (QZ-22). `seed` decides a random delay, where the round has one.
   */
  | { readonly type: 'openBuzzers'; readonly seed?: string }
  /** 回答完毕 (QZ-05): the clock stops, the ruling is awaited. */
  | { readonly type: 'finishAnswer' }
  | { readonly type: 'judge'; readonly verdict: Verdict }
  /** `word` is the index the host saw. */
  | { readonly type: 'judgeWord'; readonly word: number; readonly verdict: WordVerdict }
  /** Indices into `QuestionItem.hits` that were found; `[]` for none. */
  | { readonly type: 'judgeHits'; readonly hits: readonly number[] }
  /** The teams that answered right, in a round in which all answer at once. */
  | { readonly type: 'judgeTeams'; readonly right: readonly TeamId[] }
  /** Names the team of a declared dead heat (QZ-33, `deadHeat: 'jury'`). */
  | { readonly type: 'settleDeadHeat'; readonly team: TeamId }
  /** Gives an offered question to a team that raised its hand (QZ-22). */
  | { readonly type: 'giveTo'; readonly team: TeamId }
  | { readonly type: 'giveToAudience' }
  /** Ends the question and shows its answer to everybody. */
  | { readonly type: 'closeQuestion' }
  /** Sets the question aside unanswered; the same turn gets the next question. */
  | { readonly type: 'skipQuestion'; readonly reason: string }
  /** Sets the question aside for the end of the round; the same turn gets the next question. */
  | { readonly type: 'deferQuestion'; readonly reason: string }
  /** Takes the question before back on stage, its points reversed, to be ruled again. */
  | { readonly type: 'goBack'; readonly reason: string }
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
  /** The clock stands; the minutes are recorded with the reason. */
  | { readonly type: 'pause'; readonly reason: PauseReason; readonly note?: string }
  | { readonly type: 'resume' }
  | { readonly type: 'endRound' }
  /** Exactly the teams of one tied group (QZ-50). */
  | { readonly type: 'startDecider'; readonly teams: readonly TeamId[] }
  /** `seed` decides ties by lot, where the show has `ties: 'lot'`. */
  | { readonly type: 'finish'; readonly seed?: string }
  /** A finished show goes on, e.g. after an upheld protest; refused once its scores were taken over. */
  | { readonly type: 'reopen'; readonly reason: string }
  /** Every device presses once before the match (between rounds too); what it measured is kept. */
  | { readonly type: 'startTest' }
  | { readonly type: 'endTest' }
  /** Which team a wired buzzer belongs to; `null` forgets it. */
  | { readonly type: 'mapInput'; readonly input: string; readonly team: TeamId | null }
  /** What the big screen and the public see of the scores. */
  | { readonly type: 'setDisplay'; readonly display: Display }
  | { readonly type: 'playMedia' }
  | { readonly type: 'pauseMedia' }
  /** Back to the beginning, standing. */
  | { readonly type: 'rewindMedia' }
  /** QZ-03. After the end too. */
  | {
      readonly type: 'fileProtest';
      readonly team: TeamId;
      readonly question: string | null;
      readonly text: string;
    }
  | {
      readonly type: 'ruleProtest';
      readonly no: number;
      readonly verdict: 'upheld' | 'dismissed';
      readonly note: string;
    }
  /** The audience's phones may answer the question on stage. */
  | { readonly type: 'askCrowd' }
  | {
      readonly type: 'startPoll';
      readonly id: string;
      readonly title: string;
      readonly options: readonly string[];
    }
  /** The counts come from the server. */
  | ({ readonly type: 'stopCrowd' } & CrowdCount)
  /** Winners among the right ones of the last audience question; lots, their number and winners come from the server. */
  | {
      readonly type: 'drawPrize';
      readonly question: string;
      readonly seed: string;
      readonly of: number;
      readonly digest: string;
      readonly winners: readonly string[];
    };

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
  'judgeTeams',
  'settleDeadHeat',
  'giveTo',
  'giveToAudience',
  'closeQuestion',
  'skipQuestion',
  'deferQuestion',
  'goBack',
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
  'reopen',
  'startTest',
  'endTest',
  'mapInput',
  'setDisplay',
  'playMedia',
  'pauseMedia',
  'rewindMedia',
  'fileProtest',
  'ruleProtest',
  'askCrowd',
  'startPoll',
  'stopCrowd',
  'drawPrize',
] as const satisfies readonly HostActType[];

/** Facts of a press beside its receipt; the server measures `roundTripMs` and `via` itself (QZ-33). */
export interface PressTiming {
  /** The moment of the press on the server's clock, as the device claims it, ms; `null`: it claims none. */
  readonly claimedAt: number | null;
  /** Best round trip of the device as the server measured it, ms; `null`: not measured yet. */
  readonly roundTripMs: number | null;
  /** The socket; presses over one socket share its clock. */
  readonly via: string;
}

/** The question of a test press. */
export const TEST_QUESTION = 'test';

interface Press {
  readonly type: 'press';
  readonly timing?: PressTiming;
}

/** A press names the question on the team's screen, so that a late tap never counts for the next question. */
export type TeamAct =
  | (Press & { readonly question: string })
  | { readonly type: 'chooseRisk'; readonly value: Decimal }
  | { readonly type: 'declineRisk' }
  /** What the team answers where all answer at once: an option's or card's text, or a number. The last one counts. */
  | { readonly type: 'answer'; readonly question: string; readonly answer: string }
  | { readonly type: 'stake'; readonly question: string; readonly stake: Decimal };

/** A box knows no question: `null` presses for the one on stage. */
export type InputAct = Press & { readonly question: string | null };

/** The server's timer fired for this clock (QZ-41). `seed` settles a dead heat by lot. */
export interface TimeoutAct {
  readonly type: 'timeout';
  readonly clockId: string;
  readonly seed?: string;
}

/** `now`: server time in ms. Presses are decided in the order in which `decide` sees them (QZ-32). */
export type HostCommand = HostAct & { readonly actor: HostActor; readonly now: number };
export type TeamCommand = TeamAct & { readonly actor: TeamActor; readonly now: number };
export type InputCommand = InputAct & { readonly actor: InputActor; readonly now: number };
export type SystemCommand = TimeoutAct & {
  readonly actor: { readonly kind: 'system' };
  readonly now: number;
};
export type ShowCommand = HostCommand | TeamCommand | InputCommand | SystemCommand;

/** Every code with which `decide` refuses; the web has words for each. */
export const SHOW_REFUSALS = [
  // the console
  'show.console.none',
  'show.console.replaced',
  'show.stale',
  'show.desk.notYours',
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
  'show.question.noneBefore',
  // presses and choices
  'show.test.running',
  'show.test.none',
  'show.input.unmapped',
  'show.input.invalid',
  'show.deadHeat.none',
  'show.deadHeat.notIn',
  'show.answer.invalid',
  'show.answer.final',
  'show.stake.tooMuch',
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
  // media and the hall
  'show.media.none',
  'show.display.invalid',
  'show.crowd.none',
  'show.crowd.asking',
  'show.crowd.noOptions',
  'show.crowd.noneRight',
  'show.protest.unknown',
  'show.protest.ruled',
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
