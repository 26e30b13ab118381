import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { StartFault } from '../fault.ts';

/** The unprivileged user PostgreSQL runs as when Leitai itself is root. */
export interface OsUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const NAMES = ['leitai', 'postgres'];
const HOME = '/var/lib/leitai';

/** System users stand in /etc/passwd; asking `id` for each would cost a process at every start. */
function find(fits: (name: string, uid: number) => boolean): OsUser | null {
  let lines: string[];
  try {
    lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return null;
  }
  for (const line of lines) {
    const [name = '', , uid, gid] = line.split(':');
    if (/^\d+$/.test(uid ?? '') && /^\d+$/.test(gid ?? '') && fits(name, Number(uid)) && uid !== '0') {
      return { name, uid: Number(uid), gid: Number(gid) };
    }
  }
  return null;
}

const look = (wanted: string): OsUser | null => find((name) => name === wanted);

/** Debian's `useradd` and `adduser`, then BusyBox's; whichever the machine has. */
function make(name: string): OsUser | null {
  const shell = '/usr/sbin/nologin';
  const ways: readonly (readonly string[])[] = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--home-dir', HOME, '--shell', shell, name],
    ['adduser', '--system', '--group', '--no-create-home', '--home', HOME, '--shell', shell, name],
    ['adduser', '-S', '-D', '-H', '-h', HOME, name],
  ];
  for (const [command, ...args] of ways) {
    if (spawnSync(command!, args, { stdio: 'ignore' }).status === 0) return look(name);
  }
  return null;
}

/**
 * Null unless this process is root. An existing cluster stays with its owner, so that a user made later
 * never locks the data out; otherwise `leitai` or `postgres`, a new `leitai`, or at last `nobody`.
 */
export function databaseUser(
  clusterFolder: string,
  may: { create: boolean } = { create: true },
): OsUser | null {
  if (process.getuid?.() !== 0) return null;
  const owner = ownerOf(clusterFolder);
  if (owner !== null) return owner;
  for (const name of NAMES) {
    const user = look(name);
    if (user !== null) return user;
  }
  const user = (may.create ? make('leitai') : null) ?? look('nobody');
  if (user === null) throw new StartFault('noUser');
  return user;
}

function ownerOf(folder: string): OsUser | null {
  try {
    const { uid, gid } = statSync(folder);
    if (uid === 0) return null;
    return { name: find((_name, id) => id === uid)?.name ?? String(uid), uid, gid };
  } catch {
    return null;
  }
}

/** Spawn options: as that user, from a folder anyone may be in, and without PG* variables of the caller. */
export function as(user: OsUser | null): { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } {
  return {
    ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
    cwd: '/',
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  };
}

/** Whether that user can go into an existing folder (asks the kernel: modes, groups and ACLs all count). */
export function canEnter(user: OsUser | null, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...as(user), stdio: 'ignore' }).status === 0;
}
