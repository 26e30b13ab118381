import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { StartFault } from '../fault.ts';
import { packagedBinaries, usableBinaries } from './binaries.ts';
import { startCluster, type Cluster } from './cluster.ts';
import { databaseUser } from './osUser.ts';
import { isAlive } from './process.ts';

const isRoot = process.getuid?.() === 0;
const base = mkdtempSync(join(tmpdir(), 'leitai-cluster-'));
chmodSync(base, 0o755);
const started: Cluster[] = [];

afterAll(async () => {
  for (const cluster of started) await cluster.stop();
  rmSync(base, { recursive: true, force: true });
});

async function start(folder: string): Promise<Cluster> {
  const cluster = await startCluster(folder);
  started.push(cluster);
  return cluster;
}

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function faultOf(promise: Promise<unknown>): Promise<StartFault> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartFault);
  return error as StartFault;
}

describe('the embedded PostgreSQL', () => {
  it('starts on a new folder, keeps its data over a restart, and lets nobody in without the password', async () => {
    const folder = join(base, 'plain');
    const first = await start(folder);
    expect(first.takenOver).toBe(false);
    await query(first.url, 'create table kept as select 42 as n');
    for (const name of ['fsync', 'full_page_writes', 'synchronous_commit'])
      expect(await query(first.url, `show ${name}`)).toEqual([{ [name]: 'on' }]);
    await expect(query(first.url.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow(/password/);
    expect(statSync(join(folder, 'postgres.json')).mode & 0o077).toBe(0);
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await start(folder);
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 42 }]);
    expect(second.url).toBe(first.url);
    await second.stop();
  });

  it('takes over the PostgreSQL of a Leitai that was killed, with what it had committed', async () => {
    const folder = join(base, 'orphan');
    const script = `
      const { startCluster } = await import(${JSON.stringify(new URL('./cluster.ts', import.meta.url).href)});
      const cluster = await startCluster(${JSON.stringify(folder)});
      console.log(cluster.pid);
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isAlive(pid)).toBe(true);

    const cluster = await start(folder);
    expect(cluster).toMatchObject({ pid, takenOver: true });
    expect(await query(cluster.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await cluster.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('starts over a pid file that a dead PostgreSQL, or another program since, left behind', async () => {
    const folder = join(base, 'stale');
    const first = await start(folder);
    const file = join(folder, 'postgres/postmaster.pid');
    const text = readFileSync(file, 'utf8');
    process.kill(first.pid, 'SIGKILL');
    while (isAlive(first.pid)) await new Promise((resolve) => setTimeout(resolve, 10));
    // The number now belongs to a program that is no PostgreSQL: this test.
    writeFileSync(file, text.replace(/^\d+/, String(process.pid)));
    const second = await start(folder);
    expect(second.takenOver).toBe(false);
    await second.stop();
  });

  it('makes a new password when the file with it is lost', async () => {
    const folder = join(base, 'forgot');
    const first = await start(folder);
    await query(first.url, 'create table kept as select 1 as n');
    await first.stop();
    rmSync(join(folder, 'postgres.json'));
    const second = await start(folder);
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
    await second.stop();
  });

  it('makes the cluster anew when making it was cut short', async () => {
    const folder = join(base, 'half');
    mkdirSync(join(folder, 'postgres.new'), { recursive: true });
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, 'postgres.new/PG_VERSION'), '18\n');
    const cluster = await start(folder);
    expect(existsSync(join(folder, 'postgres.new'))).toBe(false);
    await cluster.stop();
  });
});

describe('what keeps it from starting, each in a sentence', () => {
  it('data of another major version is left alone', async () => {
    const folder = join(base, 'old');
    mkdirSync(join(folder, 'postgres'), { recursive: true });
    for (const path of [folder, join(folder, 'postgres')]) chmodSync(path, 0o755);
    writeFileSync(join(folder, 'postgres/PG_VERSION'), '15\n');
    const fault = await faultOf(startCluster(folder));
    expect(fault).toMatchObject({ code: 'otherMajor', exitCode: 24 });
    expect(fault.sentence).toMatch(/PostgreSQL 15.*brings 18/);
    expect(readFileSync(join(folder, 'postgres/PG_VERSION'), 'utf8')).toBe('15\n');
  });

  it('a folder that is no database is left alone', async () => {
    const folder = join(base, 'other');
    mkdirSync(join(folder, 'postgres'), { recursive: true });
    expect(await faultOf(startCluster(folder))).toMatchObject({ code: 'dataBroken', exitCode: 25 });
  });

  it('a place that cannot be written', async () => {
    // Root may write anywhere but in the kernel's own file systems.
    const folder = isRoot ? '/proc/leitai-data' : join(base, 'locked', 'data');
    if (!isRoot) mkdirSync(join(base, 'locked'), { mode: 0o500 });
    expect(await faultOf(startCluster(folder))).toMatchObject({ code: 'dataReadOnly', exitCode: 21 });
  });

  it('a place the user who runs PostgreSQL may not enter', async () => {
    const folder = join(base, 'private');
    mkdirSync(folder, { mode: 0o700 });
    if (isRoot) {
      expect(await faultOf(startCluster(folder))).toMatchObject({ code: 'dataUnreachable', exitCode: 22 });
    } else {
      const cluster = await start(folder);
      await cluster.stop();
    }
  });

  it('a platform without binaries', () => {
    expect(() => packagedBinaries('sunos', 'sparc')).toThrow(/no embedded PostgreSQL for sunos sparc/);
  });

  it('a data folder with a cluster that is damaged', async () => {
    const folder = join(base, 'damaged');
    const first = await start(folder);
    await first.stop();
    rmSync(join(folder, 'postgres/global/pg_control'));
    expect(await faultOf(startCluster(folder))).toMatchObject({ code: 'dataBroken', exitCode: 25 });
  });
});

describe('binaries in a checkout that PostgreSQL’s user cannot enter', () => {
  it('are copied once to where that user can run them', () => {
    const user = databaseUser('');
    const packaged = packagedBinaries();
    if (user === null) {
      expect(usableBinaries(packaged, null)).toBe(packaged);
      return;
    }
    const hidden = join(base, 'hidden');
    const stage = join(base, 'stage');
    mkdirSync(hidden, { mode: 0o700 });
    const inside = { ...packaged, folder: join(hidden, 'native') };
    cpSync(packaged.folder, inside.folder, { recursive: true, verbatimSymlinks: true });
    const unreachable = {
      ...inside,
      postgres: join(inside.folder, 'bin/postgres'),
      initdb: join(inside.folder, 'bin/initdb'),
    };
    const staged = usableBinaries(unreachable, user, stage);
    expect(staged.folder).toBe(join(stage, `postgresql-${packaged.version}`));
    const before = statSync(staged.postgres).ino;
    expect(statSync(usableBinaries(unreachable, user, stage).postgres).ino).toBe(before);
  });
});
