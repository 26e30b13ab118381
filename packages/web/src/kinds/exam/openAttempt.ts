import { call } from '../../api/client.ts';
import type { Attempt } from './answers.ts';
import { ServerClock } from './clock.ts';

export interface OpenedAttempt {
  readonly stageId: string;
  readonly attempt: Attempt;
  readonly clock: ServerClock;
}

const opening = new Map<string, Promise<OpenedAttempt>>();

/**
 * Starts the try or takes it up again on this phone. Every call to the server makes a new device number and shuts the
 * older page out, so taps and effects that come twice share one call.
 */
export function openAttempt(stageId: string): Promise<OpenedAttempt> {
  const known = opening.get(stageId);
  if (known !== undefined) return known;
  const opened = open(stageId).finally(() => opening.delete(stageId));
  opening.set(stageId, opened);
  return opened;
}

async function open(stageId: string): Promise<OpenedAttempt> {
  const clock = new ServerClock();
  const sentAt = Date.now();
  const attempt = await call('exam.start', { params: { stageId } });
  clock.heard(sentAt, attempt.serverNow, Date.now());
  return { stageId, attempt, clock };
}
