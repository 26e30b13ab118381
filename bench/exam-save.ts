// Durable answer acks a second over 1,000 connections, against bare node:http with the same group commit (docs/benches.md).
import { fillHall, type Hall } from './support/hall.ts';
import type { Load, Outcome } from './support/load.ts';
import { median, report, runLoad, serve, temporaryCluster, type Served } from './support/process.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 10);
const CONNECTIONS = 1000;

const cluster = await temporaryCluster();
const hall = await fillHall(cluster.url, CONNECTIONS);
const connections = await startAll(hall);
await hall.test.house.platform.pool.query(`
  create table floor_answer (like answer including all);
  alter table floor_answer add foreign key (attempt_id) references attempt on delete cascade;
  analyze`);
await hall.test.close();

const env = { DATABASE_URL: hall.databaseUrl };
const house = await serve('house.ts', env);
const floor = await serve('floor.ts', env);
let revision = 1;

interface Round extends Outcome {
  /** Processor time of the server process an acknowledgement, µs. */
  readonly cpu: number;
}

async function round(server: Served, seconds: number, rate: number): Promise<Round> {
  const load: Load = { port: server.port, seconds, rate, connections, from: revision, once: false };
  revision += 1_000;
  const before = server.cpu();
  const outcome = await runLoad(load);
  if (outcome.refused > 0) throw new Error(`${outcome.refused} saves were refused`);
  return { ...outcome, cpu: ((server.cpu() - before) * 1000) / outcome.acks };
}
const perSecond = ({ acks, seconds }: Outcome): number => acks / seconds;

for (const server of [house, floor]) await round(server, 3, 0);
const full: Record<'house' | 'floor', Round[]> = { house: [], floor: [] };
for (let i = 0; i < ROUNDS; i += 1) {
  full.house.push(await round(house, SECONDS, 0));
  full.floor.push(await round(floor, SECONDS, 0));
}
const top = { house: median(full.house.map(perSecond)), floor: median(full.floor.map(perSecond)) };
report('exam-save', 'acks/s', top.house, top.floor);
report(
  'exam-save/cpu',
  'µs/ack',
  median(full.house.map(({ cpu }) => cpu)),
  median(full.floor.map(({ cpu }) => cpu)),
);
for (const share of ['p50', 'p99'] as const)
  report(
    `exam-save/saturated/${share}`,
    'ms',
    median(full.house.map((outcome) => outcome[share])),
    median(full.floor.map((outcome) => outcome[share])),
  );

// Latency where a server is run: at half of what it can do, by the clock, every request timed from when it was due.
const rate = Math.round(top.house / 2);
const half: Record<'house' | 'floor', Round[]> = { house: [], floor: [] };
for (let i = 0; i < ROUNDS; i += 1) {
  half.house.push(await round(house, SECONDS, rate));
  half.floor.push(await round(floor, SECONDS, rate));
}
report('exam-save/half/rate', 'acks/s', median(half.house.map(perSecond)), median(half.floor.map(perSecond)));
for (const share of ['p50', 'p99', 'max'] as const)
  report(
    `exam-save/half/${share}`,
    'ms',
    median(half.house.map((outcome) => outcome[share])),
    median(half.floor.map((outcome) => outcome[share])),
  );

await house.stop();
await floor.stop();
await cluster.stop();

/** Every entrant starts; a connection saves its 60 questions in turn, with a revision that only grows. */
async function startAll({ test, seats, stageId }: Hall): Promise<Load['connections']> {
  const made: Load['connections'][number][] = [];
  for (const { cookie } of seats) {
    const client = test.client();
    client.cookies.set('leitai_entrant', cookie);
    const { body: paper } = await client.call('exam.start', { params: { stageId } });
    made.push({
      path: `/api/entrant/attempts/${paper.attemptId}/answers`,
      cookie,
      bodies: paper.questions.map(
        ({ no }) => `{"device":${paper.device},"no":${no},"revision":#,"choice":[${no % 2}]}`,
      ),
    });
  }
  return made;
}
