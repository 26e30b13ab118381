// CPU of the server for each view delivered to 3,000 spectators, against bare socket writes (docs/benches.md).
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { median, report, temporaryCluster } from './process.ts';
import { gather, pause, setStage } from './stage.ts';

const SPECTATORS = Number(process.env['BENCH_SPECTATORS'] ?? 3_000);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7);
const CHANGES = 30;
/** Between changes: all of one have arrived before the next, as on a stage. */
const GAP_MS = Number(process.env['BENCH_GAP'] ?? 150);

const cluster = await temporaryCluster();
const { test, show, host } = await setStage(cluster.url, 'ceair-ground', 6);
const port = Number(new URL(test.url).port);

const bare: Socket[] = [];
const floor = createServer((socket) => bare.push(socket.setNoDelay(true).resume())).listen(0, '127.0.0.1');
await once(floor, 'listening');

// The host plays from a process of its own too: the desk's work is not the server's.
const desk = fork(fileURLToPath(new URL('desk.ts', import.meta.url)));
desk.send({ url: test.url, stageId: show.stageId, cookie: host });
await once(desk, 'message');

const crowd = gather();
await crowd.open({ port, path: `/live?show=${show.stageId}&as=audience`, count: SPECTATORS });
await crowd.open({ port: (floor.address() as AddressInfo).port, path: null, count: SPECTATORS });
await pause(6_000);

async function measured(work: () => Promise<void>): Promise<number> {
  await pause(300);
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / (CHANGES * SPECTATORS);
}

let frameBytes = 0;
async function house(): Promise<number> {
  const before = await crowd.tally();
  const cost = await measured(async () => {
    desk.send({ changes: CHANGES, gapMs: GAP_MS });
    await once(desk, 'message');
  });
  await pause(500);
  const after = await crowd.tally();
  const frames = after.frames - before.frames;
  if (frames !== CHANGES * SPECTATORS)
    throw new Error(`${frames} views arrived, not ${CHANGES * SPECTATORS}`);
  frameBytes = Math.round((after.bytes - before.bytes) / frames);
  return cost;
}

async function bareWrites(): Promise<number> {
  const before = await crowd.tally();
  const frame = Buffer.alloc(frameBytes, 'x');
  const cost = await measured(async () => {
    for (let i = 0; i < CHANGES; i += 1) {
      for (const socket of bare) socket.write(frame);
      await pause(GAP_MS);
    }
  });
  await pause(500);
  const { rawBytes } = await crowd.tally();
  if (rawBytes - before.rawBytes !== CHANGES * SPECTATORS * frameBytes)
    throw new Error('bare bytes are missing');
  return cost;
}

await house();
await bareWrites();
const costs: Record<'house' | 'bare', number[]> = { house: [], bare: [] };
for (let i = 0; i < ROUNDS; i += 1) {
  costs.house.push(await house());
  costs.bare.push(await bareWrites());
}
report('show-fanout', 'µs CPU/frame', median(costs.house), median(costs.bare));
report('show-fanout/frame', 'bytes', frameBytes);

desk.kill('SIGKILL');
crowd.leave();
floor.close();
for (const socket of bare) socket.destroy();
await test.close();
await cluster.stop();
process.exit(0);
