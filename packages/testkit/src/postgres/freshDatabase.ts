import { randomBytes } from 'node:crypto';
import { connect } from '@leitai/server/platform/database';

/** URL of a new database with the migrated schema and no rows; a test file makes its own. */
export async function freshDatabase(): Promise<string> {
  const base = process.env['LEITAI_TEST_POSTGRES'];
  if (base === undefined)
    throw new Error('LEITAI_TEST_POSTGRES is not set: run under the server or e2e project');
  const name = `t_${randomBytes(6).toString('hex')}`;
  const admin = connect(base, 1);
  try {
    for (let tries = 0; ; tries += 1) {
      try {
        await admin.pool.query(`create database ${name} template leitai_template`);
        break;
      } catch (error) {
        // Two files copying the template at once: the later one waits its turn.
        if (tries > 50) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  } finally {
    await admin.close();
  }
  return base.replace(/\/postgres$/, `/${name}`);
}
