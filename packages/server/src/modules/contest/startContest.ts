import { drawPaper, ok, refuse, type ContestSettings, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import type { Database } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { readBanks } from '../bank/index.ts';
import { enterStage, readStages } from './stages.ts';
import { lockContest, readContest, type ContestRow } from './store.ts';
import { settingsRefusal } from './updateContest.ts';

/**
 * Publishes the rules: from here on the settings are fixed, and every qualified entry takes part in the first stage.
 * Refuses `contest.notDraft`, `contest.settingsInvalid`, `contest.noEntries`, and what would keep an exam from opening
 * (`exam.bankUnknown`, `exam.bankTooSmall`) while the settings can still be changed.
 */
export async function startContest(
  { db, clock }: Platform,
  contestId: string,
  actor: string,
): Promise<Result<ContestRow>> {
  const draft = await readContest(db, contestId);
  const paper = draft?.status === 'draft' ? await paperRefusal(db, draft.settings, draft.unitPath) : null;
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
    if (paper !== null) return paper;
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

/** A trial paper of every exam: after the start its banks could not be chosen again. */
async function paperRefusal(db: Database, settings: ContestSettings | null, unitPath: string) {
  for (const stage of settings?.stages ?? []) {
    if (stage.kind !== 'exam') continue;
    const codes = stage.exam.draws.map(({ bank }) => bank);
    const trial = drawPaper(stage.exam, await readBanks(db, codes, unitPath), stage.name);
    if (!trial.ok) return refuse(trial.refusal.code, { ...trial.refusal.facts, stage: stage.name });
  }
  return null;
}
