import type { Decimal } from '../kernel/index.ts';

/** A team's id inside one show; the contest's entry id as a string. */
export type TeamId = string;

export interface Team {
  readonly id: TeamId;
  readonly name: string;
  /** Table (台号) 1…N when it is fixed beforehand; otherwise drawn, or the listing order (QZ-02). */
  readonly table?: number;
}

/**
 * One question. `answer`, `explanation`, `hits` and `words` are secrets until the question is closed;
 * everything else is shown from the moment the question is on stage.
 */
export interface QuestionItem {
  readonly id: string;
  readonly stem: string;
  readonly options?: readonly string[];
  readonly media?: { readonly kind: 'image' | 'audio' | 'video'; readonly url: string };
  readonly answer: string;
  readonly explanation?: string;
  /** Points of this question when they differ from the round's (three tiers, QZ §2.3); for risk: its tier. */
  readonly points?: Decimal;
  /** Video: the points to be found (找违章), in the order of the judge's list. */
  readonly hits?: readonly string[];
  /** Charades: the words of one turn, in order. */
  readonly words?: readonly string[];
}

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

interface RoundBase {
  /** Unique in the show. */
  readonly id: string;
  /** The organiser's name of the round, e.g. 必答题. */
  readonly title: string;
  /** In playing order; those left over are spares for skipped ones. */
  readonly questions: readonly QuestionItem[];
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

/** Turns go 1号台 1号选手, 2号台 1号选手 … (`seatBySeat`) or each team plays all its turns in a row. */
export type TurnOrder = 'seatBySeat' | 'teamByTeam';

export interface MandatoryRound extends RoundBase, AnswerRules {
  readonly kind: 'mandatory';
  readonly points: Decimal;
  readonly turnsPerTeam: number;
  readonly turnOrder: TurnOrder;
  /** Seats answer one after another (individual), or `null` for a team question (共答题). */
  readonly seats: number | null;
  readonly audienceOnFail: boolean;
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

export interface BuzzerRound extends RoundBase, AnswerRules {
  readonly kind: 'buzzer';
  readonly points: Decimal;
  /** QZ-32: the server's order decides. */
  readonly order: 'arrival';
  /** Seconds to press after "开始"; `null` waits for the host. */
  readonly pressWindowSec: number | null;
  readonly nobody: 'audience' | 'void';
  readonly foul: FoulRule;
  /** Teams may press while the host reads (QZ-30); `foul` then never applies. */
  readonly interruptReading: boolean;
  readonly afterWrong: 'reopen' | 'audience' | 'void';
  /** With `reopen`: after so many failures the question goes to the audience; `null` = until no team is left. */
  readonly failuresToAudience: number | null;
}

export interface RiskRound extends RoundBase, AnswerRules {
  readonly kind: 'risk';
  /** Values a team may choose, e.g. 10/20/30; a question belongs to the value it has as `points`. */
  readonly values: readonly Decimal[];
  /** QZ-21, by the scores when the round starts; ties by table number. */
  readonly order: 'highFirst' | 'lowFirst' | 'table';
  readonly turnsPerTeam: number;
  readonly declineAllowed: boolean;
  /** Seconds to choose; `null` waits for the host. */
  readonly chooseSec: number | null;
  readonly audienceOnFail: boolean;
}

/** Questions for the audience between rounds; a prize perhaps, never team points (QZ §2.3). */
export interface AudienceRound extends RoundBase {
  readonly kind: 'audience';
}

/** Sudden death among tied teams (QZ-50); its points decide the place only (QZ-51), so it has none. */
export interface DeciderRound extends RoundBase {
  readonly kind: 'decider';
  readonly timeLimitSec: number;
  readonly pressWindowSec: number | null;
  /** An early press voids the question, or is locked out. */
  readonly foul: 'void' | 'lockout';
}

export type RoundConfig =
  | MandatoryRound
  | VideoRound
  | CharadesRound
  | BuzzerRound
  | RiskRound
  | AudienceRound
  | DeciderRound;

export type RoundKind = RoundConfig['kind'];

/** A round of the programme; the decider is not one, it follows when a tie matters. */
export type ProgrammeRound = Exclude<RoundConfig, DeciderRound>;

export type DeciderSettings =
  | { readonly rule: 'suddenDeath'; readonly round: DeciderRound }
  | { readonly rule: 'none' };

/** The settings of one show, stored as JSON in the stage. Holds every answer: it never leaves the server whole. */
export interface ShowConfig {
  readonly name: string;
  readonly teams: readonly Team[];
  /** Tables by lot (the show cannot start before the draw) or as listed (QZ-02). */
  readonly tableOrder: 'draw' | 'listed';
  /** QZ-10: usually `"100"`, also `"0"`. */
  readonly baseScore: Decimal;
  /** QZ-12: no score falls below it by rule; `null` allows negative totals. */
  readonly floor: Decimal | null;
  readonly rounds: readonly ProgrammeRound[];
  readonly decider: DeciderSettings;
  /** Places at which a tie matters (prizes, advancement), e.g. `[1, 2, 3]`. Shared otherwise (SK-73). */
  readonly placesThatMatter: readonly number[];
}

/** One fault of a configuration: where (`rounds.2.values`) and what. */
export interface ConfigProblem {
  readonly path: string;
  readonly code: ConfigProblemCode;
  readonly facts?: Readonly<Record<string, unknown>>;
}

export const CONFIG_PROBLEMS = [
  'show.config.missing',
  'show.config.duplicate',
  'show.config.notDecimal',
  'show.config.notWhole',
  'show.config.tooFew',
  'show.config.wordsMissing',
  'show.config.hitsMissing',
  'show.config.notAnOption',
] as const;

export type ConfigProblemCode = (typeof CONFIG_PROBLEMS)[number];
