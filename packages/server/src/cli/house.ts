import { existsSync } from 'node:fs';
import pg from 'pg';
import { connect, type Connection } from '../platform/database.ts';
import type { Config } from '../platform/config.ts';
import { runningUrl, settle, startCluster, type Cluster } from '../platform/embedded/cluster.ts';
import { holderOf, lockFolder } from '../platform/embedded/lock.ts';
import { clusterIn, faultOf } from '../platform/embedded/dataFolder.ts';
import { StartFault } from '../platform/fault.ts';
import { migrationState } from '../platform/migrate.ts';
import type { Platform } from '../platform/platform.ts';

/** The database this house works on, started when need be. */
export interface Ground {
  readonly url: string;
  /** Null when the database is someone else's (DATABASE_URL) or another process runs it. */
  readonly cluster: Cluster | null;
  close(): Promise<void>;
}

const DATABASE = 'leitai';
const OLDEST = 16;

/**
 * Opens the database: DATABASE_URL, else the embedded one. `alone` refuses when a Leitai runs on the data folder;
 * otherwise its PostgreSQL is used beside it.
 */
export async function openGround(
  config: Config,
  alone: boolean,
  tell: (line: string) => void = () => {},
): Promise<Ground> {
  if (config.databaseUrl !== null) {
    await probe(config.databaseUrl);
    return { url: config.databaseUrl, cluster: null, close: async () => {} };
  }
  const { folder } = settle(config.dataFolder);
  const running = holderOf(folder) === null ? null : runningUrl(folder);
  if (!alone && running !== null) {
    return { url: inDatabase(running), cluster: null, close: async () => {} };
  }
  const release = lock(folder);
  try {
    const cluster = await startCluster(folder, tell);
    if (cluster.takenOver)
      tell('Took over the PostgreSQL of a Leitai that was killed 已接管上次遗留的数据库');
    const close = async (): Promise<void> => {
      await cluster.stop();
      release();
    };
    try {
      await ensureDatabase(cluster.url);
    } catch (error) {
      await close();
      throw error;
    }
    return { url: inDatabase(cluster.url), cluster, close };
  } catch (error) {
    release();
    throw error;
  }
}

function refuseFresh(folder: string): void {
  if (!existsSync(clusterIn(folder))) throw new StartFault('databaseNew', { place: folder });
}

/** Says that a Leitai runs on this data folder already, before anything else (its port, say) is looked at. */
export function refuseSecond(config: Config): void {
  if (config.databaseUrl !== null) return;
  const { folder } = settle(config.dataFolder);
  const pid = holderOf(folder);
  if (pid !== null) throw new StartFault('dataInUse', { folder, pid });
}

/**
 * Opens the ground and a connection for one command, and closes both after it. Refuses a newer database, and one that
 * no Leitai has used yet unless it may be `fresh`.
 */
export async function withDatabase<T>(
  config: Config,
  use: (connection: Connection) => Promise<T>,
  may: { fresh: boolean } = { fresh: false },
): Promise<T> {
  if (!may.fresh && config.databaseUrl === null) refuseFresh(settle(config.dataFolder).folder);
  const ground = await openGround(config, false);
  const connection = connect(ground.url, 4);
  try {
    await refuseNewer(connection.pool);
    const { rows } = await connection.pool.query<{ used: boolean }>(
      `select to_regclass('audit') is not null as used`,
    );
    if (!may.fresh && !rows[0]!.used) throw new StartFault('databaseNew', { place: 'the database' });
    return await use(connection);
  } finally {
    await connection.close();
    await ground.close();
  }
}

/** The modules on the database without a web server, for one command. Migrates. */
export async function withHouse<T>(config: Config, use: (platform: Platform) => Promise<T>): Promise<T> {
  const ground = await openGround(config, false);
  try {
    const connection = connect(ground.url, 1);
    await refuseNewer(connection.pool).finally(() => connection.close());
    const { open } = await import('../main.ts');
    const house = await open({ databaseUrl: ground.url });
    try {
      return await use(house.platform);
    } finally {
      await house.close();
    }
  } finally {
    await ground.close();
  }
}

export async function refuseNewer(pool: pg.Pool): Promise<void> {
  const { unknown } = await migrationState(pool);
  if (unknown.length > 0) throw new StartFault('databaseNewer', { names: unknown.join(', ') });
}

function lock(folder: string): () => void {
  try {
    return lockFolder(folder);
  } catch (error) {
    throw faultOf(error, folder);
  }
}

const inDatabase = (url: string): string => url.replace(/\/postgres$/, `/${DATABASE}`);

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rows.length === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Settings with which PostgreSQL may lose what it has committed. */
const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/** Whether a database of one's own answers, is young enough, and keeps what it says it has stored. */
async function probe(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  let found: number;
  let off: string | undefined;
  try {
    await client.connect();
    const show = async (name: string): Promise<string> =>
      (await client.query<{ value: string }>('select current_setting($1) as value', [name])).rows[0]!.value;
    found = Math.floor(Number(await show('server_version_num')) / 10_000);
    for (const name of DURABLE) if ((await show(name)) === 'off') off ??= name;
  } catch (error) {
    throw new StartFault('databaseUnreachable', { why: reasonOf(error) });
  } finally {
    await client.end().catch(() => undefined);
  }
  if (found < OLDEST) throw new StartFault('databaseOld', { found });
  if (off !== undefined) throw new StartFault('databaseForgets', { setting: off });
}

/** The short reason of a failed connection; several addresses fail as one AggregateError without a message. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return message !== '' ? message : (code ?? 'no reason given');
}
