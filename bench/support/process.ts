import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { startCluster } from '@leitai/server/platform/embedded/cluster';
import type { Load, Outcome } from './load.ts';

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export interface Served {
  readonly port: number;
  /** Processor time used so far, in ms. */
  cpu(): number;
  stop(): Promise<void>;
}

/** A server in a process of its own; it prints its port when it listens. */
export async function serve(name: string, env: Record<string, string>): Promise<Served> {
  const child = spawn(process.execPath, [...nodeOptions(), script(name)], {
    env: { ...process.env, ...env },
    // The pipe tells the server when this process ends, however it ends.
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
  return {
    port: Number(line),
    cpu: () => cpuOf(child.pid!),
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** User and system time of a process from /proc, in ms (100 ticks a second). */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** `BENCH_NODE_OPTIONS=--cpu-prof` and the like, for the servers only. */
const nodeOptions = (): string[] => process.env['BENCH_NODE_OPTIONS']?.split(' ') ?? [];

export async function runLoad(load: Load): Promise<Outcome> {
  const child = spawn(process.execPath, [script('load.ts')], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(load));
  return JSON.parse(await text(child.stdout)) as Outcome;
}

/** PostgreSQL as it is shipped (fsync on) in a folder that is removed again. */
export async function temporaryCluster(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'leitai-bench-'));
  chmodSync(folder, 0o755);
  const cluster = await startCluster(folder);
  const stop = async (): Promise<void> => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  for (const end of ['SIGINT', 'SIGTERM', 'uncaughtException'] as const)
    process.once(end, (why: unknown) => {
      console.error(why);
      void stop().finally(() => process.exit(1));
    });
  return { url: cluster.url, stop };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One JSON line a figure. */
export function report(bench: string, unit: string, value: number, floor?: number): void {
  const round = (n: number): number => Math.round(n * 100) / 100;
  const ratio = floor === undefined || floor === 0 ? {} : { ratio: round(value / floor) };
  const line = floor === undefined ? {} : { floor: round(floor), ...ratio };
  console.log(JSON.stringify({ bench, value: round(value), ...line, unit }));
}
