import { createHmac, timingSafeEqual } from 'node:crypto';

const keyOf =
  (purpose: string) =>
  (secret: string, stageId: string): string =>
    createHmac('sha256', Buffer.from(secret, 'hex')).update(`${purpose}:${stageId}`).digest('base64url');

function is(right: string, given: string): boolean {
  const [a, b] = [Buffer.from(right), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The big screen shows words to be guessed and answers early to no one else: its address is signed. */
export const screenKey = keyOf('show-screen');

export const isScreenKey = (secret: string, stageId: string, key: string): boolean =>
  is(screenKey(secret, stageId), key);

/** The replay is for those the organiser gives its address to; the key of one purpose opens nothing else. */
const replayKey = keyOf('show-replay');

export const isReplayKey = (secret: string, stageId: string, key: string): boolean =>
  is(replayKey(secret, stageId), key);

export const replayPath = (secret: string, stageId: string): string =>
  `/replay/${stageId}?key=${replayKey(secret, stageId)}`;
