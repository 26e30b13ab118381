import { nextResultState, ok, refuse, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentResult, presentStored, setFinal, type View } from '../awards/index.ts';
import { lockContest, setContestStatus } from '../contest/index.ts';

/**
 * Makes a noticed result final and closes the contest, once the notice's last day has ended in Shanghai. Asking again
 * answers the final result. Refuses `result.notNoticed {state}`, `result.noticeRunning {lastDay, endsAt}`.
 */
export async function finaliseResult(
  { db, clock }: Platform,
  contestId: string,
  actor: string,
): Promise<Result<View>> {
  return db.transaction().execute(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (contest === undefined) return refuse('notFound');
    const { computed, stored, life } = await currentResult(tx, contest);
    const now = clock.now();
    if (stored?.state === 'final') return ok(presentStored(stored, computed.lots, now));
    const next = nextResultState(life, { kind: 'finalise', now });
    if (!next.ok) return next;
    await setFinal(tx, contestId, stored!.version, now);
    await setContestStatus(tx, contestId, 'closed');
    await audit(tx, now, {
      actor,
      action: 'result.finalise',
      object: `contest:${contestId}`,
      unitPath: contest.unitPath,
      detail: { version: stored!.version, fingerprint: stored!.fingerprint, lastDay: life.lastDay },
    });
    return ok(presentStored({ ...stored!, state: 'final', finalAt: now }, computed.lots, now));
  });
}
