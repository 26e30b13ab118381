import type { ExamSettings } from './types.ts';

/** Times of a try in epoch ms of the server's clock. */
export interface AttemptTimes {
  readonly startedAt: number;
  readonly deadlineAt: number;
  readonly submittedAt: number | null;
}

export type AttemptState = 'running' | 'expired' | 'submitted';

/** A try runs from its start to the last millisecond of its deadline; then it counts as it stands (OQ-11). */
export function attemptState(times: AttemptTimes, now: number): AttemptState {
  if (times.submittedAt !== null) return 'submitted';
  return now <= times.deadlineAt ? 'running' : 'expired';
}

/** End of a try; one still open when the window closes ends with the window (OQ-11). Null: the window has no end. */
export function deadline(
  startedAt: number,
  settings: Pick<ExamSettings, 'durationSec'>,
  windowClosesAt: number | null,
): number {
  const own = startedAt + settings.durationSec * 1000;
  return windowClosesAt === null ? own : Math.min(own, windowClosesAt);
}

/**
 * The last moment of a first start, epoch ms: the scheduled start and the minutes of grace (SK-43); with 0 it is the
 * scheduled start itself. Null: any time in the window.
 */
export const lastStart = (startsAt: number, { lateMin }: Pick<ExamSettings, 'lateMin'>): number | null =>
  lateMin === undefined || lateMin === null ? null : startsAt + lateMin * 60_000;
