import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFault } from '../fault.ts';
import { birthOf, isAlive } from './process.ts';

interface Holder {
  readonly pid: number;
  readonly birth: string | null;
}

const file = (folder: string): string => join(folder, 'leitai.lock');

function read(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function lives(holder: Holder): boolean {
  return isAlive(holder.pid) && (holder.birth === null || birthOf(holder.pid) === holder.birth);
}

/** Process id of the Leitai that runs on this data folder, or null. */
export function holderOf(folder: string): number | null {
  const holder = read(file(folder));
  return holder !== null && lives(holder) ? holder.pid : null;
}

/** Takes the data folder for this process; what a killed process left is set aside. Returns the release. */
export function lockFolder(folder: string): () => void {
  const path = file(folder);
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) }));
  try {
    for (;;) {
      try {
        // A link is made whole or not at all: nobody reads half a lock.
        linkSync(mine, path);
        return () => {
          if (read(path)?.pid === process.pid) rmSync(path, { force: true });
        };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = read(path);
      if (holder !== null && lives(holder)) throw new StartFault('dataInUse', { folder, pid: holder.pid });
      setAside(path, holder);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Removes a dead lock, but not the one a faster rival put in its place meanwhile. */
function setAside(path: string, dead: Holder | null): void {
  const aside = `${path}.dead.${process.pid}`;
  try {
    renameSync(path, aside);
    const moved = read(aside);
    if (moved !== null && moved.pid !== dead?.pid) linkSync(aside, path);
  } catch {
    // Someone else was faster; the next round sees what is there now.
  }
  rmSync(aside, { force: true });
}
