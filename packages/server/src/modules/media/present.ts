import type { MediaView } from '@leitai/contract';
import { MAX_BYTES, STAGE_BYTES, STAGE_ITEMS, type MediaKind } from './limits.ts';
import type { MediaRow } from './store.ts';
import { namesOf } from './types.ts';

const PATH = /^\/media\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const mediaUrl = (id: string): string => `/media/${id}`;
/** The id in an address of ours; null is another address. */
export const mediaIdOf = (url: string): string | null => PATH.exec(url)?.[1] ?? null;

export const presentMedia = (row: MediaRow): MediaView => ({
  id: row.id,
  kind: row.kind,
  type: row.type,
  name: row.name,
  bytes: row.bytes,
  received: row.received,
  sha256: row.sha256,
  state: row.state,
  url: mediaUrl(row.id),
  createdAt: row.createdAt.getTime(),
});

export const presentLimits = () => ({
  kinds: (Object.keys(MAX_BYTES) as MediaKind[]).map((kind) => ({
    kind,
    maxBytes: MAX_BYTES[kind],
    types: namesOf(kind),
  })),
  stageBytes: STAGE_BYTES,
  stageItems: STAGE_ITEMS,
});
