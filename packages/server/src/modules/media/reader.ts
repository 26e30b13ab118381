import { ok, refuse, type Result } from '@leitai/rules';
import type { StreamReply } from '../../platform/http/stream.ts';
import type { Platform } from '../../platform/platform.ts';
import { CHUNK, readBytes, readReady } from './store.ts';

/** Questions to the database at a time: a hall that opens a picture must leave room for its presses and answers. */
const AT_ONCE = 3;
/** Chunks kept, 32 MB, of items that every phone of a hall may ask for at the same moment. */
const KEPT = 128;
const KEEP_BELOW = 10 * 1024 * 1024;
/** How long another process may still serve what was removed. */
const FRESH_MS = 2_000;

type Ready = NonNullable<Awaited<ReturnType<typeof readReady>>>;

/** Reads items for everybody: many that want the same at once cost the database one question. */
export class Reader {
  readonly #platform: Pick<Platform, 'db' | 'pool'>;
  readonly #ready = new Map<string, Promise<Ready | undefined>>();
  /** The longest unused first. */
  readonly #chunks = new Map<string, Promise<Buffer | null>>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(platform: Pick<Platform, 'db' | 'pool'>) {
    this.#platform = platform;
  }

  /** For everybody who knows the address; an upload under way is not there yet. */
  async open(mediaId: string): Promise<Result<StreamReply>> {
    const media = await this.#find(mediaId);
    if (media === undefined) return refuse('notFound');
    const { type, bytes, sha256: hash } = media;
    const kept = bytes <= KEEP_BELOW;
    return ok({ type, bytes, hash, read: (from, to) => this.read(mediaId, from, to, kept) });
  }

  /** `from` … `to`, both included, a chunk at a time: a slow reader holds no connection of the database while it reads. */
  async *read(mediaId: string, from: number, to: number, kept = false): AsyncGenerator<Buffer> {
    for (let at = from; at <= to;) {
      const bytes = kept
        ? (await this.#chunk(mediaId, Math.floor(at / CHUNK)))?.subarray(
            at % CHUNK,
            (at % CHUNK) + to - at + 1,
          )
        : await this.#turn(() => readBytes(this.#platform, mediaId, at, to));
      if (bytes == null || bytes.length === 0) throw new Error('media removed while it was read');
      at += bytes.length;
      yield bytes;
    }
  }

  /** It is removed. */
  forget(mediaId: string): void {
    this.#ready.delete(mediaId);
  }

  #find(mediaId: string): Promise<Ready | undefined> {
    const known = this.#ready.get(mediaId);
    if (known !== undefined) return known;
    const asked = this.#turn(() => readReady(this.#platform.db, mediaId));
    const drop = () => {
      if (this.#ready.get(mediaId) === asked) this.#ready.delete(mediaId);
    };
    this.#ready.set(mediaId, asked);
    // What is not there, or could not be read, is asked for again at once.
    asked.then((media) => (media === undefined ? drop() : setTimeout(drop, FRESH_MS).unref()), drop);
    return asked;
  }

  #chunk(mediaId: string, no: number): Promise<Buffer | null> {
    const key = `${mediaId}/${no}`;
    const chunk =
      this.#chunks.get(key) ??
      this.#turn(() => readBytes(this.#platform, mediaId, no * CHUNK, (no + 1) * CHUNK - 1));
    this.#chunks.delete(key);
    this.#chunks.set(key, chunk);
    chunk.catch(() => this.#chunks.delete(key));
    if (this.#chunks.size > KEPT) this.#chunks.delete(this.#chunks.keys().next().value!);
    return chunk;
  }

  async #turn<T>(ask: () => Promise<T>): Promise<T> {
    if (this.#running < AT_ONCE) this.#running += 1;
    else await new Promise<void>((go) => this.#waiting.push(go));
    try {
      return await ask();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}
