import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AnswerDesk } from './answerDesk.ts';
import { attemptOf, keptOf, Outside, refusal } from './attempt.testing.ts';

let outside: Outside;
let desk: AnswerDesk;
const state = () => desk.state();
const server = (no: number) => outside.onServer.get(no)?.choice;

beforeEach(async () => {
  vi.useFakeTimers();
  outside = new Outside();
  desk = new AnswerDesk(attemptOf(), outside);
  await desk.open();
});
afterEach(() => {
  desk.close();
  vi.useRealTimers();
});
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

describe('an answer', () => {
  it('is kept on the phone before it is acknowledged, and "saved" only after', async () => {
    let release = (): void => undefined;
    outside.hold = new Promise((resolve) => {
      release = resolve;
    });
    desk.choose(1, [2]);
    await settle();
    expect(outside.onPhone.get(1)).toMatchObject({ choice: [2], saved: false });
    expect(state().saving).toBe('saving');
    release();
    await settle();
    expect(state().saving).toBe('saved');
    expect(outside.onPhone.get(1)).toMatchObject({ saved: true });
  });

  it('chosen without a network is sent when it comes back', async () => {
    outside.offline = true;
    desk.choose(1, [2]);
    desk.choose(2, [0]);
    await settle(60_000);
    expect(state().saving).toBe('retrying');
    expect(outside.onServer.size).toBe(0);
    outside.offline = false;
    const before = outside.calls.length;
    desk.wake();
    await settle();
    expect(outside.calls.slice(before)).toEqual(['save 1.1', 'save 2.1']);
    expect([server(1), server(2), state().saving]).toEqual([[2], [0], 'saved']);
  });

  it('changed while on its way: the last choice wins', async () => {
    desk.choose(1, [0]);
    desk.choose(1, [1]);
    desk.choose(1, [1]);
    await settle();
    expect(outside.calls).toEqual(['save 1.1', 'save 1.2']);
    expect(server(1)).toEqual([1]);
  });

  it('whose acknowledgement was lost is sent again under the same revision', async () => {
    outside.ahead.push('lost');
    desk.choose(1, [3]);
    await settle(5_000);
    expect(outside.calls).toEqual(['save 1.1', 'save 1.1']);
    expect(state().saving).toBe('saved');
  });

  it('unsent survives a reload; one chosen on the new page before that is read is newer', async () => {
    outside.offline = true;
    desk.choose(1, [2]);
    desk.choose(2, [2]);
    await settle(100);
    desk.close();
    outside.offline = false;
    desk = new AnswerDesk(attemptOf({ device: 2 }), outside);
    const opened = desk.open();
    desk.choose(2, [3]);
    await opened;
    await settle();
    expect([server(1), server(2), state().saving]).toEqual([[2], [3], 'saved']);
  });

  it('refused as stale goes on top of what the server has', async () => {
    outside.onServer.set(1, keptOf({ no: 1, revision: 7, choice: [0] }));
    desk.choose(1, [2]);
    await settle();
    expect(outside.calls).toEqual(['save 1.1', 'save 1.8']);
    expect([server(1), state().saving]).toEqual([[2], 'saved']);
  });

  it('that can never be taken does not hold up the others', async () => {
    outside.ahead.push(refusal(422, 'exam.choiceInvalid', { no: 1 }));
    desk.choose(1, [2]);
    desk.choose(2, [2]);
    await settle();
    expect(server(2)).toEqual([2]);
    expect(state()).toMatchObject({
      saving: 'unsaved',
      refusal: { code: 'exam.choiceInvalid' },
      ended: null,
    });
  });

  it('opened twice (StrictMode) sends once', async () => {
    outside.onPhone.set(1, keptOf({ no: 1, choice: [1] }));
    desk.close();
    desk = new AnswerDesk(attemptOf(), outside);
    const first = desk.open();
    desk.close();
    const second = desk.open();
    await Promise.all([first, second]);
    await settle();
    expect(outside.calls).toEqual(['save 1.1']);
  });
});

describe('the end of a try', () => {
  it('taken over: says so, sends no more, keeps what is unsent for the way back', async () => {
    outside.ahead.push(refusal(409, 'exam.takenOver', { device: 2 }));
    desk.choose(1, [2]);
    await settle(60_000);
    expect(outside.calls).toHaveLength(1);
    expect(state().ended).toMatchObject({ how: 'takenOver', unsent: 1 });
    desk.choose(2, [1]);
    await settle();
    expect(outside.onPhone.get(1)).toMatchObject({ saved: false, choice: [2] });
    expect(outside.onPhone.has(2)).toBe(false);

    desk = new AnswerDesk(attemptOf({ device: 3 }), outside);
    await desk.open();
    await settle();
    expect(server(1)).toEqual([2]);
  });

  it('handing in waits for every unsent answer, and is sent once however often it is tapped', async () => {
    outside.offline = true;
    desk.choose(1, [2]);
    void desk.submit();
    void desk.submit();
    await settle(3_000);
    expect(outside.calls).not.toContain('submit');
    expect(state()).toMatchObject({ handingIn: true, saving: 'retrying' });
    desk.choose(2, [1]);
    outside.offline = false;
    await settle(6_000);
    expect(outside.calls.filter((call) => call === 'submit')).toHaveLength(1);
    expect(outside.calls.indexOf('submit')).toBe(outside.calls.length - 1);
    expect(state().ended).toEqual({ how: 'submitted', answered: 1, unsent: 0, refusal: null });
    expect(outside.onPhone.size).toBe(0);
  });

  it('a hand-in that meets a dead network is tried again', async () => {
    desk.choose(1, [2]);
    await settle();
    outside.ahead.push(refusal(0, 'network'), refusal(503, 'server.busy'));
    void desk.submit();
    await settle(10_000);
    expect(outside.calls.slice(1)).toEqual(['submit', 'submit', 'submit']);
    expect(state().ended?.how).toBe('submitted');
  });

  it('the deadline sends what is left at once and closes by itself', async () => {
    outside.offline = true;
    desk.choose(1, [2]);
    await settle(30_000);
    outside.offline = false;
    void desk.timeUp();
    await settle(10);
    expect(server(1)).toEqual([2]);
    expect(state().ended).toMatchObject({ how: 'timeUp', answered: 1, unsent: 0 });
    desk.choose(2, [1]);
    await settle();
    expect(server(2)).toBeUndefined();
  });

  it('the deadline waits no longer than 1.5 s for a server that does not answer, and says what was lost', async () => {
    desk.choose(1, [2]);
    await settle();
    outside.hold = new Promise(() => undefined);
    desk.choose(1, [3]);
    desk.choose(2, [2]);
    void desk.timeUp();
    await settle(1_499);
    expect(state().ended).toBeNull();
    await settle(1);
    expect(state().ended).toMatchObject({ how: 'timeUp', answered: 1, unsent: 2 });
  });

  it('a hand-in caught by the deadline closes as time up', async () => {
    outside.offline = true;
    desk.choose(1, [2]);
    void desk.submit();
    await settle(1_000);
    void desk.timeUp();
    await settle(2_000);
    expect(state().ended).toMatchObject({ how: 'timeUp', answered: 0, unsent: 1 });
  });

  it('a ticket no longer valid ends the work with its reason and keeps the answers', async () => {
    outside.ahead.push(refusal(401, 'ticket.invalid'));
    desk.choose(1, [2]);
    await settle();
    expect(state().ended).toMatchObject({ how: 'refused', refusal: { code: 'ticket.invalid' } });
    expect(outside.onPhone.get(1)).toMatchObject({ saved: false });
  });
});
