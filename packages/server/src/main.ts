import type { FastifyInstance } from 'fastify';
import type { Bus } from './platform/bus/bus.ts';
import { postgresBus } from './platform/bus/postgresBus.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import { connect } from './platform/database.ts';
import type { Handlers, Identity, Scopes } from './platform/http/handler.ts';
import { pages } from './platform/http/pages.ts';
import { register } from './platform/http/register.ts';
import { httpServer } from './platform/http/server.ts';
import { migrate } from './platform/migrate.ts';
import type { Platform } from './platform/platform.ts';
import { loadSecrets } from './platform/secrets.ts';
import { accountPaths, accountRoutes, makeAuth, staffOf } from './modules/account/index.ts';
import { auditRoutes } from './modules/audit/index.ts';
import { awardsRoutes } from './modules/awards/index.ts';
import { bankPaths, bankRoutes } from './modules/bank/index.ts';
import { certificatePaths, certificateRoutes } from './modules/certificate/index.ts';
import { contestPaths, contestRoutes, stagePaths } from './modules/contest/index.ts';
import { entrantOf, entryRoutes, ticketPaths } from './modules/entry/index.ts';
import { examModule } from './modules/exam/index.ts';
import { mediaRoutes } from './modules/media/index.ts';
import { noticeRoutes } from './modules/notice/index.ts';
import { openRoutes } from './modules/open/index.ts';
import { orgRoutes, unitPaths } from './modules/org/index.ts';
import { recheckRoutes } from './modules/recheck/index.ts';
import { recordRoutes } from './modules/record/index.ts';
import { seasonPaths, seasonRoutes } from './modules/season/index.ts';
import { mediaUse, showModule } from './modules/show/index.ts';
import { standingsRoutes } from './modules/standings/index.ts';

/** The season that comes with the program; its `shows/` are the questions a new show starts with. */
const EXAMPLE = new URL('../../../examples/beijing-2025/', import.meta.url);

export interface HouseOptions {
  readonly databaseUrl: string;
  readonly clock?: Clock;
  /** Fastify's logger setting; off when absent. */
  readonly logger?: boolean | object;
  /** Printed in QR codes; the address each request came to when absent. */
  readonly origin?: string | null;
  /** Where the local network reaches this house just now; asked each time, as a laptop changes halls. */
  readonly addresses?: () => readonly string[];
  /** Folder of the built web app; its pages are not served when absent. */
  readonly webRoot?: string;
}

export interface House {
  readonly app: FastifyInstance;
  readonly platform: Platform;
  close(): Promise<void>;
}

/** The whole wiring: migrates, loads keys, gives every module the platform, registers every route. Does not listen. */
export async function open(options: HouseOptions): Promise<House> {
  const connection = connect(options.databaseUrl);
  await migrate(connection.pool);
  const app = await httpServer({ logger: options.logger ?? false });
  const platform: Platform = {
    db: connection.db,
    pool: connection.pool,
    clock: options.clock ?? systemClock,
    log: app.log,
    origin: options.origin ?? null,
    addresses: () => (options.origin ? [options.origin] : (options.addresses?.() ?? [])),
    secrets: await loadSecrets(connection.db),
  };

  const bus = await postgresBus(options.databaseUrl, connection.pool, app.log);
  const { handlers, identity, scopes, attach, start, stop } = wire(platform, bus);
  register(app, handlers, identity, scopes);
  attach(app);
  app.addHook('onListen', async () => start());
  if (options.webRoot !== undefined) await pages(app, options.webRoot);
  return {
    app,
    platform,
    close: async () => {
      await app.close();
      await stop();
      await bus.close();
      await connection.close();
    },
  };
}

export interface Wired {
  readonly handlers: Handlers;
  readonly identity: Identity;
  readonly scopes: Scopes;
  /** Opens the live socket on the HTTP server. */
  attach(app: FastifyInstance): void;
  /** What runs by itself: begins when the house listens, ends before the database closes. */
  start(): void;
  stop(): Promise<void>;
}

/** Every module's handlers, who is calling, and what an id belongs to. */
export function wire(platform: Platform, bus: Bus): Wired {
  const auth = makeAuth(platform);
  const exam = examModule(platform);
  const show = showModule(platform, { bus, folder: EXAMPLE });
  const handlers: Handlers = {
    ...accountRoutes(platform, auth),
    ...auditRoutes(platform),
    ...orgRoutes(platform),
    ...seasonRoutes(platform),
    ...contestRoutes(platform),
    ...bankRoutes(platform),
    ...entryRoutes(platform),
    ...exam.routes,
    ...show.routes,
    ...mediaRoutes(platform, mediaUse),
    ...standingsRoutes(platform),
    ...recheckRoutes(platform),
    ...awardsRoutes(platform),
    ...noticeRoutes(platform),
    ...certificateRoutes(platform),
    ...openRoutes(platform),
    ...recordRoutes(platform),
  };
  const identity: Identity = {
    staff: (request) => staffOf(platform, auth, request),
    entrant: (request) => entrantOf(platform, request),
  };
  const scopes: Scopes = {
    unit: (id) => unitPaths(platform.db, id),
    season: (id) => seasonPaths(platform.db, id),
    contest: (id) => contestPaths(platform.db, id),
    stage: (id) => stagePaths(platform.db, id),
    bank: (id) => bankPaths(platform.db, id),
    certificate: (id) => certificatePaths(platform.db, id),
    account: (id) => accountPaths(platform.db, id),
    ticket: (id) => ticketPaths(platform.db, id),
  };
  return {
    handlers,
    identity,
    scopes,
    attach: (app) => show.attach(app, identity),
    start: () => exam.start(),
    stop: () => exam.stop(),
  };
}
