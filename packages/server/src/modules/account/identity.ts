import type { FastifyRequest } from 'fastify';
import type { Staff } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { SESSION_COOKIE, webHeaders, type Auth } from './auth.ts';
import { readSession } from './store.ts';

/** How long a cookie's signature need not be looked at again; whether its session still holds is asked each time. */
const VERIFIED_MS = 5 * 60_000;
const MOST = 5_000;

interface Verified {
  /** Of the session in the database. */
  readonly token: string;
  readonly until: number;
}

/** By the whole `Cookie` header, exactly as it was verified; oldest first. */
const verified = new WeakMap<Auth, Map<string, Verified>>();

/** The session a request's cookie is signed for; `null` when it is forged, or its session is over. */
async function tokenOf(auth: Auth, request: FastifyRequest): Promise<string | null> {
  const seen = verified.get(auth) ?? new Map<string, Verified>();
  verified.set(auth, seen);
  const header = request.headers.cookie ?? '';
  const before = seen.get(header);
  if (before !== undefined && performance.now() < before.until) return before.token;
  seen.delete(header);
  const session = await auth.api.getSession({ headers: webHeaders(request.headers) });
  if (session === null) return null;
  const { token } = session.session;
  seen.set(header, { token, until: performance.now() + VERIFIED_MS });
  if (seen.size > MOST) seen.delete(seen.keys().next().value!);
  return token;
}

/** The signed-in account behind a request's cookie, with its grants; null for nobody and for disabled accounts. */
export async function staffOf(
  platform: Platform,
  auth: Auth,
  request: FastifyRequest,
): Promise<Staff | null> {
  if (request.cookies[SESSION_COOKIE] === undefined) return null;
  const token = await tokenOf(auth, request);
  return token === null ? null : readSession(platform.pool, token);
}
