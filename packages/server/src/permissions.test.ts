import { endpoints, type Endpoint, type EndpointName } from '@leitai/contract';
import { can, canReadAbove, refuse, ROLES, type Role } from '@leitai/rules';
import { fewUnits, sampleOf, signedIn, testHouse, type Client, type TestHouse } from '@leitai/testkit';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wire } from './main.ts';
import type { Handlers } from './platform/http/handler.ts';
import { register } from './platform/http/register.ts';
import { httpServer } from './platform/http/server.ts';

const REACHED = 'walk.reached';
const names = Object.keys(endpoints) as EndpointName[];
const endpointOf = (name: EndpointName): Endpoint => endpoints[name];

/** Real routes, identities and scopes; only the handlers are replaced by one that says it was reached. */
async function walkable(test: TestHouse): Promise<FastifyInstance> {
  const app = await httpServer({ logger: false });
  const { identity, scopes } = wire(test.house.platform, {
    publish: () => undefined,
    subscribe: () => () => undefined,
    close: async () => undefined,
  });
  const stub = async () => refuse(REACHED);
  const handlers = Object.fromEntries(names.map((name) => [name, stub])) as unknown as Handlers;
  register(app, handlers, identity, scopes);
  return app;
}

interface World {
  readonly paths: Readonly<Record<'r' | 'a' | 'x' | 'b', string>>;
  /** One thing of each scope, all of unit x. */
  readonly ids: Readonly<Record<string, string>>;
}

async function makeWorld(test: TestHouse): Promise<World> {
  const units = await fewUnits(test);
  const { db } = test.house.platform;
  const now = new Date(test.clock.now());
  const one = async (query: Promise<readonly { id: string }[]>): Promise<string> => (await query)[0]!.id;
  const seasonId = await one(
    db
      .insertInto('season')
      .values({ unit_id: units.x, code: 's', title: 's', year: 2025, programme: '{}' })
      .returning('id')
      .execute(),
  );
  const contestId = await one(
    db
      .insertInto('contest')
      .values({
        season_id: seasonId,
        unit_id: units.x,
        code: 'c',
        title: 'c',
        tier: 'unit',
        status: 'draft',
        created_at: now,
      })
      .returning('id')
      .execute(),
  );
  const stageId = await one(
    db
      .insertInto('stage')
      .values({
        contest_id: contestId,
        ordinal: 1,
        kind: 'exam',
        name: 's',
        status: 'planned',
        settings: '{}',
      })
      .returning('id')
      .execute(),
  );
  const bankId = await one(
    db
      .insertInto('bank')
      .values({ unit_id: units.x, code: 'k', title: 'k', published_at: now })
      .returning('id')
      .execute(),
  );
  const entryId = await one(
    db
      .insertInto('entry')
      .values({ contest_id: contestId, no: 1, name: 'e', unit_id: units.x })
      .returning('id')
      .execute(),
  );
  const entrantId = await one(
    db
      .insertInto('entrant')
      .values({
        contest_id: contestId,
        entry_id: entryId,
        entry_no: '0101',
        seat: 1,
        name: 'p',
        unit_id: units.x,
      })
      .returning('id')
      .execute(),
  );
  const ticketId = await one(
    db
      .insertInto('ticket')
      .values({ contest_id: contestId, entrant_id: entrantId, issued_at: now, expires_at: now })
      .returning('id')
      .execute(),
  );
  const certificateId = await one(
    db
      .insertInto('certificate')
      .values({ no: 'n', contest_id: contestId, entry_id: entryId, payload: '{}', issued_at: now })
      .returning('id')
      .execute(),
  );
  await signedIn(test, 'observer', units.x);
  const account = await db
    .selectFrom('role_grant')
    .select(['user_id', 'id'])
    .where('unit_id', '=', units.x)
    .executeTakeFirstOrThrow();
  return {
    paths: { r: '/r/', a: '/r/a/', x: '/r/a/x/', b: '/r/b/' },
    ids: {
      unitId: units.x,
      seasonId,
      contestId,
      stageId,
      bankId,
      ticketId,
      certificateId,
      entryId,
      accountId: account.user_id,
      grantId: account.id,
      attemptId: contestId,
      certificateNo: 'LT-0',
      mediaId: contestId,
    },
  };
}

describe('every route × every role', () => {
  let test: TestHouse;
  let app: FastifyInstance;
  let world: World;
  let unitIds: Record<string, string>;

  beforeAll(async () => {
    test = await testHouse();
    world = await makeWorld(test);
    app = await walkable(test);
    const units = await test.house.platform.db.selectFrom('unit').select(['id', 'code']).execute();
    unitIds = Object.fromEntries(units.map((unit) => [unit.code, unit.id]));
  });
  afterAll(async () => {
    await app.close();
    await test.close();
  });

  async function ask(name: EndpointName, client?: Client): Promise<string> {
    const endpoint = endpointOf(name);
    const url = endpoint.path.replaceAll(/:(\w+)/g, (_, key: string) => {
      const id = world.ids[key];
      if (id === undefined) throw new Error(`the walk has no ${key}`);
      return id;
    });
    const file = '--b\r\ncontent-disposition: form-data; name="file"; filename="f"\r\n\r\nx\r\n--b--\r\n';
    const isFile = endpoint.body === 'file';
    const isBytes = endpoint.body === 'bytes';
    const body = typeof endpoint.body === 'object' ? sampleOf(endpoint.body, world.ids) : undefined;
    const query = endpoint.query === undefined ? {} : (sampleOf(endpoint.query) as Record<string, string>);
    const response = await app.inject({
      method: endpoint.method,
      url,
      query,
      headers: {
        'x-leitai': '1',
        cookie: [...(client?.cookies ?? [])].map(([key, value]) => `${key}=${value}`).join('; '),
        ...(isFile ? { 'content-type': 'multipart/form-data; boundary=b' } : {}),
        ...(isBytes ? { 'content-type': 'application/octet-stream' } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(isFile || isBytes
        ? { payload: file }
        : body === undefined
          ? {}
          : { payload: JSON.stringify(body) }),
    });
    return (response.json() as { code: string }).code;
  }

  it('a stranger reaches public routes only', async () => {
    for (const name of names) {
      const { who } = endpointOf(name).access;
      const expected = who === 'public' ? REACHED : who === 'entrant' ? 'ticket.needed' : 'auth.signInNeeded';
      expect(`${name}: ${await ask(name)}`).toBe(`${name}: ${expected}`);
    }
  });

  it.each(ROLES.flatMap((role) => (['r', 'a', 'x', 'b'] as const).map((at) => [role, at] as const)))(
    'DP-33 %s on unit %s is answered as can() says, not-found like not-allowed',
    async (role: Role, at) => {
      const grants = [{ role, unitPath: world.paths[at] }];
      const client = await signedIn(test, role, unitIds[at]!);
      for (const name of names) {
        const { access } = endpointOf(name);
        const allowed =
          access.who === 'staff'
            ? can(grants, access.action, world.paths.x) || canReadAbove(grants, access.action, world.paths.x)
            : access.who !== 'entrant';
        const expected = allowed ? REACHED : access.who === 'entrant' ? 'ticket.needed' : 'notFound';
        expect(`${name}: ${await ask(name, client)}`).toBe(`${name}: ${expected}`);
      }
    },
  );
});
