import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import type { Stage } from '../given.testing.ts';
import type { BuzzerRound, PressOrder } from '../roundConfig.ts';
import { view } from '../view.ts';
import { compensated, open, reading } from './press.testing.ts';

describe('a random delay before the buzzers open', () => {
  const startDelay = { minMs: 500, maxMs: 3_000 };
  const armed = (change: Partial<BuzzerRound> = {}, seed = 's1'): Stage =>
    reading({ startDelay, ...change }, { rule: 'arrival' }).host({ type: 'openBuzzers', seed });

  it('QZ-30 they open by themselves; the delay is the seed’s and nobody sees its clock', () => {
    const show = armed();
    const { clock } = show.state;
    expect(show.state).toMatchObject({ phase: 'reading', clock: { kind: 'arm' } });
    expect(clock!.deadline - show.now).toBe(Math.round(clock!.totalSec * 1000));
    expect(armed().state.clock?.totalSec).toBe(clock!.totalSec);
    expect(armed({}, 's2').state.clock?.totalSec).not.toBe(clock!.totalSec);
    expect(view(show.state, { kind: 'screen' }).clock).toBeNull();
    expect(JSON.stringify(view(show.state, { kind: 'team', team: 'A' }))).not.toContain(`${clock!.deadline}`);
    expect(view(show.state, { kind: 'host' })).toMatchObject({ next: null, arming: true, clock: null });
    expect(show.hostTries({ type: 'openBuzzers', seed: 's3' })).toBe('show.notNow');
    show.timeout();
    expect(show.state).toMatchObject({ phase: 'open', stage: { opening: 1, openedAt: clock!.deadline } });
    expect(show.press('A')).toBeNull();
  });

  it('QZ-31 a press meanwhile is early', () => {
    const foul = armed();
    expect(foul.press('C', 100)).toBeNull();
    expect(foul.state).toMatchObject({ phase: 'judged', clock: null });
    expect(foul.totals()['C']).toBe('90');
    const strike = armed({ foul: { rule: 'twoStrike', points: '20' } });
    expect(strike.press('C', 100)).toBeNull();
    strike.timeout();
    expect(strike.press('C')).toBe('show.excluded');
    expect(strike.press('A')).toBeNull();
    expect(armed({ foul: { rule: 'lockout' } }).press('C', 100)).toBe('show.notOpen');
  });

  it('without a seed it is refused; teams that may interrupt do not wait for it', () => {
    const { state, now } = reading({ startDelay });
    const actor = { kind: 'host', user: 'h', console: 'c1', step: state.step } as const;
    expect(decide(state, { type: 'openBuzzers', actor, now })).toEqual({
      ok: false,
      refusal: { code: 'show.notNow', facts: { missing: 'seed' } },
    });
    expect(reading({ startDelay, interruptReading: true }).host('openBuzzers').state.phase).toBe('open');
  });

  it('QZ-41 a pause keeps what is left of it, and still nobody sees it', () => {
    const show = armed();
    const left = show.state.clock!.deadline - show.now - 1_000;
    show.host('pause');
    expect(view(show.state, { kind: 'team', team: 'A' }).clock).toBeNull();
    expect(show.press('A')).toBe('show.paused');
    show.host('resume');
    expect(show.state.clock).toMatchObject({ kind: 'arm', deadline: show.now + Math.max(0, left) });
    show.timeout();
    expect(show.state.phase).toBe('open');
  });

  it('QZ-35 also when they open again', () => {
    const show = armed({ afterWrong: 'reopen' });
    show.timeout();
    show.press('A');
    show.judge('wrong').host({ type: 'openBuzzers', seed: 's4' });
    expect(show.state).toMatchObject({ phase: 'judged', clock: { kind: 'arm' } });
    expect(show.press('B')).toBe('show.notOpen');
    show.timeout();
    expect(show.press('B')).toBeNull();
  });
});

describe('a clip that runs at the buzz', () => {
  /** The clip runs from second 2 since one second ago when A presses. */
  function buzzed(change: Partial<BuzzerRound>, order: PressOrder): Stage {
    const show = open({ afterWrong: 'reopen', ...change }, order);
    const { stage } = show.state;
    show.state = {
      ...show.state,
      stage: { ...stage!, media: { playing: true, positionMs: 2_000, since: show.now } },
    };
    show.press('A', 1_000);
    return show;
  }

  it.each([{ rule: 'arrival' }, compensated()] as const)(
    'QZ-30 stops where it is and goes on when the buzzers open again ($rule)',
    (order) => {
      const show = buzzed({ mediaOnBuzz: 'pause' }, order);
      expect(show.state.stage?.media).toEqual({ playing: false, positionMs: 3_000, since: show.now });
      if (order.rule === 'compensated') show.timeout();
      show.judge('wrong').host('openBuzzers');
      expect(show.state.stage?.media).toEqual({ playing: true, positionMs: 3_000, since: show.now });
    },
  );

  it('QZ-30 or runs on', () => {
    const show = buzzed({ mediaOnBuzz: 'goOn' }, { rule: 'arrival' });
    expect(show.state.stage?.media).toMatchObject({ playing: true, positionMs: 2_000 });
  });

  it('QZ-30 one that the host stopped stays stopped', () => {
    const show = buzzed({ mediaOnBuzz: 'pause' }, { rule: 'arrival' });
    show.judge('wrong');
    const media = { playing: false, positionMs: 500, since: show.now };
    show.state = { ...show.state, stage: { ...show.state.stage!, media } };
    show.host('openBuzzers');
    expect(show.state.stage?.media).toEqual(media);
  });
});
