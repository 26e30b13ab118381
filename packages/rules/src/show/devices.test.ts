import { describe, expect, it } from 'vitest';
import type { PressTiming } from './command.ts';
import { questions, Stage, teams } from './given.testing.ts';
import { presets } from './presets.ts';
import type { PressOrder } from './roundConfig.ts';
import { view } from './view.ts';

const compensated: PressOrder = { rule: 'compensated', capMs: 20, maxOneWayMs: 150, deadHeat: 'earlier' };

function lobby(order: PressOrder = compensated): Stage {
  const config = presets['std-3']('抢答', teams(3), { buzzer: questions('b', 5) });
  const rounds = config.rounds.filter((round) => round.kind === 'buzzer');
  return new Stage({ ...config, order, rounds }).host('takeConsole');
}
const phone = (show: Stage, team: string): { buzzer: string; tested: object | null } => {
  const { buzzer, tested } = view(show.state, { kind: 'team', team });
  return { buzzer, tested };
};
const testPress = (show: Stage, team: string, afterMs: number, timing?: PressTiming): string | null =>
  show.teamTries(team, { type: 'press', question: 'test', ...(timing && { timing }) }, afterMs);

describe('test press', () => {
  it('QZ-33 measured like a real press; the sheet shows round trip, ± and what it rests on', () => {
    const show = lobby().host('startTest');
    const began = show.now;
    expect(phone(show, 'A')).toEqual({ buzzer: 'armed', tested: null });
    const timing = { claimedAt: show.now + 460, roundTripMs: 80, via: 'a' };
    expect(testPress(show, 'A', 500, timing)).toBeNull();
    expect(testPress(show, 'B', 10)).toBeNull();
    expect(phone(show, 'A')).toEqual({ buzzer: 'pressed', tested: { uncertaintyMs: 40, deltaMs: 460 } });
    expect(phone(show, 'C').buzzer).toBe('armed');
    expect(view(show.state, { kind: 'host' })).toMatchObject({
      testing: true,
      next: { type: 'endTest' },
      test: [
        { team: 'A', verdict: 'test', basis: 'claimed', pressedAt: began + 460, roundTripMs: 80 },
        { team: 'B', verdict: 'test', basis: 'fallback', uncertaintyMs: 150 },
      ],
    });
    expect(view(show.state, { kind: 'screen' }).tested).toEqual([
      { team: 'A', uncertaintyMs: 40 },
      { team: 'B', uncertaintyMs: 150 },
    ]);
    show.host('endTest');
    expect(show.state.presses).toEqual([]);
    expect(phone(show, 'A').buzzer).toBe('idle');
    expect(view(show.state, { kind: 'host' }).next).toEqual({ type: 'start' });
  });

  it('QZ-33 a test is about the device: its ± is told where the arrival decides, too', () => {
    const show = lobby({ rule: 'arrival' }).host('startTest');
    testPress(show, 'A', 100, { claimedAt: null, roundTripMs: 80, via: 'a' });
    testPress(show, 'B', 100, { claimedAt: null, roundTripMs: 0.4, via: 'b' });
    expect(phone(show, 'A').tested).toEqual({ uncertaintyMs: 40, deltaMs: 100 });
    expect(view(show.state, { kind: 'screen' }).tested).toEqual([
      { team: 'A', uncertaintyMs: 40 },
      { team: 'B', uncertaintyMs: 1 },
    ]);
    expect(view(show.state, { kind: 'host' }).test[0]).toMatchObject({ basis: 'arrival' });
  });

  it('QZ-33 of each device of a team the last press counts', () => {
    const show = lobby({ rule: 'arrival' });
    show.host({ type: 'mapInput', input: 'net:A1', team: 'A' }, 'startTest');
    testPress(show, 'A', 100);
    show.box('net:A1', 100);
    testPress(show, 'A', 100);
    expect(show.state.test.map((p) => [p.team, p.input, p.deltaMs])).toEqual([
      ['A', 'net:A1', 200],
      ['A', null, 300],
    ]);
    expect(view(show.state, { kind: 'screen' }).tested).toEqual([{ team: 'A', uncertaintyMs: 0 }]);
    show.host('endTest', 'startTest');
    expect(show.state.test).toEqual([]);
  });

  it('QZ-33 between rounds too, never with a question on stage; the show goes on when it is ended', () => {
    const show = lobby();
    expect(show.hostTries({ type: 'endTest' })).toBe('show.test.none');
    expect(testPress(show, 'A', 1)).toBe('show.notStarted');
    show.host('startTest');
    expect(show.hostTries({ type: 'startTest' })).toBe('show.test.running');
    expect(show.hostTries({ type: 'start' })).toBe('show.test.running');
    expect(show.press('A')).toBe('show.wrongQuestion');
    expect(testPress(show, 'X', 1)).toBe('show.stranger');
    show.host('endTest', 'start', 'startTest');
    expect(show.hostTries({ type: 'startRound', round: 'buzzer' })).toBe('show.test.running');
    expect(show.hostTries({ type: 'finish' })).toBe('show.test.running');
    show.host('endTest').startRound('buzzer').host('nextQuestion');
    expect(show.hostTries({ type: 'startTest' })).toBe('show.notNow');
    expect(testPress(show, 'A', 1)).toBe('show.wrongQuestion');
    show.host({ type: 'skipQuestion', reason: '设备' }, 'startTest');
    expect(show.hostTries({ type: 'undo' })).toBe('show.test.running');
    show.host('pause');
    expect(testPress(show, 'A', 1)).toBe('show.paused');
    expect(phone(show, 'A').buzzer).toBe('locked');
    expect(view(show.state, { kind: 'host' }).next).toEqual({ type: 'resume' });
  });
});

