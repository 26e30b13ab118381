import {
  act,
  buzzerShow,
  cookieOf,
  fewUnits,
  hostPage,
  liveHouse,
  LivePage,
  playShow,
  showContest,
  signedIn,
  teamPage,
  type Client,
  type LiveHouse,
} from '@leitai/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

let test: LiveHouse;
let units: Awaited<ReturnType<typeof fewUnits>>;
let organizer: Client;
beforeAll(async () => {
  test = await liveHouse();
  units = await fewUnits(test);
  organizer = await signedIn(test, 'organizer', units.a);
});
afterAll(() => test.close());

/** Frames that all who watch get during one question, from its opening to its closing, while `crowd` people arrive. */
async function framesOfOneQuestion(crowd: number): Promise<{ views: number; all: number }> {
  const show = await showContest(test.house, units.a, { code: `crowd-${crowd}`, teams: 2, preset: 'std-3' });
  await buzzerShow(organizer, show);
  const host = await hostPage(test.url, show.stageId, cookieOf(organizer));
  const teams = await Promise.all(show.teams.map(({ cookie }) => teamPage(test.url, show.stageId, cookie)));
  await playShow(host, new Map(), { until: ({ phase }) => phase === 'reading' });
  const pages = await Promise.all(
    Array.from({ length: crowd }, () => LivePage.open(test.url, `show=${show.stageId}&as=audience`)),
  );
  const arrived = Promise.all(pages.map((page) => page.hello()));
  await act(host, { type: 'openBuzzers' });
  await arrived;
  await Promise.all(teams.map((team) => team.cmd({ type: 'press', question: 'q1' })));
  await act(host, { type: 'finishAnswer' });
  await act(host, { type: 'judge', verdict: 'right' });
  const { seq } = await act(host, { type: 'closeQuestion' });
  await Promise.all(pages.map((page) => page.until((view) => view.seq === seq)));
  // The head count comes once for all who arrived.
  await expect.poll(() => pages.at(-1)!.frames.some(({ t }) => t === 'crowd'), { timeout: 6_000 }).toBe(true);
  const frames = pages.flatMap((page) => page.frames);
  for (const page of [host, ...teams, ...pages]) page.close();
  return { views: frames.filter(({ t }) => t === 'view').length, all: frames.length };
}

it('frames of a question grow with the number who watch, not with its square', async () => {
  const [few, many] = [await framesOfOneQuestion(20), await framesOfOneQuestion(40)];
  expect(few.views).toBeGreaterThanOrEqual(20);
  // Twice as many people, at most twice as many frames and a head count more; if arrivals were told to all it were four.
  expect(many.all).toBeLessThanOrEqual(2.5 * few.all);
  for (const [{ all }, crowd] of [
    [few, 20],
    [many, 40],
  ] as const)
    // One view on arrival, one for each of six changes, head counts.
    expect(all / crowd).toBeLessThanOrEqual(7 + 2);
});
