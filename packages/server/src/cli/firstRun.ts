import { ensureFirstAdmin } from '../modules/account/index.ts';
import { importSeasonFolder } from '../modules/example/index.ts';
import { ensureRootUnit } from '../modules/org/index.ts';
import type { Platform } from '../platform/platform.ts';

const EXAMPLE = new URL('../../../../examples/beijing-2025/', import.meta.url);

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
  if (!empty && unit === undefined) {
    const { units, contests, questions } = await importSeasonFolder(platform, EXAMPLE);
    tell(
      `Example season: ${units} units, ${contests} contests, ${questions} questions 示例赛季：${units} 个单位、${contests} 项竞赛、${questions} 道题`,
    );
  }
  const root = await ensureRootUnit(platform);
  return ensureFirstAdmin(platform, root.id);
}
