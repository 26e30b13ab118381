import type { ShowConfig, TeamView } from '@leitai/rules/show';
import {
  act,
  buzzerShow,
  cookieOf,
  fewUnits,
  hostPage,
  liveHouse,
  playShow,
  showContest,
  signedIn,
  teamPage,
  type Client,
  type LiveHouse,
  type LivePage,
} from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEvents } from './store.ts';

describe('a team that changes its mind without end', () => {
  let test: LiveHouse;
  let organizer: Client;
  let unit: string;
  beforeAll(async () => {
    test = await liveHouse();
    unit = (await fewUnits(test)).a;
    organizer = await signedIn(test, 'organizer', unit);
  });
  afterAll(() => test.close());

  /** Two teams; the first has two phones. */
  async function hall(code: string, change: (config: ShowConfig) => object) {
    const show = await showContest(test.house, unit, { code, teams: 2, preset: 'std-3' });
    const config = await buzzerShow(organizer, show);
    const params = { stageId: show.stageId };
    const body = { config: { ...config, ...change(config) } };
    expect((await organizer.call('show.update', { params, body })).status).toBe(200);
    const host = await hostPage(test.url, show.stageId, cookieOf(organizer));
    const [a, b] = show.teams.map(({ cookie }) => cookie) as [string, string];
    const open = (cookie: string) => teamPage(test.url, show.stageId, cookie);
    const [one, two, other] = (await Promise.all([open(a), open(a), open(b)])) as [
      LivePage<TeamView>,
      LivePage<TeamView>,
      LivePage<TeamView>,
    ];
    const kept = async (type: string): Promise<number> =>
      (await readEvents(test.house.platform.db, show.stageId, 0)).filter(({ event }) => event.type === type)
        .length;
    return { host, one, two, other, kept };
  }

  const codes = async (acks: ReturnType<LivePage['cmd']>[]): Promise<Set<string>> =>
    new Set((await Promise.all(acks)).map((ack) => (ack.ok ? 'ok' : ack.code)));

  it('is told to slow down, whatever the number of its phones; the log stays small and the others answer', async () => {
    const { host, one, two, other, kept } = await hall('minds', ({ rounds: [round] }) => ({
      rounds: [
        {
          kind: 'cardRaise',
          id: 'cards',
          title: '判断题',
          practice: false,
          eliminate: 0,
          timeLimitSec: 60,
          wrongIsOut: false,
          points: '10',
          wrongPenalty: '0',
          questions: round!.questions,
        },
      ],
    }));
    await playShow(host, new Map(), { until: ({ phase }) => phase === 'reading' });
    await act(host, { type: 'startClock' });
    const answer = (page: LivePage<TeamView>, text: string) =>
      page.cmd({ type: 'answer', question: 'q1', answer: text });
    const flood = Array.from({ length: 30 }, (_, i) =>
      [one, two].map((page) => answer(page, i % 2 ? '对' : '错')),
    ).flat();
    expect(await answer(other, '对')).toMatchObject({ ok: true });
    expect(await codes(flood)).toEqual(new Set(['ok', 'rate.tooMany']));
    expect(await kept('answerEntered')).toBeLessThan(20);
    await act(host, { type: 'finishAnswer' });
  });

  it('so it is with test presses; presses that count have no such pace', async () => {
    const { host, one, two, kept } = await hall('tests', () => ({}));
    await act(host, { type: 'startTest' });
    const press = (page: LivePage<TeamView>, question: string) => page.cmd({ type: 'press', question });
    const flood = Array.from({ length: 30 }, () => [one, two].map((page) => press(page, 'test'))).flat();
    expect(await codes(flood)).toEqual(new Set(['ok', 'rate.tooMany']));
    expect(await kept('testPressed')).toBeLessThan(20);
    await act(host, { type: 'endTest' });
    await playShow(host, new Map(), { until: ({ phase }) => phase === 'reading' });
    await act(host, { type: 'openBuzzers' });
    expect(await press(one, 'q1')).toMatchObject({ ok: true });
  });
});
