import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Client, examContest, FakeClock, fewUnits, freshDatabase, signedIn } from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open, type House } from '../../main.ts';

const PAGES = [
  '/',
  '/console',
  '/console/contests/1',
  '/host/x',
  '/screen/x?key=k',
  '/t/abc',
  '/api-docs',
  '/watch/x',
];

describe('the front door', () => {
  let folder: string;
  let house: House;
  const lines: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leitai-web-'));
    await mkdir(join(folder, 'dist/assets'), { recursive: true });
    await writeFile(join(folder, 'secret.txt'), 'SECRET');
    for (const page of ['public', 'console', 'host', 'screen', 'phone', 'watch'])
      await writeFile(join(folder, `dist/${page}.html`), `<!doctype html>${page}`);
    await writeFile(join(folder, 'dist/assets/app-1.js'), 'export {};');
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()),
    });
    house = await open({
      databaseUrl: await freshDatabase(),
      webRoot: join(folder, 'dist'),
      logger: { level: 'trace', stream },
    });
  });
  afterAll(async () => {
    await house.close();
    await rm(folder, { recursive: true });
  });
  const ask = (method: string, url: string, headers: Record<string, string> = {}) =>
    house.app.inject({ method: method as 'GET', url, headers });

  it.each(PAGES)(
    'page %s allows no script but its own, no frame of others, and tells nobody its address',
    async (url) => {
      const { statusCode, headers } = await ask('GET', url);
      expect(statusCode).toBe(200);
      const csp = new Map(
        String(headers['content-security-policy'])
          .split(';')
          .map((one) => [one.split(' ')[0]!, one.split(' ').slice(1).join(' ')]),
      );
      expect(csp.get('default-src')).toBe("'self'");
      expect(csp.get('script-src')).toBe("'self'");
      expect(csp.get('object-src')).toBe("'none'");
      expect(csp.get('base-uri')).toBe("'none'");
      expect(csp.get('frame-ancestors')).toBe("'self'");
      expect(csp.get('form-action')).toBe("'self'");
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
    },
  );

  it('only the live page may fetch a picture from elsewhere, and still no script', async () => {
    const policy = async (url: string) => String((await ask('GET', url)).headers['content-security-policy']);
    for (const url of ['/watch/x', '/overlay/x']) expect(await policy(url)).toContain('media-src');
    for (const url of ['/screen/x', '/t/abc']) {
      expect(await policy(url)).not.toContain('media-src');
      expect(await policy(url)).not.toMatch(/connect-src[^;]*https?:/);
    }
  });

  it.each([
    ['an answer', 'GET', '/api/health', {}],
    ['a refusal', 'GET', '/api/units', {}],
    ['no such address', 'GET', '/api/nothing', {}],
    ['no such page', 'GET', '/nothing/here', {}],
    ['another site', 'POST', '/api/session', {}],
    ['a wrong method', 'DELETE', '/api/health', { 'x-leitai': '1' }],
  ])('%s is data, never a page: no sniffing, no frames, no referrer', async (_what, method, url, more) => {
    const { headers } = await ask(method, url, more);
    expect(headers['content-type']).toMatch(/json/);
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('paths lead nowhere but into the built pages', async () => {
    for (const url of [
      '/assets/../../secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/assets/%2e%2e/%2e%2e/secret.txt',
      '/assets/..%5c..%5csecret.txt',
      '/assets//etc/passwd',
      '/assets/%00',
      '/assets/%c0%ae%c0%ae/secret.txt',
      '/assets/%zz',
      '/assets/',
      '/..%2fsecret.txt',
      '/.env',
      '//evil.example/',
    ]) {
      const { statusCode, body } = await ask('GET', url);
      expect(`${url} ${statusCode}`).toMatch(/ (400|403|404)$/);
      expect(body).not.toContain('SECRET');
    }
    expect((await ask('GET', '/assets/app-1.js')).statusCode).toBe(200);
  });

  it('HEAD answers like GET without the body; other methods are refused, OPTIONS grants nothing', async () => {
    for (const url of ['/', '/api/health']) {
      const head = await ask('HEAD', url);
      expect([head.statusCode, head.body]).toEqual([200, '']);
    }
    const options = await ask('OPTIONS', '/api/session', {
      origin: 'http://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-leitai',
    });
    expect(options.json()).toMatchObject({ code: 'request.crossSite' });
    expect(Object.keys(options.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])
      expect((await ask(method, '/', { 'x-leitai': '1' })).statusCode).toBe(404);
    const put = await ask('PUT', '/api/health', { 'x-leitai': '1' });
    expect([put.statusCode, put.headers['allow'], put.json().code]).toEqual([
      405,
      'GET, HEAD',
      'request.methodNotAllowed',
    ]);
  });

  it('a wrong method is told which are right, where an address has parameters too; a wrong address is not found', async () => {
    const answer = async (method: string, url: string) => {
      const reply = await ask(method, url, { 'x-leitai': '1' });
      return [reply.statusCode, reply.headers['allow'], reply.json().code];
    };
    const code = 'request.methodNotAllowed';
    expect(await answer('PUT', '/api/session?x=1')).toEqual([405, 'DELETE, GET, HEAD, POST', code]);
    expect(await answer('DELETE', '/api/contests/anything')).toEqual([405, 'GET, HEAD, PUT', code]);
    expect(await answer('GET', '/api/contests/x/y/z')).toEqual([404, undefined, 'notFound']);
  });

  it('logs hold no password, cookie, ticket or screen key, however talkative; refusals hold no SQL', async () => {
    lines.length = 0;
    const clock = new FakeClock(Date.now());
    const test = { house, clock, client: () => new Client(house), close: () => house.close() };
    const units = await fewUnits(test);
    const organizer = await signedIn(test, 'organizer', units.a);
    const { contestId, stageIds } = await examContest(house, units.a, { code: 'log', teams: 1 });
    const params = { contestId };
    const { body } = await organizer.call('ticket.issue', { params });
    const ticket = body.tickets[0]!.path.slice('/t/'.length);
    const phone = test.client();
    await phone.call('entrant.enter', { body: { ticket } });
    await phone.call('entrant.home');
    await ask('GET', `/t/${ticket}`);
    await ask('GET', `/screen/${stageIds[0]}?key=${'K'.repeat(43)}`);
    await test.client().call('session.signIn', { body: { username: 'x', password: 'wrong-password' } });
    const broken = await new Client(house).call('session.signIn', {
      body: { username: 5, password: 'broken-password' },
    });
    expect(JSON.stringify(broken.body)).not.toContain('broken-password');

    // A fault of the server itself: nothing of it leaves the house.
    const { pool } = house.platform;
    await pool.query('alter table contest rename to contest_away');
    const fault = await organizer.call('entry.list', { params });
    await pool.query('alter table contest_away rename to contest');
    expect([fault.status, fault.body]).toEqual([
      500,
      { type: 'urn:leitai:refusal:server.fault', title: 'server.fault', status: 500, code: 'server.fault' },
    ]);

    const log = lines.join('');
    expect(log).toContain('/api/entrant');
    expect(log).toContain('contest');
    const cookies = [organizer, phone].flatMap((one) => [...one.cookies.values()]);
    for (const secret of [
      ticket,
      ...cookies,
      'correct horse battery',
      'wrong-password',
      'broken-password',
      'KKKK',
    ])
      expect(log).not.toContain(secret);
  });
});
