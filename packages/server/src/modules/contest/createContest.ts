import { ok, refuse, templates, type ContestTier, type Programme, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import { isUniqueViolation, json, type Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { readSeason } from '../season/index.ts';
import { rebuildStages } from './stages.ts';
import { lockContest, readContest, readContestByCode, type ContestRow } from './store.ts';

export interface NewContest {
  readonly seasonId: string;
  readonly unitId: string;
  readonly code: string;
  readonly title: string;
  readonly template: string;
  readonly tier: ContestTier;
  readonly fieldCode: string | null;
  readonly directionCode: string | null;
}

/**
 * Drafts a contest from a template. A planned contest of the same unit with that code is taken up and keeps its facts.
 * Refuses `contest.templateUnknown`, `contest.seasonNotAbove` (the season is not of the unit or one above it),
 * `contest.fieldUnknown`, `contest.directionUnknown`, `contest.codeTaken`.
 */
export async function createContest(
  { db, clock }: Platform,
  contest: NewContest,
  actor: string,
): Promise<Result<ContestRow>> {
  const template = templates.find(({ code }) => code === contest.template);
  if (template === undefined) return refuse('contest.templateUnknown', { template: contest.template });
  try {
    return await db.transaction().execute(async (tx) => {
      const unit = await tx
        .selectFrom('unit')
        .select('path')
        .where('id', '=', contest.unitId)
        .executeTakeFirst();
      if (unit === undefined) return refuse('notFound');
      const season = await readSeason(tx, contest.seasonId);
      if (season === undefined || !unit.path.startsWith(season.unitPath))
        return refuse('contest.seasonNotAbove');
      const misplaced = placeRefusal(season.programme, contest);
      if (misplaced !== null) return misplaced;
      const taken = await store(tx, contest, clock.now());
      if (!taken.ok) return taken;
      const { id, planned } = taken.value;
      await tx
        .updateTable('contest')
        .set({ settings: json(template.settings), template: contest.template })
        .where('id', '=', id)
        .execute();
      await rebuildStages(tx, id, template.settings);
      await audit(tx, clock.now(), {
        actor,
        action: 'contest.create',
        object: `contest:${id}`,
        unitPath: unit.path,
        detail: { after: contest, takenUp: planned },
      });
      return ok((await readContest(tx, id))!);
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('contest.codeTaken', { code: contest.code });
    throw error;
  }
}

/** Field and direction are the season's own (PG-02). */
function placeRefusal({ fields }: Programme, { fieldCode, directionCode }: NewContest) {
  const field = fields.find(({ code }) => code === fieldCode);
  if (fieldCode !== null && field === undefined) return refuse('contest.fieldUnknown', { field: fieldCode });
  if (directionCode !== null && !field?.directions.some(({ code }) => code === directionCode))
    return refuse('contest.directionUnknown', { direction: directionCode });
  return null;
}

async function store(
  tx: Tx,
  contest: NewContest,
  at: number,
): Promise<Result<{ id: string; planned: boolean }>> {
  const head = {
    title: contest.title,
    tier: contest.tier,
    field_code: contest.fieldCode,
    direction_code: contest.directionCode,
    status: 'draft',
  };
  const found = await readContestByCode(tx, contest.seasonId, contest.code);
  if (found === undefined) {
    const made = await tx
      .insertInto('contest')
      .values({
        ...head,
        season_id: contest.seasonId,
        unit_id: contest.unitId,
        code: contest.code,
        created_at: new Date(at),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return ok({ id: made.id, planned: false });
  }
  const planned = await lockContest(tx, found.id);
  if (planned?.status !== 'planned' || planned.unitId !== contest.unitId)
    return refuse('contest.codeTaken', { code: contest.code });
  await tx.updateTable('contest').set(head).where('id', '=', found.id).execute();
  return ok({ id: found.id, planned: true });
}
