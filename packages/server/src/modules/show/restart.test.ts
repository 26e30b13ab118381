import type { HostView, TeamView } from '@leitai/rules/show';
import {
  act,
  hostPage,
  houseProcess,
  LivePage,
  playShow,
  teamPage,
  waitingShow,
  type HouseProcess,
} from '@leitai/testkit';
import { afterAll, describe, expect, it } from 'vitest';

const order = { rule: 'compensated', capMs: 1_000, maxOneWayMs: 1_000, deadHeat: 'jury' } as const;

/** Where a show stands between two acts of the host: a process that dies there leaves its work to the next. */
describe('a process that dies while the rules wait for a clock of their own', () => {
  const children: HouseProcess[] = [];
  afterAll(() => Promise.all(children.map((child) => child.kill())));

  it('QZ-33 QZ-37 the random delay goes on, presses under way are settled, a dead heat still waits for the jury', async () => {
    const { databaseUrl, show, cookie } = await waitingShow('restart', 3, {
      order,
      startDelay: { minMs: 1_500, maxMs: 1_500 },
    });
    const start = async () => {
      const child = await houseProcess(databaseUrl);
      children.push(child);
      // Unmeasured devices are in doubt by `maxOneWayMs`: however busy the machine, their presses tie.
      const teams = await Promise.all(
        show.teams.map((team) => teamPage(child.url, show.stageId, team.cookie, { autoPong: false })),
      );
      return { child, teams: teams as [LivePage<TeamView>, LivePage<TeamView>] };
    };
    const back = async (url: string, console: string): Promise<LivePage<HostView>> => {
      const page = await LivePage.open<HostView>(url, `show=${show.stageId}&as=host`, { cookie });
      await page.hello(console);
      return page;
    };
    const first = await start();
    const host = await hostPage(first.child.url, show.stageId, cookie);
    const console = host.view!.console!;
    await playShow(host, new Map(), { until: ({ phase }) => phase === 'reading' });
    await act(host, { type: 'openBuzzers' });
    expect(host.view!.arming).toBe(true);
    await first.child.kill();

    const second = await start();
    await Promise.all(second.teams.map((team) => team.until(({ buzzer }) => buzzer === 'armed', 4_000)));
    // The third team stays away: the others are waited for in full.
    const tied = second.teams.slice(0, 2);
    const acks = await Promise.all(tied.map((team) => team.cmd({ type: 'press', question: 'q1' })));
    expect(acks).toMatchObject([{ ok: true }, { ok: true }]);
    expect(second.teams[0].view!.phase).toBe('gathering');
    await second.child.kill();

    const third = await start();
    expect(third.teams.map(({ view }) => view!.buzzer)).toEqual(['pressed', 'pressed', 'armed']);
    await third.teams[0].until(({ phase }) => phase === 'deadHeat', 4_000);
    await third.child.kill();

    const fourth = await start();
    const page = await back(fourth.child.url, console);
    expect(page.view).toMatchObject({ phase: 'deadHeat' });
    await act(page, { type: 'settleDeadHeat', team: show.teams[1]!.id });
    await fourth.teams[1].until(({ buzzer }) => buzzer === 'first');
    await fourth.teams[0].until(({ buzzer }) => buzzer === 'notFirst');
  }, 240_000);
});
