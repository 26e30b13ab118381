import { ok, refuse, type Result } from '@leitai/rules';
import type { FastifyRequest } from 'fastify';
import type { Platform } from '../platform.ts';

/**
 * Where the QR code leads: the address the house is known by, else the one the officer's own request came to. Paper
 * stays, so a `Host` that is no plain name and port is refused. A page of another site cannot choose it, and
 * `X-Forwarded-Host` is believed of a proxy on this machine only.
 */
export function originOf(
  { origin }: Pick<Platform, 'origin'>,
  { protocol, host }: FastifyRequest,
): Result<string> {
  if (origin !== null) return ok(origin);
  const url = URL.parse(`${protocol}://${host}`);
  const plain =
    url !== null && /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(host) && url.pathname === '/';
  return plain ? ok(url.origin) : refuse('request.invalid', { field: 'host' });
}
