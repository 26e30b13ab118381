import type { Programme } from '@leitai/rules';
import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database.ts';

export interface SeasonRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly year: number;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: string;
  readonly programme: Programme;
}

const select = (db: Database | Tx) =>
  db
    .selectFrom('season')
    .innerJoin('unit', 'unit.id', 'season.unit_id')
    .select([
      'season.id',
      'season.code',
      'season.title',
      'season.year',
      'season.unit_id as unitId',
      'unit.name as unitName',
      'unit.path as unitPath',
      sql<Programme>`season.programme`.as('programme'),
    ]);

/** Every season of the house, newest first; the caller keeps what may be seen. */
export const readSeasons = (db: Database | Tx): Promise<SeasonRow[]> =>
  select(db).orderBy('season.year', 'desc').orderBy('season.code').execute();

export const readSeason = (db: Database | Tx, seasonId: string): Promise<SeasonRow | undefined> =>
  select(db).where('season.id', '=', seasonId).executeTakeFirst();

export async function seasonExists(db: Database | Tx, code: string): Promise<boolean> {
  const row = await db.selectFrom('season').select('id').where('code', '=', code).executeTakeFirst();
  return row !== undefined;
}

/** Scope of a season: the path of the unit that runs it. */
export async function seasonPaths(db: Database | Tx, seasonId: string): Promise<readonly string[]> {
  const season = await readSeason(db, seasonId);
  return season === undefined ? [] : [season.unitPath];
}
