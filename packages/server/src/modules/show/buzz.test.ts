import type { TeamView } from '@leitai/rules/show';
import {
  act,
  buzzerHall,
  cookieOf,
  fewUnits,
  hostPage,
  liveHouse,
  playShow,
  signedIn,
  teamPage,
  type Client,
  type LiveHouse,
  type LivePage,
} from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe('buzzers over sockets', () => {
  let test: LiveHouse;
  let organizer: Client;
  let units: Awaited<ReturnType<typeof fewUnits>>;
  beforeAll(async () => {
    test = await liveHouse();
    units = await fewUnits(test);
    organizer = await signedIn(test, 'organizer', units.a);
  });
  afterAll(() => test.close());

  const hall = (teamCount: number, change: Parameters<typeof buzzerHall>[4] = {}) =>
    buzzerHall(test, organizer, units.a, teamCount, change);
  const press = (page: LivePage<TeamView>, question = 'q1', id?: string) =>
    page.cmd({ type: 'press', question }, id);

  it('QZ-34 a hundred parallel presses of eight teams: one first, all acknowledged, seven told "not first"', async () => {
    const { host, pages, show } = await hall(8);
    await act(host, { type: 'openBuzzers' });
    const acks = await Promise.all(Array.from({ length: 100 }, (_, i) => press(pages[i % 8]!)));
    expect(acks).toHaveLength(100);
    expect(acks.filter((ack) => ack.ok)).toHaveLength(8);
    for (const ack of acks) if (!ack.ok) expect(ack.code).toBe('show.alreadyPressed');
    const seen = await Promise.all(
      pages.map((page) => page.until(({ buzzer }) => buzzer === 'first' || buzzer === 'notFirst')),
    );
    expect(seen.map(({ buzzer }) => buzzer).sort()).toEqual(['first', ...Array<string>(7).fill('notFirst')]);
    const { body } = await organizer.call('show.record', { params: { stageId: show.stageId } });
    expect(body.presses.map(({ verdict }) => verdict).sort()).toEqual([
      'first',
      ...Array<string>(7).fill('notFirst'),
    ]);
    expect(host.view!.presses).toHaveLength(8);
  });

  it('QZ-30 a press before the start, for another question, twice, after the lock and by a team that is out', async () => {
    const { host, pages } = await hall(3, { foul: { rule: 'lockout' }, afterWrong: 'reopen' });
    const [a, b, c] = pages as [LivePage<TeamView>, LivePage<TeamView>, LivePage<TeamView>];
    expect(await press(a)).toMatchObject({ ok: false, code: 'show.notOpen' });
    await act(host, { type: 'openBuzzers' });
    expect(await press(a, 'q2')).toMatchObject({ ok: false, code: 'show.wrongQuestion' });
    const first = await press(a, 'q1', 'the same press');
    expect(first).toMatchObject({ ok: true });
    expect(await press(a, 'q1', 'the same press')).toEqual(first);
    expect(await press(a)).toMatchObject({
      ok: false,
      code: 'show.alreadyPressed',
      facts: { verdict: 'first' },
    });
    expect(await press(b)).toMatchObject({ ok: true });
    await b.until(({ buzzer }) => buzzer === 'notFirst');
    await host.until(({ presses }) => presses.length === 2);
    await act(host, { type: 'finishAnswer' });
    await act(host, { type: 'judge', verdict: 'wrong' });
    expect(await press(c)).toMatchObject({ ok: false, code: 'show.notOpen' });
    await act(host, { type: 'openBuzzers' });
    expect(await press(a)).toMatchObject({ ok: false, code: 'show.excluded' });
    expect(await press(c)).toMatchObject({ ok: true });
  });

  it('QZ-31 an early press is a foul: points off and the question void, for the team that pressed', async () => {
    const { host, pages, show } = await hall(2);
    expect(await press(pages[0]!)).toMatchObject({ ok: true });
    await host.until(({ phase }) => phase === 'judged');
    expect(host.ledger.at(-1)).toMatchObject({ team: show.teams[0]!.id, delta: '-10', reason: 'foul' });
    await pages[0]!.until(({ foul }) => foul);
    expect(pages[1]!.view!.foul).toBe(false);
    expect(await press(pages[1]!)).toMatchObject({ ok: false, code: 'show.tooLate' });
  });

  it('QZ-37 a page that is loaded again while the buzzers are open keeps the right to press', async () => {
    const { host, pages, show } = await hall(2);
    await act(host, { type: 'openBuzzers' });
    pages[0]!.ws.terminate();
    const again = await teamPage(test.url, show.stageId, show.teams[0]!.cookie);
    expect(again.view).toMatchObject({ phase: 'open', buzzer: 'armed', question: { id: 'q1' } });
    expect(await press(again)).toMatchObject({ ok: true });
    await again.until(({ buzzer }) => buzzer === 'first');
    // Also after the verdict: the page shows what happened.
    again.ws.terminate();
    const third = await teamPage(test.url, show.stageId, show.teams[0]!.cookie);
    expect(third.view).toMatchObject({ phase: 'answering', buzzer: 'first', myTurn: true });
  });

  it("QZ-41 the deadline is the server's: nobody presses, then nobody finishes the answer", async () => {
    const { host, pages } = await hall(2, { pressWindowSec: 1, timeLimitSec: 1, nobody: 'void' });
    await act(host, { type: 'openBuzzers' });
    expect((await host.until(({ phase }) => phase === 'judged')).turn!.outcome).toBe('nobody');
    expect(await press(pages[0]!)).toMatchObject({ ok: false, code: 'show.tooLate' });
    await act(host, { type: 'closeQuestion' });
    await act(host, { type: 'nextQuestion' });
    await act(host, { type: 'openBuzzers' });
    expect(await press(pages[1]!, 'q2')).toMatchObject({ ok: true });
    const late = await host.until(({ phase }) => phase === 'ruling');
    expect(late).toMatchObject({ turn: { late: true }, proposal: { verdict: 'wrong', delta: '-10' } });
  });

  it('a pause stops the clock on the server', async () => {
    const { host } = await hall(2, { pressWindowSec: 1 });
    await act(host, { type: 'openBuzzers' });
    await act(host, { type: 'pause', reason: 'break' });
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect(host.view).toMatchObject({ phase: 'open', paused: true });
    await act(host, { type: 'resume' });
    await host.until(({ phase }) => phase === 'judged');
  });

  it('an older console is refused once a newer one took over; a double click counts once', async () => {
    const { host, show } = await hall(2);
    const newer = await hostPage(test.url, show.stageId, cookieOf(organizer));
    expect(await host.cmd({ type: 'openBuzzers', step: newer.view!.step })).toMatchObject({
      ok: false,
      code: 'show.console.replaced',
    });
    const { step } = newer.view!;
    const [one, two] = await Promise.all([
      newer.cmd({ type: 'openBuzzers', step }),
      newer.cmd({ type: 'openBuzzers', step }),
    ]);
    expect([one!.ok, two!.ok].filter(Boolean)).toHaveLength(1);
    expect([one!, two!].find((ack) => !ack.ok)).toMatchObject({ code: 'show.stale' });
  });

  it('QZ-50 QZ-51 a tie that matters is decided by sudden death; the score stays, the mark knows the place', async () => {
    const { host, teams, show } = await hall(2, { only: true });
    let called = 0;
    await playShow(host, teams, {
      // Nobody scores in the round; the first answer of the decider is right.
      verdict: (view) => (view.decider ? 'right' : ((called += 1), 'void')),
    });
    expect(called).toBe(1);
    const { scores } = host.view!;
    expect(scores.map(({ total, place, decided }) => [total, place, decided])).toEqual([
      ['100', 1, true],
      ['100', 2, true],
    ]);
    const params = { stageId: show.stageId };
    expect((await organizer.call('show.close', { params })).body).toEqual({ entries: 2 });
    const { rows } = await test.house.platform.pool.query(
      'select entry_id, score::text, decider from mark where stage_id = $1 order by decider',
      [show.stageId],
    );
    expect(rows).toEqual(scores.map(({ team }, i) => ({ entry_id: team, score: '100', decider: i + 1 })));
  });
});
