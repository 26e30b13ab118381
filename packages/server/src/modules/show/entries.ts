import type { Team } from '@leitai/rules/show';
import type { Database, Tx } from '../../platform/database.ts';

/** The entries of a stage as teams, in the order of their numbers. */
export async function teamsOf(db: Database | Tx, stageId: string): Promise<Team[]> {
  return db
    .selectFrom('stage_entry')
    .innerJoin('entry', 'entry.id', 'stage_entry.entry_id')
    .select(['entry.id', 'entry.name'])
    .where('stage_entry.stage_id', '=', stageId)
    .where('entry.status', '=', 'qualified')
    .orderBy('entry.no')
    .execute();
}

/** The entry an entrant stands for, if it takes part in the stage. */
export async function entryOnStage(
  db: Database,
  stageId: string,
  entrantId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('entrant')
    .innerJoin('entry', 'entry.id', 'entrant.entry_id')
    .innerJoin('stage_entry', 'stage_entry.entry_id', 'entry.id')
    .select('entry.id')
    .where('entrant.id', '=', entrantId)
    .where('stage_entry.stage_id', '=', stageId)
    .where('entry.status', '=', 'qualified')
    .executeTakeFirst();
  return row?.id;
}
