import { ok, refuse, type Result } from '@leitai/rules';
import type { EntrantSession } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { sign, unsign, uuidAt, uuidBytes } from './signature.ts';

const PURPOSE = 'ticket';
const PAYLOAD_BYTES = 20;

/** Token of a ticket: its id and expiry (whole seconds), signed; short enough for a small QR code. */
export function ticketToken(platform: Platform, ticketId: string, expiresAt: Date): string {
  const payload = Buffer.alloc(PAYLOAD_BYTES);
  uuidBytes(ticketId).copy(payload);
  payload.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000), 16);
  return sign(platform, PURPOSE, payload);
}

/** Path of the phone page that a ticket's QR code leads to. */
export const ticketPath = (platform: Platform, ticketId: string, expiresAt: Date): string =>
  `/t/${ticketToken(platform, ticketId, expiresAt)}`;

/** Whom a ticket admits; nobody once its entry is withdrawn or disqualified. A forged one costs no database read. */
export async function openTicket(
  platform: Platform,
  token: string,
): Promise<Result<EntrantSession, 'ticket.invalid' | 'ticket.expired' | 'ticket.revoked'>> {
  const payload = unsign(platform, PURPOSE, token, PAYLOAD_BYTES);
  if (payload === null) return refuse('ticket.invalid');
  if (payload.readUInt32BE(16) * 1000 <= platform.clock.now()) return refuse('ticket.expired');
  const row = await platform.db
    .selectFrom('ticket')
    .innerJoin('entrant', 'entrant.id', 'ticket.entrant_id')
    .innerJoin('entry', 'entry.id', 'entrant.entry_id')
    .select(['ticket.id', 'ticket.entrant_id', 'ticket.contest_id', 'ticket.revoked_at', 'entry.status'])
    .where('ticket.id', '=', uuidAt(payload, 0))
    .executeTakeFirst();
  if (row === undefined) return refuse('ticket.invalid');
  if (row.revoked_at !== null || row.status !== 'qualified') return refuse('ticket.revoked');
  return ok({ ticketId: row.id, entrantId: row.entrant_id, contestId: row.contest_id });
}
