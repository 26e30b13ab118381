// CPU of the server for each view delivered to 3,000 spectators, against bare socket writes (docs/benches.md).
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { median, report, temporaryCluster } from './support/process.ts';
import { gather, pause, setStage } from './support/stage.ts';

const SPECTATORS = Number(process.env['BENCH_SPECTATORS'] ?? 3_000);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 20);
const CHANGES = 10;
/** Between changes: all of one have arrived before the next, as on a stage. */
const GAP_MS = 250;

const cluster = await temporaryCluster();
const { test, show, host } = await setStage(cluster.url, 'ceair-ground', 6);
const port = Number(new URL(test.url).port);

const bare: Socket[] = [];
const floor = createServer((socket) => bare.push(socket.setNoDelay(true).resume())).listen(0, '127.0.0.1');
await once(floor, 'listening');

// The host plays from a process of its own too: the desk's work is not the server's.
const desk = fork(fileURLToPath(new URL('support/desk.ts', import.meta.url)));
desk.send({ url: test.url, stageId: show.stageId, cookie: host });
await once(desk, 'message');

// The same changes while nobody watches: what they cost the server besides the sending.
const alone: number[] = [];
for (let i = 0; i < 3; i += 1) alone.push(await measured(changes));
const crowd = gather();
await crowd.open({ port, path: `/live?show=${show.stageId}&as=audience`, count: SPECTATORS });
await crowd.open({ port: (floor.address() as AddressInfo).port, path: null, count: SPECTATORS });
await pause(6_000);

async function measured(work: () => Promise<void>): Promise<number> {
  await pause(300);
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

async function changes(): Promise<void> {
  desk.send({ changes: CHANGES, gapMs: GAP_MS });
  await once(desk, 'message');
}

let frameBytes = 0;
async function house(): Promise<number> {
  const before = await crowd.tally();
  const cost = await measured(changes);
  await pause(500);
  const after = await crowd.tally();
  const frames = after.frames - before.frames;
  // On a busy machine a change may overtake the one before: then one view is sent for both.
  if (frames < 0.8 * CHANGES * SPECTATORS) throw new Error(`only ${frames} views arrived`);
  frameBytes = Math.round((after.bytes - before.bytes) / frames);
  return cost / frames;
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
  return cost / (CHANGES * SPECTATORS);
}

await house();
await bareWrites();
const costs: Record<'house' | 'bare', number[]> = { house: [], bare: [] };
for (let i = 0; i < ROUNDS; i += 1) {
  costs.house.push(await house());
  costs.bare.push(await bareWrites());
}
report('show-fanout', 'µs CPU/frame', median(costs.house), median(costs.bare));
const deciding = median(alone) / (CHANGES * SPECTATORS);
report('show-fanout/sending', 'µs CPU/frame', median(costs.house) - deciding, median(costs.bare));
report('show-fanout/frame', 'bytes', frameBytes);

desk.kill('SIGKILL');
crowd.leave();
floor.close();
for (const socket of bare) socket.destroy();
await test.close();
await cluster.stop();
process.exit(0);
