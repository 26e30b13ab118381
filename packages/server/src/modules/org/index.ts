import { sql } from 'kysely';
import type { Database } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { insertUnit } from './store.ts';

export { orgRoutes } from './routes.ts';
export { insertUnit, readUnit, readUnits, type NewUnit, type UnitRow } from './store.ts';

/** Scope of a unit: its own path. */
export async function unitPaths(db: Database, unitId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('unit')
    .select('path')
    .where(sql<string>`id::text`, '=', unitId)
    .execute();
  return rows.map((row) => row.path);
}

/** The root of the union tree; made with a neutral name when there is none (an empty start), to be renamed. */
export async function ensureRootUnit(platform: Platform): Promise<{ id: string }> {
  const root = await platform.db
    .selectFrom('unit')
    .select('id')
    .where('parent_id', 'is', null)
    .executeTakeFirst();
  if (root !== undefined) return root;
  return platform.db.transaction().execute(async (tx) => {
    const made = await insertUnit(
      tx,
      {
        parentId: null,
        code: 'root',
        kind: 'federation',
        name: '总工会（请改名）',
        short: '总工会',
        gb2260: null,
        aliases: [],
      },
      'system',
      platform.clock.now(),
    );
    if (!made.ok) throw new Error('the root unit could not be made');
    return made.value;
  });
}
