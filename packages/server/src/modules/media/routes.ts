import { ok, refuse, type Result } from '@leitai/rules';
import type { HandlersOf } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { appendBytes } from './appendBytes.ts';
import { finishUpload } from './finishUpload.ts';
import { presentLimits, presentMedia } from './present.ts';
import { Reader } from './reader.ts';
import { removeMedia, type UsedIn } from './removeMedia.ts';
import { startUpload } from './startUpload.ts';
import { listMedia, readMedia, type MediaRow } from './store.ts';

type Names =
  | 'media.list'
  | 'media.start'
  | 'media.get'
  | 'media.append'
  | 'media.finish'
  | 'media.remove'
  | 'media.content';

const presented = (result: Result<MediaRow>) => (result.ok ? ok(presentMedia(result.value)) : result);

export function mediaRoutes(platform: Platform, usedIn: UsedIn): HandlersOf<Names> {
  const reader = new Reader(platform);
  return {
    'media.list': async ({ params }) =>
      ok({
        media: (await listMedia(platform.db, params.stageId)).map(presentMedia),
        limits: presentLimits(),
      }),
    'media.start': async ({ params, body, staff }) =>
      presented(await startUpload(platform, params.stageId, body, staff.username)),
    'media.get': async ({ params }) => {
      const media = await readMedia(platform.db, params.stageId, params.mediaId);
      return media === undefined ? refuse('notFound') : ok(presentMedia(media));
    },
    'media.append': async ({ params, query, incoming }) =>
      presented(await appendBytes(platform, params.stageId, params.mediaId, query.offset, incoming)),
    'media.finish': async ({ params, body, staff }) =>
      presented(
        await finishUpload(platform, reader, params.stageId, params.mediaId, body.sha256, staff.username),
      ),
    'media.remove': async ({ params, staff }) => {
      const removed = await removeMedia(platform, usedIn, params.stageId, params.mediaId, staff.username);
      if (removed.ok) reader.forget(params.mediaId);
      return removed;
    },
    'media.content': async ({ params }) => reader.open(params.mediaId),
  };
}
