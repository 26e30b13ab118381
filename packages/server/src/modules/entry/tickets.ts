import { ok, refuse, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import type { Database, Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { contestPaths, lockContest } from '../contest/index.ts';
import { forgetTicket } from './entrantCookie.ts';

const VALID_MS = 180 * 24 * 3600 * 1000;

export interface TicketRow {
  readonly id: string;
  readonly entrantId: string;
  readonly entryNo: string;
  readonly name: string;
  readonly team: string;
  readonly seat: number;
  readonly unitName: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** Tickets of a contest by entry and seat, revoked ones included. */
export const readTickets = (db: Database | Tx, contestId: string): Promise<TicketRow[]> =>
  db
    .selectFrom('ticket')
    .innerJoin('entrant', 'entrant.id', 'ticket.entrant_id')
    .innerJoin('entry', 'entry.id', 'entrant.entry_id')
    .innerJoin('unit', 'unit.id', 'entrant.unit_id')
    .select([
      'ticket.id',
      'entrant.id as entrantId',
      'entrant.entry_no as entryNo',
      'entrant.name',
      'entry.name as team',
      'entrant.seat',
      'unit.name as unitName',
      'ticket.issued_at as issuedAt',
      'ticket.expires_at as expiresAt',
      'ticket.revoked_at as revokedAt',
    ])
    .where('ticket.contest_id', '=', contestId)
    .orderBy('entry.no')
    .orderBy('entrant.seat')
    .orderBy('ticket.issued_at')
    .execute();

/** Scope of a ticket: the unit of its contest. */
export async function ticketPaths(db: Database | Tx, ticketId: string): Promise<readonly string[]> {
  const ticket = await db
    .selectFrom('ticket')
    .select('contest_id')
    .where('id', '=', ticketId)
    .executeTakeFirst();
  return ticket === undefined ? [] : contestPaths(db, ticket.contest_id);
}

/**
 * Gives a ticket to every entrant of a qualified entry who has no valid one; returns the new ones.
 * Refuses `contest.closed`, `contest.noEntries`.
 */
export async function issueTickets(
  { db, clock }: Platform,
  contestId: string,
  actor: string,
): Promise<Result<TicketRow[]>> {
  const now = clock.now();
  return db.transaction().execute(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (contest === undefined) return refuse('notFound');
    if (contest.status === 'closed') return refuse('contest.closed');
    const entrants = await tx
      .selectFrom('entrant')
      .innerJoin('entry', 'entry.id', 'entrant.entry_id')
      .select('entrant.id')
      .where('entrant.contest_id', '=', contestId)
      .where('entry.status', '=', 'qualified')
      .execute();
    if (entrants.length === 0) return refuse('contest.noEntries');
    await tx
      .updateTable('ticket')
      .set({ revoked_at: new Date(now) })
      .where('contest_id', '=', contestId)
      .where('revoked_at', 'is', null)
      .where('expires_at', '<=', new Date(now))
      .execute();
    const valid = new Set(
      (await readTickets(tx, contestId)).filter((one) => one.revokedAt === null).map((one) => one.entrantId),
    );
    const without = entrants.filter(({ id }) => !valid.has(id));
    if (without.length === 0) return ok([]);
    const made = await tx
      .insertInto('ticket')
      .values(
        without.map(({ id }) => ({
          contest_id: contestId,
          entrant_id: id,
          issued_at: new Date(now),
          expires_at: new Date(now + VALID_MS),
        })),
      )
      .returning('id')
      .execute();
    await audit(tx, now, {
      actor,
      action: 'ticket.issue',
      object: `contest:${contestId}`,
      unitPath: contest.unitPath,
      detail: { tickets: made.length },
    });
    const ids = new Set(made.map(({ id }) => id));
    return ok((await readTickets(tx, contestId)).filter(({ id }) => ids.has(id)));
  });
}

/** A lost ticket admits nobody from here on; revoking it again changes nothing. */
export async function revokeTicket(
  platform: Platform,
  ticketId: string,
  actor: string,
): Promise<Result<{ done: true }>> {
  const at = platform.clock.now();
  const result = await platform.db.transaction().execute(async (tx) => {
    const [unitPath] = await ticketPaths(tx, ticketId);
    if (unitPath === undefined) return refuse('notFound');
    const revoked = await tx
      .updateTable('ticket')
      .set({ revoked_at: new Date(at) })
      .where('id', '=', ticketId)
      .where('revoked_at', 'is', null)
      .returning('entrant_id')
      .executeTakeFirst();
    if (revoked !== undefined)
      await audit(tx, at, {
        actor,
        action: 'ticket.revoke',
        object: `ticket:${ticketId}`,
        unitPath,
        detail: { entrant: revoked.entrant_id },
      });
    return ok({ done: true as const });
  });
  forgetTicket(platform, ticketId);
  return result;
}
