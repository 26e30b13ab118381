import { audit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';

type Act = 'start' | 'finish' | 'refuse' | 'remove' | 'giveUp';

/** One audit row. Whoever knows an item's id may look at it, and the audit has more readers than a show's questions. */
export const recordAct = (
  tx: Tx,
  at: number,
  actor: string,
  act: Act,
  item: { id: string; stageId: string; unitPath: string } & Readonly<Record<string, unknown>>,
): Promise<void> => {
  const { id, stageId, unitPath, ...detail } = item;
  return audit(tx, at, {
    actor,
    action: `media.${act}`,
    object: `stage:${stageId}`,
    unitPath,
    detail: { media: id.slice(0, 8), ...detail },
  });
};
