import { APIError } from 'better-auth/api';
import { ok, refuse, type Result } from '@leitai/rules';
import type { FastifyRequest } from 'fastify';
import type { Platform } from '../../platform/platform.ts';
import { webHeaders, type Auth } from './auth.ts';

const WINDOW_MS = 15 * 60_000;
const TRIES = 10;
const MOST_NAMES = 50_000;

/**
 * Failed tries a user name, not an address: a hall behind one address is not locked out by one colleague (DP-30).
 * Kept in this process; a restart forgives.
 */
export class FailedTries {
  readonly #failed = new Map<string, number[]>();

  blockedUntil(username: string, now: number): number | null {
    const recent = (this.#failed.get(username) ?? []).filter((at) => at > now - WINDOW_MS);
    return recent.length >= TRIES ? recent[recent.length - TRIES]! + WINDOW_MS : null;
  }
  add(username: string, now: number): void {
    if (this.#failed.size > MOST_NAMES) this.#failed.clear();
    const recent = (this.#failed.get(username) ?? []).filter((at) => at > now - WINDOW_MS);
    this.#failed.set(username, [...recent, now].slice(-TRIES));
  }
  clear(username: string): void {
    this.#failed.delete(username);
  }
}

/** Checks the password and answers the new session's cookies; wrong name and wrong password answer alike. */
export async function signIn(
  platform: Platform,
  auth: Auth,
  tries: FailedTries,
  request: FastifyRequest,
  body: { username: string; password: string },
): Promise<Result<{ userId: string; cookies: string[] }>> {
  const username = body.username.toLowerCase();
  const now = platform.clock.now();
  const until = tries.blockedUntil(username, now);
  if (until !== null) return refuse('auth.locked', { until });
  // Counted before the slow check, so that many guesses at one moment are not all let through.
  tries.add(username, now);
  try {
    const { headers, response } = await auth.api.signInUsername({
      body: { username: body.username, password: body.password },
      headers: webHeaders(request.headers),
      returnHeaders: true,
    });
    const userId = response?.user.id;
    if (userId === undefined) throw new APIError('UNAUTHORIZED');
    const user = await platform.db
      .selectFrom('auth_user')
      .select('disabled')
      .where('id', '=', userId)
      .executeTakeFirstOrThrow();
    if (user.disabled) {
      await platform.db.deleteFrom('auth_session').where('userId', '=', userId).execute();
      return refuse('auth.wrongPassword');
    }
    tries.clear(username);
    return ok({ userId, cookies: headers.getSetCookie() });
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    return refuse('auth.wrongPassword');
  }
}
