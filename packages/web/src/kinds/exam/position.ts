import type { Attempt } from './answers.ts';

const key = ({ attemptId }: Attempt): string => `leitai.position.${attemptId}`;

/** After a reload the same question; on another phone the first one not answered. */
export function firstPosition(attempt: Attempt): number {
  try {
    const text = sessionStorage.getItem(key(attempt));
    if (text !== null && attempt.questions[Number(text)] !== undefined) return Number(text);
  } catch {
    // Storage forbidden: as on another phone.
  }
  const answered = new Set(attempt.answers.filter(({ choice }) => choice.length > 0).map(({ no }) => no));
  return Math.max(
    0,
    attempt.questions.findIndex(({ no }) => !answered.has(no)),
  );
}

export function keepPosition(attempt: Attempt, position: number): void {
  try {
    sessionStorage.setItem(key(attempt), String(position));
  } catch {
    // Only comfort is lost.
  }
}
