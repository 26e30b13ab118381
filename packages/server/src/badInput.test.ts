import { endpoints, type Endpoint, type EndpointName } from '@leitai/contract';
import {
  examContest,
  fewUnits,
  sampleOf,
  signedIn,
  testHouse,
  type Client,
  type TestHouse,
} from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What people, programs and attackers put where something else was meant. */
const ODD: readonly unknown[] = [
  null,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  "'; drop table entry; --",
  '../../etc/passwd',
  'x'.repeat(100_000),
  '00000000-0000-0000-0000-000000000000',
  '00000000-0000-0000-0000-00000000000g',
  -1,
  0,
  1.5,
  9_007_199_254_740_992,
  1e308,
  true,
  [],
  [[]],
  {},
  { __proto__: null, toString: 1 },
];

interface Try {
  readonly params: Record<string, string>;
  readonly query: Record<string, string>;
  readonly body: unknown;
}

/** One thing wrong at a time: each field of the body, each parameter, each query value, and the whole body. */
function* tries(endpoint: Endpoint, ids: Record<string, string>): Generator<Try> {
  const keys = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, key]) => key!);
  const params = Object.fromEntries(keys.map((key) => [key, ids[key] ?? ids['unitId']!]));
  const schema = typeof endpoint.body === 'object' ? endpoint.body : undefined;
  const body = schema === undefined ? undefined : (sampleOf(schema, ids) as Record<string, unknown>);
  for (const odd of ODD) {
    if (body !== undefined) {
      yield { params, query: {}, body: odd };
      yield { params, query: {}, body: { ...body, unexpected: odd } };
      for (const field of Object.keys(body)) yield { params, query: {}, body: { ...body, [field]: odd } };
    }
    const text = typeof odd === 'string' ? odd.slice(0, 500) : JSON.stringify(odd);
    for (const key of keys) yield { params: { ...params, [key]: text }, query: {}, body };
    for (const key of Object.keys((endpoint.query as { properties?: object } | undefined)?.properties ?? {}))
      yield { params, query: { [key]: text }, body };
  }
}

describe('bad input', () => {
  let test: TestHouse;
  let ids: Record<string, string>;
  let admin: Client;
  let organizer: Client;
  let entrant: Client;

  beforeAll(async () => {
    test = await testHouse();
    const units = await fewUnits(test);
    admin = await signedIn(test, 'systemAdmin', units.r);
    organizer = await signedIn(test, 'organizer', units.r);
    entrant = test.client();
    const contest = await examContest(test.house, units.x, { code: 'bad', teams: 2 });
    const contestId = contest.contestId;
    const stageId = contest.stageIds[0]!;
    const { body } = await organizer.call('ticket.issue', { params: { contestId } });
    const ticket = body.tickets[0]!;
    await organizer.call('stage.open', {
      params: { stageId },
      body: { closesAt: test.clock.now() + 3_600_000 },
    });
    await entrant.call('entrant.enter', { body: { ticket: ticket.path.slice('/t/'.length) } });
    const attempt = await entrant.call('exam.start', { params: { stageId } });
    const { db } = test.house.platform;
    const season = await db.selectFrom('season').select('id').executeTakeFirstOrThrow();
    const bank = await db.selectFrom('bank').select('id').executeTakeFirstOrThrow();
    const entry = await db.selectFrom('entry').select('id').executeTakeFirstOrThrow();
    const grant = await db.selectFrom('role_grant').select(['id', 'user_id']).executeTakeFirstOrThrow();
    ids = {
      unitId: units.x,
      contestId,
      stageId,
      seasonId: season.id,
      bankId: bank.id,
      ticketId: ticket.id,
      entryId: entry.id,
      attemptId: attempt.body.attemptId,
      accountId: grant.user_id,
      grantId: grant.id,
    };
  });
  afterAll(() => test.close());

  it.each(Object.keys(endpoints) as EndpointName[])('%s never answers 5xx', async (name) => {
    const endpoint: Endpoint = endpoints[name];
    const { access } = endpoint;
    const asked = access.who === 'staff' || access.who === 'filtered' ? access.action : null;
    const client =
      access.who === 'entrant' ? entrant : asked === null || asked === 'account.manage' ? admin : organizer;
    for (const one of tries(endpoint, ids)) {
      const url = endpoint.path.replaceAll(/:(\w+)/g, (_, key: string) =>
        encodeURIComponent(safe(one.params[key]!)),
      );
      const response = await test.house.app.inject({
        method: endpoint.method,
        url,
        query: one.query,
        headers: {
          'x-leitai': '1',
          cookie: [...client.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
          ...(one.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(one.body === undefined ? {} : { payload: JSON.stringify(one.body) }),
      });
      if (response.statusCode >= 500)
        expect.fail(`${JSON.stringify(one).slice(0, 300)} answered ${response.statusCode}: ${response.body}`);
      if (name === 'session.signOut') break;
    }
  });

  it('values nested a hundred thousand deep are refused everywhere', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    for (const [name, entry] of Object.entries(endpoints)) {
      const endpoint: Endpoint = entry;
      if (typeof endpoint.body !== 'object' || name === 'session.signOut') continue;
      const body = sampleOf(endpoint.body, ids) as Record<string, unknown>;
      const payloads = Object.keys(body).map((field) =>
        JSON.stringify({ ...body, [field]: '@@' }).replace('"@@"', deep),
      );
      const client = endpoint.access.who === 'entrant' ? entrant : organizer;
      for (const payload of [deep, ...payloads]) {
        const response = await test.house.app.inject({
          method: endpoint.method,
          url: endpoint.path.replaceAll(/:(\w+)/g, (_, key: string) => ids[key] ?? ids['unitId']!),
          headers: {
            'x-leitai': '1',
            'content-type': 'application/json',
            cookie: [...client.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
          },
          payload,
        });
        expect(`${name} ${response.statusCode}`).toMatch(/ 4\d\d$/);
      }
    }
  });

  it('a show configuration whose round is of no kind is refused by its field', async () => {
    const { db } = test.house.platform;
    const stage = await db
      .insertInto('stage')
      .values({
        contest_id: ids['contestId']!,
        ordinal: 9,
        kind: 'show',
        name: '决赛',
        status: 'planned',
        settings: JSON.stringify({ kind: 'show', name: '决赛', preset: 'std-3' }),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    let nested: unknown = [];
    for (let i = 0; i < 3_000; i += 1) nested = [nested];
    for (const kind of [nested, { toString: 1 }, '__proto__', 'constructor', null, 7])
      expect(
        await organizer.call('show.update', {
          params: { stageId: stage.id },
          body: { config: { rounds: [{ kind }] } },
        }),
      ).toMatchObject({
        status: 422,
        body: { code: 'show.configInvalid', facts: { field: 'rounds.0.kind' } },
      });
  });
});

/** A lone surrogate cannot be in a URL. */
const safe = (text: string): string => (text.isWellFormed() ? text : 'lone');
