import { describe, expect, it } from 'vitest';
import { ApiRefusal } from './client.ts';
import { sendFile, typeOf, type MediaServer, type UploadProgress } from './upload.ts';

const MB = 1024 * 1024;
const network = () => new ApiRefusal(0, 'network');

/** A server that keeps what it gets; `trouble` is asked before every request and may throw or cut a piece short. */
function fakeServer(trouble: (what: string, count: number) => 'cut' | 'lost' | undefined) {
  let held = new Blob([]);
  let total = 0;
  let state: 'uploading' | 'ready' = 'uploading';
  const asked: string[] = [];
  const view = () => ({
    id: 'm1',
    kind: 'video' as const,
    type: 'video/mp4',
    name: 'x',
    bytes: total,
    received: held.size,
    sha256: state === 'ready' ? 'x' : null,
    state,
    url: '/media/m1',
    createdAt: 0,
  });
  const ask = (what: string) => {
    asked.push(what);
    return trouble(what, asked.filter((one) => one === what).length);
  };
  const server: MediaServer = {
    start: async ({ bytes }) => {
      ask('start');
      total = bytes;
      return view();
    },
    append: async (_id, offset, piece) => {
      const how = ask('append');
      if (offset !== held.size) throw new ApiRefusal(409, 'media.offsetWrong', { received: held.size });
      held = new Blob([held, how === 'cut' ? piece.slice(0, 1_000) : piece]);
      if (how !== undefined) throw network();
      return view();
    },
    get: async () => {
      ask('get');
      return view();
    },
    finish: async () => {
      const how = ask('finish');
      state = 'ready';
      if (how === 'lost') throw network();
      return view();
    },
    remove: async () => ask('remove'),
  };
  return { server, asked, bytes: async () => Buffer.from(await held.arrayBuffer()) };
}

const content = Buffer.from(Uint8Array.from({ length: 3 * MB + 17 }, (_, i) => (i * 7 + (i >> 9)) & 255));
const file = new File([content], '片段.mp4', { type: 'video/mp4' });

async function sent(
  trouble: (what: string, count: number) => 'cut' | 'lost' | undefined,
  given = new AbortController(),
) {
  const fake = fakeServer(trouble);
  const waits: number[] = [];
  const seen: UploadProgress[] = [];
  const item = await sendFile(fake.server, file, {
    signal: given.signal,
    progress: (one) => seen.push(one),
    wait: async (ms) => void waits.push(ms),
  }).catch((error: unknown) => error as ApiRefusal);
  return { ...fake, item, waits, seen };
}

describe('an upload', () => {
  it('sends piece after piece and finishes', async () => {
    const { item, asked, bytes, seen, waits } = await sent(() => undefined);
    expect(item).toMatchObject({ state: 'ready', url: '/media/m1' });
    expect(asked).toEqual(['start', 'append', 'append', 'append', 'append', 'finish']);
    expect((await bytes()).equals(content)).toBe(true);
    expect(seen.map(({ sent: n }) => n)).toEqual([0, MB, 2 * MB, 3 * MB, content.length]);
    expect(waits).toEqual([]);
  });

  it.each(['cut', 'lost'] as const)(
    'a piece that is %s: asks how far it came and goes on from there',
    async (how) => {
      const { item, asked, bytes, seen } = await sent((what, n) =>
        what === 'append' && n === 2 ? how : undefined,
      );
      expect(item).toMatchObject({ state: 'ready' });
      expect((await bytes()).equals(content)).toBe(true);
      expect(asked.slice(0, 5)).toEqual(['start', 'append', 'append', 'get', 'append']);
      expect(seen.some(({ waiting }) => waiting)).toBe(true);
      expect(seen.at(-1)).toMatchObject({ waiting: false, sent: content.length });
    },
  );

  it('waits longer each time, half a minute at most, and from the start again once something came through', async () => {
    const { waits, bytes } = await sent((what, n) => {
      if (what === 'get' && n <= 6) throw n % 2 === 0 ? network() : new ApiRefusal(503, 'http.503');
      return what === 'append' && (n === 1 || n === 3) ? 'cut' : undefined;
    });
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 1_000]);
    expect((await bytes()).equals(content)).toBe(true);
  });

  it('the answer to the finish is lost: it is ready all the same', async () => {
    const { item, asked } = await sent((what) => (what === 'finish' ? 'lost' : undefined));
    expect(item).toMatchObject({ state: 'ready' });
    expect(asked.slice(-2)).toEqual(['finish', 'get']);
  });

  it('an offset that is not the server’s any more is asked for again', async () => {
    let once = true;
    const { item, bytes } = await sent((what, n) => {
      if (what === 'append' && n === 2 && once) {
        once = false;
        throw new ApiRefusal(409, 'media.offsetWrong', { received: 1 });
      }
      return undefined;
    });
    expect(item).toMatchObject({ state: 'ready' });
    expect((await bytes()).equals(content)).toBe(true);
  });

  it.each([
    ['start', 'media.tooLarge', 413],
    ['start', 'network', 0],
    ['append', 'notFound', 404],
    ['append', 'auth.signInNeeded', 401],
    ['finish', 'media.typeDiffers', 422],
  ])('%s refused with %s ends it at once', async (at, code, status) => {
    const { item, waits } = await sent((what) => {
      if (what === at) throw new ApiRefusal(status, code);
      return undefined;
    });
    expect(item).toMatchObject({ code });
    expect(waits).toEqual([]);
  });

  it('given up: stops, also while it waits, and removes what was sent', async () => {
    const given = new AbortController();
    const { item, asked } = await sent((what, n) => {
      if (what === 'append' && n === 2) {
        given.abort();
        return 'cut';
      }
      return undefined;
    }, given);
    expect(item).toMatchObject({ code: 'media.givenUp' });
    expect(asked).toEqual(['start', 'append', 'append', 'remove']);
  });

  it('says the type by the name where the system has none', () => {
    const named = (name: string, type = '') => typeOf(new File([''], name, { type }));
    expect(named('口令.M4A')).toBe('audio/mp4');
    expect(named('a.png', 'image/png')).toBe('image/png');
    expect(named('noname')).toBe('application/octet-stream');
    expect(named('a.constructor')).toBe('application/octet-stream');
  });
});
