import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { StartFault } from '../fault.ts';
import { packagedBinaries, usableBinaries, type Binaries } from './binaries.ts';
import { clusterIn, defaultFolder, faultIn, faultOf, prepareFolder } from './dataFolder.ts';
import { as, databaseUser, type OsUser } from './osUser.ts';
import { halt, launch, livingPostmaster, logIn, type Postmaster } from './postmaster.ts';
import { gone, isAlive, programOf } from './process.ts';

export interface Cluster {
  /** Connection URL of the maintenance database. */
  readonly url: string;
  /** Process id of PostgreSQL. */
  readonly pid: number;
  /** Whether it was already running: left behind by a killed Leitai. */
  readonly takenOver: boolean;
  readonly log: string;
  isAlive(): boolean;
  stop(): Promise<void>;
}

interface Access {
  readonly port: number;
  readonly password: string;
}

const accessFile = (folder: string): string => join(folder, 'postgres.json');

/** Port and password of the cluster in a data folder, readable by its owner only; null when not there. */
function readAccess(folder: string): Access | null {
  try {
    return JSON.parse(readFileSync(accessFile(folder), 'utf8')) as Access;
  } catch {
    return null;
  }
}

function writeAccess(folder: string, access: Access): void {
  const making = `${accessFile(folder)}.${process.pid}`;
  writeFileSync(making, JSON.stringify(access), { mode: 0o600 });
  renameSync(making, accessFile(folder));
}

const urlOf = ({ port, password }: Access): string =>
  `postgres://leitai:${password}@127.0.0.1:${port}/postgres`;

/** URL of the cluster another process runs on this folder. */
export function runningUrl(folder: string): string | null {
  const access = readAccess(folder);
  return access === null ? null : urlOf(access);
}

/** Where data goes and who runs PostgreSQL there; makes the folder. `wanted` is LEITAI_DATA. */
export function settle(wanted: string | null): { folder: string; user: OsUser | null } {
  if (wanted !== null) {
    const user = databaseUser(clusterIn(wanted));
    return { folder: prepareFolder(wanted, user), user };
  }
  const first = databaseUser('');
  const chosen = defaultFolder(first);
  const user = databaseUser(clusterIn(chosen));
  return { folder: prepareFolder(chosen, user), user };
}

/**
 * Starts PostgreSQL on `wanted`/postgres (made when missing), listening on 127.0.0.1 with a password of its own,
 * or takes over the one a killed Leitai left running there. Every failure is a `StartFault`.
 */
export async function startCluster(wanted: string, say: (line: string) => void = () => {}): Promise<Cluster> {
  const { folder, user } = settle(wanted);
  const binaries = usableBinaries(packagedBinaries(), user);
  try {
    if (!existsSync(clusterIn(folder))) {
      say('Making the database 正在创建数据库');
      await create(binaries, folder, user);
    }
    checkVersion(binaries, folder);
    const adopted = await takeOver(binaries, folder);
    if (adopted !== null) return cluster(folder, adopted, true);
    if (readAccess(folder) === null) await renewPassword(binaries, folder, user);
    const access = readAccess(folder)!;
    const postmaster = await launch(binaries, folder, user, access.port, say);
    if (postmaster.port !== access.port) writeAccess(folder, { ...access, port: postmaster.port });
    return cluster(folder, postmaster, false);
  } catch (error) {
    throw faultOf(error, folder);
  }
}

function cluster(folder: string, { pid }: Postmaster, takenOver: boolean): Cluster {
  return {
    url: urlOf(readAccess(folder)!),
    pid,
    takenOver,
    log: logIn(folder),
    isAlive: () => isAlive(pid),
    stop: () => halt(pid),
  };
}

/** initdb aside and rename: a cluster that was cut short while being made is never mistaken for a whole one. */
async function create(binaries: Binaries, folder: string, user: OsUser | null): Promise<void> {
  const making = `${clusterIn(folder)}.new`;
  const secret = `${making}.password`;
  const password = randomBytes(24).toString('base64url');
  rmSync(making, { recursive: true, force: true });
  rmSync(secret, { force: true });
  try {
    mkdirSync(making, { mode: 0o700 });
    writeFileSync(secret, password, { mode: 0o600 });
    if (user !== null) for (const path of [making, secret]) chownSync(path, user.uid, user.gid);
    const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    const child = spawn(
      binaries.initdb,
      ['-D', making, '-U', 'leitai', '-A', 'scram-sha-256', `--pwfile=${secret}`, ...locale],
      { ...as(user), stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) {
      throw faultIn(output, folder, (why) => new StartFault('postgresFailed', { why, log: 'initdb' }));
    }
    writeAccess(folder, { port: 0, password });
    renameSync(making, clusterIn(folder));
  } finally {
    rmSync(secret, { force: true });
    rmSync(making, { recursive: true, force: true });
  }
}

function checkVersion(binaries: Binaries, folder: string): void {
  const path = join(clusterIn(folder), 'PG_VERSION');
  if (!existsSync(path))
    throw new StartFault('dataBroken', { folder, why: 'postgres/PG_VERSION is missing' });
  const found = readFileSync(path, 'utf8').trim();
  if (found !== binaries.major) throw new StartFault('otherMajor', { folder, found, ours: binaries.major });
}

/** The PostgreSQL of a killed Leitai, if it answers and is of these binaries; one that is not is stopped cleanly. */
async function takeOver(binaries: Binaries, folder: string): Promise<Postmaster | null> {
  const found = livingPostmaster(folder);
  if (found === null) return null;
  const access = readAccess(folder);
  const program = programOf(found.pid);
  const ours = program === null || program === binaries.postgres;
  if (
    found.status === 'ready' &&
    ours &&
    access !== null &&
    (await answers(urlOf({ ...access, port: found.port })))
  ) {
    if (found.port !== access.port) writeAccess(folder, { ...access, port: found.port });
    return found;
  }
  // Already on its way out, perhaps: it is given the time for that before it is told.
  if (found.status !== 'stopping' || !(await gone(found.pid, 5_000))) await halt(found.pid, 20_000);
  return null;
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3_000, query_timeout: 3_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The file with the password is gone, the data is not: PostgreSQL's single-user mode sets a new one. */
async function renewPassword(binaries: Binaries, folder: string, user: OsUser | null): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  const { status, stderr } = spawnSync(
    binaries.postgres,
    ['--single', '-D', clusterIn(folder), '-c', 'log_statement=none', 'postgres'],
    { ...as(user), input: `alter role leitai password '${password}'\n`, encoding: 'utf8' },
  );
  if (status !== 0) {
    throw faultIn(stderr, folder, (why) => new StartFault('postgresFailed', { why, log: logIn(folder) }));
  }
  writeAccess(folder, { port: 0, password });
}
