import { APIError } from 'better-auth/api';
import { ok, refuse, type Result } from '@leitai/rules';
import type { FastifyRequest } from 'fastify';
import { audit } from '../../platform/audit.ts';
import type { Staff } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { webHeaders, type Auth } from './auth.ts';

/** Changes the own password, ends all other sessions and answers the cookies of the session that goes on. */
export async function changePassword(
  platform: Platform,
  auth: Auth,
  staff: Staff,
  request: FastifyRequest,
  body: { current: string; next: string },
): Promise<Result<{ cookies: string[] }>> {
  if (body.current === body.next) return refuse('auth.samePassword');
  if (body.next.toLowerCase().includes(staff.username.toLowerCase())) return refuse('auth.weakPassword');
  try {
    const { headers } = await auth.api.changePassword({
      body: { currentPassword: body.current, newPassword: body.next, revokeOtherSessions: true },
      headers: webHeaders(request.headers),
      returnHeaders: true,
    });
    await platform.db.transaction().execute(async (tx) => {
      await tx
        .updateTable('auth_user')
        .set({ mustChangePassword: false })
        .where('id', '=', staff.userId)
        .execute();
      await audit(tx, platform.clock.now(), {
        actor: staff.username,
        action: 'account.changePassword',
        object: `account:${staff.userId}`,
        unitPath: staff.grants[0]?.unitPath ?? '/',
        detail: null,
      });
    });
    return ok({ cookies: headers.getSetCookie() });
  } catch (error) {
    if (error instanceof APIError) return refuse('auth.wrongPassword');
    throw error;
  }
}
