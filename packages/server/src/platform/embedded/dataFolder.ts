import { accessSync, constants, existsSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartFault } from '../fault.ts';
import { STAGE } from './binaries.ts';
import { makeFolder } from './makeFolder.ts';
import { canEnter, type OsUser } from './osUser.ts';

/** The folder that holds package.json, packages/, examples/. */
export const CHECKOUT = fileURLToPath(new URL('../../../../../', import.meta.url));

export const clusterIn = (folder: string): string => join(folder, 'postgres');

/** Where data lies when LEITAI_DATA does not say: beside the checkout's files, unless PostgreSQL's user cannot go there. */
export function defaultFolder(user: OsUser | null, checkout: string = CHECKOUT): string {
  return canEnter(user, checkout) ? join(checkout, 'data') : join(STAGE, 'data');
}

/** Makes the folder when missing and checks that this process can write it and `user` can enter it. Returns its real path. */
export function prepareFolder(wanted: string, user: OsUser | null): string {
  const folder = resolve(wanted);
  try {
    makeFolder(folder);
    const probe = join(folder, `.write.${process.pid}`);
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    throw faultOf(error, folder);
  }
  const real = realpathSync(folder);
  if (!canEnter(user, real)) {
    throw new StartFault('dataUnreachable', { folder: real, user: user?.name ?? 'you' });
  }
  const cluster = clusterIn(real);
  if (existsSync(cluster)) {
    try {
      accessSync(cluster, constants.R_OK | constants.W_OK | constants.X_OK);
    } catch {
      throw new StartFault('dataOwner', { folder: real });
    }
  }
  return real;
}

/** What the file system said, as a fault of the data folder. */
export function faultOf(error: unknown, folder: string): StartFault {
  if (error instanceof StartFault) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StartFault('diskFull', { folder });
  return new StartFault('dataReadOnly', { folder, why: code ?? message });
}

/** What PostgreSQL said, as a fault; `otherwise` when it is nothing known. */
export function faultIn(output: string, folder: string, otherwise: (why: string) => StartFault): StartFault {
  if (/No space left on device|Disk quota exceeded/i.test(output))
    return new StartFault('diskFull', { folder });
  if (/Read-only file system/i.test(output)) {
    return new StartFault('dataReadOnly', { folder, why: 'read-only file system' });
  }
  const lines = output.trim().split('\n');
  const telling = lines.filter((line) => /FATAL|PANIC|error:/.test(line)).at(-1) ?? lines.at(-1) ?? '';
  const why = telling.replace(/^.*?(?:FATAL|PANIC|error):\s*/, '').trim();
  if (
    /valid checkpoint|invalid primary checkpoint|pg_control|"global\/|base\/\d+.*missing|is not a database cluster/.test(
      output,
    )
  ) {
    return new StartFault('dataBroken', { folder, why });
  }
  return otherwise(why === '' ? 'no reason given' : why);
}
