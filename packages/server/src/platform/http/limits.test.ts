import { endpoints } from '@leitai/contract';
import { refuse } from '@leitai/rules';
import { examContest, fewUnits, signedIn, testHouse, type TestHouse } from '@leitai/testkit';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wire } from '../../main.ts';
import { entrantCookie } from '../../modules/entry/index.ts';
import type { Handlers } from './handler.ts';
import type { PerMinute } from './limits.ts';
import { register } from './register.ts';
import { httpServer } from './server.ts';

const HALL = '203.0.113.7';

describe('rate limits', () => {
  let test: TestHouse;
  let organizerCookie: string;
  let phones: string[];
  /** Another cookie of the first phone's ticket. */
  let again: string;
  const open: FastifyInstance[] = [];

  beforeAll(async () => {
    test = await testHouse();
    const units = await fewUnits(test);
    const organizer = await signedIn(test, 'organizer', units.r);
    organizerCookie = [...organizer.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const { contestId } = await examContest(test.house, units.a, { code: 'hall', teams: 300 });
    const { body } = await organizer.call('ticket.issue', { params: { contestId } });
    const cookieOf = ({ id, entrantId }: { id: string; entrantId: string }): string => {
      const { name, value } = entrantCookie(test.house.platform, { ticketId: id, entrantId, contestId });
      return `${name}=${value}`;
    };
    phones = body.tickets.map(cookieOf);
    test.clock.advance(1000);
    again = cookieOf(body.tickets[0]!);
  });
  afterAll(async () => {
    for (const app of open) await app.close();
    await test.close();
  });

  /** Real routes and identities with handlers that do nothing, so that only the limits take time. */
  async function house(perMinute?: PerMinute) {
    const app = await httpServer({ logger: false, ...(perMinute === undefined ? {} : { perMinute }) });
    const { identity, scopes } = wire(test.house.platform, {
      publish: () => undefined,
      subscribe: () => () => undefined,
      close: async () => undefined,
    });
    const reached = async () => refuse('test.reached');
    const handlers = Object.fromEntries(Object.keys(endpoints).map((name) => [name, reached]));
    register(app, handlers as unknown as Handlers, identity, scopes);
    open.push(app);
    return (cookie: string, more: { from?: string; forwarded?: string; signIn?: boolean } = {}) =>
      app
        .inject({
          method: more.signIn ? 'POST' : 'GET',
          url: more.signIn ? '/api/session' : '/api/entrant',
          remoteAddress: more.from ?? HALL,
          headers: {
            cookie,
            'x-leitai': '1',
            ...(more.forwarded === undefined ? {} : { 'x-forwarded-for': more.forwarded }),
          },
          ...(more.signIn ? { payload: { username: 'u', password: 'p' } } : {}),
        })
        .then((response) => response.json<{ code: string }>().code);
  }
  const few: PerMinute = { caller: 20, address: 30, signIn: 5 };

  it('cookies that were made up count for their address, whatever else a request claims', async () => {
    const ask = await house(few);
    for (let i = 0; i < few.address; i += 1)
      expect(await ask(`leitai_entrant=forged.${i}`, { forwarded: `10.0.0.${i}` })).toBe('ticket.needed');
    expect(await ask('leitai_entrant=forged.more', { forwarded: '10.9.9.9' })).toBe('rate.tooMany');
    expect(await ask('leitai_session=forged', {})).toBe('rate.tooMany');
    expect(await ask('leitai_entrant=forged.0', { from: '203.0.113.8' })).toBe('ticket.needed');
  });

  it('who was recognised before is not punished for what others do behind the same address', async () => {
    const ask = await house(few);
    expect(await ask(phones[0]!)).toBe('test.reached');
    for (let i = 0; i <= few.address; i += 1) await ask(`leitai_entrant=forged.${i}`);
    expect(await ask('')).toBe('rate.tooMany');
    expect(await ask(phones[0]!)).toBe('test.reached');
  });

  it('one ticket is one caller, however many cookies it was given', async () => {
    const ask = await house(few);
    await ask(phones[0]!);
    await ask(again);
    const codes = [];
    for (let i = 0; i < few.caller; i += 1) codes.push(await ask(i % 2 === 0 ? phones[0]! : again));
    expect(codes).not.toContain('rate.tooMany');
    expect(await ask(phones[0]!)).toBe('rate.tooMany');
    expect(await ask(again)).toBe('rate.tooMany');
    expect(await ask(phones[1]!)).toBe('test.reached');
  });

  it('sign-ins are counted by address, whatever cookie comes with them', async () => {
    const ask = await house(few);
    const codes = [];
    for (let i = 0; i <= few.signIn; i += 1) codes.push(await ask(organizerCookie, { signIn: true }));
    expect(codes.slice(0, -1)).not.toContain('rate.tooMany');
    expect(codes.at(-1)).toBe('rate.tooMany');
  });

  it('600 phones behind one address save 20 answers each and look 10 times a minute', async () => {
    const ask = await house();
    expect(phones).toHaveLength(600);
    const seen = new Set<string>();
    for (let i = 0; i < 30; i += 1)
      for (const code of await Promise.all(phones.map((cookie) => ask(cookie)))) seen.add(code);
    expect([...seen]).toEqual(['test.reached']);
  });
});
