// A hall of 1,000 pressing "start" at once: ticket check, attempt, paper; against one bare insert a request.
import { fillHall } from './support/hall.ts';
import type { Load, Outcome } from './support/load.ts';
import { median, report, runLoad, serve, temporaryCluster, type Served } from './support/process.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7);
const ENTRANTS = 1000;

const cluster = await temporaryCluster();
const hall = await fillHall(cluster.url, ENTRANTS);
const { pool } = hall.test.house.platform;
const paper = await onePaper();
await pool.query(`
  create table floor_attempt (like attempt including all);
  alter table floor_attempt add foreign key (stage_id) references stage on delete cascade,
    add foreign key (entrant_id) references entrant on delete cascade;
  analyze`);

const env = { DATABASE_URL: hall.databaseUrl, FLOOR_PAPER: paper };
const house = await serve('house.ts', env);
const floor = await serve('floor.ts', env);

const paths: Record<'house' | 'floor', (entrantId: string) => string> = {
  house: () => `/api/entrant/stages/${hall.stageId}/attempt`,
  floor: (entrantId) => `/api/entrant/stages/${hall.stageId}/${entrantId}`,
};

async function round(who: 'house' | 'floor', server: Served): Promise<Outcome> {
  await pool.query('delete from attempt; delete from floor_attempt');
  const connections = hall.seats.map(({ entrantId, cookie }) => ({
    path: paths[who](entrantId),
    cookie,
    bodies: [],
  }));
  const load: Load = { port: server.port, seconds: 60, rate: 0, connections, from: 0, once: true };
  const outcome = await runLoad(load);
  if (outcome.refused > 0) throw new Error(`${outcome.refused} starts were refused`);
  return outcome;
}

const rounds: Record<'house' | 'floor', Outcome[]> = { house: [], floor: [] };
for (let i = 0; i <= ROUNDS; i += 1) {
  const pair = { house: await round('house', house), floor: await round('floor', floor) };
  // The first pair warms up.
  if (i === 0) continue;
  rounds.house.push(pair.house);
  rounds.floor.push(pair.floor);
}
const of = (who: 'house' | 'floor', figure: (outcome: Outcome) => number): number =>
  median(rounds[who].map(figure));
const perSecond = ({ acks, seconds }: Outcome): number => acks / seconds;
report('exam-start', 'starts/s', of('house', perSecond), of('floor', perSecond));
for (const share of ['p50', 'p99', 'max'] as const)
  report(
    `exam-start/${share}`,
    'ms',
    of('house', (o) => o[share]),
    of('floor', (o) => o[share]),
  );
report(
  'exam-start/refused',
  'starts',
  rounds.house.reduce((sum, { refused }) => sum + refused, 0),
);

await hall.test.close();
await house.stop();
await floor.stop();
await cluster.stop();

/** A paper as stored, so that the floor writes rows of the same size. */
async function onePaper(): Promise<string> {
  const client = hall.test.client();
  client.cookies.set('leitai_entrant', hall.seats[0]!.cookie);
  await client.call('exam.start', { params: { stageId: hall.stageId } });
  const { rows } = await pool.query<{ paper: unknown }>('select paper from attempt');
  return JSON.stringify(rows[0]!.paper);
}
