import { can, canReadAbove, ok, refuse } from '@leitai/rules';
import type { HandlersOf } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { insertUnit, readUnit, readUnits, renameUnit, type UnitRow } from './store.ts';

const present = (unit: UnitRow) => ({
  id: unit.id,
  parentId: unit.parentId,
  code: unit.code,
  kind: unit.kind,
  name: unit.name,
  short: unit.short,
  gb2260: unit.gb2260,
  path: unit.path,
  aliases: [...unit.aliases],
});

export function orgRoutes(platform: Platform): HandlersOf<'unit.list' | 'unit.create' | 'unit.update'> {
  const { db, clock } = platform;
  return {
    'unit.list': async ({ staff: { grants } }) => {
      const units = await readUnits(db);
      const seen = units.filter(
        ({ path }) => can(grants, 'unit.read', path) || canReadAbove(grants, 'unit.read', path),
      );
      return ok({ units: seen.map(present) });
    },
    'unit.create': ({ params, body, staff }) =>
      db.transaction().execute(async (tx) => {
        const created = await insertUnit(
          tx,
          { ...body, parentId: params.unitId, gb2260: null },
          staff.username,
          clock.now(),
        );
        if (!created.ok) return created;
        const unit = await readUnit(tx, created.value.id);
        return unit === undefined ? refuse('notFound') : ok(present(unit));
      }),
    'unit.update': ({ params, body, staff }) =>
      db.transaction().execute(async (tx) => {
        const result = await renameUnit(tx, params.unitId, body, staff.username, clock.now());
        return result.ok ? ok(present(result.value)) : result;
      }),
  };
}
