import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('./leitai.ts', import.meta.url));
const base = mkdtempSync(join(tmpdir(), 'leitai-cli-'));
chmodSync(base, 0o755);
const children: ChildProcess[] = [];

afterAll(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGINT');
    await once(child, 'exit');
  }
  rmSync(base, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly text: () => string;
  readonly ended: Promise<number | null>;
}

function leitai(args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const { DATABASE_URL: _, ...rest } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...rest, INIT_CWD: base, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, text: () => text, ended };
}

async function ready(run: Run): Promise<string> {
  for (;;) {
    const found = /^ready (\S+)$/m.exec(run.text());
    if (found !== null) return found[1]!;
    if (run.child.exitCode !== null) throw new Error(`ended before it was ready:\n${run.text()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function anyPort(): Promise<{ port: string; close: () => Promise<void> }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: String((server.address() as AddressInfo).port),
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

it('serves, tells a second start who is there, stops on Ctrl-C; backup, restore, audit and doctor work on its data', async () => {
  const { port, close } = await anyPort();
  await close();
  const env = { LEITAI_DATA: join(base, 'data'), LEITAI_PORT: port, LEITAI_HOST: '127.0.0.1' };
  const house = leitai(['serve', '--empty'], env);
  const url = await ready(house);
  expect(url).toBe(`http://127.0.0.1:${port}`);
  expect(house.text()).toMatch(/One-time password.*\s[A-Za-z0-9]{16}\n/);
  expect(await (await fetch(`${url}/api/openapi.json`)).json()).toMatchObject({ openapi: '3.1.0' });
  expect((await fetch(`${url}/assets/none.js`)).headers.get('cache-control')).toBe('no-store');

  const second = leitai(['serve'], env);
  expect(await second.ended).toBe(20);
  expect(second.text()).toContain(`process ${house.child.pid}`);

  const beside = leitai(['backup', 'a.backup'], env);
  expect(await beside.ended, beside.text()).toBe(0);

  house.child.kill('SIGINT');
  house.child.kill('SIGINT');
  expect(await house.ended).toBe(0);

  const again = leitai(['serve'], env);
  await ready(again);
  expect(again.text()).not.toContain('One-time password');
  again.child.kill('SIGTERM');
  expect(await again.ended).toBe(0);

  const other = { ...env, LEITAI_DATA: join(base, 'other') };
  const restored = leitai(['restore', 'a.backup'], other);
  expect(await restored.ended, restored.text()).toBe(0);
  const twice = leitai(['restore', 'a.backup'], other);
  expect(await twice.ended).toBe(63);
  const chain = leitai(['audit'], other);
  expect(await chain.ended).toBe(0);
  expect(chain.text()).toContain('The audit chain is whole');
  const doctor = leitai(['doctor'], other);
  await doctor.ended;
  expect(doctor.text()).toMatch(/✓ PostgreSQL 18[^\n]* works/);
  expect(doctor.text()).toContain('✓ The database is up to date.');
}, 60_000);

it('the first start loads the example season; import and export say what they refuse', async () => {
  const { port, close } = await anyPort();
  await close();
  const env = { LEITAI_DATA: join(base, 'example'), LEITAI_PORT: port, LEITAI_HOST: '127.0.0.1' };
  const house = leitai(['serve'], env);
  await ready(house);
  expect(house.text()).toMatch(/Example season: \d+ units, 10 contests, \d+ questions/);
  const record = leitai(['export', 'none', 'x.json'], env);
  expect(await record.ended).toBe(2);
  expect(record.text()).toContain('There is no contest none; these exist:');
  const imported = leitai(['import', fileURLToPath(new URL('../../../../docs', import.meta.url))], env);
  expect(await imported.ended).toBe(62);
  expect(imported.text()).toContain('season.yaml');
  const verified = leitai(['verify', MAIN]);
  expect(await verified.ended).toBe(62);
  house.child.kill('SIGINT');
  expect(await house.ended).toBe(0);
}, 60_000);

it('a port that is taken is said before anything is started', async () => {
  const { port, close } = await anyPort();
  const run = leitai(['serve', '--host', '127.0.0.1', '--port', port, '--data', join(base, 'never')]);
  expect(await run.ended).toBe(10);
  expect(run.text()).toMatch(new RegExp(`Port ${port} on 127.0.0.1 is taken`));
  await close();
});

it('a database that does not answer is said, with its exit code', async () => {
  const { port, close } = await anyPort();
  await close();
  const run = leitai(['audit', '--database-url', `postgres://nobody@127.0.0.1:${port}/none`]);
  expect(await run.ended).toBe(40);
  expect(run.text()).toMatch(/does not answer \(.*ECONNREFUSED/);
});

it.each([['audit'], ['backup', 'b.backup']])('%s says when there is no data yet', async (...args) => {
  const run = leitai(args, { LEITAI_DATA: join(base, 'nothing') });
  expect(await run.ended).toBe(44);
  const own = leitai(args, { DATABASE_URL: process.env['LEITAI_TEST_POSTGRES']! });
  expect(await own.ended).toBe(44);
});

it('refuses a database that may lose what it has committed', async () => {
  const forgetful = `${process.env['LEITAI_TEST_POSTGRES']!}?options=-c%20synchronous_commit%3Doff`;
  const run = leitai(['audit'], { DATABASE_URL: forgetful });
  expect(await run.ended).toBe(45);
  expect(run.text()).toContain('synchronous_commit is off');
});

it('works on a database of one’s own', async () => {
  const run = leitai(['doctor'], { DATABASE_URL: process.env['LEITAI_TEST_POSTGRES']! });
  await run.ended;
  expect(run.text()).toContain('✓ The database answers');
});

it.each([
  [['serve', '--emtpy'], /no flag --emtpy/],
  [['sevre'], /no command sevre/],
  [['backup'], /Expected FILE after the command/],
  [['bench', 'none'], /no bench none/],
])('refuses %j with exit code 2', async (args, reason) => {
  const run = leitai(args);
  expect(await run.ended).toBe(2);
  expect(run.text()).toMatch(reason);
});

it('schema.generated.ts is what the migrations make (renew it with `npm run leitai -- schema`)', async () => {
  const out = join(base, 'schema.ts');
  const run = leitai(['schema', '--out', out]);
  expect(await run.ended, run.text()).toBe(0);
  const checkedIn = readFileSync(new URL('../platform/schema.generated.ts', import.meta.url), 'utf8');
  expect(readFileSync(out, 'utf8')).toBe(checkedIn);
});
