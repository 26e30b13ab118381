import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '@leitai/rules';
import type { Platform } from '../../platform/platform.ts';
import { readStage } from '../contest/index.ts';
import type { Reader } from './reader.ts';
import { recordAct } from './record.ts';
import { sniff } from './sniff.ts';
import { deleteMedia, readBytes, readMedia, setReady, type MediaRow } from './store.ts';
import { agrees } from './types.ts';

/**
 * Looks at the content once all of it is there; idempotent. Refuses `media.incomplete`, and `media.typeDiffers` or
 * `media.contentDiffers` (another hash than the sender's), which also remove the upload: it can only be sent anew.
 */
export async function finishUpload(
  platform: Platform,
  reader: Reader,
  stageId: string,
  mediaId: string,
  expected: string | null,
  actor: string,
): Promise<Result<MediaRow>> {
  const { db, clock } = platform;
  const media = await readMedia(db, stageId, mediaId);
  const stage = await readStage(db, stageId);
  if (media === undefined || stage === undefined) return refuse('notFound');
  if (media.state === 'ready') return ok(media);
  const { bytes, received, type, kind } = media;
  if (received < bytes) return refuse('media.incomplete', { received, bytes });
  const about = { id: mediaId, stageId, unitPath: stage.unitPath, type, bytes };

  const found = sniff((await readBytes(platform, mediaId, 0, bytes - 1)) ?? Buffer.alloc(0));
  const sha256 = agrees(type, found) ? await hashOf(reader, media) : null;
  if (sha256 === null || (expected !== null && expected.toLowerCase() !== sha256)) {
    await db.transaction().execute(async (tx) => {
      if (await deleteMedia(tx, mediaId))
        await recordAct(tx, clock.now(), actor, 'refuse', { ...about, found });
    });
    return sha256 === null
      ? refuse('media.typeDiffers', { claimed: type, found })
      : refuse('media.contentDiffers');
  }
  await db.transaction().execute(async (tx) => {
    if (await setReady(tx, mediaId, sha256))
      await recordAct(tx, clock.now(), actor, 'finish', { ...about, kind, sha256 });
  });
  const done = await readMedia(db, stageId, mediaId);
  return done === undefined ? refuse('notFound') : ok(done);
}

async function hashOf(reader: Reader, { id, bytes }: MediaRow): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of reader.read(id, 0, bytes - 1)) hash.update(chunk);
  return hash.digest('hex');
}
