import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@leitai/server/platform/database';
import { startCluster } from '@leitai/server/platform/embedded/cluster';
import { migrate } from '@leitai/server/platform/migrate';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** One PostgreSQL a test run, with a migrated template that `freshDatabase` copies. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'leitai-test-'));
  const { chmodSync } = await import('node:fs');
  chmodSync(folder, 0o755);
  const cluster = await startCluster(join(folder, 'postgres'), await freePort());
  process.env['LEITAI_TEST_POSTGRES'] = cluster.url;
  const admin = connect(cluster.url, 1);
  await admin.pool.query('create database leitai_template');
  const template = connect(cluster.url.replace(/\/postgres$/, '/leitai_template'), 1);
  await migrate(template.pool);
  await template.close();
  await admin.close();
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
