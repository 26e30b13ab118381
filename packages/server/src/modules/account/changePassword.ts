import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { ok, refuse, type Result } from '@leitai/rules';
import type { FastifyRequest } from 'fastify';
import { audit } from '../../platform/audit.ts';
import type { Staff } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { webHeaders, type Auth } from './auth.ts';
import type { FailedTries } from './signIn.ts';

/**
 * Changes the own password and ends all other sessions, in one transaction with its record. Refuses
 * `auth.wrongPassword`, `auth.samePassword`, `auth.weakPassword`, and `auth.locked` after ten wrong ones: who found a
 * desk unlocked may not guess on.
 */
export async function changePassword(
  { db, clock }: Platform,
  auth: Auth,
  tries: FailedTries,
  staff: Staff,
  request: FastifyRequest,
  body: { current: string; next: string },
): Promise<Result<null>> {
  if (body.current === body.next) return refuse('auth.samePassword');
  if (body.next.toLowerCase().includes(staff.username.toLowerCase())) return refuse('auth.weakPassword');
  const now = clock.now();
  const until = tries.blockedUntil(staff.userId, now);
  if (until !== null) return refuse('auth.locked', { until });
  tries.add(staff.userId, now);
  const session = await auth.api.getSession({ headers: webHeaders(request.headers) });
  const stored = await db
    .selectFrom('auth_credential')
    .select('password')
    .where('userId', '=', staff.userId)
    .executeTakeFirst();
  const right =
    session !== null &&
    typeof stored?.password === 'string' &&
    (await verifyPassword({ hash: stored.password, password: body.current }));
  if (!right) return refuse('auth.wrongPassword');
  const hash = await hashPassword(body.next);
  return db.transaction().execute(async (tx) => {
    const changed = await tx
      .updateTable('auth_credential')
      .set({ password: hash })
      .where('userId', '=', staff.userId)
      // Of two changes at once the later one's `current` is no longer right.
      .where('password', '=', stored.password)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return refuse('auth.wrongPassword');
    await tx
      .updateTable('auth_user')
      .set({ mustChangePassword: false })
      .where('id', '=', staff.userId)
      .execute();
    await tx
      .deleteFrom('auth_session')
      .where('userId', '=', staff.userId)
      .where('token', '<>', session.session.token)
      .execute();
    await audit(tx, now, {
      actor: staff.username,
      action: 'account.changePassword',
      object: `account:${staff.userId}`,
      unitPath: staff.grants[0]?.unitPath ?? '/',
      detail: null,
    });
    tries.clear(staff.userId);
    return ok(null);
  });
}
