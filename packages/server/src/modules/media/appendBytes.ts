import { ok, refuse, type Result } from '@leitai/rules';
import type { Incoming } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { CHUNK, putBytes, readMedia, type MediaRow } from './store.ts';

/**
 * Stores what arrives, chunk by chunk, each for itself: after a cut everything that came in is there, and no more than
 * one chunk is in memory. Refuses `media.offsetWrong` (go on from `received`), `media.tooMuch`.
 */
export async function appendBytes(
  platform: Pick<Platform, 'db' | 'pool'>,
  stageId: string,
  mediaId: string,
  offset: number,
  { length, stream }: Incoming,
): Promise<Result<MediaRow>> {
  const media = await readMedia(platform.db, stageId, mediaId);
  if (media === undefined) return refuse('notFound');
  if (offset !== media.received) return refuse('media.offsetWrong', { received: media.received });
  if (offset + length > media.bytes) return refuse('media.tooMuch', { bytes: media.bytes });
  let at = offset;
  for await (const bytes of inChunks(stream, offset)) {
    if (!(await putBytes(platform, mediaId, at, bytes))) break;
    at += bytes.length;
  }
  const now = await readMedia(platform.db, stageId, mediaId);
  if (now === undefined) return refuse('notFound');
  // Two pieces were under way at once, e.g. on a connection that only one side has given up.
  return now.received === at ? ok(now) : refuse('media.offsetWrong', { received: now.received });
}

/** What arrives, cut where the file's chunks end. When the caller goes away, what has come in is the last one. */
async function* inChunks(stream: AsyncIterable<Buffer>, offset: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  let room = CHUNK - (offset % CHUNK);
  try {
    for await (let piece of stream) {
      while (bytes + piece.length >= room) {
        held.push(piece.subarray(0, room - bytes));
        piece = piece.subarray(room - bytes);
        const chunk = Buffer.concat(held);
        held = [];
        bytes = 0;
        room = CHUNK;
        yield chunk;
      }
      if (piece.length > 0) held.push(piece);
      bytes += piece.length;
    }
  } catch {
    // Cut off: nobody waits for an answer, and the sender will ask how far it came.
  }
  if (bytes > 0) yield Buffer.concat(held);
}
