import type { Endpoints, ReplyOf } from '@leitai/contract';

export type Attempt = ReplyOf<Endpoints['exam.start']>;

/** An answer as the phone keeps it. */
export interface KeptAnswer {
  readonly attemptId: string;
  readonly no: number;
  readonly revision: number;
  readonly choice: readonly number[];
  /** Acknowledged by the server under this revision. */
  readonly saved: boolean;
  /** The revision known to be on the server when this choice was made; 0 for none. */
  readonly base: number;
  /** Device number of the page that made it. */
  readonly device: number;
}

export type Answers = ReadonlyMap<number, KeptAnswer>;

/** What the server has. */
export const stored = (attempt: Attempt): Map<number, KeptAnswer> =>
  new Map(
    attempt.answers.map(({ no, revision, choice }) => [
      no,
      {
        attemptId: attempt.attemptId,
        no,
        revision,
        choice,
        saved: true,
        base: revision,
        device: attempt.device,
      },
    ]),
  );

/**
 * What this phone still owes the server. A choice made here counts over the stored one when its revision is higher,
 * unless another phone has worked in between and has changed that very question: then the later phone's counts.
 */
export function owed(attempt: Attempt, local: readonly KeptAnswer[]): KeptAnswer[] {
  const server = stored(attempt);
  return local
    .filter((answer) => {
      const have = server.get(answer.no)?.revision ?? 0;
      const otherPhone = attempt.device - answer.device > 1;
      return !answer.saved && answer.revision > have && (!otherPhone || have <= answer.base);
    })
    .map((answer) => ({ ...answer, device: attempt.device }));
}

/** The next choice of a question, to be kept and sent; null when nothing changes (a double tap). */
export function changed(
  attempt: Attempt,
  now: KeptAnswer | undefined,
  no: number,
  choice: readonly number[],
): KeptAnswer | null {
  const same = (now?.choice ?? []).join() === choice.join();
  if (same) return null;
  return {
    attemptId: attempt.attemptId,
    no,
    revision: (now?.revision ?? 0) + 1,
    choice,
    saved: false,
    base: now === undefined ? 0 : now.saved ? now.revision : now.base,
    device: attempt.device,
  };
}

/** After an acknowledgement of one revision; a newer choice made meanwhile stays unsent. */
export const acknowledged = (now: KeptAnswer, revision: number): KeptAnswer =>
  now.revision === revision
    ? { ...now, saved: true, base: revision }
    : { ...now, base: Math.max(now.base, revision) };

/** The server holds `have` already: the choice made here is the newer one and goes on top. */
export const above = (now: KeptAnswer, have: number): KeptAnswer => ({
  ...now,
  revision: Math.max(now.revision, have + 1),
  base: have,
});

export const answeredCount = (answers: Answers): number =>
  [...answers.values()].filter(({ choice }) => choice.length > 0).length;
