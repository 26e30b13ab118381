import { ok, refuse, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockContest } from '../contest/index.ts';
import { presentRecheck, type View } from './present.ts';
import { progressOf } from './progress.ts';
import { readRecheck, setClosed } from './store.ts';

/**
 * Closes the re-check record; closing again answers it as it was closed. Refuses `recheck.notDrawn`, and
 * `recheck.notDone {left, full}` while entries are left, `full` when too many errors demand everybody (SK-82).
 */
export async function closeRecheck(
  { db, clock }: Platform,
  contestId: string,
  actor: string,
): Promise<Result<View>> {
  return db.transaction().execute(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (contest === undefined) return refuse('notFound');
    const stored = await readRecheck(tx, contestId);
    const progress = stored === null ? null : progressOf(contest, stored);
    if (stored === null || progress === null) return refuse('recheck.notDrawn');
    if (stored.closedAt !== null) return ok(await presentRecheck(tx, contest));
    const { open, full } = progress;
    if (open.length > 0) return refuse('recheck.notDone', { left: open.length, full });
    const now = clock.now();
    await setClosed(tx, contestId, now, actor);
    const view = await presentRecheck(tx, contest);
    await audit(tx, now, {
      actor,
      action: 'recheck.close',
      object: `contest:${contestId}`,
      unitPath: contest.unitPath,
      detail: { checked: view.checked, errors: view.errors, full },
    });
    return ok(view);
  });
}
