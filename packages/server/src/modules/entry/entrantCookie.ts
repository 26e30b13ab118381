import { setImmediate as turn } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
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

/** A cookie that was checked, signature and ticket. */
interface Pass {
  readonly session: EntrantSession;
  /** When the cookie ends, and until when its ticket is taken to hold; epoch ms. */
  readonly endsAt: number;
  trustedUntil: number;
  /** Whether it came since tickets were last looked up; who stays away is forgotten. */
  seen: boolean;
}

interface Gate {
  readonly passes: Map<string, Pass>;
  /** Tickets not seen before that came in one turn of the event loop: a hall starting at once asks together. */
  asking: { readonly ids: string[]; readonly hold: Promise<ReadonlySet<string>> } | null;
  /** One look-up for all phones at once. */
  renewal: Promise<void> | null;
  /** Grows with every ticket forgotten, so that a look-up under way does not bring it back. */
  forgotten: number;
}
const gates = new WeakMap<Platform, Gate>();

function gateOf(platform: Platform): Gate {
  let gate = gates.get(platform);
  if (gate === undefined) {
    gate = { passes: new Map(), asking: null, renewal: null, forgotten: 0 };
    gates.set(platform, gate);
  }
  return gate;
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
 * Who holds the request's entrant cookie. A cookie seen before answers at once from memory: this stands before every
 * saved answer. Its ticket is looked up again after five seconds, for all phones that are there in one statement.
 */
export function entrantOf(
  platform: Platform,
  request: Pick<FastifyRequest, 'cookies'>,
): EntrantSession | null | Promise<EntrantSession | null> {
  const value = request.cookies[ENTRANT_COOKIE];
  if (value === undefined) return null;
  const gate = gateOf(platform);
  const now = platform.clock.now();
  const pass = gate.passes.get(value);
  if (pass === undefined) return admit(platform, gate, value, now);
  if (pass.endsAt <= now) return null;
  pass.seen = true;
  return pass.trustedUntil > now ? pass.session : renewed(platform, gate, value, now);
}

async function admit(
  platform: Platform,
  gate: Gate,
  value: string,
  now: number,
): Promise<EntrantSession | null> {
  const payload = unsign(platform, PURPOSE, value, PAYLOAD_BYTES);
  if (payload === null) return null;
  const endsAt = payload.readUInt32BE(48) * 1000;
  if (endsAt <= now) return null;
  const ticketId = uuidAt(payload, 0);
  const session = { ticketId, entrantId: uuidAt(payload, 16), contestId: uuidAt(payload, 32) };
  const { forgotten } = gate;
  if (!(await asked(platform, gate, ticketId, now)).has(ticketId)) return null;
  if (gate.passes.size >= KEPT) gate.passes.clear();
  if (gate.forgotten === forgotten)
    gate.passes.set(value, { session, endsAt, trustedUntil: now + TRUST_MS, seen: true });
  return session;
}

function asked(platform: Platform, gate: Gate, ticketId: string, now: number): Promise<ReadonlySet<string>> {
  if (gate.asking === null) {
    const ids: string[] = [];
    const hold = turn().then(() => {
      gate.asking = null;
      return ticketsThatHold(platform, ids, now);
    });
    gate.asking = { ids, hold };
  }
  gate.asking.ids.push(ticketId);
  return gate.asking.hold;
}

async function renewed(
  platform: Platform,
  gate: Gate,
  value: string,
  now: number,
): Promise<EntrantSession | null> {
  // A failed look-up is no answer: the next request asks again.
  gate.renewal ??= renew(platform, gate, now).finally(() => (gate.renewal = null));
  await gate.renewal;
  return gate.passes.get(value)?.session ?? null;
}

async function renew(platform: Platform, gate: Gate, now: number): Promise<void> {
  const asked = [...gate.passes].filter(([value, pass]) => pass.seen || !gate.passes.delete(value));
  const ids = asked.map(([, { session }]) => session.ticketId);
  const hold = await ticketsThatHold(platform, ids, now);
  for (const [value, pass] of asked) {
    if (!hold.has(pass.session.ticketId)) gate.passes.delete(value);
    pass.trustedUntil = now + TRUST_MS;
    pass.seen = false;
  }
}

/** Makes this process ask the database again at once. */
export function forgetTicket(platform: Platform, ticketId: string): void {
  const gate = gateOf(platform);
  gate.forgotten += 1;
  for (const [value, { session }] of gate.passes)
    if (session.ticketId === ticketId) gate.passes.delete(value);
}

/** Whoever stands for an entry that was withdrawn or disqualified is out, also in the middle of a paper. */
async function ticketsThatHold(
  { db }: Platform,
  ticketIds: readonly string[],
  now: number,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select ticket.id from ticket
    join entrant on entrant.id = ticket.entrant_id join entry on entry.id = entrant.entry_id
    where ticket.id = any(${[...ticketIds]}::uuid[]) and entry.status = 'qualified'
    and ticket.revoked_at is null and ticket.expires_at > ${new Date(now)}`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
