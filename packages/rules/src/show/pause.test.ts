import { describe, expect, it } from 'vitest';
import type { HostAct } from './command.ts';
import { sets, Stage, teams } from './given.testing.ts';
import { presets } from './presets.ts';
import { view } from './view.ts';

const config = presets['ceair-ground']('东航', teams(3), sets(3));
const show = (): Stage => new Stage(config).begun();
const pause: HostAct = { type: 'pause', reason: 'equipmentFault', note: ' 抢答器失灵 ' };

describe('pauses', () => {
  it('QZ-41 the minutes are recorded with the reason, between questions too', () => {
    const stage = show().host(pause);
    const from = stage.now;
    expect(view(stage.state, { kind: 'screen' })).toMatchObject({ paused: true, pause: 'equipmentFault' });
    stage.now += 180_000;
    stage.host('resume');
    expect(view(stage.state, { kind: 'host' }).pauses).toEqual([
      { reason: 'equipmentFault', note: '抢答器失灵', from, until: from + 181_000 },
    ]);
    expect(view(stage.state, { kind: 'screen' })).toMatchObject({ paused: false, pause: null });
  });

  it.each<HostAct>([
    { type: 'voidQuestion', reason: 'x' },
    { type: 'skipQuestion', reason: 'x' },
    { type: 'deferQuestion', reason: 'x' },
  ])('QZ-41 $type ends it', (act) => {
    const stage = show().startRound('mandatory').host('nextQuestion', 'startClock', pause, act);
    expect(stage.state.paused).toBeNull();
    expect(stage.state.clock).toBeNull();
    expect(stage.state.pauses.map(({ until }) => until)).toEqual([stage.now]);
  });

  it('QZ-41 one at a time, not before the start, not after the end', () => {
    expect(new Stage(config).host('takeConsole').hostTries(pause)).toBe('show.notStarted');
    expect(show().host(pause).hostTries(pause)).toBe('show.paused');
  });

  it('QZ-33 what was under way when the show stopped comes in all the same and is settled after it', () => {
    const order = { rule: 'compensated', capMs: 20, maxOneWayMs: 150, deadHeat: 'earlier' } as const;
    const stage = new Stage({ ...config, order })
      .begun()
      .startRound('buzzer')
      .host('nextQuestion', 'openBuzzers');
    stage.now += 5000;
    stage.press('A');
    stage.now -= 990;
    stage.host(pause);
    expect(stage.press('B')).toBeNull();
    expect(stage.timeout()).toBe('show.clock.gone');
    stage.host('resume');
    expect(stage.state).toMatchObject({ phase: 'gathering', clock: { kind: 'gather' } });
    expect(stage.timeout()).toBeNull();
    expect(stage.state).toMatchObject({ phase: 'answering', stage: { team: 'A' } });
    expect(stage.state.presses.map((press) => [press.team, press.verdict])).toEqual([
      ['A', 'first'],
      ['B', 'notFirst'],
    ]);
  });

  it('QZ-41 a hidden delay stands still unseen and goes on with what was left', () => {
    const stage = show().startRound('buzzer').host('nextQuestion');
    const armed = { id: 'c0', kind: 'arm', totalSec: 3, deadline: stage.now + 2500 } as const;
    stage.state = { ...stage.state, clock: armed };
    stage.host(pause);
    for (const audience of [
      { kind: 'screen' },
      { kind: 'team', team: 'A' },
      { kind: 'spectator' },
    ] as const) {
      expect(view(stage.state, audience).clock).toBeNull();
      expect(JSON.stringify(view(stage.state, audience))).not.toContain('1500');
    }
    stage.now += 60_000;
    stage.host('resume');
    expect(stage.state.clock).toMatchObject({ kind: 'arm', deadline: stage.now + 1500 });
  });
});
