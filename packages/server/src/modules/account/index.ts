import type { Database } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { createStaff, oneTimePassword } from './createStaff.ts';
import { readAccount } from './store.ts';

export { makeAuth, type Auth } from './auth.ts';
export { createStaff } from './createStaff.ts';
export { staffOf } from './identity.ts';
export { accountRoutes } from './routes.ts';

/** Unit paths of an account's grants: who may manage all of them may manage the account. */
export async function accountPaths(db: Database, accountId: string): Promise<readonly string[]> {
  return (await readAccount(db, accountId))?.grants.map((grant) => grant.unitPath) ?? [];
}

/**
 * The first administrator, made when there is no account yet: user `admin`, system administrator, organiser and
 * auditor of the root unit, with a password that has to be changed. Null when accounts exist.
 */
export async function ensureFirstAdmin(
  platform: Platform,
  rootUnitId: string,
): Promise<{ username: string; password: string } | null> {
  const any = await platform.db.selectFrom('auth_user').select('id').limit(1).executeTakeFirst();
  if (any !== undefined) return null;
  const password = oneTimePassword();
  const created = await createStaff(
    platform,
    {
      username: 'admin',
      name: '系统管理员',
      password,
      mustChangePassword: true,
      role: 'systemAdmin',
      unitId: rootUnitId,
    },
    'system',
  );
  return created.ok ? { username: 'admin', password } : null;
}
