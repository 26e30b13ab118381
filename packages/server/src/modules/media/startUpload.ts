import { ok, refuse, type Result } from '@leitai/rules';
import type { Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockStage } from '../contest/index.ts';
import { ABANDONED_MS, inMb, MAX_BYTES, STAGE_BYTES, STAGE_ITEMS } from './limits.ts';
import { recordAct } from './record.ts';
import { deleteMedia, insertMedia, readAbandoned, readMedia, stageTotals, type MediaRow } from './store.ts';
import { mediaType } from './types.ts';

export interface Announced {
  readonly name: string;
  /** As the sender says; the content is looked at when all of it is there. */
  readonly type: string;
  readonly bytes: number;
}

/** Refuses `media.typeNotTaken`, `media.tooLarge`, `media.tooMany`, `media.stageFull`. */
export async function startUpload(
  { db, clock }: Platform,
  stageId: string,
  { name, type: claimed, bytes }: Announced,
  actor: string,
): Promise<Result<MediaRow>> {
  const known = mediaType(claimed);
  if (known === undefined) return refuse('media.typeNotTaken', { type: claimed });
  const { type, kind } = known;
  if (bytes > MAX_BYTES[kind]) return refuse('media.tooLarge', { kind, limitMb: inMb(MAX_BYTES[kind]) });
  const now = clock.now();
  return db.transaction().execute(async (tx) => {
    const stage = await lockStage(tx, stageId);
    if (stage === undefined) return refuse('notFound');
    await giveUpAbandoned(tx, now);
    const total = await stageTotals(tx, stageId);
    if (total.items >= STAGE_ITEMS) return refuse('media.tooMany', { limit: STAGE_ITEMS });
    if (total.bytes + bytes > STAGE_BYTES)
      return refuse('media.stageFull', {
        limitMb: inMb(STAGE_BYTES),
        leftMb: inMb(STAGE_BYTES - total.bytes),
      });
    const id = await insertMedia(tx, { stageId, kind, type, name, bytes, by: actor, at: new Date(now) });
    await recordAct(tx, now, actor, 'start', { id, stageId, unitPath: stage.unitPath, type, bytes });
    return ok((await readMedia(tx, stageId, id))!);
  });
}

/** Their bytes would count for ever otherwise. */
async function giveUpAbandoned(tx: Tx, now: number): Promise<void> {
  for (const upload of await readAbandoned(tx, new Date(now - ABANDONED_MS))) {
    if (await deleteMedia(tx, upload.id)) await recordAct(tx, now, 'system', 'giveUp', upload);
  }
}
