import { describe, expect, it } from 'vitest';
import { riskQuestions, sets, Stage, teams } from '../given.testing.ts';
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

  it('QZ-50 a question that is voided after its ruling puts nobody out', () => {
    const show = tied().host({ type: 'startDecider', teams: ['A', 'B'] }, 'nextQuestion', 'openBuzzers');
    show.press('A');
    show.judge('wrong').host({ type: 'voidQuestion', reason: '题目有误' });
    expect(show.state.decider).toMatchObject({ out: [], winner: null });
    expect(show.state.deciders).toEqual([]);
    show.host('closeQuestion');
    expect(view(show.state, { kind: 'host' }).next).toEqual({ type: 'nextQuestion' });
  });

  it('a decider ruling can be undone', () => {
    const show = tied().host({ type: 'startDecider', teams: ['A', 'B'] }, 'nextQuestion', 'openBuzzers');
    show.press('A');
    show.judge('wrong').host('undo').judge('right');
    expect(places(show)[0]).toEqual(['A', 1, true]);
    expect(show.state.decider?.out).toEqual([]);
  });
});

/** The same tie with another decider. */
const tiedFor = (rule: 'extraRound' | 'risk', change: object = {}, n = 3): Stage => {
  const show = tied(n);
  const { decider } = show.state.config;
  if (decider.rule === 'none') throw new Error('no decider');
  const round = { ...decider.round, questions: riskQuestions(4), ...change };
  show.state = { ...show.state, config: { ...show.state.config, decider: { rule, round } } };
  return show.host(view(show.state, { kind: 'host' }).next!);
};
const answered = (show: Stage, verdict: 'right' | 'wrong' | 'void'): void => {
  show.host('nextQuestion', 'startClock').judge(verdict).host('closeQuestion');
};

describe('加赛 extra round', () => {
  it('QZ-50 each tied team answers in table order, the highest wins; QZ-51 no score changes', () => {
    const show = tiedFor('extraRound', { points: '20', turnsPerTeam: 2 });
    const before = show.totals();
    show.host('nextQuestion');
    expect(view(show.state, { kind: 'host' }).next).toEqual({ type: 'startClock' });
    expect(show.state.stage).toMatchObject({ team: 'A', points: '20' });
    expect(show.press('B')).toBe('show.notOpen');
    show.host('startClock').judge('right').host('closeQuestion');
    answered(show, 'right');
    answered(show, 'wrong');
    expect(show.state.decider).toMatchObject({ points: { A: '20', B: '20' }, winner: null });
    answered(show, 'right');
    expect(show.state.decider).toMatchObject({ points: { A: '20', B: '40' }, winner: 'B' });
    expect(view(show.state, { kind: 'host' }).next).toEqual({ type: 'endRound' });
    expect(show.hostTries({ type: 'nextQuestion' })).toBe('show.question.noMore');
    show.host('endRound');
    expect(places(show).slice(0, 2)).toEqual([
      ['B', 1, true],
      ['A', 2, true],
    ]);
    expect(show.totals()).toEqual(before);
  });

  it('QZ-50 those level at the top go on, the others are placed; a void turn counts for nobody', () => {
    const show = tiedFor('extraRound', {}, 4);
    for (const verdict of ['right', 'void', 'right'] as const) answered(show, verdict);
    expect(show.state.decider).toMatchObject({ points: { A: '10', B: '0', D: '10' }, out: ['B'] });
    expect(show.state.round).toMatchObject({ order: ['A', 'D'], turn: 0 });
    answered(show, 'wrong');
    answered(show, 'right');
    expect(show.state.decider?.winner).toBe('D');
    show.host('undo').judge('wrong').host('closeQuestion');
    expect(show.state.decider?.winner).toBeNull();
    answered(show, 'right');
    answered(show, 'wrong');
    show.host('endRound');
    expect(
      places(show)
        .slice(0, 3)
        .map(([team]) => team),
    ).toEqual(['A', 'D', 'B']);
  });

  it('QZ-50 without questions for a whole lap nobody gets a turn that the others do not get', () => {
    const show = tiedFor('extraRound', { questions: riskQuestions(1) });
    answered(show, 'right');
    answered(show, 'right');
    expect(view(show.state, { kind: 'host' }).next).toEqual({ type: 'endRound' });
    show.host('endRound');
    expect(places(show)[1]).toEqual(['B', 1, false]);
    expect(view(show.state, { kind: 'host' }).next).toEqual({ type: 'finish' });
  });
});

describe('加赛 risk questions', () => {
  it('QZ-50 each chooses a value, wins or loses it; nobody declines; QZ-51 no score changes', () => {
    const show = tiedFor('risk');
    const before = show.totals();
    show.host('nextQuestion');
    expect(view(show.state, { kind: 'team', team: 'A' }).choose).toEqual({
      values: ['10', '20', '30'],
      decline: false,
    });
    expect(show.hostTries({ type: 'declineRisk' })).toBe('show.risk.declineForbidden');
    show.host({ type: 'chooseRisk', value: '30' }, 'startClock').judge('wrong').host('closeQuestion');
    show.host('nextQuestion', { type: 'chooseRisk', value: '10' }, 'startClock').judge('wrong');
    show.host('closeQuestion');
    expect(show.state.decider).toMatchObject({ points: { A: '-30', B: '-10' }, winner: 'B' });
    expect(view(show.state, { kind: 'screen' }).decider).toMatchObject({ rule: 'risk', winner: 'B' });
    show.host('endRound');
    expect(places(show)[0]).toEqual(['B', 1, true]);
    expect(show.totals()).toEqual(before);
  });
});

describe('不并列 ties by lot', () => {
  const lots = (seed: string): Stage => {
    const show = tied(4);
    show.state = { ...show.state, config: { ...show.state.config, ties: 'lot', decider: { rule: 'none' } } };
    return show.host({ type: 'finish', seed });
  };

  it('SK-41 SK-73 what is still tied is settled by lot at every place, the same for the same seed', () => {
    const show = lots('s1');
    const lines = view(show.state, { kind: 'screen' }).scores;
    expect(lines.map((line) => line.place)).toEqual([1, 2, 3, 4]);
    expect(lines.map((line) => line.byLot)).toEqual([true, true, true, false]);
    expect(lines[3]?.team).toBe('C');
    expect(show.events.at(-1)).toMatchObject({ type: 'finished', seed: 's1' });
    expect(places(lots('s1'))).toEqual(places(show));
    const winners = new Set(Array.from({ length: 20 }, (_, i) => places(lots(`s${i}`))[0]![0]));
    expect([...winners].sort()).toEqual(['A', 'B', 'D']);
  });

  it('SK-73 without a seed there is no lot and no end; without a tie no seed is kept', () => {
    const show = tied(4);
    show.state = { ...show.state, config: { ...show.state.config, ties: 'lot', decider: { rule: 'none' } } };
    expect(show.hostTries({ type: 'finish', seed: '' })).toBe('show.notNow');
    show.host({ type: 'adjust', team: 'A', delta: '2', reason: 'x' });
    show.host({ type: 'adjust', team: 'B', delta: '1', reason: 'x' }, { type: 'finish', seed: 's' });
    expect(show.state.lot).toBeNull();
    expect(places(tied(4).host({ type: 'finish', seed: 's' })).map(([, place]) => place)).toEqual([
      1, 1, 1, 4,
    ]);
  });
});
