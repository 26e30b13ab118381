import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** A phone of the audience: no account, no name, nothing that leads to a person. */
export interface Guest {
  /** Known to its own phone alone. */
  readonly id: string;
  /** Called out when it wins. */
  readonly code: string;
}

/** Without 0 O 1 I L, which are mistaken for one another when a code is read aloud or off a screen. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 5;

export const newGuest = (): Guest => ({
  id: randomBytes(12).toString('base64url'),
  code: Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
});

const seal = (secret: string, stageId: string, { id, code }: Guest): string =>
  createHmac('sha256', Buffer.from(secret, 'hex'))
    .update(`show-guest:${stageId}:${id}:${code}`)
    .digest('base64url');

/** What the phone keeps and comes back with. A code that was seen on the screen is not enough to be its guest. */
export const guestToken = (secret: string, stageId: string, guest: Guest): string =>
  `${guest.id}.${guest.code}.${seal(secret, stageId, guest)}`;

/** `null`: forged, or of another show. */
export function readGuestToken(secret: string, stageId: string, token: string): Guest | null {
  const [id = '', code = '', given = '', ...more] = token.split('.');
  const right = Buffer.from(seal(secret, stageId, { id, code }));
  const said = Buffer.from(given);
  const same = right.length === said.length && timingSafeEqual(right, said);
  return same && more.length === 0 ? { id, code } : null;
}
