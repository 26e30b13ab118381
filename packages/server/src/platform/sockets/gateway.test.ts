import { once } from 'node:events';
import { connect } from 'node:net';
import {
  cookieOf,
  fewUnits,
  hostPage,
  liveHouse,
  LivePage,
  showContest,
  signedIn,
  teamPage,
  type Client,
  type LiveHouse,
  type ShowContest,
} from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe('the live gateway', () => {
  let test: LiveHouse;
  let units: Awaited<ReturnType<typeof fewUnits>>;
  let organizer: Client;
  let show: ShowContest;
  let other: ShowContest;
  beforeAll(async () => {
    test = await liveHouse();
    units = await fewUnits(test);
    organizer = await signedIn(test, 'organizer', units.a);
    show = await showContest(test.house, units.a, { code: 'one', teams: 2, preset: 'std-3' });
    other = await showContest(test.house, units.b, { code: 'other', teams: 2, preset: 'std-3' });
  });
  afterAll(() => test.close());
  const open = (query: string, headers: Record<string, string> = {}) =>
    LivePage.open(test.url, query, headers);
  const bye = async (query: string, headers: Record<string, string> = {}) =>
    (await (await open(query, headers)).closed).bye;
  const audience = () => open(`show=${show.stageId}&as=audience`);

  it('nobody comes in with a forged or missing key or cookie; not-found and not-allowed sound alike', async () => {
    const at = `show=${show.stageId}`;
    expect(await bye(`${at}&as=host`)).toBe('auth.signInNeeded');
    expect(await bye(`${at}&as=host`, { cookie: 'leitai_session=forged.forged' })).toBe('auth.signInNeeded');
    expect(await bye(`show=${other.stageId}&as=host`, { cookie: cookieOf(organizer) })).toBe('notFound');
    const observer = await signedIn(test, 'observer', units.a);
    expect(await bye(`${at}&as=host`, { cookie: cookieOf(observer) })).toBe('notFound');
    expect(await bye(`${at}&as=team`)).toBe('ticket.needed');
    const { cookie } = show.teams[0]!;
    expect(await bye(`${at}&as=team`, { cookie: `${cookie.slice(0, -4)}AAAA` })).toBe('ticket.needed');
    expect(await bye(`${at}&as=team`, { cookie: other.teams[0]!.cookie })).toBe('notFound');
    expect(await bye(`${at}&as=screen`)).toBe('notFound');
    expect(await bye(`${at}&as=screen&key=${'A'.repeat(43)}`)).toBe('notFound');
    const { body } = await organizer.call('show.links', { params: { stageId: show.stageId } });
    const key = new URL(body.screen, test.url).searchParams.get('key')!;
    expect(await bye(`show=${other.stageId}&as=screen&key=${key}`)).toBe('notFound');
    expect(await bye(`${at}&as=king`)).toBe('notFound');
    expect(await bye('show=x&as=audience')).toBe('notFound');
    expect(await bye(`show=${crypto.randomUUID()}&as=audience`)).toBe('notFound');
  });

  it('a page of another site is turned away before anything is read; other paths are none', async () => {
    const query = `show=${show.stageId}&as=audience`;
    await expect(open(query, { origin: 'http://evil.example' })).rejects.toThrow('403');
    await expect(open(query, { origin: 'null' })).rejects.toThrow('403');
    (await open(query, { origin: test.url })).close();
    await expect(LivePage.open(`${test.url}/api`, query)).rejects.toThrow('404');
    expect((await fetch(`${test.url}/live?${query}`)).status).toBe(404);
  });

  it('what is no frame of the protocol ends the visit with its reason', async () => {
    const cases: [string, (page: LivePage) => void][] = [
      ['frame.malformed', (page) => page.ws.send('{')],
      ['frame.malformed', (page) => page.ws.send('')],
      ['frame.invalid', (page) => page.send({ t: 'nonsense' })],
      ['frame.invalid', (page) => page.send({ t: 'hello', v: 1, more: true })],
      ['frame.invalid', (page) => page.send([])],
      ['frame.invalid', (page) => page.send(null)],
      ['frame.binary', (page) => page.ws.send(Buffer.from('{"t":"ping","n":1}'))],
      ['frame.tooLarge', (page) => page.ws.send('x'.repeat(17_000))],
      ['protocol.version', (page) => page.send({ t: 'hello', v: 2 })],
      ['protocol.helloMissing', (page) => page.send({ t: 'cmd', id: '1', command: {} })],
      ['rate.tooMany', (page) => Array.from({ length: 60 }, (_, n) => page.send({ t: 'ping', n }))],
    ];
    for (const [code, misbehave] of cases) {
      const page = await audience();
      misbehave(page);
      const { bye, code: closeCode } = await page.closed;
      expect([bye, closeCode]).toEqual([code, code === 'frame.tooLarge' ? 1009 : 1008]);
    }
    const page = await audience();
    page.ws.send('x'.repeat(200_000));
    expect((await page.closed).code).toBe(1009);
  });

  it('a broken command is refused by its field and changes nothing; who only watches may not act', async () => {
    const host = await hostPage(test.url, show.stageId, cookieOf(organizer));
    const { step, seq } = host.view!;
    const broken: [object, string][] = [
      [{}, 'type'],
      [{ type: 'explode' }, 'type'],
      [{ type: '__proto__' }, 'type'],
      [{ type: 'start' }, 'step'],
      [{ type: 'judge', verdict: 'maybe', step }, 'verdict'],
      [{ type: 'judgeHits', hits: ['a'], step }, 'hits.0'],
      [{ type: 'adjust', team: 'x', delta: '1e9', reason: '', step }, 'delta'],
      [{ type: 'start', step, actor: { kind: 'system' } }, 'actor'],
      [{ type: 'timeout', clockId: 'c1' }, 'type'],
    ];
    for (const [command, field] of broken)
      expect(await host.cmd(command as Record<string, unknown>)).toMatchObject({
        ok: false,
        code: 'request.invalid',
        facts: { field },
      });
    expect(host.view!.seq).toBe(seq);
    const team = await teamPage(test.url, show.stageId, show.teams[0]!.cookie);
    expect(await team.cmd({ type: 'start', step })).toMatchObject({ code: 'request.invalid' });
    expect(await team.cmd({ type: 'press', question: 'q1' })).toMatchObject({ code: 'show.notStarted' });
    const watcher = await audience();
    await watcher.hello();
    expect(await watcher.cmd({ type: 'press', question: 'q1' })).toMatchObject({ code: 'show.readOnly' });
    watcher.send({ t: 'ping', n: 7 });
    await expect.poll(() => watcher.frames.find(({ t }) => t === 'pong')).toMatchObject({ n: 7 });
  });

  it('a host whose right was withdrawn is shown out at the next command, a second later at most', async () => {
    const client = await signedIn(test, 'host', units.a);
    const host = await hostPage(test.url, show.stageId, cookieOf(client));
    const username = (await client.call('session.get')).body!.username;
    await test.house.platform.pool.query(
      'delete from role_grant using auth_user u where u.id = user_id and u.username = $1',
      [username],
    );
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    await host.cmd({ type: 'drawTables', step: host.view!.step });
    expect((await host.closed).bye).toBe('notFound');
  });

  it('a team whose ticket is revoked in the middle of a show is out within five seconds', async () => {
    const team = show.teams[1]!;
    const page = await teamPage(test.url, show.stageId, team.cookie);
    const { body } = await organizer.call('ticket.list', { params: { contestId: show.contestId } });
    const ticketId = body.tickets.find((ticket) => ticket.team === team.name)!.id;
    const start = performance.now();
    expect((await organizer.call('ticket.revoke', { params: { ticketId } })).status).toBe(200);
    expect((await page.closed).bye).toBe('ticket.needed');
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(await bye(`show=${show.stageId}&as=team`, { cookie: team.cookie })).toBe('ticket.needed');
  });

  it('the crowd is counted for everybody, not for each arrival', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, audience));
    await Promise.all(many.map((page) => page.hello()));
    const counted = () => many[0]!.frames.filter(({ t }) => t === 'crowd');
    await expect.poll(() => counted().at(-1), { timeout: 6_000 }).toMatchObject({ t: 'crowd' });
    expect((counted().at(-1) as { audience: number }).audience).toBeGreaterThanOrEqual(20);
    expect(counted().length).toBeLessThanOrEqual(3);
    for (const page of many) page.close();
  });

  it('garbage instead of a handshake does no harm', async () => {
    const port = Number(new URL(test.url).port);
    const socket = connect(port, '127.0.0.1');
    socket.resume();
    socket.write('GET /live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: nonsense\r\n\r\n');
    await once(socket, 'close');
    (await audience()).close();
  });
});
