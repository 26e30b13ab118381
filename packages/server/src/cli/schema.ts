import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../platform/database.ts';
import { CHECKOUT } from '../platform/embedded/dataFolder.ts';
import { startCluster } from '../platform/embedded/cluster.ts';
import { migrate } from '../platform/migrate.ts';
import { say, type Command } from './command.ts';

const FILE = 'packages/server/src/platform/schema.generated.ts';

/** Migrates a scratch database of its own and reads the types off it. */
export const command: Command = {
  words: [],
  flags: { out: 'FILE' },
  run: async ({ flags }) => {
    const out = typeof flags['out'] === 'string' ? flags['out'] : join(CHECKOUT, FILE);
    const folder = mkdtempSync(join(tmpdir(), 'leitai-schema-'));
    chmodSync(folder, 0o755);
    try {
      const cluster = await startCluster(folder);
      try {
        const connection = connect(cluster.url, 1);
        const names = await migrate(connection.pool);
        await connection.close();
        run('kysely-codegen', ['--dialect', 'postgres', '--url', cluster.url, '--out-file', out]);
        // By standard input: the file itself is on the formatter's list of what is left alone.
        writeFileSync(out, run('oxfmt', ['--stdin-filepath=schema.ts'], readFileSync(out, 'utf8')));
        say(`${FILE}: from ${names.join(', ')}`);
        return 0;
      } finally {
        await cluster.stop();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function run(tool: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync(join(CHECKOUT, 'node_modules/.bin', tool), args, {
    cwd: CHECKOUT,
    encoding: 'utf8',
    input,
  });
  if (status !== 0) throw new Error(`${tool} failed: ${stdout}${stderr}`);
  return stdout;
}
