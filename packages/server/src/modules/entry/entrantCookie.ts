import type { FastifyRequest } from 'fastify';
import type { EntrantSession, SetCookie } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { sign, unsign, uuidAt, uuidBytes } from './signature.ts';

export const ENTRANT_COOKIE = 'leitai_entrant';

const PURPOSE = 'entrant';
const PAYLOAD_BYTES = 52;
/** Phones are lent and lost: after a day the ticket is scanned again. */
const COOKIE_SEC = 24 * 3600;
/** How long a revoked ticket may still work in another process. */
const TRUST_MS = 5000;
const KEPT = 100_000;

interface Trust {
  readonly until: number;
  readonly valid: Promise<boolean>;
}
const trusted = new WeakMap<Platform, Map<string, Trust>>();

function trustOf(platform: Platform): Map<string, Trust> {
  const known = trusted.get(platform) ?? new Map<string, Trust>();
  trusted.set(platform, known);
  if (known.size > KEPT) known.clear();
  return known;
}

/** The cookie that stands for an opened ticket. */
export function entrantCookie(platform: Platform, session: EntrantSession): SetCookie {
  const expires = Math.floor(platform.clock.now() / 1000) + COOKIE_SEC;
  const payload = Buffer.concat([
    uuidBytes(session.ticketId),
    uuidBytes(session.entrantId),
    uuidBytes(session.contestId),
    Buffer.alloc(4),
  ]);
  payload.writeUInt32BE(expires, 48);
  return { name: ENTRANT_COOKIE, value: sign(platform, PURPOSE, payload), maxAgeSec: COOKIE_SEC };
}

/**
 * Who holds the request's entrant cookie: the signature is checked without the database, then the ticket at most once
 * in five seconds, so that a hall starting at once asks once per phone.
 */
export async function entrantOf(
  platform: Platform,
  request: Pick<FastifyRequest, 'cookies'>,
): Promise<EntrantSession | null> {
  const value = request.cookies[ENTRANT_COOKIE];
  const payload = value === undefined ? null : unsign(platform, PURPOSE, value, PAYLOAD_BYTES);
  const now = platform.clock.now();
  if (payload === null || payload.readUInt32BE(48) * 1000 <= now) return null;
  const ticketId = uuidAt(payload, 0);
  const known = trustOf(platform);
  let trust = known.get(ticketId);
  if (trust === undefined || trust.until <= now) {
    trust = { until: now + TRUST_MS, valid: ticketHolds(platform, ticketId, now) };
    known.set(ticketId, trust);
    // A failed read is no answer: the next request asks again.
    trust.valid.catch(() => known.delete(ticketId));
  }
  if (!(await trust.valid)) return null;
  return { ticketId, entrantId: uuidAt(payload, 16), contestId: uuidAt(payload, 32) };
}

/** Makes this process ask the database again at once. */
export const forgetTicket = (platform: Platform, ticketId: string): void => {
  trustOf(platform).delete(ticketId);
};

async function ticketHolds({ db }: Platform, ticketId: string, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('ticket')
    .select('id')
    .where('id', '=', ticketId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', new Date(now))
    .executeTakeFirst();
  return row !== undefined;
}
