import { randomBytes } from 'node:crypto';
import { DRAW_ALGORITHM, ok, refuse, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockContest } from '../contest/index.ts';
import { contestStanding, insertLots } from '../standings/index.ts';
import type { View } from './present.ts';
import { readView, sealingRefusal } from './readView.ts';

/**
 * Draws lots for a contest whose places may not be shared, once those level are known (SK-73). Asking again answers
 * the same draw. Refuses `result.lotsNotDue` while nobody is level or places are shared, and what keeps the result from
 * being one yet (`result.stageOpen`, `result.noStages`, `result.recheckOpen`).
 */
export async function drawLots(
  { db, clock }: Platform,
  contestId: string,
  actor: string,
): Promise<Result<View>> {
  return db.transaction().execute(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (contest === undefined) return refuse('notFound');
    const { lots, ...standing } = await contestStanding(tx, contest);
    if (lots === null) {
      const refusal = await sealingRefusal(tx, contest, standing);
      if (refusal === null) return refuse('result.lotsNotDue');
      if (refusal.code !== 'result.tieUndecided') return { ok: false, refusal };
      const drawn = {
        algorithm: DRAW_ALGORITHM,
        seed: randomBytes(16).toString('hex'),
        drawnAt: clock.now(),
        drawnBy: actor,
      };
      await insertLots(tx, contestId, drawn);
      await audit(tx, drawn.drawnAt, {
        actor,
        action: 'result.drawLots',
        object: `contest:${contestId}`,
        unitPath: contest.unitPath,
        detail: { algorithm: drawn.algorithm, seed: drawn.seed, level: refusal.facts },
      });
    }
    return ok(await readView(tx, contest, clock.now()));
  });
}
