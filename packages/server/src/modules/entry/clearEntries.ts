import { ok, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockContest } from '../contest/index.ts';
import { draftRefusal } from './importEntries.ts';

/** Takes all entries of a draft back, tickets included; refuses `entry.contestStarted` afterwards. */
export async function clearEntries(
  { db, clock }: Platform,
  contestId: string,
  actor: string,
): Promise<Result<{ done: true }>> {
  return db.transaction().execute(async (tx) => {
    const contest = await lockContest(tx, contestId);
    const refusal = draftRefusal(contest);
    if (refusal !== null) return refusal;
    const gone = await tx.deleteFrom('entry').where('contest_id', '=', contestId).executeTakeFirst();
    await audit(tx, clock.now(), {
      actor,
      action: 'entry.clear',
      object: `contest:${contestId}`,
      unitPath: contest!.unitPath,
      detail: { entries: Number(gone.numDeletedRows) },
    });
    return ok({ done: true as const });
  });
}
