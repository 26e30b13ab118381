import type { Decimal } from '../kernel/index.ts';
import type { QuestionItem } from './questionItem.ts';

/** Points lost: `'same'` as the question is worth, or a fixed number; `'0'` takes none. Always given as positive. */
export type Penalty = 'same' | Decimal;

/** A mate helps in an individual question (QZ §2.3): it is allowed, voids the question, or costs points. */
export type HelpRule =
  | { readonly rule: 'allowed' }
  | { readonly rule: 'void' }
  | { readonly rule: 'penalty'; readonly points: Decimal };

/** A press before "开始" (QZ-31), as the three rule sheets have it. Strikes are counted per team and round. */
export type FoulRule =
  | { readonly rule: 'voidAndPenalty'; readonly points: Decimal }
  | { readonly rule: 'twoStrike'; readonly points: Decimal }
  | { readonly rule: 'lockout' };

/**
 * What a declared dead heat leads to (QZ-33): the earlier estimate stands all the same, a lot with a stored seed, the
 * tied teams press again, or the jury names the team.
 */
export type DeadHeatRule = 'earlier' | 'lot' | 'again' | 'jury';

/**
 * Who was first. `arrival`: the server's order. `compensated`: the moment a device claims, inside bounds that the server
 * measures itself (QZ-33): never earlier than receipt − (best one-way delay, at most `maxOneWayMs`) − `capMs`.
 */
export type PressOrder =
  | { readonly rule: 'arrival' }
  | {
      readonly rule: 'compensated';
      readonly capMs: number;
      readonly maxOneWayMs: number;
      readonly deadHeat: DeadHeatRule;
    };

/**
 * After a failed answer another team may have the question (QZ-22): by a press or by the host's word. `firstLoses`
 * stands in place of the round's penalty. When nobody wants it in `windowSec`, nothing, or it counts right for the first.
 */
export type StealRule =
  | { readonly rule: 'off' }
  | {
      readonly rule: 'offer';
      readonly points: Decimal;
      readonly wrongPenalty: Decimal;
      readonly firstLoses: Decimal;
      readonly windowSec: number;
      readonly nobody: 'nothing' | 'rightForFirst';
    };

/** Buzzers open at a random moment after "开始", so that nobody can count down to it. */
export interface StartDelay {
  readonly minMs: number;
  readonly maxMs: number;
}

interface RoundBase {
  /** Unique in the show. */
  readonly id: string;
  /** The organiser's name of the round, e.g. 必答题. */
  readonly title: string;
  /** In playing order; those left over are spares for skipped ones. */
  readonly questions: readonly QuestionItem[];
  /** Played for 0 points, to get used to clocks and buzzers. */
  readonly practice: boolean;
  /** So many teams with the lowest totals leave the show after the round; a tie at the line keeps all tied (SK-72). */
  readonly eliminate: number;
}

/** How a spoken answer is timed and scored (QZ-20). */
export interface AnswerRules {
  /** Answer clock in seconds, from the moment QZ-40 names. */
  readonly timeLimitSec: number;
  /** The answer must begin within these seconds; printed and ruled by the host. */
  readonly beginWithinSec: number | null;
  readonly wrongPenalty: Penalty;
  /** Late or unfinished: as a wrong answer, or its own penalty. */
  readonly latePenalty: 'asWrong' | Penalty;
  readonly help: HelpRule;
}

/** A team answers on its turn; the question may fall to others or to the audience. */
export interface TurnRules extends AnswerRules {
  readonly turnsPerTeam: number;
  readonly steal: StealRule;
  readonly audienceOnFail: boolean;
}

/** Turns go 1号台 1号选手, 2号台 1号选手 … (`seatBySeat`) or each team plays all its turns in a row. */
export type TurnOrder = 'seatBySeat' | 'teamByTeam';

/** 必答题. */
export interface MandatoryRound extends RoundBase, TurnRules {
  readonly kind: 'mandatory';
  readonly points: Decimal;
  readonly turnOrder: TurnOrder;
  /** Seats answer one after another; `null`: whoever the team sends. */
  readonly seats: number | null;
}

/** 小组必答题 / 共答题: one speaks, mates may add. */
export interface TeamMandatoryRound extends RoundBase, TurnRules {
  readonly kind: 'teamMandatory';
  readonly points: Decimal;
  readonly turnOrder: TurnOrder;
}

export interface VideoRound extends RoundBase {
  readonly kind: 'video';
  readonly timeLimitSec: number;
  readonly perHit: Decimal;
  readonly turnsPerTeam: number;
}

export interface CharadesRound extends RoundBase {
  readonly kind: 'charades';
  readonly timeLimitSec: number;
  readonly perWord: Decimal;
  readonly passes: number;
  readonly turnsPerTeam: number;
  /** Where the current word appears: also on the big screen (the guesser turns round), or only at the host's. */
  readonly wordsOn: 'screen' | 'host';
}

/** 速答: one player, item after item until the bell. */
export interface RapidRound extends RoundBase {
  readonly kind: 'rapid';
  readonly timeLimitSec: number;
  readonly perItem: Decimal;
  readonly wrongPenalty: Decimal;
  readonly turnsPerTeam: number;
}

