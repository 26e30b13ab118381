import type { CrowdView, ViewBase } from '@leitai/rules/show';

export type Asking = NonNullable<CrowdView['asking']>;
export type CrowdResult = NonNullable<CrowdView['result']>;

/** What a page shows of the audience's part: what is asked, what came out of it, or nothing. */
export type CrowdFace =
  | { readonly kind: 'asking'; readonly asking: Asking }
  | {
      readonly kind: 'result';
      readonly result: CrowdResult;
      /** The index of the right option, once the answer is shown. */
      readonly right: number | null;
      /** Codes that won with this question. */
      readonly winners: readonly string[];
    };

/** A question's id never stands for a poll's. */
export const askedKey = ({ kind, id }: Pick<Asking, 'kind' | 'id'>): string => `${kind}:${id}`;

/** Changes whenever the show goes on; asking and counting do not change it. */
export const placeOf = ({ round, question, decider }: ViewBase): string =>
  [round?.id ?? '', round?.turn ?? 0, question?.id ?? '', decider?.place ?? ''].join('|');

/**
 * `polledAt`: the `placeOf` at which this page last saw a poll being asked; its outcome stays until the show goes on. A
 * question's outcome stays as long as the question is on stage, and its prizes until the next round.
 */
export function crowdFace(view: ViewBase, polledAt: string | null): CrowdFace | null {
  const { asking, result, prize } = view.crowd;
  if (asking !== null) return { kind: 'asking', asking };
  if (result === null) return null;
  const { question } = view;
  if (result.kind === 'poll') {
    const fresh = polledAt === placeOf(view) && view.phase !== 'reading' && view.phase !== 'open';
    return fresh ? { kind: 'result', result, right: null, winners: [] } : null;
  }
  const winners = prize?.question === result.id ? prize.winners : [];
  if (question?.id === result.id) {
    const at = question.reveal === null ? -1 : result.options.indexOf(question.reveal.answer);
    return { kind: 'result', result, right: at < 0 ? null : at, winners };
  }
  const honoured = winners.length > 0 && question === null && view.round === null;
  return honoured ? { kind: 'result', result, right: null, winners } : null;
}

/** Whole percents of those who answered; all zero when nobody did. */
export function shares({ counts, answered }: Pick<CrowdResult, 'counts' | 'answered'>): number[] {
  return counts.map((count) => (answered === 0 ? 0 : Math.round((100 * count) / answered)));
}
