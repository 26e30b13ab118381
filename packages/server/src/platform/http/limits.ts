import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';

const MINUTE = 60_000;

/** Requests a minute. A hall of 600 behind one address shares its address, not its cookies. */
const PER_COOKIE = 3_000;
const PER_ADDRESS = 30_000;
const SIGN_IN_PER_ADDRESS = 300;

const isSignIn = (request: FastifyRequest): boolean =>
  request.method === 'POST' && request.routeOptions.url === '/api/session';

function keyOf(request: FastifyRequest): string {
  if (isSignIn(request)) return `in:${request.ip}`;
  const cookie = request.cookies['leitai_entrant'] ?? request.cookies['leitai_session'];
  return cookie === undefined ? `ip:${request.ip}` : `c:${cookie.slice(-40)}`;
}

/** By cookie where there is one, by address else; failed sign-ins are counted by user name besides (account module). */
export const limits: RateLimitPluginOptions = {
  global: true,
  hook: 'onRequest',
  timeWindow: MINUTE,
  cache: 50_000,
  keyGenerator: keyOf,
  max: (_request, key) =>
    key.startsWith('in:') ? SIGN_IN_PER_ADDRESS : key.startsWith('c:') ? PER_COOKIE : PER_ADDRESS,
  addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
};
