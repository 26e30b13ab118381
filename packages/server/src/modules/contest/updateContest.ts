import { ok, refuse, validateSettings, type ContestSettings, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import { json } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { rebuildStages } from './stages.ts';
import { countContest, lockContest, readContest, type ContestRow } from './store.ts';

/**
 * Changes title and settings of a draft; its stage rows follow. Refuses `contest.notDraft`, `contest.settingsInvalid`
 * with the first fault's field and rule, and `contest.hasEntries` when who is ranked changes under imported entries.
 */
export async function updateContest(
  { db, clock }: Platform,
  contestId: string,
  change: { readonly title: string; readonly settings: ContestSettings },
  actor: string,
): Promise<Result<ContestRow>> {
  const refusal = settingsRefusal(change.settings);
  if (refusal !== null) return refusal;
  return db.transaction().execute(async (tx) => {
    const before = await lockContest(tx, contestId);
    if (before === undefined) return refuse('notFound');
    if (before.status !== 'draft') return refuse('contest.notDraft', { status: before.status });
    const { entries } = await countContest(tx, contestId);
    if (entries > 0 && rankedText(before.settings!) !== rankedText(change.settings))
      return refuse('contest.hasEntries', { field: 'ranked', entries });
    await tx
      .updateTable('contest')
      .set({ title: change.title, settings: json(change.settings) })
      .where('id', '=', contestId)
      .execute();
    await rebuildStages(tx, contestId, change.settings);
    await audit(tx, clock.now(), {
      actor,
      action: 'contest.update',
      object: `contest:${contestId}`,
      unitPath: before.unitPath,
      detail: { before: { title: before.title, settings: before.settings }, after: change },
    });
    return ok((await readContest(tx, contestId))!);
  });
}

const rankedText = ({ ranked }: ContestSettings): string =>
  ranked.kind === 'team' ? `team ${ranked.size}` : 'person';

/** Null when the settings can be run. */
export function settingsRefusal(settings: ContestSettings) {
  const issues = validateSettings(settings);
  const first = issues[0];
  return first === undefined
    ? null
    : refuse('contest.settingsInvalid', { field: first.field, rule: first.code, issues });
}
