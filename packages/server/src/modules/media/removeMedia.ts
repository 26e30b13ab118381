import { ok, refuse, type Result } from '@leitai/rules';
import type { Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockStage } from '../contest/index.ts';
import { mediaUrl } from './present.ts';
import { recordAct } from './record.ts';
import { deleteMedia, readMedia } from './store.ts';

/** Where a stage uses an address: facts for the refusal, or null. Answered by who keeps the stage's questions. */
export type UsedIn = (tx: Tx, stageId: string, url: string) => Promise<Record<string, unknown> | null>;

/** Refuses `media.inUse`. */
export async function removeMedia(
  { db, clock }: Platform,
  usedIn: UsedIn,
  stageId: string,
  mediaId: string,
  actor: string,
): Promise<Result<{ done: true }>> {
  return db.transaction().execute(async (tx) => {
    const stage = await lockStage(tx, stageId);
    const media = stage && (await readMedia(tx, stageId, mediaId));
    if (stage === undefined || media === undefined) return refuse('notFound');
    const use = await usedIn(tx, stageId, mediaUrl(mediaId));
    if (use !== null) return refuse('media.inUse', use);
    await deleteMedia(tx, mediaId);
    const { type, bytes } = media;
    await recordAct(tx, clock.now(), actor, 'remove', {
      id: mediaId,
      stageId,
      unitPath: stage.unitPath,
      type,
      bytes,
    });
    return ok({ done: true });
  });
}