describe('wired buzzers', () => {
  it('QZ-33 a box presses for its team, for the question on stage; the team counts once, whichever device', () => {
    const show = lobby({ rule: 'arrival' })
      .host(
        { type: 'mapInput', input: 'key:KeyQ', team: 'B' },
        { type: 'mapInput', input: 'pad:0:3', team: 'C' },
      )
      .host('start')
      .startRound('buzzer');
    expect(show.box('key:KeyQ')).toBe('show.notOpen');
    show.host('nextQuestion', 'openBuzzers');
    expect(show.box('key:KeyQ', 5, { claimedAt: null, roundTripMs: 4, via: 'desk' })).toBeNull();
    expect(show.state.presses[0]).toMatchObject({
      team: 'B',
      question: 'b1',
      input: 'key:KeyQ',
      via: 'desk',
      roundTripMs: 4,
      verdict: 'first',
    });
    expect(show.events.at(-1)?.by).toBe('B');
    expect(show.press('B')).toBe('show.alreadyPressed');
    expect(show.box('pad:0:3')).toBeNull();
    expect(show.state.presses[1]?.verdict).toBe('notFirst');
  });

  it('QZ-31 an early press of a box is the team’s foul', () => {
    const show = lobby().host({ type: 'mapInput', input: 'key:KeyQ', team: 'B' }, 'start');
    show.startRound('buzzer').host('nextQuestion');
    expect(show.box('key:KeyQ')).toBeNull();
    expect(show.totals()['B']).toBe('90');
  });

  it('QZ-33 unknown boxes, ids that cannot be and strangers are refused; a mapping can be forgotten, also in a pause', () => {
    const show = lobby();
    expect(show.box('key:KeyQ')).toBe('show.input.unmapped');
    expect(show.box('constructor')).toBe('show.input.unmapped');
    for (const input of ['', 'a b', 'ключ', 'x'.repeat(65)])
      expect(show.hostTries({ type: 'mapInput', input, team: 'A' })).toBe('show.input.invalid');
    expect(show.hostTries({ type: 'mapInput', input: 'key:KeyQ', team: 'X' })).toBe('show.stranger');
    expect(show.hostTries({ type: 'mapInput', input: 'key:KeyQ', team: null })).toBe('show.input.unmapped');
    show.host('start', 'pause', { type: 'mapInput', input: 'key:KeyQ', team: 'A' });
    expect(show.box('key:KeyQ')).toBe('show.paused');
    show.host({ type: 'mapInput', input: 'key:KeyQ', team: 'B' });
    expect(view(show.state, { kind: 'host' }).inputs).toEqual({ 'key:KeyQ': 'B' });
    show.host({ type: 'mapInput', input: 'key:KeyQ', team: null }, 'resume');
    expect(show.state.inputs).toEqual({});
    expect(show.box('key:KeyQ')).toBe('show.input.unmapped');
  });
});
