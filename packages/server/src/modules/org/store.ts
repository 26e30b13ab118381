import { refuse, ok, type Result, type UnitKind } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import { type Database, type Tx } from '../../platform/database.ts';

export interface UnitRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly code: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly short: string;
  readonly gb2260: string | null;
  readonly path: string;
  readonly aliases: readonly string[];
}

/** The whole union tree, parents before children. */
export async function readUnits(db: Database | Tx): Promise<UnitRow[]> {
  const units = await db
    .selectFrom('unit')
    .select(['id', 'parent_id as parentId', 'code', 'kind', 'name', 'short', 'gb2260', 'path'])
    .orderBy('path')
    .execute();
  const aliases = await db.selectFrom('unit_alias').selectAll().orderBy('alias').execute();
  const byUnit = Map.groupBy(aliases, (row) => row.unit_id);
  return units.map((unit) => ({
    ...unit,
    kind: unit.kind as UnitKind,
    aliases: (byUnit.get(unit.id) ?? []).map((row) => row.alias),
  }));
}

export async function readUnit(db: Database | Tx, unitId: string): Promise<UnitRow | undefined> {
  return (await readUnits(db)).find((unit) => unit.id === unitId);
}

export interface NewUnit {
  readonly parentId: string | null;
  readonly code: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly short: string;
  readonly gb2260: string | null;
  readonly aliases: readonly string[];
}

/** Adds a unit below its parent, with its audit row; refuses a code that is taken. */
export async function insertUnit(
  tx: Tx,
  unit: NewUnit,
  actor: string,
  at: number,
): Promise<Result<{ id: string }>> {
  const parent =
    unit.parentId === null
      ? { path: '/' }
      : await tx.selectFrom('unit').select('path').where('id', '=', unit.parentId).executeTakeFirst();
  if (parent === undefined) return refuse('notFound');
  const taken = await tx.selectFrom('unit').select('id').where('code', '=', unit.code).executeTakeFirst();
  if (taken !== undefined) return refuse('unit.codeTaken', { code: unit.code });
  const path = `${parent.path}${unit.code}/`;
  const { id } = await tx
    .insertInto('unit')
    .values({
      parent_id: unit.parentId,
      code: unit.code,
      kind: unit.kind,
      name: unit.name,
      short: unit.short,
      gb2260: unit.gb2260,
      path,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await setAliases(tx, id, unit.aliases);
  await audit(tx, at, { actor, action: 'unit.create', object: `unit:${id}`, unitPath: path, detail: unit });
  return ok({ id });
}

async function setAliases(tx: Tx, unitId: string, aliases: readonly string[]): Promise<void> {
  await tx.deleteFrom('unit_alias').where('unit_id', '=', unitId).execute();
  const rows = [...new Set(aliases)].map((alias) => ({ unit_id: unitId, alias }));
  if (rows.length > 0) await tx.insertInto('unit_alias').values(rows).execute();
}

export async function renameUnit(
  tx: Tx,
  unitId: string,
  change: { name: string; short: string; aliases: readonly string[] },
  actor: string,
  at: number,
): Promise<Result<UnitRow>> {
  const before = await readUnit(tx, unitId);
  if (before === undefined) return refuse('notFound');
  await tx
    .updateTable('unit')
    .set({ name: change.name, short: change.short })
    .where('id', '=', unitId)
    .execute();
  await setAliases(tx, unitId, change.aliases);
  const after = { name: change.name, short: change.short, aliases: change.aliases };
  await audit(tx, at, {
    actor,
    action: 'unit.update',
    object: `unit:${unitId}`,
    unitPath: before.path,
    detail: { before: { name: before.name, short: before.short, aliases: before.aliases }, after },
  });
  return ok({ ...before, ...after });
}
