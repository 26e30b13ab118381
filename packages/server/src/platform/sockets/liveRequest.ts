import type { IncomingMessage } from 'node:http';
import { fastifyCookie } from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { doorOf, isLoopback } from './doors.ts';

/** What a socket was opened with; the cookies are looked at again whenever its rights are. */
export interface LiveRequest {
  readonly query: URLSearchParams;
  /** Enough of a Fastify request for `Identity`: headers and cookies. */
  readonly asRequest: FastifyRequest;
  /** What it is counted by (`doorOf`). */
  readonly door: string | null;
}

export function liveRequest(message: IncomingMessage): LiveRequest {
  const { headers } = message;
  const url = new URL(message.url ?? '/', 'http://localhost');
  const asRequest = {
    headers,
    cookies: fastifyCookie.parse(headers.cookie ?? ''),
    ip: message.socket.remoteAddress ?? '',
  };
  return {
    query: url.searchParams,
    asRequest: asRequest as unknown as FastifyRequest,
    door: doorOf(message),
  };
}

/**
 * A page of another site may not open a socket with this site's cookies. Browsers always send `Origin`; programs that
 * send none carry nobody's cookies but their own. A proxy on this machine may have renamed the host.
 */
export function sameSite(message: IncomingMessage): boolean {
  const { origin, host } = message.headers;
  if (origin === undefined) return true;
  const forwarded = isLoopback(message.socket.remoteAddress)
    ? message.headers['x-forwarded-host']
    : undefined;
  try {
    const from = new URL(origin).host;
    return from === host || from === forwarded;
  } catch {
    return false;
  }
}
