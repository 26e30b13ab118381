import type { Decimal } from '../kernel/index.ts';

export type MediaKind = 'image' | 'audio' | 'video';

export interface MediaItem {
  readonly kind: MediaKind;
  readonly url: string;
}

/** One item of a rapid turn (速答); `answer` is a secret until the question is closed. */
export interface RapidItem {
  readonly stem: string;
  readonly answer: string;
}

/**
 * One question. `answer`, `explanation`, `hits`, `words` and `items` are secrets until the question is closed (of a rapid
 * turn, the stem of the item that is asked is shown); everything else is shown from the moment the question is on stage.
 */
export interface QuestionItem {
  readonly id: string;
  readonly stem: string;
  readonly options?: readonly string[];
  readonly media?: MediaItem;
  readonly answer: string;
  readonly explanation?: string;
  /** Points of this question when they differ from the round's (three tiers, QZ §2.3); for risk: its tier. */
  readonly points?: Decimal;
  /** Video: the points to be found (找违章), in the order of the judge's list. */
  readonly hits?: readonly string[];
  /** Charades: the words of one turn, in order. */
  readonly words?: readonly string[];
  /** Rapid: the items of one turn, in order. */
  readonly items?: readonly RapidItem[];
  /** Estimate: what the number counts, e.g. 米; `answer` is then a decimal. */
  readonly unit?: string;
}
