import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { startCluster } from '@leitai/server/platform/embedded/cluster';
import type { Load, Outcome } from './load.ts';

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** A server in a process of its own; it prints its port when it listens. */
export async function serve(
  name: string,
  env: Record<string, string>,
): Promise<{ port: number; child: ChildProcess; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [...nodeOptions(), script(name)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
  return {
    port: Number(line),
    child,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** `BENCH_NODE_OPTIONS=--cpu-prof` and the like, for the servers only. */
const nodeOptions = (): string[] => process.env['BENCH_NODE_OPTIONS']?.split(' ') ?? [];

export async function runLoad(load: Load): Promise<Outcome> {
  const child = spawn(process.execPath, [script('load.ts')], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(load));
  return JSON.parse(await text(child.stdout)) as Outcome;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** PostgreSQL as it is shipped (fsync on) in a folder that is removed again. */
export async function temporaryCluster(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'leitai-bench-'));
  chmodSync(folder, 0o755);
  const cluster = await startCluster(folder);
  return {
    url: cluster.url,
    stop: async () => {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One JSON line a figure. */
export function report(bench: string, unit: string, value: number, floor?: number): void {
  const round = (n: number): number => Math.round(n * 100) / 100;
  const line = floor === undefined ? {} : { floor: round(floor), ratio: round(value / floor) };
  console.log(JSON.stringify({ bench, value: round(value), ...line, unit }));
}
