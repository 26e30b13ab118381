import { nextResultState, ok, refuse, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockContest, lockStage, readStages, setStageStatus } from '../contest/index.ts';
import { currentResult } from './currentResult.ts';
import { presentStored, type View } from './present.ts';
import { sealingRefusal } from './readView.ts';
import { insertResult, readResult } from './store.ts';

/**
 * Seals standings and awards with the fingerprint that was seen. When marks have changed since the last sealing the
 * next version supersedes it, and its notice starts anew (SK-84, SE-34). Sealing the same again answers the stored one.
 * Refuses `result.changed`, `result.stageOpen`, `result.tieUndecided`, `award.tieAtBoundary`, `result.noStages`, and
 * `result.recheckOpen` while the re-check that the rules ask for is not closed (SK-83).
 */
export async function sealResult(
  { db, clock }: Platform,
  contestId: string,
  expected: string,
  actor: string,
): Promise<Result<View>> {
  return db.transaction().execute(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (contest === undefined) return refuse('notFound');
    const stages = await readStages(tx, contestId);
    for (const stage of stages) await lockStage(tx, stage.id);
    const { computed, stored, life } = await currentResult(tx, contest);
    const now = clock.now();
    if (stored !== undefined && life.state !== 'provisional' && stored.fingerprint === expected)
      return ok(presentStored(stored, computed.lots, now));
    const refusal = await sealingRefusal(tx, contest, computed);
    if (refusal !== null) return { ok: false, refusal };
    if (computed.fingerprint !== expected) return refuse('result.changed');
    const next = nextResultState(life, { kind: 'seal' });
    if (!next.ok) return next;

    const version = (stored?.version ?? 0) + 1;
    await insertResult(tx, contestId, { ...computed, version, sealedAt: now, sealedBy: actor });
    await setStageStatus(tx, stages.at(-1)!.id, 'decided');
    await audit(tx, now, {
      actor,
      action: 'result.seal',
      object: `contest:${contestId}`,
      unitPath: contest.unitPath,
      detail: {
        version,
        fingerprint: computed.fingerprint,
        supersedes: stored?.fingerprint ?? null,
        awards: computed.awards.map(({ entryId, tier, place }) => ({ entryId, tier, place })),
      },
    });
    return ok(presentStored((await readResult(tx, contestId))!, computed.lots, now));
  });
}
