import { randomBytes } from 'node:crypto';
import { ok, recheckList, recheckRuleOf, refuse, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockContest } from '../contest/index.ts';
import { contestStanding } from '../standings/index.ts';
import { presentRecheck, type View } from './present.ts';
import { insertRecheck, readRecheck } from './store.ts';

/**
 * Draws who is re-checked, from the standing as it is now (SK-80, SK-83). Asking again answers the same list.
 * Refuses `recheck.off`, `result.stageOpen {stage}`, `result.noStages`.
 */
export async function drawRecheck(
  { db, clock }: Platform,
  contestId: string,
  actor: string,
): Promise<Result<View>> {
  return db.transaction().execute(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (contest === undefined) return refuse('notFound');
    const rule = contest.settings === null ? undefined : recheckRuleOf(contest.settings);
    if (rule === undefined || rule.rule === 'off') return refuse('recheck.off');
    if ((await readRecheck(tx, contestId)) !== null) return ok(await presentRecheck(tx, contest));
    const { rows, refusal } = await contestStanding(tx, contest);
    // Lots may still be to be drawn: scores are re-checked before they decide anything.
    if (refusal !== null && refusal.code !== 'result.tieUndecided') return { ok: false, refusal };
    const list = recheckList(rule, rows, randomBytes(16).toString('hex'));
    const now = clock.now();
    await insertRecheck(tx, contestId, { list, drawnAt: now, drawnBy: actor });
    await audit(tx, now, {
      actor,
      action: 'recheck.draw',
      object: `contest:${contestId}`,
      unitPath: contest.unitPath,
      detail: { algorithm: list.algorithm, seed: list.seed, top: list.top, sample: list.sample },
    });
    return ok(await presentRecheck(tx, contest));
  });
}
