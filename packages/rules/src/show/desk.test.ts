import { describe, expect, it } from 'vitest';
import type { HostAct } from './command.ts';
import { sets, Stage, teams } from './given.testing.ts';
import { presets } from './presets.ts';
import { view } from './view.ts';

const config = presets['ceair-ground']('东航', teams(3), sets(3));
const take: HostAct = { type: 'takeConsole' };
const right: HostAct = { type: 'judge', verdict: 'right' };

/** A question is being answered; host, jury, timekeeper and scorekeeper sit at their desks. */
function answering(): Stage {
  const stage = new Stage(config).begun().startRound('mandatory').host('nextQuestion', 'startClock');
  for (const desk of ['remote', 'jury', 'timekeeper', 'scorekeeper'] as const) stage.deskTries(desk, take);
  return stage;
}

describe('desks', () => {
  it('QZ-01 each desk has its page; a replaced one is told, the others go on', () => {
    const stage = answering();
    expect(stage.deskTries('jury', take, -1, 'tablet')).toBeNull();
    expect(stage.deskTries('jury', right)).toBe('show.console.replaced');
    expect(stage.hostTries({ type: 'finishAnswer' })).toBeNull();
    expect(stage.deskTries('jury', right, stage.state.step, 'tablet')).toBeNull();
    expect(stage.totals()['A']).toBe('110');
  });

  it('QZ-01 a desk that nobody opened has no say', () => {
    const stage = new Stage(config).begun();
    expect(stage.deskTries('jury', { type: 'pause', reason: 'break' })).toBe('show.console.none');
    expect(view(stage.state, { kind: 'host', desk: 'jury' })).toMatchObject({
      next: { type: 'takeConsole' },
      console: null,
      allowed: ['takeConsole'],
    });
  });

  it('QZ-01 opening another desk does not age what a host is about to do; a ruling does', () => {
    const stage = answering();
    const { step } = stage.state;
    stage.deskTries('scorekeeper', take, -1, 'another');
    stage.deskTries('jury', { type: 'fileProtest', team: 'B', question: null, text: '计时有误' });
    expect(stage.deskTries('remote', right, step)).toBeNull();
    expect(stage.deskTries('jury', { type: 'judge', verdict: 'wrong' }, step)).toBe('show.stale');
    expect(stage.totals()['A']).toBe('110');
  });

  it.each<['timekeeper' | 'scorekeeper' | 'jury', HostAct]>([
    ['timekeeper', right],
    ['timekeeper', { type: 'openBuzzers' }],
    ['timekeeper', { type: 'adjust', team: 'A', delta: '1', reason: 'x' }],
    ['scorekeeper', right],
    ['scorekeeper', { type: 'pause', reason: 'break' }],
    ['scorekeeper', { type: 'ruleProtest', no: 1, verdict: 'upheld', note: 'x' }],
    ['jury', { type: 'nextQuestion' }],
    ['jury', { type: 'setDisplay', display: { scores: 'none', top: 3, revealFrom: null, scene: 'auto' } }],
  ])('QZ-01 %s: $1.type is another desk’s', (desk, act) => {
    const stage = answering();
    const before = stage.state;
    expect(stage.deskTries(desk, act)).toBe('show.desk.notYours');
    expect(stage.state).toBe(before);
  });

  it('QZ-01 time, points and rulings each from their desk', () => {
    const stage = answering();
    expect(stage.deskTries('timekeeper', { type: 'finishAnswer' })).toBeNull();
    expect(stage.deskTries('jury', right)).toBeNull();
    expect(
      stage.deskTries('scorekeeper', { type: 'adjust', team: 'B', delta: '-10', reason: '场外提示' }),
    ).toBeNull();
    expect(stage.state.ledger.slice(-2).map(({ by }) => by)).toEqual(['jury', 'scorekeeper']);
    expect(view(stage.state, { kind: 'host', desk: 'timekeeper' }).next).toBeNull();
    expect(view(stage.state, { kind: 'host', desk: 'remote' }).next).toEqual({ type: 'closeQuestion' });
  });
});
