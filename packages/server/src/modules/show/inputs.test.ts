import type { DeviceLine, ServerFrame } from '@leitai/contract';
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

const framesOf = <T extends ServerFrame['t']>(page: LivePage<never>, t: T) =>
  page.frames.filter((frame): frame is Extract<ServerFrame, { t: T }> => frame.t === t);

describe('wired buzzers', () => {
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
  const inputOf = async (stageId: string) =>
    (await organizer.call('show.links', { params: { stageId } })).body.input;
  async function box(socket: string) {
    const page = await LivePage.open(test.url, socket.split('?')[1]!);
    page.send({ t: 'hello', v: 1 });
    return page;
  }
  const post = (stageId: string, body: { input: string; key: string }) =>
    test.client().call('show.press', { params: { stageId }, body });

  it('QZ-33 a key at a desk presses for its team once it is mapped; until then the desks see which one it was', async () => {
    const { show, host } = await hall();
    const [a, b] = show.teams;
    const key = (input: string) =>
      host.cmd({ type: 'inputPress', input, question: 'q1', claimedAt: Date.now() });
    expect(await key('key:KeyA')).toMatchObject({ ok: false, code: 'show.input.unmapped' });
    const [shown] = framesOf(host as never, 'input');
    expect(shown).toMatchObject({ input: 'key:KeyA' });
    expect(Math.abs(shown!.at - Date.now())).toBeLessThan(5_000);
    await act(host, { type: 'mapInput', input: 'key:KeyA', team: a!.id });
    await act(host, { type: 'mapInput', input: 'pad:0:1', team: b!.id });
    await act(host, { type: 'openBuzzers' });
    expect(await key('pad:0:1')).toMatchObject({ ok: true });
    expect(await key('key:KeyA')).toMatchObject({ ok: true });
    expect(await key('pad:0:1')).toMatchObject({ ok: false, code: 'show.alreadyPressed' });
    const { presses } = await host.until((view) => view.presses.length === 2);
    expect(presses.map(({ team, input, verdict }) => [team, input, verdict])).toEqual([
      [b!.id, 'pad:0:1', 'first'],
      [a!.id, 'key:KeyA', 'notFirst'],
    ]);
    expect(framesOf(host as never, 'input')).toHaveLength(1);
    expect(presses[0]!.via).toBe(presses[1]!.via);
    expect(presses[0]!.roundTripMs).toBeGreaterThanOrEqual(0);
  });

  it('QZ-33 keys press from the host’s and the timekeeper’s desk only; a desk is no box, a team no key', async () => {
    const { show, host, pages } = await hall();
    const client = await signedIn(test, 'judge', units.a);
    const jury = await hostPage(test.url, show.stageId, cookieOf(client), 'jury');
    const command = { type: 'inputPress', input: 'key:KeyA' };
    expect(await jury.cmd(command)).toMatchObject({ code: 'show.desk.notYours', facts: { desk: 'jury' } });
    const wrong: [object, string][] = [
      [{ ...command, input: 'net:A1' }, 'input'],
      [{ ...command, input: 'a b' }, 'input'],
      [{ ...command, team: show.teams[0]!.id }, 'team'],
      [{ type: 'inputPress' }, 'input'],
    ];
    for (const [one, field] of wrong)
      expect(await host.cmd({ ...one })).toMatchObject({ code: 'request.invalid', facts: { field } });
    expect(await pages[0]!.cmd(command)).toMatchObject({ code: 'request.invalid', facts: { field: 'type' } });
    expect(await pages[0]!.cmd({ type: 'press', question: 'q1', team: show.teams[1]!.id })).toMatchObject({
      code: 'request.invalid',
      facts: { field: 'team' },
    });
  });

  it('QZ-33 a box on the network is heard, told for whom it presses and nothing else; its key opens no view', async () => {
    const { show, host } = await hall();
    const { socket } = await inputOf(show.stageId);
    const page = await box(socket);
    const press = (input: string) => page.say({ type: 'press', input }, 'the same id');
    expect(await press('net:A1')).toEqual({ t: 'heard', id: 'the same id', team: null });
    await act(host, { type: 'mapInput', input: 'net:A1', team: show.teams[0]!.id });
    await act(host, { type: 'mapInput', input: 'net:A2', team: show.teams[1]!.id });
    const rest = ['net:A1', 'net:A2', 'net:A1'] as const;
    await act(host, { type: 'openBuzzers' });
    const again = await box(socket);
    const heard = [];
    for (const [i, input] of rest.entries())
      heard.push(await again.say({ type: 'press', input, claimedAt: 'soon' }, `${i}`));
    // First, not first and twice sound alike.
    expect(heard.map((frame) => frame.t === 'heard' && frame.team)).toEqual(['第1队', '第2队', '第1队']);
    const { presses } = await host.until((view) => view.presses.length === 2);
    expect(presses.map(({ input, verdict }) => [input, verdict])).toEqual([
      ['net:A1', 'first'],
      ['net:A2', 'notFirst'],
    ]);
    for (const command of [{ type: 'start' }, { type: 'press', input: 'key:KeyA' }, { type: 'judge' }])
      expect(await again.say(command)).toMatchObject({ ok: false, code: 'request.invalid' });
    again.send({ t: 'ping', n: 1 });
    await expect.poll(() => framesOf(again as never, 'pong')).toHaveLength(1);
    expect(new Set([...page.frames, ...again.frames].map(({ t }) => t))).toEqual(
      new Set(['heard', 'ack', 'pong']),
    );
    for (const query of [socket.replace('as=input', 'as=screen'), `show=${show.stageId}&as=input&key=no`]) {
      const stranger = await LivePage.open(test.url, query.split('?').at(-1)!);
      expect((await stranger.closed).bye).toBe('notFound');
    }
  });

  it('QZ-33 simple boxes press by HTTP; a wrong key, or one of another show, is not found', async () => {
    const { show, host, pages } = await hall();
    const other = await hall();
    const { key, press } = await inputOf(show.stageId);
    expect(press).toBe(`/api/stages/${show.stageId}/show/press`);
    await act(host, { type: 'mapInput', input: 'net:A1', team: show.teams[0]!.id });
    await act(host, { type: 'openBuzzers' });
    for (const wrong of ['', 'x'.repeat(43), (await inputOf(other.show.stageId)).key])
      expect((await post(show.stageId, { input: 'net:A1', key: wrong })).status).toBe(404);
    expect((await post(crypto.randomUUID(), { input: 'net:A1', key })).status).toBe(404);
    expect((await post(show.stageId, { input: 'key:KeyA', key })).body).toMatchObject({
      code: 'request.invalid',
      facts: { field: 'input' },
    });
    const answers = [];
    for (const input of ['net:A1', 'net:A1', 'net:B9'])
      answers.push((await post(show.stageId, { input, key })).body);
    expect(answers).toEqual([
      { heard: true, team: '第1队' },
      { heard: true, team: '第1队' },
      { heard: true, team: null },
    ]);
    await pages[0]!.until(({ buzzer }) => buzzer === 'first');
    // One box that floods is shut out for a while, another one is heard.
    const flood = await Promise.all(
      Array.from({ length: 80 }, () => post(show.stageId, { input: 'net:A1', key })),
    );
    expect(new Set(flood.map(({ status }) => status))).toEqual(new Set([200, 429]));
    expect(flood.find(({ status }) => status === 429)!.body).toMatchObject({ code: 'rate.tooMany' });
    expect((await post(show.stageId, { input: 'net:C1', key })).status).toBe(200);
  });

  it('QZ-33 the desks see every device with its ±, and nobody else does', async () => {
    const { show, host, pages } = await hall();
    const page = await box((await inputOf(show.stageId)).socket);
    await page.say({ type: 'press', input: 'net:A1' });
    await host.cmd({ type: 'inputPress', input: 'key:KeyA' });
    await act(host, { type: 'mapInput', input: 'net:A1', team: show.teams[1]!.id });
    const audience = await LivePage.open(test.url, `show=${show.stageId}&as=audience`);
    await audience.hello();
    const latest = (): readonly DeviceLine[] => framesOf(host as never, 'devices').at(-1)?.devices ?? [];
    const line = (kind: DeviceLine['kind']) => latest().filter((one) => one.kind === kind);
    await expect
      .poll(() => line('input'), { timeout: 5_000 })
      .toMatchObject([{ team: show.teams[1]!.id, input: 'net:A1', desk: null }]);
    expect(line('desk')).toMatchObject([{ team: null, input: 'key:KeyA', desk: 'host' }]);
    const phones = line('phone').map(({ team }) => team);
    expect(phones.toSorted()).toEqual(show.teams.map(({ id }) => id).toSorted());
    await expect
      .poll(() => latest().every(({ roundTripMs }) => roundTripMs !== null), { timeout: 5_000 })
      .toBe(true);
    for (const { uncertaintyMs, roundTripMs, jitterMs, since } of latest()) {
      expect(uncertaintyMs!).toBeGreaterThanOrEqual(Math.max(1, roundTripMs! / 2 - 0.1));
      expect(jitterMs).toBeGreaterThanOrEqual(0);
      expect(Math.abs(since - Date.now())).toBeLessThan(20_000);
    }
    pages[2]!.close();
    await expect.poll(() => line('phone'), { timeout: 5_000 }).toHaveLength(2);
    for (const other of [...pages, audience, page])
      expect(other.frames.filter(({ t }) => t === 'devices' || t === 'input')).toEqual([]);
  });

  it('QZ-33 a claimed moment out of its bounds gains nothing and loses nothing: the receipt counts', async () => {
    const order = { rule: 'compensated', capMs: 20, maxOneWayMs: 60, deadHeat: 'earlier' } as const;
    const { show, host, pages } = await hall({ order });
    await act(host, { type: 'openBuzzers' });
    const raw = (page: LivePage, id: string, claimedAt: string) =>
      page.ws.send(
        `{"t":"cmd","id":"${id}","command":{"type":"press","question":"q1","claimedAt":${claimedAt}}}`,
      );
    const years = Date.now() + 1e12;
    for (const [i, claim] of ['1e999', `${years}`, 'null'].entries()) raw(pages[i]! as never, `${i}`, claim);
    const { presses } = await host.until((view) => view.presses.length === 3 && view.phase === 'answering');
    for (const { at, pressedAt, basis } of presses) expect([pressedAt, basis]).toEqual([at, 'fallback']);
    expect(presses.map(({ claimedAt }) => claimedAt).toSorted()).toEqual([years, null, null].toSorted());
    for (const page of pages) expect(framesOf(page as never, 'ack')).toMatchObject([{ ok: true }]);
    expect(presses.filter(({ verdict }) => verdict === 'first')).toHaveLength(1);
    expect(new Set(presses.map(({ via }) => via)).size).toBe(show.teams.length);
  });

  it('QZ-33 an honest claim inside its bounds counts, and what was claimed and measured is kept', async () => {
    const order = { rule: 'compensated', capMs: 900, maxOneWayMs: 150, deadHeat: 'earlier' } as const;
    const { host, pages } = await hall({ order });
    await act(host, { type: 'openBuzzers' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const claimedAt = Date.now() - 3;
    await pages[0]!.cmd({ type: 'press', question: 'q1', claimedAt });
    const { presses } = await host.until(({ phase }) => phase === 'answering');
    expect(presses).toMatchObject([{ basis: 'claimed', claimedAt, pressedAt: claimedAt, verdict: 'first' }]);
    expect(presses[0]!.roundTripMs).not.toBeNull();
  });
});
