import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartFault } from '../fault.ts';
import type { Binaries } from './binaries.ts';
import { clusterIn, faultIn } from './dataFolder.ts';
import { as, type OsUser } from './osUser.ts';
import { argumentsOf, gone, isAlive } from './process.ts';

const LOG_LIMIT = 16 * 1024 * 1024;
/** Crash recovery replays the log; it is waited for as long as it works. */
const READY_WITHIN_MS = 600_000;
const ORPHANS_MS = 10_000;

export const logIn = (folder: string): string => join(folder, 'postgres.log');
const pidFile = (folder: string): string => join(clusterIn(folder), 'postmaster.pid');

/** What PostgreSQL says about itself in its cluster folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** `starting`, `ready`, `stopping`, … */
  readonly status: string;
}

export function postmasterOf(folder: string): Postmaster | null {
  try {
    const lines = readFileSync(pidFile(folder), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0
      ? { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() }
      : null;
  } catch {
    return null;
  }
}

/** The PostgreSQL that lives on this folder, or null. A pid that another program got since the crash is no postmaster. */
export function livingPostmaster(folder: string): Postmaster | null {
  const found = postmasterOf(folder);
  if (found === null) return null;
  const words = isAlive(found.pid) ? argumentsOf(found.pid) : [];
  if (words === null || words.includes(clusterIn(folder))) return found;
  // PostgreSQL itself clears the file of a dead process, but refuses to start when the number lives on elsewhere.
  if (isAlive(found.pid)) rmSync(pidFile(folder), { force: true });
  return null;
}

/** A free TCP port on 127.0.0.1; the wished one when nobody has it. */
export async function freePort(wished = 0): Promise<number> {
  const server = createServer();
  try {
    return await new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen(wished, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  } catch {
    return freePort();
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Starts PostgreSQL in a session of its own (Ctrl-C goes to Leitai only) and waits until it takes connections. */
export async function launch(
  binaries: Binaries,
  folder: string,
  user: OsUser | null,
  wishedPort: number,
  say: (line: string) => void,
): Promise<Postmaster> {
  const until = Date.now() + ORPHANS_MS;
  for (;;) {
    const port = await freePort(wishedPort);
    const answer = await attempt(binaries, folder, user, port, say);
    if ('pid' in answer) return answer;
    // Another program took the port between the look and the start, or children of a killed server are still going.
    const again = /Address already in use|pre-existing shared memory|still in use/i.test(answer.output);
    if (again && Date.now() < until) {
      await sleep(200);
      continue;
    }
    const log = logIn(folder);
    throw faultIn(answer.output, folder, (why) => new StartFault('postgresFailed', { why, log }));
  }
}

async function attempt(
  binaries: Binaries,
  folder: string,
  user: OsUser | null,
  port: number,
  say: (line: string) => void,
): Promise<Postmaster | { output: string }> {
  const { log, from } = openLog(folder);
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC' };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', clusterIn(folder), '-p', String(port), ...flags], {
    ...as(user),
    detached: true,
    stdio: ['ignore', log, log],
  });
  const ending: { why?: string } = {};
  child.once('exit', () => (ending.why ??= ''));
  child.once('error', (error) => (ending.why ??= error.message));
  child.unref();
  closeSync(log);
  const begun = Date.now();
  for (let told = false; ending.why === undefined; await sleep(10)) {
    const state = postmasterOf(folder);
    if (state?.pid === child.pid && state?.status === 'ready') return state;
    const waited = Date.now() - begun;
    if (!told && waited > 5_000) {
      say('PostgreSQL is recovering what was written before the last stop 数据库正在恢复');
      told = true;
    }
    if (waited > READY_WITHIN_MS) child.kill('SIGINT');
  }
  return { output: `${ending.why}\n${readFileSync(logIn(folder)).subarray(from).toString()}` };
}

/** The server's log; an over-long one makes way once. */
function openLog(folder: string): { log: number; from: number } {
  const path = logIn(folder);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(path, `${path}.1`);
  return { log: openSync(path, 'a', 0o600), from: size > LOG_LIMIT ? 0 : size };
}

/** Ends PostgreSQL: first politely for `politeMs`, then without ceremony (its log brings everything back). */
export async function halt(pid: number, politeMs = 2_500): Promise<void> {
  const steps = [
    ['SIGINT', politeMs],
    ['SIGQUIT', 1_000],
    ['SIGKILL', 1_000],
  ] as const;
  for (const [signal, ms] of steps) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await gone(pid, ms)) return;
  }
}
