import type { Decimal } from '../kernel/index.ts';
import type { DeciderSettings, PressOrder, ProgrammeRound } from './roundConfig.ts';

export type { MediaItem, MediaKind, QuestionItem, RapidItem } from './questionItem.ts';

/** A team's id inside one show; the contest's entry id as a string. */
export type TeamId = string;

export interface Team {
  readonly id: TeamId;
  readonly name: string;
  /** Table (台号) 1…N when it is fixed beforehand; otherwise drawn, or the listing order (QZ-02). */
  readonly table?: number;
}

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
  /** QZ-32, QZ-33: who was first, wherever teams press. */
  readonly order: PressOrder;
  readonly rounds: readonly ProgrammeRound[];
  readonly decider: DeciderSettings;
  /** Places at which a tie matters (prizes, advancement), e.g. `[1, 2, 3]`. */
  readonly placesThatMatter: readonly number[];
  /** Ties that no decider settled: places are shared (SK-73), or settled by lot when the sheet says 不并列. */
  readonly ties: 'shared' | 'lot';
  /** HLS address (`.m3u8`) for viewers at home; `null`: no picture, only the board. */
  readonly stream: string | null;
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
  'show.config.tooMany',
  'show.config.wordsMissing',
  'show.config.hitsMissing',
  'show.config.itemsMissing',
  'show.config.notAnOption',
  'show.config.notANumber',
  'show.config.notAnAddress',
  'show.config.wrongOrder',
] as const;

export type ConfigProblemCode = (typeof CONFIG_PROBLEMS)[number];
