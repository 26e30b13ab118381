import { fewUnits, signedIn, testHouse, type Client, type TestHouse } from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENTRANT_COOKIE, entrantCookie, entrantOf, openTicket } from './index.ts';
import { issueTickets } from './tickets.ts';

const DAY = 24 * 3600 * 1000;

describe('admission tickets', () => {
  let test: TestHouse;
  let client: Client;
  let contestId: string;
  let other: string;
  beforeAll(async () => {
    test = await testHouse();
    const units = await fewUnits(test);
    client = await signedIn(test, 'organizer', units.r);
    const programme = { theme: 't', targets: { contests: 1, workers: 1 }, fields: [] };
    const season = await client.call('season.create', {
      body: { unitId: units.r, code: 's', title: 's', year: 2025, programme },
    });
    const create = async (code: string, names: string[]): Promise<string> => {
      const body = {
        seasonId: season.body.id,
        unitId: units.r,
        code,
        title: code,
        template: 'skill-theory',
        tier: 'city',
        fieldCode: null,
        directionCode: null,
      };
      const params = { contestId: (await client.call('contest.create', { body })).body.id };
      const none = await client.call('ticket.issue', { params });
      expect(none.body).toMatchObject({ code: 'contest.noEntries' });
      const bytes = Buffer.from(`姓名,单位,会员号\n${names.map((name) => `${name},市总工会,`).join('\n')}`);
      await client.call('entry.import', { params, file: { name: 'a.csv', bytes } });
      return params.contestId;
    };
    contestId = await create('one', ['张三', '李四']);
    other = await create('two', ['王五']);
  });
  afterAll(() => test.close());

  const issue = async (id: string) =>
    (await client.call('ticket.issue', { params: { contestId: id } })).body.tickets;
  const list = async (id: string) =>
    (await client.call('ticket.list', { params: { contestId: id } })).body.tickets;
  const token = ({ path }: { path: string }): string => path.slice('/t/'.length);
  const open = (text: string) => openTicket(test.house.platform, text);
  const withCookie = (value: string) =>
    entrantOf(test.house.platform, { cookies: { [ENTRANT_COOKIE]: value } });

  it('every entrant gets one, and no second while it is valid', async () => {
    const tickets = await issue(contestId);
    expect(tickets.map(({ entryNo, name, team, revoked }) => [entryNo, name, team, revoked])).toEqual([
      ['0001', '张三', '张三', false],
      ['0002', '李四', '李四', false],
    ]);
    expect(tickets[0]!.expiresAt - tickets[0]!.issuedAt).toBe(180 * DAY);
    expect(tickets[0]!.path).toMatch(/^\/t\/[\w-]{27}\.[\w-]{22}$/);
    expect(await issue(contestId)).toEqual([]);
    expect(await list(contestId)).toEqual(tickets);
    const [first] = tickets;
    expect(await open(token(first!))).toEqual({
      ok: true,
      value: { ticketId: first!.id, entrantId: first!.entrantId, contestId },
    });
  });

  it('a forged or mangled ticket is invalid, whatever it says', async () => {
    const [mine] = await list(contestId);
    const [theirs] = await issue(other);
    const [payload, tag] = token(mine!).split('.') as [string, string];
    const [otherPayload] = token(theirs!).split('.') as [string];
    const later = Buffer.from(payload, 'base64url');
    later.writeUInt32BE(later.readUInt32BE(16) + 1, 16);
    const cookie = entrantCookie(test.house.platform, {
      ticketId: mine!.id,
      entrantId: mine!.entrantId,
      contestId,
    }).value!;
    for (const text of [
      '',
      '.',
      'x'.repeat(5000),
      `${payload}.`,
      payload,
      `${payload}.${tag}x`,
      `${payload}.${tag.slice(1)}`,
      `${otherPayload}.${tag}`,
      `${later.toString('base64url')}.${tag}`,
      `${payload}.${tag}.${tag}`,
      cookie,
      '张三.李四',
    ])
      expect(await open(text), text).toEqual({ ok: false, refusal: { code: 'ticket.invalid' } });
    for (const text of [token(mine!), cookie.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')), 'x', ''])
      expect(await withCookie(text)).toBeNull();
  });

  it('a ticket of a cleared contest admits nobody', async () => {
    const [ticket] = await list(other);
    expect((await open(token(ticket!))).ok).toBe(true);
    await client.call('entry.clear', { params: { contestId: other } });
    expect(await open(token(ticket!))).toMatchObject({ refusal: { code: 'ticket.invalid' } });
  });

  it('a revoked ticket and its cookie end at once; the next issue makes a new one', async () => {
    const [ticket] = await list(contestId);
    const session = { ticketId: ticket!.id, entrantId: ticket!.entrantId, contestId };
    const { value } = entrantCookie(test.house.platform, session);
    expect(await withCookie(value!)).toEqual(session);
    const revoke = () => client.call('ticket.revoke', { params: { ticketId: ticket!.id } });
    expect((await revoke()).body).toEqual({ done: true });
    expect((await revoke()).body).toEqual({ done: true });
    expect(await open(token(ticket!))).toEqual({ ok: false, refusal: { code: 'ticket.revoked' } });
    expect(await withCookie(value!)).toBeNull();
    const [again, ...rest] = await issue(contestId);
    expect([again!.entrantId, rest]).toEqual([ticket!.entrantId, []]);
    expect((await list(contestId)).filter(({ revoked }) => revoked).map(({ id }) => id)).toEqual([
      ticket!.id,
    ]);
    const { rows } = await test.house.platform.pool.query(
      `select 1 from audit where action = 'ticket.revoke'`,
    );
    expect(rows).toHaveLength(1);
    const unknown = await client.call('ticket.revoke', { params: { ticketId: contestId } });
    expect(unknown.status).toBe(404);
  });

  it('another process notices a revoked ticket within five seconds', async () => {
    const ticket = (await list(contestId)).find(({ revoked }) => !revoked)!;
    const session = { ticketId: ticket.id, entrantId: ticket.entrantId, contestId };
    const { value } = entrantCookie(test.house.platform, session);
    expect(await withCookie(value!)).toEqual(session);
    await test.house.platform.pool.query('update ticket set revoked_at = now() where id = $1', [ticket.id]);
    expect(await withCookie(value!)).toEqual(session);
    test.clock.advance(5001);
    expect(await withCookie(value!)).toBeNull();
    await test.house.platform.pool.query('update ticket set revoked_at = null where id = $1', [ticket.id]);
  });

  it('a ticket expires after 180 days, its cookie after one; an expired ticket is replaced', async () => {
    const ticket = (await list(contestId)).find(({ revoked }) => !revoked)!;
    const session = { ticketId: ticket.id, entrantId: ticket.entrantId, contestId };
    const { value, maxAgeSec } = entrantCookie(test.house.platform, session);
    expect(maxAgeSec).toBe(DAY / 1000);
    test.clock.advance(DAY + 1000);
    expect(await withCookie(value!)).toBeNull();
    test.clock.set(ticket.expiresAt);
    expect(await open(token(ticket))).toEqual({ ok: false, refusal: { code: 'ticket.expired' } });
    const fresh = entrantCookie(test.house.platform, session);
    expect(await withCookie(fresh.value!)).toBeNull();
    // The staff session has ended long ago too, so the command is called itself.
    const renewed = await issueTickets(test.house.platform, contestId, 'test');
    expect(renewed.ok && renewed.value.map(({ entrantId }) => entrantId)).toContain(ticket.entrantId);
  });
});
