import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freshDatabase } from '@leitai/testkit';

const ROOT = new URL('../..', import.meta.url).pathname;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A server on a database and a port of its own that can be killed and started again. */
export class Server {
  readonly url: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #folder: string;
  #child: ChildProcess | null = null;
  #shiftMs = 0;
  /** The first administrator's one-time password, printed at the first start. */
  password = '';
  /** What the server wrote to its error log: a test may look for faults of ours. */
  errors = '';

  private constructor(databaseUrl: string, port: number) {
    this.url = `http://127.0.0.1:${port}`;
    this.#folder = mkdtempSync(join(tmpdir(), 'leitai-e2e-'));
    this.#env = {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      CLOCK_FILE: join(this.#folder, 'clock'),
      WEB_ROOT: join(ROOT, 'packages/web/dist'),
    };
  }

  /** `at`: what the server's clock shows when it starts, epoch ms. */
  static async start(at: number): Promise<Server> {
    const server = new Server(await freshDatabase(), await freePort());
    server.setTime(at);
    await server.run();
    return server;
  }

  async run(): Promise<void> {
    const child = spawn(process.execPath, [join(ROOT, 'e2e/support/house.ts')], {
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    child.stderr.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    const lines = createInterface({ input: child.stdout });
    const first = await Promise.race([
      once(lines, 'line').then(([line]) => String(line)),
      once(child, 'close').then(() => {
        throw new Error(`the server ended: ${this.errors.slice(-3000)}`);
      }),
    ]);
    const { admin } = JSON.parse(first) as { admin: { password: string } | null };
    if (admin !== null) this.password = admin.password;
  }

  /** `kill -9`, then a new start on the same database and port. */
  async killAndRestart(): Promise<void> {
    await this.kill();
    await this.run();
  }

  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'close');
  }

  now(): number {
    return Date.now() + this.#shiftMs;
  }
  setTime(at: number): void {
    this.#shiftMs = at - Date.now();
    writeFileSync(this.#env['CLOCK_FILE']!, String(this.#shiftMs));
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
