import type { MediaView } from '@leitai/contract';
import { ApiRefusal, call } from './client.ts';

/** How far an upload is; `waiting` while the server cannot be reached and the next try is due. */
export interface UploadProgress {
  readonly sent: number;
  readonly bytes: number;
  readonly waiting: boolean;
}

/** What an upload asks of the server; `append` sends one piece. */
export interface MediaServer {
  start(announced: { name: string; type: string; bytes: number }): Promise<MediaView>;
  append(mediaId: string, offset: number, piece: Blob, signal: AbortSignal): Promise<MediaView>;
  get(mediaId: string): Promise<MediaView>;
  finish(mediaId: string): Promise<MediaView>;
  remove(mediaId: string): Promise<unknown>;
}

interface Options {
  readonly signal: AbortSignal;
  readonly progress: (progress: UploadProgress) => void;
  /** Waits so many milliseconds, less when the network is back or the upload is given up. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Small enough to arrive over a slow line before the server's patience with one request ends. */
const PIECE = 1024 * 1024;
/** A connection that nobody closed: longer than a piece takes on any line worth waiting for. */
const PIECE_MS = 100_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** Uploads a file as an item of the stage and returns it when it is ready; throws `ApiRefusal`. */
export const uploadMedia = (stageId: string, file: File, options: Options): Promise<MediaView> =>
  sendFile(mediaServer(stageId), file, options);

/**
 * Sends a file piece by piece. Where the network or the server fails, it waits ever longer and goes on from what the
 * server holds; only a refusal ends it, or the signal, which also removes what was sent.
 */
export async function sendFile(
  server: MediaServer,
  file: File,
  { signal, progress, wait = waitOnline }: Options,
): Promise<MediaView> {
  const bytes = file.size;
  const { id } = await server.start({ name: file.name.slice(-200), type: typeOf(file), bytes });
  let sent = 0;
  let failures = 0;
  let unsure = false;
  while (!signal.aborted) {
    progress({ sent, bytes, waiting: failures > 0 });
    try {
      const item = await step();
      if (item.state === 'ready') return item;
      sent = item.received;
      unsure = false;
      failures = 0;
    } catch (error) {
      if (signal.aborted) break;
      if (!(error instanceof ApiRefusal) || !passes(error)) throw error;
      failures += 1;
      unsure = true;
      progress({ sent, bytes, waiting: true });
      await wait(Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS), signal);
    }
  }
  await server.remove(id).catch(() => undefined);
  throw new ApiRefusal(0, 'media.givenUp');

  function step(): Promise<MediaView> {
    if (unsure) return server.get(id);
    if (sent === bytes) return server.finish(id);
    return server.append(id, sent, file.slice(sent, sent + PIECE), signal);
  }
}

/** What another try may mend. A wrong offset, too: the end of a piece that was cut off came in late. */
const passes = ({ status, code }: ApiRefusal): boolean =>
  status === 0 ||
  status === 408 ||
  status === 429 ||
  status >= 500 ||
  code === 'media.offsetWrong' ||
  code === 'media.incomplete';

/** Media types of files that the system has no name for. */
const BY_EXTENSION: ReadonlyMap<string, string> = new Map([
  ['aac', 'audio/aac'],
  ['flac', 'audio/flac'],
  ['m4a', 'audio/mp4'],
  ['m4v', 'video/mp4'],
  ['mp3', 'audio/mpeg'],
  ['mp4', 'video/mp4'],
  ['oga', 'audio/ogg'],
  ['ogg', 'audio/ogg'],
  ['opus', 'audio/ogg'],
  ['wav', 'audio/wav'],
  ['webm', 'video/webm'],
  ['webp', 'image/webp'],
]);

export const typeOf = ({ name, type }: File): string =>
  type ||
  (BY_EXTENSION.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? 'application/octet-stream');

function mediaServer(stageId: string): MediaServer {
  const params = (mediaId: string) => ({ stageId, mediaId });
  return {
    start: (body) => call('media.start', { params: { stageId }, body }),
    append: async (mediaId, offset, piece, signal) => {
      const patience = new AbortController();
      const stop = () => patience.abort();
      const timer = setTimeout(stop, PIECE_MS);
      signal.addEventListener('abort', stop);
      try {
        const query = { offset };
        return await call('media.append', {
          params: params(mediaId),
          query,
          bytes: piece,
          signal: patience.signal,
        });
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
      }
    },
    get: (mediaId) => call('media.get', { params: params(mediaId) }),
    finish: (mediaId) => call('media.finish', { params: params(mediaId), body: { sha256: null } }),
    remove: (mediaId) => call('media.remove', { params: params(mediaId) }),
  };
}

const waitOnline = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
