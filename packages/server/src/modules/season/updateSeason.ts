import { ok, refuse, type Programme, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import { json } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { programmeRefusal } from './createSeason.ts';
import { readSeason, type SeasonRow } from './store.ts';

/** Changes title and programme; the audit row holds both before and after. */
export async function updateSeason(
  { db, clock }: Platform,
  seasonId: string,
  change: { readonly title: string; readonly programme: Programme },
  actor: string,
): Promise<Result<SeasonRow>> {
  const refusal = programmeRefusal(change.programme);
  if (refusal !== null) return refusal;
  return db.transaction().execute(async (tx) => {
    await tx.selectFrom('season').select('id').where('id', '=', seasonId).forNoKeyUpdate().execute();
    const before = await readSeason(tx, seasonId);
    if (before === undefined) return refuse('notFound');
    await tx
      .updateTable('season')
      .set({ title: change.title, programme: json(change.programme) })
      .where('id', '=', seasonId)
      .execute();
    await audit(tx, clock.now(), {
      actor,
      action: 'season.update',
      object: `season:${seasonId}`,
      unitPath: before.unitPath,
      detail: {
        before: { title: before.title, programme: before.programme },
        after: { title: change.title, programme: change.programme },
      },
    });
    return ok({ ...before, title: change.title, programme: change.programme });
  });
}
