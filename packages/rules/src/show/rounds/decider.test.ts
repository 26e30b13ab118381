import { describe, expect, it } from 'vitest';
import { sets, Stage, teams } from '../given.testing.ts';
import { presets } from '../presets.ts';
import { standings } from '../standings.ts';
import { view } from '../view.ts';

/** A and B tied first, C behind, all rounds played. */
function tied(n = 3): Stage {
  const base = presets['ceair-ground']('东航', teams(n), sets(n));
  const rounds = base.rounds.filter((round) => round.kind === 'buzzer');
  const show = new Stage({ ...base, rounds }).begun().startRound('buzzer').host('endRound');
  return show.host({ type: 'adjust', team: 'C', delta: '-10', reason: 'x' });
}
const question = (show: Stage, team: string, verdict: 'right' | 'wrong' | 'void'): void => {
  show.host('nextQuestion', 'openBuzzers');
  expect(show.press(team)).toBeNull();
  show.judge(verdict).host('closeQuestion');
};
const places = (show: Stage) => standings(show.state).map((s) => [s.team, s.place, s.decided]);

describe('加赛 decider', () => {
  it('SK-73 without one the tie is shared and the next place skipped', () => {
    expect(places(tied(4))).toEqual([
      ['A', 1, false],
      ['B', 1, false],
      ['D', 1, false],
      ['C', 4, false],
    ]);
  });

  it('QZ-50 only tied teams; the first right wins; QZ-51 no score changes', () => {
    const show = tied();
    expect(view(show.state, { kind: 'host' }).next).toEqual({ type: 'startDecider', teams: ['A', 'B'] });
    expect(show.hostTries({ type: 'startDecider', teams: ['A', 'C'] })).toBe('show.decider.notTied');
    const before = show.totals();
    const ledger = show.state.ledger;
    show.host({ type: 'startDecider', teams: ['B', 'A'] }, 'nextQuestion');
    expect(show.press('A')).toBeNull(); // a false start voids, without points
    expect(show.state.stage?.outcome).toBe('foul');
    show.host('closeQuestion', 'nextQuestion', 'openBuzzers');
    expect(show.press('C')).toBe('show.excluded');
    expect(show.press('B')).toBeNull();
    show.judge('right').host('closeQuestion');
    expect(show.hostTries({ type: 'nextQuestion' })).toBe('show.question.noMore');
    show.host('endRound');
    expect(places(show)).toEqual([
      ['B', 1, true],
      ['A', 2, true],
      ['C', 3, false],
    ]);
    expect(show.totals()).toEqual(before);
    expect(show.state.ledger).toEqual(ledger);
    expect(view(show.state, { kind: 'host' }).next).toEqual({ type: 'finish' });
  });

  it('QZ-50 the first wrong is out', () => {
    const show = tied().host({ type: 'startDecider', teams: ['A', 'B'] });
    question(show, 'A', 'wrong');
    expect(places(show.host('endRound'))[0]).toEqual(['B', 1, true]);
  });

  it('three tied: wrong is last, void changes nothing, right is first; a rest tied at a place that matters plays again', () => {
    const show = tied(4).host({ type: 'startDecider', teams: ['A', 'B', 'D'] });
    question(show, 'D', 'void');
    question(show, 'D', 'right');
    show.host('endRound');
    expect(places(show).slice(0, 3)).toEqual([
      ['D', 1, true],
      ['A', 2, true],
      ['B', 2, true],
    ]);
    expect(view(show.state, { kind: 'host' }).next).toEqual({ type: 'startDecider', teams: ['A', 'B'] });
    show.host({ type: 'startDecider', teams: ['A', 'B'] });
    question(show, 'A', 'wrong');
    show.host('endRound');
    expect(places(show).map((p) => p[0])).toEqual(['D', 'B', 'A', 'C']);
  });

  it('cut short, the one who went out still stands behind', () => {
    const show = tied(4).host({ type: 'startDecider', teams: ['A', 'B', 'D'] });
    question(show, 'A', 'wrong');
    show.host('endRound');
    expect(places(show).slice(0, 3)).toEqual([
      ['B', 1, true],
      ['D', 1, true],
      ['A', 3, true],
    ]);
  });

  it('a decider ruling can be undone', () => {
    const show = tied().host({ type: 'startDecider', teams: ['A', 'B'] }, 'nextQuestion', 'openBuzzers');
    show.press('A');
    show.judge('wrong').host('undo').judge('right');
    expect(places(show)[0]).toEqual(['A', 1, true]);
    expect(show.state.decider?.out).toEqual([]);
  });
});
