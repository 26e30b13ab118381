import { connect as dial } from 'node:net';
import { once } from 'node:events';
import {
  fewUnits,
  mp4File,
  pngFile,
  sendMedia,
  showContest,
  signedIn,
  testHouse,
  type Client,
  type TestHouse,
} from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Reader } from './reader.ts';
import { CHUNK } from './store.ts';

const SIZE = 700_000;

describe('reading media', () => {
  let test: TestHouse;
  let url: string;
  let organizer: Client;
  let stageId: string;
  let path: string;
  let sha256: string;
  const { bytes } = mp4File('film.mp4', SIZE);
  beforeAll(async () => {
    test = await testHouse();
    url = await test.house.app.listen({ port: 0, host: '127.0.0.1' });
    const units = await fewUnits(test);
    organizer = await signedIn(test, 'organizer', units.a);
    stageId = (await showContest(test.house, units.a, { code: 'read', teams: 2, preset: 'std-3' })).stageId;
    const item = await sendMedia(organizer, stageId, mp4File('film.mp4', SIZE));
    path = item.url;
    sha256 = item.sha256!;
  });
  afterAll(() => test.close());

  const ask = async (headers: Record<string, string> = {}, method = 'GET') => {
    const response = await fetch(url + path, { method, headers });
    return {
      status: response.status,
      headers: response.headers,
      body: Buffer.from(await response.arrayBuffer()),
    };
  };

  it('whole: its own type, inert, kept by the browser, no cookie needed', async () => {
    const { status, headers, body } = await ask();
    expect(status).toBe(200);
    expect(body.equals(bytes)).toBe(true);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(SIZE),
      'accept-ranges': 'bytes',
      etag: `"${sha256}"`,
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    });
  });

  it('HEAD says the same without the bytes', async () => {
    const { status, headers, body } = await ask({ range: 'bytes=0-1' }, 'HEAD');
    expect([status, headers.get('content-length'), headers.get('etag'), body.length]).toEqual([
      200,
      String(SIZE),
      `"${sha256}"`,
      0,
    ]);
    expect(headers.get('content-type')).toBe('video/mp4');
  });

  it.each([
    ['the first bytes', 'bytes=0-99', 0, 99],
    ['one byte', 'bytes=5-5', 5, 5],
    ['over the end of a chunk', `bytes=${CHUNK - 3}-${CHUNK + 2}`, CHUNK - 3, CHUNK + 2],
    ['a whole chunk', `bytes=${CHUNK}-${2 * CHUNK - 1}`, CHUNK, 2 * CHUNK - 1],
    ['open at the end', 'bytes=300000-', 300_000, SIZE - 1],
    ['the last ones', 'bytes=-500', SIZE - 500, SIZE - 1],
    ['more last ones than there are', `bytes=-${SIZE * 2}`, 0, SIZE - 1],
    ['beyond the end', `bytes=699990-99999999999999999999`, 699_990, SIZE - 1],
    ['the last byte', `bytes=${SIZE - 1}-`, SIZE - 1, SIZE - 1],
    ['everything', 'bytes=0-', 0, SIZE - 1],
  ])('a range: %s', async (_what, range, from, to) => {
    const { status, headers, body } = await ask({ range });
    expect([status, headers.get('content-range')]).toEqual([206, `bytes ${from}-${to}/${SIZE}`]);
    expect(headers.get('content-length')).toBe(String(to - from + 1));
    expect(body.equals(bytes.subarray(from, to + 1))).toBe(true);
  });

  it.each([`bytes=${SIZE}-`, `bytes=${SIZE + 5}-${SIZE + 9}`, 'bytes=-0'])(
    'a range outside: %s',
    async (range) => {
      const { status, headers, body } = await ask({ range });
      expect([status, headers.get('content-range')]).toEqual([416, `bytes */${SIZE}`]);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(JSON.parse(body.toString())).toMatchObject({
        code: 'request.rangeOutside',
        facts: { bytes: SIZE },
      });
    },
  );

  it.each(['bytes=5-4', 'bytes=-', 'bytes=', 'bytes=a-b', 'bytes=0-1,5-9', 'lines=0-1', 'bytes=1--2', '-5'])(
    'what is no range of ours is answered with the whole: %s',
    async (range) => {
      const { status, body } = await ask({ range });
      expect([status, body.length]).toEqual([200, SIZE]);
    },
  );

  it('If-Range: the range only of the same content; If-None-Match: nothing twice', async () => {
    const range = 'bytes=0-9';
    const etag = `"${sha256}"`;
    expect((await ask({ range, 'if-range': etag })).status).toBe(206);
    expect((await ask({ range, 'if-range': '"other"' })).status).toBe(200);
    expect((await ask({ range, 'if-range': `W/${etag}` })).status).toBe(200);
    expect((await ask({ range, 'if-range': 'Mon, 16 Jun 2025 01:00:00 GMT' })).status).toBe(200);
    for (const seen of [etag, `"a", W/${etag}`, '*']) {
      const { status, body } = await ask({ 'if-none-match': seen });
      expect([status, body.length]).toEqual([304, 0]);
    }
    expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('an address of nothing is not found, one that is no id neither', async () => {
    for (const id of ['00000000-0000-4000-8000-000000000000', '../api/health', 'x'])
      expect([400, 404]).toContain((await fetch(`${url}/media/${encodeURIComponent(id)}`)).status);
  });

  it('readers that do not read hold neither the database nor the others', async () => {
    const big = await sendMedia(organizer, stageId, mp4File('big.mp4', 20 * 1024 * 1024));
    const slow = Array.from({ length: 25 }, () => {
      const socket = dial(Number(new URL(url).port), '127.0.0.1');
      socket.pause();
      socket.write(`GET ${big.url} HTTP/1.1\r\nhost: x\r\n\r\n`);
      return socket;
    });
    await Promise.all(slow.map((socket) => once(socket, 'connect')));
    const { pool } = test.house.platform;
    // More readers than connections, and all of them are free again: each has filled its socket and waits.
    await expect.poll(() => pool.totalCount - pool.idleCount, { timeout: 10_000 }).toBe(0);
    expect((await ask({ range: 'bytes=0-9' })).status).toBe(206);
    for (const socket of slow) socket.destroy();
  });

  it('an item removed while it is read ends the reading; it does not end the house', async () => {
    const item = await sendMedia(organizer, stageId, mp4File('gone.mp4', 20 * 1024 * 1024));
    const response = await fetch(url + item.url);
    await organizer.call('media.remove', { params: { stageId, mediaId: item.id } });
    await expect(response.arrayBuffer()).rejects.toThrow();
    expect((await fetch(url + item.url)).status).toBe(404);
    expect((await ask()).status).toBe(200);
  });

  it('a hall that opens one picture at once costs the database one question a chunk, three at a time', async () => {
    const file = pngFile('hall.png', 3 * CHUNK);
    const { id, sha256: hash } = await sendMedia(organizer, stageId, file);
    const { db, pool } = test.house.platform;
    let asked = 0;
    let running = 0;
    let most = 0;
    const counting = {
      query: async (...query: unknown[]) => {
        asked += 1;
        running += 1;
        most = Math.max(most, running);
        try {
          return await (pool.query as (...given: unknown[]) => Promise<unknown>)(...query);
        } finally {
          running -= 1;
        }
      },
    };
    const reader = new Reader({ db, pool: counting as unknown as typeof pool });
    const phone = async () => {
      const found = await reader.open(id);
      if (!found.ok) throw new Error(found.refusal.code);
      expect(found.value.hash).toBe(hash);
      const parts: Buffer[] = [];
      for await (const part of found.value.read(0, file.bytes.length - 1)) parts.push(part);
      return Buffer.concat(parts);
    };
    for (const got of await Promise.all(Array.from({ length: 300 }, phone)))
      expect(got.equals(file.bytes)).toBe(true);
    expect(asked).toBe(4);
    const films = await Promise.all(
      [1, 2, 3, 4, 5].map(async (no) => sendMedia(organizer, stageId, mp4File(`${no}.mp4`, 2 * CHUNK))),
    );
    await Promise.all(
      films.map(async (film) => {
        for await (const part of reader.read(film.id, 0, film.bytes - 1)) expect(part.length).toBe(CHUNK);
      }),
    );
    expect(asked).toBe(14);
    expect(most).toBe(3);
  });

  it('small things too: a picture of one pixel', async () => {
    const { url: small } = await sendMedia(organizer, stageId, pngFile());
    const response = await fetch(url + small);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await response.arrayBuffer()).equals(pngFile().bytes)).toBe(true);
  });
});