export interface BuzzerRound extends RoundBase, AnswerRules {
  readonly kind: 'buzzer';
  readonly points: Decimal;
  /** Seconds to press after "开始"; `null` waits for the host. */
  readonly pressWindowSec: number | null;
  readonly startDelay: StartDelay | null;
  readonly nobody: 'audience' | 'void';
  readonly foul: FoulRule;
  /** Teams may press while the host reads (QZ-30); `foul` then never applies. */
  readonly interruptReading: boolean;
  readonly afterWrong: 'reopen' | 'audience' | 'void';
  /** With `reopen`: after so many failures the question goes to the audience; `null` = until no team is left. */
  readonly failuresToAudience: number | null;
  /** A clip that is running stops at the buzz and goes on when the buzzers open again, or runs on. */
  readonly mediaOnBuzz: 'pause' | 'goOn';
}

export interface RiskRound extends RoundBase, TurnRules {
  readonly kind: 'risk';
  /** Values a team may choose, e.g. 10/20/30; a question belongs to the value it has as `points`. */
  readonly values: readonly Decimal[];
  /** QZ-21, by the scores when the round starts; ties by table number. */
  readonly order: 'highFirst' | 'lowFirst' | 'table';
  readonly declineAllowed: boolean;
  /** Seconds to choose; `null` waits for the host. */
  readonly chooseSec: number | null;
}

/** 指定题: a table chooses the value and the next table (the last: the first) answers. */
export interface AssignedRound extends RoundBase, TurnRules {
  readonly kind: 'assigned';
  readonly values: readonly Decimal[];
  readonly chooseSec: number | null;
  /** When the other team fails, the asker gains the points (QZ-22). */
  readonly askerGains: boolean;
}

/** Every team answers at once, on its phone or by cards that the host reads. */
interface TogetherBase extends RoundBase {
  readonly timeLimitSec: number;
  /** A wrong or missing answer puts the team out for the rest of the round (站立式淘汰). */
  readonly wrongIsOut: boolean;
}

/** 判断举牌: the players of a team must agree. */
export interface CardRaiseRound extends TogetherBase {
  readonly kind: 'cardRaise';
  readonly points: Decimal;
  readonly wrongPenalty: Penalty;
}

/** 估数题: the nearest number wins; equally near ones each get the points. */
export interface EstimateRound extends TogetherBase {
  readonly kind: 'estimate';
  readonly points: Decimal;
  /** On top for the exact number. */
  readonly exactBonus: Decimal;
}

/** 计时答题: the points fall in a straight line from `points` at once to `floorPoints` at the bell. */
export interface SpeedRound extends TogetherBase {
  readonly kind: 'speed';
  readonly points: Decimal;
  readonly floorPoints: Decimal;
  readonly wrongPenalty: Decimal;
}

/** 押分题: every team stakes part of its score before it sees the question. */
export interface WagerRound extends TogetherBase {
  readonly kind: 'wager';
  /** The most a team may stake; `null`: its whole total. */
  readonly most: Decimal | null;
  /** Seconds to stake; `null` waits for the host. A team that stakes nothing plays for 0. */
  readonly stakeSec: number | null;
}

/** Questions for the audience between rounds; a prize perhaps, never team points (QZ §2.3). */
export interface AudienceRound extends RoundBase {
  readonly kind: 'audience';
  /** Seconds for the audience's phones; `null` waits for the host. */
  readonly timeLimitSec: number | null;
}

/**
 * A decider among tied teams (QZ-50); its points decide the place only (QZ-51). `rule` of the settings says which of
 * the fields count: sudden death presses; an extra round asks each team `turnsPerTeam` questions of `points`; a risk
 * decider lets each choose of `values`.
 */
export interface DeciderRound extends RoundBase {
  readonly kind: 'decider';
  readonly timeLimitSec: number;
  readonly pressWindowSec: number | null;
  readonly startDelay: StartDelay | null;
  /** An early press voids the question, or is locked out. */
  readonly foul: 'void' | 'lockout';
  readonly points: Decimal;
  readonly turnsPerTeam: number;
  readonly values: readonly Decimal[];
}

export type RoundConfig =
  | MandatoryRound
  | TeamMandatoryRound
  | VideoRound
  | CharadesRound
  | RapidRound
  | BuzzerRound
  | RiskRound
  | AssignedRound
  | CardRaiseRound
  | EstimateRound
  | SpeedRound
  | WagerRound
  | AudienceRound
  | DeciderRound;

export type RoundKind = RoundConfig['kind'];

/** Rounds in which all teams answer at once. */
export type TogetherRound = CardRaiseRound | EstimateRound | SpeedRound | WagerRound;

/** A round of the programme; the decider is not one, it follows when a tie matters. */
export type ProgrammeRound = Exclude<RoundConfig, DeciderRound>;

export type DeciderRule = 'suddenDeath' | 'extraRound' | 'risk';

export type DeciderSettings =
  | { readonly rule: DeciderRule; readonly round: DeciderRound }
  | { readonly rule: 'none' };
