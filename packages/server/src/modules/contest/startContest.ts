import { ok, refuse, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { enterStage, readStages } from './stages.ts';
import { lockContest, readContest, type ContestRow } from './store.ts';
import { settingsRefusal } from './updateContest.ts';

/**
 * Publishes the rules: from here on the settings are fixed, and every qualified entry takes part in the first stage.
 * Refuses `contest.notDraft`, `contest.settingsInvalid`, `contest.noEntries`.
 */
export async function startContest(
  { db, clock }: Platform,
  contestId: string,
  actor: string,
): Promise<Result<ContestRow>> {
  return db.transaction().execute(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (contest === undefined) return refuse('notFound');
    if (contest.status !== 'draft' || contest.settings === null)
      return refuse('contest.notDraft', { status: contest.status });
    const refusal = settingsRefusal(contest.settings);
    if (refusal !== null) return refusal;
    const entries = await tx
      .selectFrom('entry')
      .select('id')
      .where('contest_id', '=', contestId)
      .where('status', '=', 'qualified')
      .execute();
    if (entries.length === 0) return refuse('contest.noEntries');
    const [first] = await readStages(tx, contestId);
    await enterStage(
      tx,
      first!.id,
      entries.map(({ id }) => id),
    );
    await tx
      .updateTable('contest')
      .set({ status: 'running', started_at: new Date(clock.now()) })
      .where('id', '=', contestId)
      .execute();
    await audit(tx, clock.now(), {
      actor,
      action: 'contest.start',
      object: `contest:${contestId}`,
      unitPath: contest.unitPath,
      detail: { settings: contest.settings, entries: entries.length },
    });
    return ok((await readContest(tx, contestId))!);
  });
}
