import { wagerDefault, type TeamView } from '@leitai/rules/show';
import {
  act,
  cookieOf,
  fewUnits,
  hostPage,
  liveHouse,
  showContest,
  signedIn,
  teamPage,
  type LiveHouse,
  type LivePage,
} from '@leitai/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

let test: LiveHouse;
beforeAll(async () => {
  test = await liveHouse();
});
afterAll(() => test.close());

it('QZ-20 a stake names no question, is taken over the line and counts with the ruling', async () => {
  const units = await fewUnits(test);
  const organizer = await signedIn(test, 'organizer', units.a);
  const show = await showContest(test.house, units.a, { code: 'stake', teams: 2, preset: 'std-3' });
  const params = { stageId: show.stageId };
  const { config } = (await organizer.call('show.get', { params })).body;
  const questions = [{ id: 'w1', stem: '题目', answer: '甲', options: ['甲', '乙'] }];
  const rounds = [{ ...wagerDefault, stakeSec: null, questions }];
  const body = { config: { ...config, tableOrder: 'listed', rounds, decider: { rule: 'none' } } };
  expect((await organizer.call('show.update', { params, body })).status).toBe(200);
  const host = await hostPage(test.url, show.stageId, cookieOf(organizer));
  const team: LivePage<TeamView> = await teamPage(test.url, show.stageId, show.teams[0]!.cookie);
  await act(host, { type: 'start' });
  await act(host, { type: 'startRound', round: 'wager' });
  await act(host, { type: 'nextQuestion' });
  await team.until(({ stake }) => stake !== null);
  expect(await team.cmd({ type: 'stake', question: 'w1', stake: '40' })).toMatchObject({
    ok: false,
    code: 'show.wrongQuestion',
  });
  expect(await team.cmd({ type: 'stake', question: '', stake: '40' })).toMatchObject({ ok: true });
  await act(host, { type: 'nextQuestion' });
  await act(host, { type: 'startClock' });
  expect(await team.cmd({ type: 'answer', question: 'w1', answer: '甲' })).toMatchObject({ ok: true });
  await act(host, { type: 'finishAnswer' });
  const { scores } = await act(host, { type: 'judgeTeams', right: [show.teams[0]!.id] });
  expect(scores.map(({ total }) => total)).toEqual(['140', '100']); // 100 + 40, and no stake
  for (const page of [host, team]) page.close();
});
