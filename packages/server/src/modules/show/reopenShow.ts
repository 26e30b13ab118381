import { refuse } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import { lockStage } from '../contest/index.ts';
import type { Guard } from './store.ts';

/** A finished show goes on only as long as nobody has taken its scores over. Refuses `show.takenOver`. */
export function reopenGuard(stageId: string, actor: string, reason: string, clock: Clock): Guard {
  return async (tx) => {
    const stage = await lockStage(tx, stageId);
    if (stage?.status !== 'open') return refuse('show.takenOver').refusal;
    await audit(tx, clock.now(), {
      actor,
      action: 'show.reopen',
      object: `stage:${stageId}`,
      unitPath: stage.unitPath,
      detail: { reason },
    });
    return null;
  };
}
