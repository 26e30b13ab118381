import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@leitai/server/platform/database';
import { startCluster } from '@leitai/server/platform/embedded/cluster';
import { migrate } from '@leitai/server/platform/migrate';

/** One PostgreSQL a test run, with a migrated template that `freshDatabase` copies. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'leitai-test-'));
  chmodSync(folder, 0o755);
  const cluster = await startCluster(folder);
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
