import type { FastifyRequest } from 'fastify';
import type { Staff } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { SESSION_COOKIE, webHeaders, type Auth } from './auth.ts';
import { grantsOf } from './store.ts';

/** The signed-in account behind a request's cookie, with its grants; null for nobody and for disabled accounts. */
export async function staffOf(
  platform: Platform,
  auth: Auth,
  request: FastifyRequest,
): Promise<Staff | null> {
  if (request.cookies[SESSION_COOKIE] === undefined) return null;
  const session = await auth.api.getSession({ headers: webHeaders(request.headers) });
  if (session === null || session.user.disabled === true) return null;
  const grants = (await grantsOf(platform.db, [session.user.id])).get(session.user.id) ?? [];
  return {
    userId: session.user.id,
    username: session.user.username ?? '',
    name: session.user.name,
    mustChangePassword: session.user.mustChangePassword === true,
    grants: grants.map(({ role, unitPath }) => ({ role, unitPath })),
  };
}
