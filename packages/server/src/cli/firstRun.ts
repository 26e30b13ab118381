import { ensureFirstAdmin } from '../modules/account/index.ts';
import { ensureRootUnit } from '../modules/org/index.ts';
import type { Platform } from '../platform/platform.ts';

/**
 * On a database without accounts: loads the example season (unless `empty`, or units are there already) and makes the
 * first administrator. Null on every later start.
 */
export async function firstRun(
  platform: Platform,
  empty: boolean,
  tell: (line: string) => void,
): Promise<{ username: string; password: string } | null> {
  const account = await platform.db.selectFrom('auth_user').select('id').limit(1).executeTakeFirst();
  if (account !== undefined) return null;
  const unit = await platform.db.selectFrom('unit').select('id').limit(1).executeTakeFirst();
  if (!empty && unit === undefined) tell('The example season comes with its module 示例赛季模块未就绪');
  const root = await ensureRootUnit(platform);
  return ensureFirstAdmin(platform, root.id);
}
