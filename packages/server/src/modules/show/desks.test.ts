import type { Role } from '@leitai/rules';
import { DESKS, type Desk, type HostView } from '@leitai/rules/show';
import {
  act,
  buzzerHall,
  cookieOf,
  fewUnits,
  hostPage,
  liveHouse,
  LivePage,
  signedIn,
  type Client,
  type LiveHouse,
} from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe('desks of a show', () => {
  let test: LiveHouse;
  let organizer: Client;
  let units: Awaited<ReturnType<typeof fewUnits>>;
  beforeAll(async () => {
    test = await liveHouse();
    units = await fewUnits(test);
    organizer = await signedIn(test, 'organizer', units.a);
  });
  afterAll(() => test.close());

  const hall = (change: Parameters<typeof buzzerHall>[4] = {}) =>
    buzzerHall(test, organizer, units.a, 3, change);
  async function sit(stageId: string, role: Role, desk: Desk) {
    const client = await signedIn(test, role, units.a);
    const page = await hostPage(test.url, stageId, cookieOf(client), desk);
    return { page, username: (await client.call('session.get')).body!.username };
  }
  const withdraw = (username: string) =>
    test.house.platform.pool.query(
      'delete from role_grant using auth_user u where u.id = user_id and u.username = $1',
      [username],
    );

  it('QZ-01 who may sit where; a desk that is none, or not one’s own, is not found', async () => {
    const { show } = await hall();
    const expected: [Role, readonly Desk[]][] = [
      ['host', DESKS],
      ['timekeeper', ['timekeeper']],
      ['scorekeeper', ['scorekeeper']],
      ['judge', ['jury']],
      ['arbiter', []],
    ];
    for (const [role, desks] of expected) {
      const client = await signedIn(test, role, units.a);
      const cookie = cookieOf(client);
      for (const desk of [...DESKS, 'king']) {
        const query = `show=${show.stageId}&as=host&desk=${desk}`;
        const page = await LivePage.open<HostView>(test.url, query, { cookie });
        page.send({ t: 'hello', v: 1, console: 'x' });
        const may = (desks as readonly string[]).includes(desk);
        const met = await Promise.race([page.until(() => true), page.closed]);
        expect([role, desk, 'desk' in met ? met.desk : met.bye]).toEqual([
          role,
          desk,
          may ? desk : 'notFound',
        ]);
        page.close();
      }
      expect((await client.call('show.get', { params: { stageId: show.stageId } })).status).toBe(
        role === 'host' ? 200 : 404,
      );
    }
  });

  it('QZ-01 each desk does its own part only, whatever its page sends, and beside the host', async () => {
    const { show, host, pages } = await hall();
    const { page: timekeeper } = await sit(show.stageId, 'timekeeper', 'timekeeper');
    const { page: scorekeeper } = await sit(show.stageId, 'scorekeeper', 'scorekeeper');
    const { page: jury } = await sit(show.stageId, 'judge', 'jury');
    await act(host, { type: 'openBuzzers' });
    await pages[0]!.cmd({ type: 'press', question: 'q1' });
    await host.until(({ phase }) => phase === 'answering');
    const { step } = host.view!;
    const verdict = { type: 'judge', verdict: 'right', step } as const;
    for (const page of [timekeeper, scorekeeper]) {
      expect(await page.cmd(verdict)).toMatchObject({ ok: false, code: 'show.desk.notYours' });
      expect(await page.cmd({ ...verdict, desk: 'host' })).toMatchObject({ code: 'request.invalid' });
    }
    expect(await jury.cmd({ type: 'closeQuestion', step })).toMatchObject({ code: 'show.desk.notYours' });
    await timekeeper.until((view) => view.step === step);
    await act(timekeeper, { type: 'finishAnswer' });
    await jury.until(({ phase }) => phase === 'ruling');
    await act(jury, { type: 'judge', verdict: 'right' });
    const team = show.teams[1]!.id;
    await scorekeeper.until(({ phase }) => phase === 'judged');
    await act(scorekeeper, { type: 'adjust', team, delta: '-10', reason: '观众提示' });
    await host.until(() => host.ledger.at(-1)?.reason === 'adjust');
    expect(host.ledger.slice(-2).map(({ delta }) => delta)).toEqual(['10', '-10']);
    // New rows only; a desk that comes later gets all of them.
    const frames = host.frames.flatMap((frame) => (frame.t === 'ledger' ? [frame] : []));
    expect(frames.slice(-2).map(({ from, rows }) => rows.map(({ no }) => no - from))).toEqual([[1], [1]]);
    const { page: late } = await sit(show.stageId, 'scorekeeper', 'scorekeeper');
    expect(late.ledger).toEqual(host.ledger);
    for (const page of pages) expect(page.frames.some(({ t }) => t === 'ledger')).toBe(false);
    // Answers are for those who ask and rule.
    expect(jury.view!.item).toMatchObject({ answer: '答案机密 q1' });
    for (const page of [timekeeper, scorekeeper]) expect(page.texts.join('')).not.toContain('机密');
  });

  it('QZ-04 a judge of a unit with a team on stage is shown out of the jury, in the middle of a show too', async () => {
    const { show } = await hall();
    const { page, username } = await sit(show.stageId, 'judge', 'jury');
    const { platform } = test.house;
    const [team] = show.teams;
    // The teams of this hall come from the contest's own unit, but one.
    await platform.pool.query('update entry set unit_id = $1 where id = $2', [units.x, team!.id]);
    await platform.pool.query(
      `insert into role_grant (user_id, role, unit_id, granted_by, granted_at)
        select id, 'observer', $2, 'test', now() from auth_user where username = $1`,
      [username, units.x],
    );
    expect((await page.closed).bye).toBe('show.recused');
    const { page: other } = await sit(show.stageId, 'judge', 'jury');
    expect(other.view!.desk).toBe('jury');
  });

  it('QZ-01 jury and host rule at once: one counts, the other is told', async () => {
    const { show, host, pages } = await hall();
    const { page: jury } = await sit(show.stageId, 'judge', 'jury');
    await act(host, { type: 'openBuzzers' });
    await pages[0]!.cmd({ type: 'press', question: 'q1' });
    await host.until(({ phase }) => phase === 'answering');
    await act(host, { type: 'finishAnswer' });
    const { step } = await jury.until((view) => view.step === host.view!.step);
    const acks = await Promise.all([
      host.cmd({ type: 'judge', verdict: 'right', step }),
      jury.cmd({ type: 'judge', verdict: 'wrong', step }),
    ]);
    expect(acks.filter(({ ok }) => ok)).toHaveLength(1);
    expect(acks.find(({ ok }) => !ok)).toMatchObject({ code: 'show.stale' });
    await jury.until(({ phase }) => phase === 'judged');
    expect(jury.ledger.filter(({ reason }) => reason === 'right' || reason === 'wrong')).toHaveLength(1);
  });

  it('a right withdrawn in the middle of a show shows out that desk and nobody else', async () => {
    const { show, host } = await hall();
    const { page: jury, username } = await sit(show.stageId, 'judge', 'jury');
    const { page: other } = await sit(show.stageId, 'judge', 'jury');
    await withdraw(username);
    expect((await jury.closed).bye).toBe('notFound');
    await act(host, { type: 'openBuzzers' });
    await other.until(({ phase }) => phase === 'open');
    expect(other.ws.readyState).toBe(1);
  });

  it('a host’s page replaced in the middle of a question: the new one goes on, the old one is refused', async () => {
    const { show, host, pages } = await hall();
    await act(host, { type: 'openBuzzers' });
    const newer = await hostPage(test.url, show.stageId, cookieOf(organizer));
    const { page: remote } = await sit(show.stageId, 'host', 'remote');
    expect(newer.view).toMatchObject({ phase: 'open', item: { id: 'q1' } });
    await pages[2]!.cmd({ type: 'press', question: 'q1' });
    await newer.until(({ phase }) => phase === 'answering');
    const { step } = newer.view!;
    expect(await host.cmd({ type: 'finishAnswer', step })).toMatchObject({ code: 'show.console.replaced' });
    await act(newer, { type: 'finishAnswer' });
    // A desk has a console of its own.
    await remote.until(({ phase }) => phase === 'ruling');
    await act(remote, { type: 'judge', verdict: 'right' });
    await newer.until(({ phase }) => phase === 'judged');
  });
});
