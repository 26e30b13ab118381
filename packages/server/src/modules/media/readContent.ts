import { ok, refuse, type Result } from '@leitai/rules';
import type { StreamReply } from '../../platform/http/stream.ts';
import type { Platform } from '../../platform/platform.ts';
import { readBytes, readReady } from './store.ts';

/** `from` … `to`, both included, a chunk at a time: a slow reader holds no connection of the database while it reads. */
export async function* readContent(
  platform: Pick<Platform, 'pool'>,
  mediaId: string,
  from: number,
  to: number,
): AsyncGenerator<Buffer> {
  for (let at = from; at <= to;) {
    const bytes = await readBytes(platform, mediaId, at, to);
    if (bytes === null || bytes.length === 0) throw new Error('media removed while it was read');
    at += bytes.length;
    yield bytes;
  }
}

/** For everybody who knows the address; an upload under way is not there yet. */
export async function openContent(platform: Platform, mediaId: string): Promise<Result<StreamReply>> {
  const media = await readReady(platform.db, mediaId);
  if (media === undefined) return refuse('notFound');
  const { type, bytes, sha256: hash } = media;
  return ok({ type, bytes, hash, read: (from, to) => readContent(platform, mediaId, from, to) });
}
