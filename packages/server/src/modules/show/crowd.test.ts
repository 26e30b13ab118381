import { createHash } from 'node:crypto';
import { checkPrize, type HostAct, type HostView } from '@leitai/rules/show';
import {
  act,
  audienceShow,
  cookieOf,
  fewUnits,
  guestPage,
  hostPage,
  liveHouse,
  LivePage,
  playShow,
  showContest,
  signedIn,
  type Client,
  type GuestPage,
  type LiveHouse,
  type ShowContest,
} from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GuestBook } from './guestBook.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the audience’s phones', () => {
  let test: LiveHouse;
  let organizer: Client;
  let units: Awaited<ReturnType<typeof fewUnits>>;
  beforeAll(async () => {
    test = await liveHouse();
    units = await fewUnits(test);
    organizer = await signedIn(test, 'organizer', units.a);
  });
  afterAll(() => test.close());

  interface Hall {
    readonly show: ShowContest;
    readonly host: LivePage<HostView>;
    come(token?: string): Promise<GuestPage>;
    /** As many phones as that, all at once. */
    crowd(n: number): Promise<GuestPage[]>;
    /** The console's word as it stands, with its refusal. */
    say(what: Record<string, unknown>): ReturnType<LivePage['cmd']>;
  }
  let count = 0;
  /** The first audience question is on stage. */
  async function hall(house = test): Promise<Hall> {
    count += 1;
    const show = await showContest(test.house, units.a, { code: `c${count}`, teams: 2, preset: 'std-3' });
    await audienceShow(organizer, show);
    const host = await hostPage(house.url, show.stageId, cookieOf(organizer));
    await playShow(host, new Map(), { until: ({ phase }) => phase === 'reading' });
    const come = (token?: string) => guestPage(house.url, show.stageId, token);
    return {
      show,
      host,
      come,
      crowd: (n) => Promise.all(Array.from({ length: n }, () => come())),
      say: (what) => host.cmd({ ...what, step: host.view!.step }),
    };
  }
  const answer = ({ page }: GuestPage, choice: number, id = 'a1') =>
    page.cmd({ type: 'crowdAnswer', id, choice });
  const stop = { type: 'stopCrowd' } as HostAct;
  const drawn = (of: number): HostAct => ({ type: 'drawPrize', count: of }) as unknown as HostAct;

  it('QZ-20 two hundred phones answer at once: one answer each, the last before the stop, none after it', async () => {
    const { host, crowd, show } = await hall();
    const phones = await crowd(200);
    expect(new Set(phones.map(({ code }) => code)).size).toBe(200);
    for (const { code } of phones) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{5}$/);
    expect(await answer(phones[0]!, 0)).toMatchObject({ ok: false, code: 'show.crowd.none' });
    await act(host, { type: 'askCrowd' });
    await Promise.all(phones.map(({ page }) => page.until(({ crowd }) => crowd.asking !== null)));
    const acks = await Promise.all(phones.map((phone, i) => answer(phone, i % 2 === 0 ? 3 : 1)));
    expect(acks.filter(({ ok }) => ok)).toHaveLength(200);
    const changed = await Promise.all(phones.slice(0, 50).map((phone) => answer(phone, 0)));
    expect(changed.every(({ ok }) => ok)).toBe(true);
    const view = await act(host, stop);
    expect(view.crowd.result).toMatchObject({ id: 'a1', answered: 200, counts: [50, 75, 0, 75] });
    expect(await answer(phones[0]!, 3)).toMatchObject({ ok: false, code: 'show.crowd.none' });
    const { rows } = await test.house.platform.pool.query<{ n: number; guests: number }>(
      'select count(*)::int as n, count(distinct guest)::int as guests from crowd_answer where stage_id = $1',
      [show.stageId],
    );
    expect(rows[0]).toEqual({ n: 250, guests: 200 });
  });

  it('QZ-20 the count is what was acknowledged, also when the stop falls among the answers', async () => {
    const { host, crowd } = await hall();
    const phones = await crowd(60);
    await act(host, { type: 'askCrowd' });
    const under = phones.map(async (phone, i) => {
      await pause((i * 7) % 23);
      return answer(phone, i % 4);
    });
    await pause(10);
    const view = await act(host, stop);
    const acks = await Promise.all(under);
    const counted = acks.filter(({ ok }) => ok).length;
    expect(view.crowd.result!.answered).toBe(counted);
    for (const ack of acks) if (!ack.ok) expect(ack.code).toBe('show.crowd.none');
    expect(view.crowd.result!.counts).toEqual(
      [0, 1, 2, 3].map((choice) => acks.filter(({ ok }, i) => ok && i % 4 === choice).length),
    );
  });

  it('QZ-20 two houses on one database: what one acknowledged, the other counts', async () => {
    const other = await liveHouse(test.databaseUrl);
    const { host, show, crowd } = await hall();
    const away = await Promise.all(Array.from({ length: 30 }, () => guestPage(other.url, show.stageId)));
    const here = await crowd(30);
    await act(host, { type: 'askCrowd' });
    await Promise.all(away.map(({ page }) => page.until(({ crowd }) => crowd.asking !== null)));
    const under = [...away, ...here].map(async (phone, i) => {
      await pause((i * 11) % 37);
      return answer(phone, 2);
    });
    await pause(18);
    const view = await act(host, stop);
    const acks = await Promise.all(under);
    expect(view.crowd.result!.answered).toBe(acks.filter(({ ok }) => ok).length);

    // A phone that comes to the other house is the same guest there, and its answer is one.
    await act(host, { type: 'askCrowd' });
    const { answered } = view.crowd.result!;
    await answer(here[0]!, 0);
    const moved = await guestPage(other.url, show.stageId, here[0]!.token);
    expect(moved.code).toBe(here[0]!.code);
    await moved.page.until(({ crowd }) => crowd.asking !== null);
    expect(await answer(moved, 1)).toMatchObject({ ok: true });
    const { counts, answered: now } = (await act(host, stop)).crowd.result!;
    expect(counts.slice(0, 2)).toEqual([0, 1]);
    expect(now - answered).toBeLessThanOrEqual(1);

    // Answers that never stop coming in through the other house are shut out by the stop all the same.
    await act(host, { type: 'askCrowd' });
    await Promise.all(away.map(({ page }) => page.until(({ crowd }) => crowd.asking !== null)));
    const ending = new AbortController();
    const restless = away.slice(0, 6).map(async (phone) => {
      for (let i = 0; !ending.signal.aborted; i += 1) await answer(phone, i % 3);
    });
    await pause(30);
    await act(host, stop);
    ending.abort();
    await Promise.all(restless);
    await other.close();
  });

  it('QZ-20 wrong choices, other questions, forged and foreign tokens, other people’s acts: refused by name', async () => {
    const { host, come, show } = await hall();
    const phone = await come();
    await act(host, { type: 'askCrowd' });
    expect(await answer(phone, 4)).toMatchObject({ code: 'show.answer.invalid', facts: { options: 4 } });
    expect(await answer(phone, 0, 'a2')).toMatchObject({ code: 'show.wrongQuestion' });
    for (const [command, field] of [
      [{ type: 'crowdAnswer', id: 'a1', choice: -1 }, 'choice'],
      [{ type: 'crowdAnswer', id: 'a1', choice: 1.5 }, 'choice'],
      [{ type: 'crowdAnswer', id: 'a1' }, 'choice'],
      [{ type: 'crowdAnswer', id: 'a1', choice: 0, guest: 'another' }, 'guest'],
      [{ type: 'cheer', team: show.teams[0]!.id, count: 21 }, 'count'],
    ] as const)
      expect(await phone.page.cmd(command)).toMatchObject({ code: 'request.invalid', facts: { field } });
    expect(await phone.page.cmd({ type: 'cheer', team: 'nobody' })).toMatchObject({ code: 'show.stranger' });
    expect(await phone.page.cmd({ type: 'stopCrowd' })).toMatchObject({ code: 'show.readOnly' });
    expect(await phone.page.cmd({ type: 'drawPrize', count: 1 })).toMatchObject({ code: 'show.readOnly' });

    const watcher = await LivePage.open(test.url, `show=${show.stageId}&as=audience`);
    await watcher.hello();
    expect(await watcher.cmd({ type: 'crowdAnswer', id: 'a1', choice: 0 })).toMatchObject({
      code: 'guest.missing',
    });
    for (let hellos = 0; hellos < 5; hellos += 1) phone.page.send({ t: 'hello', v: 1, guest: '' });
    expect(await phone.page.cmd({ type: 'cheer', team: show.teams[0]!.id })).toMatchObject({ ok: true });
    expect(phone.page.frames.filter(({ t }) => t === 'guest')).toHaveLength(1);
    const [id, code, seal] = phone.token.split('.') as [string, string, string];
    const elsewhere = await hall();
    const stranger = await elsewhere.come();
    const forged = [
      'x',
      `${id}.${code}.${'A'.repeat(seal.length)}`,
      `${id}.ABCDE.${seal}`,
      `other.${code}.${seal}`,
      `${phone.token}.more`,
      stranger.token,
    ];
    for (const guest of forged) {
      const page = await LivePage.open(test.url, `show=${show.stageId}&as=audience`);
      page.send({ t: 'hello', v: 1, guest });
      expect((await page.closed).bye).toBe('guest.invalid');
    }
    expect((await act(host, stop)).crowd.result).toMatchObject({ answered: 0, counts: [0, 0, 0, 0] });
  });

  it('QZ-37 a phone that comes back is the same guest; two pages of it are one answer', async () => {
    const { host, come } = await hall();
    const phone = await come();
    await act(host, { type: 'askCrowd' });
    expect(await answer(phone, 0)).toMatchObject({ ok: true });
    phone.page.ws.terminate();
    const again = await come(phone.token);
    const twice = await come(phone.token);
    expect([again.code, again.token, twice.code]).toEqual([phone.code, phone.token, phone.code]);
    expect(await answer(again, 2)).toMatchObject({ ok: true });
    expect(await answer(twice, 1)).toMatchObject({ ok: true });
    expect((await act(host, stop)).crowd.result).toMatchObject({ answered: 1, counts: [0, 1, 0, 0] });
    await act(host, { type: 'askCrowd' });
    const { crowd } = await act(host, stop);
    expect(crowd.result).toMatchObject({ answered: 1, counts: [0, 1, 0, 0] });
  });

  it('QZ-20 one address brings a hall of newcomers and no more; others come in, who was here comes back', async () => {
    const { show } = await hall();
    const pace = { burst: 3, perSec: 0 };
    const book = new GuestBook(show.stageId, test.house.platform, {
      address: pace,
      house: { burst: 100, perSec: 0 },
    });
    const from = (door: string | null, token = '') => book.welcome(token, door);
    const hallOf = await Promise.all(Array.from({ length: 4 }, () => from('192.0.2.1')));
    expect(hallOf.map((found) => (found.ok ? 'ok' : found.refusal.code))).toEqual([
      'ok',
      'ok',
      'ok',
      'guest.full',
    ]);
    expect(await from('192.0.2.2')).toMatchObject({ ok: true });
    for (let i = 0; i < 5; i += 1) expect(await from(null)).toMatchObject({ ok: true });
    const [first] = hallOf;
    const back = await from('192.0.2.1', first!.ok ? first!.value.token : '');
    expect(back).toMatchObject({ ok: true, value: { guest: first!.ok ? first!.value.guest : null } });
  });

  it('QZ-20 a flood from one guest is slowed down, on however many pages; the others at its address are not', async () => {
    const { host, come } = await hall();
    const [phone, other] = [await come(), await come()];
    const second = await come(phone.token);
    await act(host, { type: 'askCrowd' });
    const acks = await Promise.all(
      Array.from({ length: 30 }, (_, i) => answer(i % 2 === 0 ? phone : second, i % 4)),
    );
    const taken = acks.filter(({ ok }) => ok).length;
    expect(taken).toBeGreaterThanOrEqual(8);
    expect(taken).toBeLessThanOrEqual(10);
    for (const ack of acks) if (!ack.ok) expect(ack.code).toBe('rate.tooMany');
    expect(await answer(other, 1)).toMatchObject({ ok: true });
    const cheers = await Promise.all(
      Array.from({ length: 15 }, () => phone.page.cmd({ type: 'cheer', team: 'x' })),
    );
    expect(cheers.filter((ack) => !ack.ok && ack.code === 'rate.tooMany').length).toBeGreaterThan(10);
    expect((await act(host, stop)).crowd.result!.answered).toBe(2);
  });

  it('QZ-30 before the answer is shown nothing that leaves for a phone says what is right', async () => {
    const { host, come, crowd } = await hall();
    const phones = [await come(), ...(await crowd(3))];
    await act(host, { type: 'askCrowd' });
    for (const [i, phone] of phones.entries()) await answer(phone, i);
    await act(host, stop);
    await phones[0]!.page.until(({ crowd }) => crowd.result !== null);
    for (const { page } of phones)
      for (const text of page.texts) {
        expect(text).not.toContain('解析机密');
        expect(text).not.toMatch(/"(?:answer|key|right|correct|codes)"/);
        expect(JSON.parse(text).view?.question?.reveal ?? null).toBeNull();
      }
  });

  it('SK-41 prizes: only right ones, nobody twice, not before the answer; anyone draws again from the record', async () => {
    const { host, crowd, say, show } = await hall();
    const phones = await crowd(12);
    expect(await say({ type: 'drawPrize', count: 1 })).toMatchObject({ code: 'show.crowd.none' });
    await act(host, { type: 'askCrowd' });
    for (const [i, phone] of phones.entries()) await answer(phone, i < 5 ? 3 : 0);
    await act(host, stop);
    expect(await say({ type: 'drawPrize', count: 1 })).toMatchObject({ code: 'show.notNow' });
    await act(host, { type: 'closeQuestion' });
    const first = await act(host, drawn(2));
    const right = phones.slice(0, 5).map(({ code }) => code);
    expect(first.crowd.prize).toMatchObject({ question: 'a1', of: 5 });
    expect(first.crowd.prize!.winners).toHaveLength(2);
    for (const code of first.crowd.prize!.winners) expect(right).toContain(code);
    await phones[0]!.page.until(({ crowd }) => crowd.prize !== null);
    expect(await say({ type: 'drawPrize', count: 101 })).toMatchObject({ code: 'request.invalid' });
    const second = await act(host, drawn(10));
    expect([...first.crowd.prize!.winners, ...second.crowd.prize!.winners].toSorted()).toEqual(
      right.toSorted(),
    );
    expect(await say({ type: 'drawPrize', count: 1 })).toMatchObject({ code: 'show.crowd.noneRight' });

    // The second question: earlier winners stay out.
    await act(host, { type: 'nextQuestion' });
    await act(host, { type: 'askCrowd' });
    for (const phone of phones.slice(0, 6)) await answer(phone, 3, 'a2');
    await act(host, stop);
    await act(host, { type: 'closeQuestion' });
    expect((await act(host, drawn(3))).crowd.prize).toMatchObject({ of: 1, winners: [phones[5]!.code] });

    const { body } = await organizer.call('show.record', { params: { stageId: show.stageId } });
    expect(body.prizes).toHaveLength(3);
    expect(body.prizes[0]!.codes).toEqual(right.toSorted());
    for (const prize of body.prizes) expect(checkPrize(prize, prize.codes, sha256)).toEqual([]);
    expect(checkPrize({ ...body.prizes[0]!, winners: [right[0]!] }, right, sha256).length).toBeLessThan(2);
    expect(checkPrize(body.prizes[0]!, [...right, phones[6]!.code], sha256)).toContain('digest');
  });

  it('QZ-20 a poll counts like a question; its id counts once, even if it is a question’s', async () => {
    const { host, come, say } = await hall();
    const phone = await come();
    await act(host, { type: 'askCrowd' });
    await answer(phone, 3);
    await act(host, stop);
    await act(host, { type: 'closeQuestion' });
    await act(host, { type: 'startPoll', id: 'a1', title: '谁会赢', options: ['甲队', '乙队'] });
    expect(await answer(phone, 2)).toMatchObject({ code: 'show.answer.invalid' });
    expect(await answer(phone, 1)).toMatchObject({ ok: true });
    const { crowd } = await act(host, stop);
    expect(crowd.result).toMatchObject({ kind: 'poll', id: 'a1', title: '谁会赢', counts: [0, 1] });
    expect(await say({ type: 'startPoll', id: 'a1', title: '又一次', options: ['是', '否'] })).toMatchObject({
      code: 'request.invalid',
      facts: { field: 'id' },
    });
    expect(host.view!.crowd.asking).toBeNull();
  });

  it('QZ-20 cheers are summed by team and never stored; screens and desks get them with the number of answers', async () => {
    const { host, crowd, show } = await hall();
    const [a, b] = show.teams.map(({ id }) => id) as [string, string];
    const phones = await crowd(10);
    await act(host, { type: 'askCrowd' });
    await Promise.all(phones.map(({ page }) => page.cmd({ type: 'cheer', team: a, count: 20 })));
    await phones[0]!.page.cmd({ type: 'cheer', team: b });
    await Promise.all(phones.slice(0, 7).map((phone) => answer(phone, 0)));
    const seen = () => host.frames.findLast(({ t }) => t === 'crowd');
    await expect
      .poll(seen, { timeout: 5_000 })
      .toMatchObject({ audience: 10, answered: 7, cheers: { [a]: 200, [b]: 1 } });
    await act(host, stop);
    await expect.poll(seen, { timeout: 5_000 }).toMatchObject({ answered: null });
  });

  it('QZ-20 frames of a question grow with the crowd, never with its square', async () => {
    const sent = async (n: number): Promise<number> => {
      const { host, crowd } = await hall();
      const phones = await crowd(n);
      await pause(2_600);
      const before = phones.map(({ page }) => page.frames.length);
      await act(host, { type: 'askCrowd' });
      for (let round = 0; round < 3; round += 1) {
        await Promise.all(phones.map((phone) => answer(phone, round)));
        await Promise.all(phones.map(({ page }) => page.cmd({ type: 'cheer', team: 'x' })));
      }
      await act(host, stop);
      await pause(200);
      return phones.reduce((sum, { page }, i) => sum + page.frames.length - before[i]!, 0);
    };
    const [twenty, forty] = [await sent(20), await sent(40)];
    // Its own six acknowledgements, the views of the asking and the stop, a head count or two.
    expect(twenty / 20).toBeLessThanOrEqual(11);
    expect(forty / 40).toBeLessThanOrEqual(11);
    expect(forty / twenty).toBeLessThan(2.6);
  });
});
