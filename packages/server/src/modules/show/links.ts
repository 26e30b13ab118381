import { createHmac, timingSafeEqual } from 'node:crypto';

const signed = (secret: string, purpose: string, stageId: string): string =>
  createHmac('sha256', Buffer.from(secret, 'hex')).update(`${purpose}:${stageId}`).digest('base64url');

function isSame(right: string, given: string): boolean {
  const a = Buffer.from(right);
  const b = Buffer.from(given);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The big screen shows words to be guessed and answers early to no one else: its address is signed. */
export const screenKey = (secret: string, stageId: string): string => signed(secret, 'show-screen', stageId);

export const isScreenKey = (secret: string, stageId: string, key: string): boolean =>
  isSame(screenKey(secret, stageId), key);

/** Boxes with buttons press for teams: who knows this key may press, and see nothing. */
export const inputKey = (secret: string, stageId: string): string => signed(secret, 'show-input', stageId);

export const isInputKey = (secret: string, stageId: string, key: string): boolean =>
  isSame(inputKey(secret, stageId), key);

/** The replay is for those the organiser gives its address to; the key of one purpose opens nothing else. */
const replayKey = (secret: string, stageId: string): string => signed(secret, 'show-replay', stageId);

export const isReplayKey = (secret: string, stageId: string, key: string): boolean =>
  isSame(replayKey(secret, stageId), key);

export const replayPath = (secret: string, stageId: string): string =>
  `/replay/${stageId}?key=${replayKey(secret, stageId)}`;
