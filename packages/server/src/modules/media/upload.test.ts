import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { get, request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  cookieOf,
  fewUnits,
  mp4File,
  pngFile,
  sendMedia,
  showContest,
  signedIn,
  testHouse,
  type Client,
  type MediaFile,
  type TestHouse,
} from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardAudit } from '../../platform/auditGuard.testing.ts';
import { ABANDONED_MS, MAX_BYTES, STAGE_BYTES, STAGE_ITEMS } from './limits.ts';
import { CHUNK } from './store.ts';

const MB = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

describe('uploads', () => {
  let test: TestHouse;
  let url: string;
  let organizer: Client;
  /** Of another union. */
  let stranger: Client;
  let stageId: string;
  /** Stages of their own, by what they are for; `theirs` is another union's. */
  const stages: Record<string, string> = {};
  let units: Awaited<ReturnType<typeof fewUnits>>;
  beforeAll(async () => {
    test = await testHouse();
    url = await test.house.app.listen({ port: 0, host: '127.0.0.1' });
    units = await fewUnits(test);
    organizer = await signedIn(test, 'organizer', units.a);
    for (const [code, unitId] of [
      ['upload', units.a],
      ['full', units.a],
      ['many', units.a],
      ['list', units.a],
      ['theirs', units.b],
    ] as const)
      stages[code] = (await showContest(test.house, unitId, { code, teams: 2, preset: 'std-3' })).stageId;
    stageId = stages['upload']!;
    stranger = await signedIn(test, 'organizer', units.b);
    await guardAudit(test.house.platform.pool);
  });
  afterAll(() => test.close());

  const announce = ({ name, type, bytes }: Omit<MediaFile, 'bytes'> & { bytes: number }, at = stageId) =>
    organizer.call('media.start', { params: { stageId: at }, body: { name, type, bytes } });
  const started = async (file: MediaFile) => {
    const { status, body } = await announce({ ...file, bytes: file.bytes.length });
    expect([status, body.received, body.state]).toEqual([200, 0, 'uploading']);
    return { stageId, mediaId: body.id };
  };
  type Params = Awaited<ReturnType<typeof started>>;
  const append = (params: Params, offset: number, bytes: Buffer) =>
    organizer.call('media.append', { params, query: { offset: String(offset) }, bytes });
  const finish = (params: Params, sha256: string | null = null) =>
    organizer.call('media.finish', { params, body: { sha256 } });
  const read = async ({ mediaId }: Params) => {
    const response = await fetch(`${url}/media/${mediaId}`);
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const acts = async ({ mediaId }: Params): Promise<string[]> =>
    (
      await test.house.platform.pool.query<{ action: string }>(
        `select action from audit where detail->>'media' = $1 order by seq`,
        [mediaId.slice(0, 8)],
      )
    ).rows.map(({ action }) => action);

  /** Sends `bytes` of a piece that is announced as `length` long, then drops the connection. */
  async function cut({ mediaId }: Params, offset: number, bytes: Buffer, length: number): Promise<void> {
    const sending = request(`${url}/api/stages/${stageId}/media/${mediaId}/content?offset=${offset}`, {
      method: 'PUT',
      headers: {
        'x-leitai': '1',
        cookie: cookieOf(organizer),
        'content-type': 'application/octet-stream',
        'content-length': length,
      },
    });
    sending.on('error', () => {});
    await new Promise((resolve) => sending.write(bytes, resolve));
    await expect
      .poll(async () => await received(mediaId), { timeout: 5_000 })
      .toBeGreaterThanOrEqual(Math.floor((offset + bytes.length) / CHUNK) * CHUNK);
    const closed = new Promise((resolve) => sending.once('close', resolve));
    sending.destroy();
    await closed;
  }
  const received = async (mediaId: string): Promise<number> =>
    (await organizer.call('media.get', { params: { stageId, mediaId } })).body.received;

  it('goes up in pieces of any size, is shown only when it is whole and checked, and is recorded', async () => {
    const file = mp4File('违章操作.mp4', 2 * MB + 12_345);
    const params = await started(file);
    let at = 0;
    for (const length of [1, CHUNK - 1, 100, 700_000, CHUNK, file.bytes.length]) {
      const { status, body } = await append(params, at, file.bytes.subarray(at, at + length));
      at = Math.min(at + length, file.bytes.length);
      expect([status, body.received]).toEqual([200, at]);
      expect((await read(params)).status).toBe(404);
    }
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const done = await finish(params, sha256.toUpperCase());
    expect(done.body).toEqual({
      id: params.mediaId,
      kind: 'video',
      type: 'video/mp4',
      name: '违章操作.mp4',
      bytes: file.bytes.length,
      received: file.bytes.length,
      sha256,
      state: 'ready',
      url: `/media/${params.mediaId}`,
      createdAt: test.clock.now(),
    });
    expect((await finish(params)).body).toEqual(done.body);
    expect((await read(params)).bytes.equals(file.bytes)).toBe(true);
    expect(await acts(params)).toEqual(['media.start', 'media.finish']);
    const { rows } = await test.house.platform.pool.query(
      `select detail::text from audit where action like 'media.%'`,
    );
    // Who reads the audit may not look at questions: neither the address nor a telling name stands there.
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${params.mediaId}|违章`));
  });

  it('a connection cut in the middle of a piece: what came in is kept, and it goes on from there', async () => {
    const file = mp4File('cut.mp4', MB);
    const params = await started(file);
    const sent = 2 * CHUNK + 1_234;
    await cut(params, 0, file.bytes.subarray(0, sent), file.bytes.length);
    // The last few bytes may be lost with the connection, whole chunks are not.
    const first = await received(params.mediaId);
    expect(first).toBeGreaterThanOrEqual(2 * CHUNK);
    expect(first).toBeLessThanOrEqual(sent);
    expect((await finish(params)).body).toMatchObject({
      code: 'media.incomplete',
      facts: { bytes: MB },
    });
    // The end of what was cut off may still be on its way into the database: then the refusal says where to go on.
    for (let at = first; ;) {
      const { status, body } = await append(params, at, file.bytes.subarray(at));
      if (status === 200) break;
      const told = (body as unknown as { facts: { received: number } }).facts.received;
      expect(told).toBeGreaterThan(at);
      at = told;
    }
    expect((await finish(params)).status).toBe(200);
    expect((await read(params)).bytes.equals(file.bytes)).toBe(true);
  });

  it('a wrong offset is refused with the right one; more than was announced is refused', async () => {
    const file = pngFile('a.png', 400_000);
    const params = await started(file);
    await append(params, 0, file.bytes.subarray(0, 300_000));
    for (const wrong of [0, 299_999, 300_001, file.bytes.length]) {
      const { status, body } = await append(params, wrong, file.bytes.subarray(wrong, wrong + 10));
      expect([status, body]).toMatchObject([
        409,
        { code: 'media.offsetWrong', facts: { received: 300_000 } },
      ]);
    }
    const more = Buffer.concat([file.bytes.subarray(300_000), Buffer.from('x')]);
    expect((await append(params, 300_000, more)).body).toMatchObject({ code: 'media.tooMuch' });
    expect(await received(params.mediaId)).toBe(300_000);
  });

  it('two that send at once do not mix: every byte is stored once', async () => {
    const file = mp4File('twice.mp4', MB);
    const params = await started(file);
    const answers = await Promise.all([1, 2, 3].map(() => append(params, 0, file.bytes)));
    for (const { status, body } of answers)
      expect(status === 200 || (body as unknown as { code: string }).code === 'media.offsetWrong').toBe(true);
    const at = await received(params.mediaId);
    if (at < MB) await append(params, at, file.bytes.subarray(at));
    expect((await finish(params)).status).toBe(200);
    expect((await read(params)).bytes.equals(file.bytes)).toBe(true);
  });

  it('a body that is no raw one, or of unknown length, is refused', async () => {
    const { mediaId } = await started(pngFile());
    const send = (headers: Record<string, string>, body: NonNullable<RequestInit['body']> | null) =>
      fetch(`${url}/api/stages/${stageId}/media/${mediaId}/content?offset=0`, {
        method: 'PUT',
        headers: { 'x-leitai': '1', cookie: cookieOf(organizer), ...headers },
        body,
        duplex: 'half',
      } as RequestInit);
    const octets = { 'content-type': 'application/octet-stream' };
    expect((await send({ 'content-type': 'application/json' }, '{}')).status).toBe(415);
    const endless = new Blob(['x']).stream();
    const unknown = await send(octets, endless);
    expect([unknown.status, await unknown.json()]).toMatchObject([411, { code: 'request.lengthMissing' }]);
    expect((await send(octets, null)).status).toBeLessThan(500);
    expect(await received(mediaId)).toBe(0);
  });

  it('types that are not taken and items that are too large are refused before a byte is sent', async () => {
    for (const type of ['image/svg+xml', 'text/html', 'application/pdf', 'video/quicktime', '?'])
      expect(await announce({ name: 'x', type, bytes: 5 })).toMatchObject({
        status: 415,
        body: { code: 'media.typeNotTaken', facts: { type } },
      });
    for (const [type, kind] of [
      ['image/png', 'image'],
      ['audio/mpeg', 'audio'],
      ['video/mp4', 'video'],
    ] as const)
      expect(await announce({ name: 'x', type, bytes: MAX_BYTES[kind] + 1 })).toMatchObject({
        status: 413,
        body: { code: 'media.tooLarge', facts: { kind, limitMb: MAX_BYTES[kind] / MB } },
      });
    expect((await announce({ name: 'x', type: 'image/png', bytes: 2 ** 60 })).status).toBe(413);
    expect((await announce({ name: 'x', type: 'image/png', bytes: 0 })).status).toBe(400);
  });

  it('a stage takes so much and so many, uploads under way included', async () => {
    const full = stages['full']!;
    const film = { name: 'x', type: 'video/mp4', bytes: MAX_BYTES.video };
    for (let n = 0; n < Math.floor(STAGE_BYTES / MAX_BYTES.video); n += 1)
      expect((await announce(film, full)).status).toBe(200);
    expect((await announce(film, full)).body).toMatchObject({
      code: 'media.stageFull',
      facts: { limitMb: 2_048, leftMb: 248 },
    });
    const many = stages['many']!;
    await test.house.platform.pool.query(
      `with told as (insert into audit values (9999999, now(), 'test', 'x', 'x', '/', '{}', '', '') returning seq)
       insert into media (stage_id, kind, type, name, bytes, state, created_by, created_at)
       select $1, 'image', 'image/png', 'x', 1, 'uploading', 'test', $2 from generate_series(1, $3), told`,
      [many, new Date(test.clock.now()), STAGE_ITEMS],
    );
    expect((await announce({ name: 'x', type: 'image/png', bytes: 1 }, many)).body).toMatchObject({
      code: 'media.tooMany',
      facts: { limit: STAGE_ITEMS },
    });
  });

  it.each([
    ['HTML named .png', { name: 'a.png', type: 'image/png', bytes: Buffer.from('<html><script>') }, null],
    ['a picture named .mp4', { ...pngFile('a.mp4'), type: 'video/mp4' }, 'image/png'],
    [
      'a JPEG named .png',
      { name: 'a.png', type: 'image/png', bytes: Buffer.from('ffd8ffe0', 'hex') },
      'image/jpeg',
    ],
  ])('a lying type: %s is refused and nothing of it is kept', async (_what, file, found) => {
    const params = await started(file);
    await append(params, 0, file.bytes);
    expect(await finish(params)).toMatchObject({
      status: 422,
      body: { code: 'media.typeDiffers', facts: { claimed: file.type, found } },
    });
    expect((await organizer.call('media.get', { params })).status).toBe(404);
    expect((await read(params)).status).toBe(404);
    expect(await acts(params)).toEqual(['media.start', 'media.refuse']);
    const { rows } = await test.house.platform.pool.query('select from media_chunk where media_id = $1', [
      params.mediaId,
    ]);
    expect(rows).toEqual([]);
  });

  it('content that is not what the sender hashed is refused and removed', async () => {
    const file = pngFile();
    const params = await started(file);
    await append(params, 0, file.bytes);
    expect((await finish(params, '0'.repeat(64))).body).toMatchObject({ code: 'media.contentDiffers' });
    expect((await organizer.call('media.get', { params })).status).toBe(404);
  });

  it('the list says what is there and what is taken; another union’s staff finds nothing', async () => {
    const own = stages['list']!;
    const item = await sendMedia(organizer, own, pngFile());
    const { body } = await organizer.call('media.list', { params: { stageId: own } });
    expect(body.media).toEqual([item]);
    expect(body.limits.kinds.map(({ kind, maxBytes }) => [kind, maxBytes])).toEqual(
      Object.entries(MAX_BYTES),
    );
    expect(body.limits.kinds[0]!.types).toContain('image/png');
    for (const at of [own, stages['theirs']!]) {
      const params = { stageId: at, mediaId: item.id };
      expect(await stranger.call('media.get', { params })).toMatchObject({
        status: 404,
        body: { code: 'notFound' },
      });
      expect((await stranger.call('media.remove', { params })).status).toBe(404);
      expect((await stranger.call('media.finish', { params, body: { sha256: null } })).status).toBe(404);
      const query = { offset: '0' };
      expect((await stranger.call('media.append', { params, query, bytes: Buffer.from('x') })).status).toBe(
        404,
      );
    }
    expect((await stranger.call('media.list', { params: { stageId: own } })).status).toBe(404);
    expect((await organizer.call('media.list', { params: { stageId: own } })).body.media).toEqual([item]);
  });

  it('an upload may be given up; one that is removed while it is sent ends as not found', async () => {
    const file = mp4File('gone.mp4', MB);
    const params = await started(file);
    await append(params, 0, file.bytes.subarray(0, CHUNK));
    expect((await organizer.call('media.remove', { params })).body).toEqual({ done: true });
    expect((await append(params, CHUNK, file.bytes.subarray(CHUNK))).status).toBe(404);
    expect((await organizer.call('media.remove', { params })).status).toBe(404);
    expect(await acts(params)).toEqual(['media.start', 'media.remove']);
  });

  it('memory stays flat while a film of 128 MB goes through, in and out', async () => {
    const piece = randomBytes(4 * MB);
    const head = mp4File('', 24).bytes;
    const size = 128 * MB;
    const { body } = await announce({ name: 'long.mp4', type: 'video/mp4', bytes: size });
    const params = { stageId, mediaId: body.id };
    await append(params, 0, head);
    const held = (): number => {
      collect();
      const { arrayBuffers, heapUsed } = process.memoryUsage();
      return arrayBuffers + heapUsed;
    };
    const before = held();
    let most = 0;
    const sending = request(`${url}/api/stages/${stageId}/media/${body.id}/content?offset=24`, {
      method: 'PUT',
      headers: {
        'x-leitai': '1',
        cookie: cookieOf(organizer),
        'content-type': 'application/octet-stream',
        'content-length': size - 24,
      },
    });
    for (let left = size - 24; left > 0; left -= piece.length) {
      if (!sending.write(piece.subarray(0, Math.min(left, piece.length)))) await once(sending, 'drain');
      if (left % (3 * piece.length) < piece.length) most = Math.max(most, held() - before);
    }
    sending.end();
    const [answer] = (await once(sending, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
    answer.resume();
    expect(answer.statusCode).toBe(200);
    expect((await finish(params)).status).toBe(200);
    const [reading] = (await once(get(`${url}/media/${body.id}`), 'response')) as [AsyncIterable<Buffer>];
    let read = 0;
    let looked = 0;
    for await (const { length } of reading) {
      read += length;
      if (read < looked + 10 * MB) continue;
      looked = read;
      most = Math.max(most, held() - before);
    }
    expect(read).toBe(size);
    // What is on its way and what is not swept yet, on both sides: far below one copy of the film.
    expect(most).toBeLessThan(80 * MB);
  });

  it('an upload that nobody finishes is given up after a day, when the next one starts', async () => {
    const params = await started(pngFile());
    const kept = await sendMedia(organizer, stageId, pngFile());
    test.clock.advance(ABANDONED_MS + 1);
    await sendMedia(stranger, stages['theirs']!, pngFile());
    const { rows } = await test.house.platform.pool.query<{ id: string }>('select id from media');
    const ids = rows.map(({ id }) => id);
    expect(ids).toContain(kept.id);
    expect(ids).not.toContain(params.mediaId);
    expect(await acts(params)).toEqual(['media.start', 'media.giveUp']);
  });
});
