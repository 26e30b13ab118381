import { ok, refuse, validateProgramme, type Programme, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import { isUniqueViolation, json, type Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { readSeason, type SeasonRow } from './store.ts';

export interface NewSeason {
  readonly unitId: string;
  readonly code: string;
  readonly title: string;
  readonly year: number;
  readonly programme: Programme;
}

/** Refuses `season.programmeInvalid` with the first fault's field and rule, `season.codeTaken`, `notFound` for the unit. */
export async function createSeason(
  { db, clock }: Platform,
  season: NewSeason,
  actor: string,
): Promise<Result<SeasonRow>> {
  const refusal = programmeRefusal(season.programme);
  if (refusal !== null) return refusal;
  try {
    return await db.transaction().execute(async (tx) => {
      const unit = await tx
        .selectFrom('unit')
        .select('id')
        .where('id', '=', season.unitId)
        .executeTakeFirst();
      if (unit === undefined) return refuse('notFound');
      return ok(await insertSeason(tx, season, actor, clock.now()));
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('season.codeTaken', { code: season.code });
    throw error;
  }
}

/** Stores a season with its audit row; a taken code ends the transaction with a unique violation. */
export async function insertSeason(tx: Tx, season: NewSeason, actor: string, at: number): Promise<SeasonRow> {
  const { id } = await tx
    .insertInto('season')
    .values({
      unit_id: season.unitId,
      code: season.code,
      title: season.title,
      year: season.year,
      programme: json(season.programme),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const made = (await readSeason(tx, id))!;
  await audit(tx, at, {
    actor,
    action: 'season.create',
    object: `season:${id}`,
    unitPath: made.unitPath,
    detail: { after: season },
  });
  return made;
}

/** Null when the programme holds (PG-01). */
export function programmeRefusal(programme: Programme) {
  const issues = validateProgramme(programme);
  const first = issues[0];
  return first === undefined
    ? null
    : refuse('season.programmeInvalid', { field: first.field, rule: first.code, issues });
}
