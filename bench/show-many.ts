// Many shows at once on one process: how late their deadlines take effect, against bare timers (docs/benches.md).
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { HostView, ShowConfig, ShowEvent, TeamView } from '@leitai/rules/show';
import { connect } from '@leitai/server/platform/database';
import {
  act,
  Client,
  hostPage,
  playShow,
  showContest,
  teamPage,
  type LivePage,
  type ShowContest,
} from '@leitai/testkit';
import { report, serve, temporaryCluster } from './support/process.ts';
import { gather, pause, setStage } from './support/stage.ts';
import type { Ticking } from './support/timers.ts';

const SHOWS = Number(process.env['BENCH_SHOWS'] ?? 50);
const VIEWERS = Number(process.env['BENCH_VIEWERS'] ?? 60);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 60);
const TEAMS = 8;
/** A deadline is missed when it takes effect later than this. */
const MISSED_MS = 50;
const CLOCK_SEC = 2;

interface Hall {
  readonly show: ShowContest;
  readonly host: LivePage<HostView>;
  readonly teams: readonly LivePage<TeamView>[];
}

const cluster = await temporaryCluster();
const { test, show: first, host: cookie, unitId } = await setStage(cluster.url, 'std-3', TEAMS);
const shows = [first];
for (let i = 1; i < SHOWS; i += 1)
  shows.push(await showContest(test.house, unitId, { code: `many-${i}`, teams: TEAMS, preset: 'std-3' }));
for (const show of shows) await onlyBuzzers(show);
await test.close();
const server = await serve('house.ts', { DATABASE_URL: test.databaseUrl });
const url = `http://127.0.0.1:${server.port}`;

const crowd = gather();
const halls: Hall[] = [];
for (const show of shows) {
  const path = `/live?show=${show.stageId}&as=audience`;
  await crowd.open({ port: server.port, path, count: VIEWERS });
  const host = await hostPage(url, show.stageId, cookie);
  const teams = await Promise.all(show.teams.map((team) => teamPage(url, show.stageId, team.cookie)));
  await playShow(host, new Map(), { until: ({ phase }) => phase === 'reading' });
  halls.push({ show, host, teams });
}
await pause(3_000);

const before = { ...(await crowd.tally()), cpu: server.cpu() };
const seen: number[] = [];
const end = Date.now() + SECONDS * 1_000;
await Promise.all(halls.map((hall) => play(hall)));
const cpu = (server.cpu() - before.cpu) / (SECONDS * 10);
const after = await crowd.tally();
const late = await lateness();
crowd.leave();
await server.stop();

const frames = after.frames - before.frames;
const bare = await floor({
  shows: SHOWS,
  seconds: SECONDS,
  everyMs: (SECONDS * 1_000 * SHOWS * VIEWERS) / frames,
  bytes: Math.round((after.bytes - before.bytes) / frames),
});
const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
const missed = (values: readonly number[]): number => values.filter((ms) => ms > MISSED_MS).length;
for (const [name, share] of [
  ['p50', 0.5],
  ['p99', 0.99],
  ['max', 1],
] as const) {
  report(`show-many/late/${name}`, 'ms', at(late, share), at(bare, share));
  report(`show-many/seen/${name}`, 'ms', at(seen, share));
}
report('show-many/missed', 'deadlines', missed(late), missed(bare));
report('show-many/seen/missed', 'deadlines', missed(seen));
report('show-many/deadlines', 'deadlines', late.length, bare.length);
report('show-many/frames', 'frames/s', frames / SECONDS);
report('show-many/cpu', '% of one processor', cpu);
for (const { host, teams } of halls) for (const page of [host, ...teams]) page.ws.terminate();
await cluster.stop();
process.exit(0);

/** Buzzer questions by the server's clock: nobody presses, or all press and the winner says nothing. */
async function play({ host, teams }: Hall): Promise<void> {
  const everybody = [host, ...teams] as readonly LivePage<HostView | TeamView>[];
  await pause(Math.random() * 4_000);
  for (let n = Math.floor(Math.random() * 2); Date.now() < end; n += 1) {
    let view = await act(host, { type: 'openBuzzers' });
    if (n % 2 === 0) {
      const question = view.question!.id;
      for (const team of teams)
        void pause(200 + Math.random() * 300).then(() => team.cmd({ type: 'press', question }));
      view = await host.until(({ phase }) => phase !== 'open');
    }
    // On a starved machine the answer may be over before this page has seen it begin; the log has it all the same.
    const { clock: running } = view;
    if (running !== null) {
      await Promise.all(everybody.map((page) => page.until(({ clock }) => clock?.id !== running.id)));
      seen.push(Date.now() - running.deadline!);
    }
    if (host.view!.phase === 'ruling') await act(host, { type: 'judge', verdict: 'void' });
    await act(host, { type: 'closeQuestion' });
    await pause(200);
    await act(host, { type: 'nextQuestion' });
    await pause(300 + Math.random() * 300);
    for (const page of everybody) page.frames.length = page.texts.length = 0;
  }
}

/** What the log says: when each time-out took effect, less the deadline it was for. */
async function lateness(): Promise<number[]> {
  const { pool, close } = connect(test.databaseUrl, 1);
  const { rows } = await pool.query<{ stage_id: string; event: ShowEvent }>(
    'select stage_id, event from show_event order by stage_id, seq',
  );
  await close();
  const deadlines = new Map<string, number>();
  const result: number[] = [];
  for (const { stage_id, event } of rows) {
    if (event.type === 'timedOut') result.push(event.at - deadlines.get(`${stage_id} ${event.clockId}`)!);
    else if ('clock' in event && event.clock !== null)
      deadlines.set(`${stage_id} ${event.clock.id}`, event.clock.deadline);
  }
  return result;
}

/** The same number of writes by as many bare timers, in a process of its own. */
async function floor(ticking: Ticking): Promise<number[]> {
  const child = fork(fileURLToPath(new URL('support/timers.ts', import.meta.url)));
  const [port] = (await once(child, 'message')) as [number];
  const ears = gather();
  await ears.open({ port, path: null, count: SHOWS * (VIEWERS + TEAMS + 1) });
  child.send(ticking);
  const [result] = (await once(child, 'message')) as [number[]];
  ears.leave();
  child.kill('SIGKILL');
  return result;
}

async function onlyBuzzers(show: ShowContest): Promise<void> {
  const organizer = new Client(test.house);
  for (const part of cookie.split('; ')) {
    const split = part.indexOf('=');
    organizer.cookies.set(part.slice(0, split), part.slice(split + 1));
  }
  const params = { stageId: show.stageId };
  const config = (await organizer.call('show.get', { params })).body.config as unknown as ShowConfig;
  const buzzer = config.rounds.find(({ kind }) => kind === 'buzzer')!;
  const questions = Array.from({ length: SECONDS }, (_, i) => ({
    id: `q${i}`,
    stem: `抢答题 ${i}`,
    answer: '答案',
  }));
  const round = { ...buzzer, pressWindowSec: CLOCK_SEC, timeLimitSec: CLOCK_SEC, nobody: 'void', questions };
  const body = { config: { ...config, tableOrder: 'listed', rounds: [round] } };
  const updated = await organizer.call('show.update', { params, body });
  if (updated.status !== 200) throw new Error(JSON.stringify(updated.body));
}
