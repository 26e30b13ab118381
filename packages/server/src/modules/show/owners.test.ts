import { replay, type ShowConfig, type HostView, type TeamView } from '@leitai/rules/show';
import {
  act,
  buzzerShow,
  cookieOf,
  fewUnits,
  hostPage,
  houseProcess,
  liveHouse,
  playShow,
  showContest,
  signedIn,
  teamPage,
  waitingShow,
  type Client,
  type HouseProcess,
  type LiveHouse,
  LivePage,
} from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Connection, type Database } from '../../platform/database.ts';
import { readConfig, readEvents } from './store.ts';

const press = (page: LivePage<TeamView>) => page.cmd({ type: 'press', question: 'q1' });

describe('more than one owner, and owners that die', () => {
  let test: LiveHouse;
  let organizer: Client;
  let units: Awaited<ReturnType<typeof fewUnits>>;
  const children: HouseProcess[] = [];
  const open: Connection[] = [];
  beforeAll(async () => {
    test = await liveHouse();
    units = await fewUnits(test);
    organizer = await signedIn(test, 'organizer', units.a);
  });
  afterAll(async () => {
    await Promise.all(children.map((child) => child.kill()));
    await Promise.all(open.map((connection) => connection.close()));
    await test.close();
  });

  /** A show of its own database, on which no server runs yet. */
  async function waiting(code: string, teams: number, change: object) {
    const made = await waitingShow(code, teams, { ...change });
    const connection = connect(made.databaseUrl, 1);
    open.push(connection);
    return { ...made, db: connection.db };
  }

  async function child(databaseUrl: string): Promise<HouseProcess> {
    const started = await houseProcess(databaseUrl);
    children.push(started);
    return started;
  }

  async function logOf(db: Database, stageId: string) {
    const events = await readEvents(db, stageId, 0);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
    return replay(
      (await readConfig(db, stageId)) as ShowConfig,
      events.map(({ event }) => event),
    );
  }

  it('QZ-32 two servers on one database never both append: one winner, one log, the same views', async () => {
    const other = await liveHouse(test.databaseUrl);
    try {
      const show = await showContest(test.house, units.a, { code: 'two', teams: 8, preset: 'std-3' });
      await buzzerShow(organizer, show);
      const host = await hostPage(test.url, show.stageId, cookieOf(organizer));
      const pages = await Promise.all(
        show.teams.map(({ cookie }, i) => teamPage(i % 2 ? other.url : test.url, show.stageId, cookie)),
      );
      await playShow(host, new Map(), { until: ({ phase }) => phase === 'reading' });
      await act(host, { type: 'openBuzzers' });
      await Promise.all(pages.map((page) => page.until(({ buzzer }) => buzzer === 'armed')));
      const acks = await Promise.all(pages.map(press));
      expect(acks.map(({ ok }) => ok)).toEqual(acks.map(() => true));
      const seen = await Promise.all(
        pages.map((page) => page.until(({ seq, buzzer }) => buzzer !== 'armed' && seq === host.view!.seq)),
      );
      expect(seen.filter(({ buzzer }) => buzzer === 'first')).toHaveLength(1);
      expect(new Set(seen.map(({ turn }) => turn!.team)).size).toBe(1);
      const state = await logOf(test.house.platform.db, show.stageId);
      expect(state.presses).toHaveLength(8);
      expect(state.seq).toBe(host.view!.seq);
      // A host may go on at the other server.
      const moved = await hostPage(other.url, show.stageId, cookieOf(organizer));
      await act(moved, { type: 'finishAnswer' });
      await host.until(({ phase }) => phase === 'ruling');
    } finally {
      await other.close();
    }
  });

  it('QZ-33 two servers whose timers end the same wait: presses settled once, one winner, the same views', async () => {
    const other = await liveHouse(test.databaseUrl);
    try {
      const show = await showContest(test.house, units.a, { code: 'wait', teams: 4, preset: 'std-3' });
      const order = { rule: 'compensated', capMs: 40, maxOneWayMs: 40, deadHeat: 'lot' } as const;
      await buzzerShow(organizer, show, { order, startDelay: { minMs: 50, maxMs: 100 } });
      const host = await hostPage(test.url, show.stageId, cookieOf(organizer));
      const pages = await Promise.all(
        show.teams.map(({ cookie }, i) => teamPage(i % 2 ? other.url : test.url, show.stageId, cookie)),
      );
      for (const question of ['q1', 'q2', 'q3']) {
        const ready = ({ phase, question: on }: { phase: string; question: { id: string } | null }) =>
          phase === 'reading' && on?.id === question;
        await playShow(host, new Map(), { until: ready });
        await act(host, { type: 'openBuzzers' });
        await Promise.all(pages.map((page) => page.until(({ buzzer }) => buzzer === 'armed')));
        const acks = await Promise.all(pages.map((page) => page.cmd({ type: 'press', question })));
        expect(acks.map(({ ok }) => ok)).toEqual([true, true, true, true]);
        const seen = await Promise.all(
          pages.map((page) => page.until(({ buzzer }) => buzzer === 'first' || buzzer === 'notFirst')),
        );
        expect(seen.filter(({ buzzer }) => buzzer === 'first')).toHaveLength(1);
        await host.until(({ phase }) => phase === 'answering');
        await act(host, { type: 'finishAnswer' });
      }
      const events = await readEvents(test.house.platform.db, show.stageId, 0);
      const count = (type: string) => events.filter(({ event }) => event.type === type).length;
      expect([count('buzzersOpened'), count('buzzSettled'), count('timedOut')]).toEqual([3, 3, 0]);
    } finally {
      await other.close();
    }
  });

  it('kill -9 in the middle of a question: the same state, no acknowledged press lost, the deadline goes on', async () => {
    const { databaseUrl, db, show, cookie } = await waiting('kill', 4, { timeLimitSec: 15 });
    const first = await child(databaseUrl);
    const host = await hostPage(first.url, show.stageId, cookie);
    await playShow(host, new Map(), { until: ({ phase }) => phase === 'reading' });
    await act(host, { type: 'openBuzzers' });
    const pages = await Promise.all(
      show.teams.map(({ cookie }) => teamPage(first.url, show.stageId, cookie)),
    );
    // All press, and the process dies as soon as one of them was told that it counts.
    const acks = pages.map((page) => press(page).then((ack) => ({ page, ack })));
    const told = await Promise.race(acks);
    expect(told.ack.ok).toBe(true);
    await first.kill();
    const acknowledged = (await Promise.all(acks)).filter(({ ack }) => ack.ok);

    const second = await child(databaseUrl);
    const again = await teamPage(second.url, show.stageId, show.teams[0]!.cookie);
    expect(again.view!.phase).toBe('answering');
    const state = await logOf(db, show.stageId);
    for (const { page } of acknowledged) {
      const team = show.teams[pages.indexOf(page)]!.id;
      expect(state.presses.some((logged) => logged.team === team)).toBe(true);
    }
    const deadline = again.view!.clock!.deadline!;
    await again.until(({ phase }) => phase === 'ruling', 20_000);
    expect(Date.now()).toBeGreaterThanOrEqual(deadline);
    expect(Date.now() - deadline).toBeLessThan(3_000);
    await second.kill();
  }, 60_000);

  it('QZ-41 a deadline that passed while no server ran takes effect when one starts, with nobody watching', async () => {
    const { databaseUrl, db, show, cookie } = await waiting('down', 2, { pressWindowSec: 1 });
    const first = await child(databaseUrl);
    const host = await hostPage(first.url, show.stageId, cookie);
    await playShow(host, new Map(), { until: ({ phase }) => phase === 'reading' });
    await act(host, { type: 'openBuzzers' });
    await first.kill();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const second = await child(databaseUrl);
    const started = Date.now();
    while ((await logOf(db, show.stageId)).phase === 'open' && Date.now() - started < 3_000)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await logOf(db, show.stageId)).phase).toBe('judged');
    await second.kill();
  });

  it('QZ-37 kill -9 while the buzzers are open: armed phones are armed, the ruling that was acknowledged stands', async () => {
    const { databaseUrl, db, show, cookie } = await waiting('armed', 3, { afterWrong: 'reopen' });
    const first = await child(databaseUrl);
    const host = await hostPage(first.url, show.stageId, cookie);
    await playShow(host, new Map(), { until: ({ phase }) => phase === 'reading' });
    const pages = await Promise.all(show.teams.map((team) => teamPage(first.url, show.stageId, team.cookie)));
    await act(host, { type: 'openBuzzers' });
    expect(await press(pages[0]!)).toMatchObject({ ok: true });
    await host.until(({ phase }) => phase === 'answering');
    await act(host, { type: 'finishAnswer' });
    await act(host, { type: 'judge', verdict: 'wrong' });
    await act(host, { type: 'openBuzzers' });
    const { seq } = host.view!;
    await first.kill();

    const second = await child(databaseUrl);
    const again = await Promise.all(
      show.teams.map((team) => teamPage(second.url, show.stageId, team.cookie)),
    );
    expect(again.map(({ view }) => view!.buzzer)).toEqual(['locked', 'armed', 'armed']);
    const state = await logOf(db, show.stageId);
    expect(state.seq).toBe(seq);
    expect(state.ledger.at(-1)).toMatchObject({ team: show.teams[0]!.id, reason: 'wrong', delta: '-10' });
    expect(await press(again[1]!)).toMatchObject({ ok: true });
    // The console that was open is still the console: its page comes back with its id.
    const back = await LivePage.open<HostView>(second.url, `show=${show.stageId}&as=host`, { cookie });
    await back.hello(host.view!.console!);
    await back.until(({ phase }) => phase === 'answering');
    await act(back, { type: 'finishAnswer' });
    await second.kill();
  });
});
