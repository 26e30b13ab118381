// Memory of the server for each spectator, idle and while views are sent, against `ws` alone (docs/benches.md).
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { act, hostPage, playShow } from '@leitai/testkit';
import { report, temporaryCluster } from './support/process.ts';
import { gather, pause, setStage } from './support/stage.ts';

const SPECTATORS = Number(process.env['BENCH_SPECTATORS'] ?? 5_000);
const CHANGES = 20;

interface Held {
  readonly rss: number;
  /** JavaScript objects and buffers. */
  readonly held: number;
}

const cluster = await temporaryCluster();
const { test, show, host: cookie } = await setStage(cluster.url, 'ceair-ground', 6);
await test.close();

const path = `/live?show=${show.stageId}&as=audience`;
const house = await measured('houseHolds.ts', path, async (port) => {
  const host = await hostPage(`http://127.0.0.1:${port}`, show.stageId, cookie);
  await playShow(host, new Map(), { until: ({ phase }) => phase === 'reading' });
  return async () => {
    for (let i = 0; i < CHANGES; i += 1) {
      await act(host, host.view!.paused ? { type: 'resume' } : { type: 'pause', reason: 'break' });
      await pause(200);
    }
    return 'hold';
  };
});
const bare = await measured('bare.ts', '/', async () => async () => ({ broadcast: CHANGES, bytes: 1_273 }));
for (const moment of ['idle', 'active'] as const)
  for (const kind of ['held', 'rss'] as const)
    report(`show-memory/${moment}/${kind}`, 'KiB/spectator', house[moment][kind], bare[moment][kind]);
report('show-memory/spectators', 'sockets', SPECTATORS);
await cluster.stop();
process.exit(0);

/** What a server holds more for each spectator: when all have come, and after views were sent to them. */
async function measured(
  script: string,
  at: string,
  begin: (port: number) => Promise<() => Promise<unknown>>,
): Promise<{ idle: Held; active: Held }> {
  const child = fork(fileURLToPath(new URL(`support/${script}`, import.meta.url)), {
    env: { ...process.env, DATABASE_URL: test.databaseUrl },
    execArgv: ['--expose-gc'],
  });
  const [port] = (await once(child, 'message')) as [number];
  const stir = await begin(port);
  const few = gather();
  // What the first hundred bring with them (compiled code, pools) is not theirs.
  await few.open({ port, path: at, count: 100 });
  await pause(3_000);
  const base = await ask(child, 'hold');
  const crowd = gather();
  await crowd.open({ port, path: at, count: SPECTATORS });
  await pause(3_000);
  const idle = await ask(child, 'hold');
  const active = await ask(child, await stir());
  crowd.leave();
  few.leave();
  child.kill('SIGKILL');
  const each = (now: Held): Held => ({
    rss: (now.rss - base.rss) / SPECTATORS / 1024,
    held: (now.held - base.held) / SPECTATORS / 1024,
  });
  return { idle: each(idle), active: each(active) };
}

async function ask(child: ChildProcess, what: unknown): Promise<Held> {
  child.send(what as string);
  const [held] = (await once(child, 'message')) as [Held];
  return held;
}
