// Press → verdict on every team's phone while 3,000 watch, against a ping over the same sockets (docs/benches.md).
import type { ShowConfig, TeamView } from '@leitai/rules/show';
import { act, Client, hostPage, playShow, teamPage, type LivePage } from '@leitai/testkit';
import { report, serve, temporaryCluster } from './support/process.ts';
import { gather, pause, setStage } from './support/stage.ts';

const SPECTATORS = Number(process.env['BENCH_SPECTATORS'] ?? 3_000);
const QUESTIONS = Number(process.env['BENCH_QUESTIONS'] ?? 150);

const cluster = await temporaryCluster();
const { test, show, host: cookie } = await setStage(cluster.url, 'std-3', 8);
await onlyBuzzers();
// The server of the measurement is another process; this one only prepared the show.
await test.close();
const server = await serve('house.ts', { DATABASE_URL: test.databaseUrl });
const url = `http://127.0.0.1:${server.port}`;

const crowd = gather();
const path = `/live?show=${show.stageId}&as=audience`;
await crowd.open({ port: server.port, path, count: SPECTATORS });
const host = await hostPage(url, show.stageId, cookie);
const pages = await Promise.all(show.teams.map((team) => teamPage(url, show.stageId, team.cookie)));
await playShow(host, new Map(), { until: ({ phase }) => phase === 'reading' });

const buzzes: number[] = [];
const pings: number[] = [];
for (let i = 0; i < QUESTIONS; i += 1) {
  if (i > 0) await act(host, { type: 'nextQuestion' });
  const opened = await act(host, { type: 'openBuzzers' });
  await Promise.all(pages.map((page) => page.until(({ buzzer }) => buzzer === 'armed')));
  await pause(120);
  pings.push(await timed(() => Promise.all(pages.map((page, n) => pinged(page, i * 100 + n)))));
  await pause(30);
  const question = opened.question!.id;
  const winner = pages[i % pages.length]!;
  buzzes.push(
    await timed(async () => {
      void winner.cmd({ type: 'press', question });
      await Promise.all(pages.map((page) => page.until(({ phase }) => phase === 'answering')));
    }),
  );
  await host.until(({ phase }) => phase === 'answering');
  await act(host, { type: 'finishAnswer' });
  await act(host, { type: 'judge', verdict: 'void' });
  await act(host, { type: 'closeQuestion' });
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
report('show-buzz/p50', 'ms', at(buzzes, 0.5), at(pings, 0.5));
report('show-buzz/p99', 'ms', at(buzzes, 0.99), at(pings, 0.99));
crowd.leave();
await server.stop();
await cluster.stop();
process.exit(0);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function pinged(page: LivePage<TeamView>, n: number): Promise<void> {
  const pong = new Promise<void>((resolve) => {
    const look = (): void => {
      if (!page.frames.some((frame) => frame.t === 'pong' && frame.n === n)) return;
      page.ws.off('message', look);
      resolve();
    };
    page.ws.on('message', look);
  });
  page.send({ t: 'ping', n });
  await pong;
}

/** One long buzzer round, as the organiser would set it. */
async function onlyBuzzers(): Promise<void> {
  const organizer = new Client(test.house);
  for (const part of cookie.split('; ')) {
    const end = part.indexOf('=');
    organizer.cookies.set(part.slice(0, end), part.slice(end + 1));
  }
  const params = { stageId: show.stageId };
  const config = (await organizer.call('show.get', { params })).body.config as unknown as ShowConfig;
  const buzzer = config.rounds.find(({ kind }) => kind === 'buzzer')!;
  const questions = Array.from({ length: QUESTIONS }, (_, i) => ({
    id: `q${i}`,
    stem: `抢答题 ${i}`,
    answer: '答案',
  }));
  const body = {
    config: { ...config, tableOrder: 'listed', rounds: [{ ...buzzer, pressWindowSec: null, questions }] },
  };
  const updated = await organizer.call('show.update', { params, body });
  if (updated.status !== 200) throw new Error(JSON.stringify(updated.body));
}
