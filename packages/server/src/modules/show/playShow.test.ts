import type { HostView, ScreenView, SpectatorView, TeamView } from '@leitai/rules/show';
import {
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
  type ShowContest,
} from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentMarks } from '../marks/index.ts';
import { stageEntries } from '../contest/index.ts';

describe('a whole show', () => {
  let test: LiveHouse;
  let organizer: Client;
  let show: ShowContest;
  beforeAll(async () => {
    test = await liveHouse();
    const units = await fewUnits(test);
    organizer = await signedIn(test, 'organizer', units.a);
    show = await showContest(test.house, units.a, { code: 'ceair', teams: 6, preset: 'ceair-ground' });
  });
  afterAll(() => test.close());
  const params = () => ({ stageId: show.stageId });

  it('configuration, links and rule sheet come from preset, entries and material', async () => {
    const { body } = await organizer.call('show.get', { params: params() });
    const config = body.config as unknown as import('@leitai/rules/show').ShowConfig;
    expect(config.teams.map(({ name }) => name)).toEqual([
      '第1队',
      '第2队',
      '第3队',
      '第4队',
      '第5队',
      '第6队',
    ]);
    expect(config.rounds.map(({ kind, questions }) => [kind, questions.length])).toEqual([
      ['mandatory', 18],
      ['video', 6],
      ['charades', 6],
      ['buzzer', 14],
      ['risk', 18],
    ]);
    const links = (await organizer.call('show.links', { params: params() })).body;
    expect(links.teams).toHaveLength(6);
    expect(links.teams[0]!.path).toMatch(/^\/t\/.+/);
    const sheet = (await organizer.call('show.ruleSheet', { params: params() })).body;
    expect(sheet.sections.length).toBeGreaterThan(5);
    expect((await organizer.call('show.close', { params: params() })).body).toMatchObject({
      code: 'show.notFinished',
    });
  });

  it('QZ-11 plays to the end over sockets; no answer reaches a team, the screen or the audience too early; marks follow', async () => {
    const host = await hostPage(test.url, show.stageId, cookieOf(organizer));
    const teams = new Map<string, LivePage<TeamView>>();
    for (const { id, cookie } of show.teams) teams.set(id, await teamPage(test.url, show.stageId, cookie));
    const { screen: path } = (await organizer.call('show.links', { params: params() })).body;
    const key = new URL(path, test.url).searchParams.get('key')!;
    const screen = await LivePage.open<ScreenView>(test.url, `show=${show.stageId}&as=screen&key=${key}`);
    await screen.hello();
    const audience = await LivePage.open<SpectatorView>(test.url, `show=${show.stageId}&as=audience`);
    await audience.hello();
    await playShow(host, teams);
    const end = await audience.until(({ phase }) => phase === 'finished');
    expect(end.scores).toHaveLength(6);
    const { config } = (await organizer.call('show.get', { params: params() })).body as unknown as {
      config: import('@leitai/rules/show').ShowConfig;
    };
    const questions = config.rounds.flatMap((round) => round.questions);
    for (const page of [...teams.values(), screen, audience]) leaks(page, questions);

    const close = () => organizer.call('show.close', { params: params() });
    expect((await close()).body).toEqual({ entries: 6 });
    expect((await close()).body).toEqual({ entries: 6 });
    const marks = await currentMarks(test.house.platform.db, show.stageId);
    expect(new Set(marks.map(({ entry }) => entry))).toEqual(
      new Set(await stageEntries(test.house.platform.db, show.stageId)),
    );
    for (const { team, total } of end.scores)
      expect(marks.find(({ entry }) => entry === team)?.score).toBe(total);
    const record = (await organizer.call('show.record', { params: params() })).body;
    expect(record.events).toBe(end.seq);
    expect(record.presses.length).toBeGreaterThan(0);
  });
});

/** Every frame: what the page may know is what was revealed by then; the word to be guessed is the screen's alone. */
function leaks(
  page: LivePage<HostView | ScreenView | SpectatorView | TeamView>,
  questions: readonly import('@leitai/rules/show').QuestionItem[],
): void {
  let checked = 0;
  for (const frame of page.frames) {
    if (frame.t !== 'view') continue;
    const view = frame.view as SpectatorView & { word?: string | null };
    const open = view.question?.reveal ? view.question.id : null;
    // What was asked, its options and the word on the screen may happen to hold the words of an answer.
    const text = JSON.stringify({ ...view, word: null, question: null });
    for (const { id, answer, explanation, hits = [], words = [] } of questions) {
      const shown =
        view.question?.id === id ? JSON.stringify({ ...view.question, stem: '', options: null }) : '';
      for (const secret of [answer, explanation, ...hits, ...words].filter((s) => s && s.length > 3)) {
        checked += 1;
        if (text.includes(secret!) || (open !== id && shown.includes(secret!)))
          expect.fail(`${secret} of ${id} in the ${view.audience} frame ${frame.seq}`);
      }
    }
  }
  expect(checked).toBeGreaterThan(1_000);
}
