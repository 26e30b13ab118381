import { Type, type Static } from 'typebox';
import { Closed, Done, Id, Maybe, Ms, Text, Words } from './shapes.ts';
import type { Endpoint } from './endpoint.ts';

const MediaKind = Words(['image', 'audio', 'video']);

export const MediaView = Closed({
  id: Id,
  kind: MediaKind,
  /** Media type, e.g. `video/mp4`. */
  type: Type.String(),
  name: Type.String(),
  bytes: Type.Integer(),
  /** How many bytes the server holds; the next piece starts there. */
  received: Type.Integer(),
  /** Hex; null until it is ready. */
  sha256: Maybe(Type.String()),
  state: Words(['uploading', 'ready']),
  /** Where screens and phones read it once it is ready; also what a question of a show names. */
  url: Type.String(),
  createdAt: Ms,
});
export type MediaView = Static<typeof MediaView>;

/** What a stage takes: media types (also their other names) and the most bytes of each kind. */
const MediaLimits = Closed({
  kinds: Type.Array(Closed({ kind: MediaKind, maxBytes: Type.Integer(), types: Type.Array(Type.String()) })),
  stageBytes: Type.Integer(),
  stageItems: Type.Integer(),
});

const ParamsStage = Closed({ stageId: Id });
const ParamsItem = Closed({ stageId: Id, mediaId: Id });
const conduct = { who: 'staff', action: 'show.conduct', of: 'stage', at: 'params.stageId' } as const;

export const mediaEndpoints = {
  'media.list': {
    method: 'GET',
    path: '/api/stages/:stageId/media',
    summary: 'Images, sound and video of a stage, uploads under way included, and what the stage takes',
    access: conduct,
    params: ParamsStage,
    reply: Closed({ media: Type.Array(MediaView), limits: MediaLimits }),
  },
  'media.start': {
    method: 'POST',
    path: '/api/stages/:stageId/media',
    summary: 'Start an upload: name, size and media type of the file; its bytes follow in pieces',
    access: conduct,
    params: ParamsStage,
    body: Closed({ name: Text(200), type: Text(100), bytes: Type.Integer({ minimum: 1 }) }),
    reply: MediaView,
  },
  'media.get': {
    method: 'GET',
    path: '/api/stages/:stageId/media/:mediaId',
    summary: 'How far an upload is',
    access: conduct,
    params: ParamsItem,
    reply: MediaView,
  },
  'media.append': {
    method: 'PUT',
    path: '/api/stages/:stageId/media/:mediaId/content',
    summary: 'The next piece of an upload, from `offset`; what arrived of a piece cut short is kept',
    access: conduct,
    params: ParamsItem,
    query: Closed({ offset: Type.Integer({ minimum: 0 }) }),
    body: 'bytes',
    reply: MediaView,
  },
  'media.finish': {
    method: 'POST',
    path: '/api/stages/:stageId/media/:mediaId/finish',
    summary: 'All bytes are sent: check the content; an upload whose content is not what was said is removed',
    access: conduct,
    params: ParamsItem,
    body: Closed({ sha256: Maybe(Text(64, 64)) }),
    reply: MediaView,
  },
  'media.remove': {
    method: 'DELETE',
    path: '/api/stages/:stageId/media/:mediaId',
    summary: 'Remove an item, or give an upload up; refused while a question of the show uses it',
    access: conduct,
    params: ParamsItem,
    reply: Done,
  },
  'media.content': {
    method: 'GET',
    path: '/media/:mediaId',
    summary:
      'The bytes of an item that is ready, whole or a range of them; who knows the address may read it',
    access: { who: 'public' },
    params: Closed({ mediaId: Id }),
    reply: { stream: '*/*' },
  },
} as const satisfies Record<string, Endpoint>;
