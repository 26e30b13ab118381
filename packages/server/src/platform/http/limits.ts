import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import type { Caller } from './access.ts';

const MINUTE = 60_000;

/** Requests a minute. A hall of 600 behind one address shares its address, not its tickets. */
export const PER_MINUTE = { caller: 3_000, address: 30_000, signIn: 300 } as const;
export type PerMinute = Readonly<Record<keyof typeof PER_MINUTE, number>>;

const COOKIES = ['leitai_entrant', 'leitai_session'] as const;
const KEPT = 100_000;

const isSignIn = (request: FastifyRequest): boolean =>
  request.method === 'POST' && request.routeOptions.url === '/api/session';

/**
 * Requests are counted by ticket or account once a cookie was found genuine, and by address until then: a cookie that
 * was made up, and a first one, count for the address they come from. Several cookies of one ticket count as one.
 */
export class Limits {
  readonly #known = new Map<string, string>();
  readonly #most: PerMinute;

  constructor(most: PerMinute = PER_MINUTE) {
    this.#most = most;
  }

  /** The request's cookie stands for this caller. */
  recognise(request: FastifyRequest, { staff, entrant }: Caller): void {
    const key = entrant ? `ticket:${entrant.ticketId}` : staff ? `staff:${staff.userId}` : undefined;
    const cookie = request.cookies[entrant ? COOKIES[0] : COOKIES[1]];
    if (key === undefined || cookie === undefined || this.#known.has(cookie)) return;
    // Who is forgotten counts for the address once more.
    if (this.#known.size >= KEPT) this.#known.clear();
    this.#known.set(cookie, key);
  }

  /** Failed sign-ins are counted by user name besides (account module). */
  plugin(): RateLimitPluginOptions {
    return {
      global: true,
      hook: 'onRequest',
      timeWindow: MINUTE,
      cache: 50_000,
      keyGenerator: (request) => this.#keyOf(request),
      max: (_request, key) =>
        this.#most[key.startsWith('in:') ? 'signIn' : key.startsWith('ip:') ? 'address' : 'caller'],
      addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    };
  }

  #keyOf(request: FastifyRequest): string {
    if (isSignIn(request)) return `in:${request.ip}`;
    for (const name of COOKIES) {
      const cookie = request.cookies[name];
      const key = cookie === undefined ? undefined : this.#known.get(cookie);
      if (key !== undefined) return key;
    }
    return `ip:${request.ip}`;
  }
}
