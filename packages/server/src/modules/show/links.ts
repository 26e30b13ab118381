import { createHmac, timingSafeEqual } from 'node:crypto';

/** The big screen shows words to be guessed and answers early to no one else: its address is signed. */
export const screenKey = (secret: string, stageId: string): string =>
  createHmac('sha256', Buffer.from(secret, 'hex')).update(`show-screen:${stageId}`).digest('base64url');

export function isScreenKey(secret: string, stageId: string, key: string): boolean {
  const right = Buffer.from(screenKey(secret, stageId));
  const given = Buffer.from(key);
  return right.length === given.length && timingSafeEqual(right, given);
}
