import { describe, expect, it } from 'vitest';
import { only, sets } from '../given.testing.ts';
import { standings } from '../standings.ts';
import { view } from '../view.ts';
import { pointsAfter } from './speed.ts';

const asked = (...args: Parameters<typeof only>) => only(...args).host('nextQuestion', 'startClock');

describe('判断举牌 cards', () => {
  it('QZ-20 every team answers at once, the last answer before the bell counts, the host rules on all', () => {
    const show = only('cardRaise', { wrongPenalty: 'same' }).host('nextQuestion');
    expect(show.enter('A', '对')).toBe('show.notOpen');
    show.host('startClock');
    expect(view(show.state, { kind: 'team', team: 'A' }).entry).toEqual({
      as: 'cards',
      options: ['对', '错'],
      mine: null,
      final: false,
    });
    expect(show.enter('A', '也许')).toBe('show.answer.invalid');
    expect(show.enter('X', '对')).toBe('show.stranger');
    expect(show.enter('A', '错')).toBeNull();
    expect(show.enter('A', '对')).toBeNull();
    expect(show.enter('B', '错')).toBeNull();
    expect(view(show.state, { kind: 'team', team: 'A' }).entry?.mine).toBe('对');
    expect(view(show.state, { kind: 'screen' }).turn?.entered).toEqual(['A', 'B']);
    show.timeout();
    expect(show.state).toMatchObject({ phase: 'ruling', stage: { late: false } });
    expect(show.enter('C', '对')).toBe('show.tooLate');
    expect(view(show.state, { kind: 'host' }).entries.map((e) => [e.team, e.answer, e.right])).toEqual([
      ['A', '对', true],
      ['B', '错', false],
      ['C', null, false],
    ]);
    // The entries carry the proposal; the ruling is a human's.
    expect(view(show.state, { kind: 'host' }).next).toBeNull();
    expect(show.hostTries({ type: 'judge', verdict: 'right' })).toBe('show.ruling.wrongKind');
    expect(show.hostTries({ type: 'judgeTeams', right: ['X'] })).toBe('show.excluded');
    show.right('A', 'C');
    expect(show.totals()).toEqual({ A: '110', B: '90', C: '110' });
    show.host('closeQuestion');
    expect(view(show.state, { kind: 'spectator' }).question?.reveal?.entries).toEqual([
      { team: 'A', answer: '对', right: true },
      { team: 'B', answer: '错', right: false },
      { team: 'C', answer: null, right: true },
    ]);
  });

  it('QZ-36 nobody rules on what phones may still change; the end of the answers comes first', () => {
    const show = asked('cardRaise');
    expect(view(show.state, { kind: 'host' }).allowed).toContain('judgeTeams');
    show.enter('A', '错');
    // The desk saw "wrong"; meanwhile it is changed.
    const { step } = show.state;
    show.enter('A', '对');
    expect(show.state.step).toBe(step);
    expect(show.hostTries({ type: 'judgeTeams', right: [] })).toBe('show.notNow');
    expect(view(show.state, { kind: 'host' }).allowed).not.toContain('judgeTeams');
    show.host('finishAnswer');
    expect(show.enter('A', '错')).toBe('show.tooLate');
    show.right('A');
    expect(show.totals()['A']).toBe('110');
    // Where the first entry is final, those of all teams are all there is.
    const speed = asked('speed');
    const [option = ''] = view(speed.state, { kind: 'team', team: 'A' }).entry!.options;
    for (const team of ['A', 'B']) expect(speed.enter(team, option)).toBeNull();
    expect(speed.hostTries({ type: 'judgeTeams', right: ['A'] })).toBe('show.notNow');
    expect(speed.enter('C', option)).toBeNull();
    expect(speed.hostTries({ type: 'judgeTeams', right: ['A'] })).toBeNull();
  });

  it('QZ-11 the same answer or stake once more is accepted and leaves no event', () => {
    const show = asked('cardRaise');
    show.enter('A', '对');
    const { seq } = show.state;
    expect(show.enter('A', '对')).toBeNull();
    expect(show.state.seq).toBe(seq);
    expect(show.enter('A', '错')).toBeNull();
    expect(show.state.seq).toBe(seq + 1);
    const wager = only('wager').host('nextQuestion');
    expect(wager.stake('A', '10')).toBeNull();
    const staked = wager.state.seq;
    expect(wager.stake('A', '10')).toBeNull();
    expect(wager.state.seq).toBe(staked);
  });

  it('QZ-36 cards that are read in the hall await the host: nothing is proposed', () => {
    const show = asked('cardRaise').host('finishAnswer');
    const { entries, next } = view(show.state, { kind: 'host' });
    expect(entries.map((e) => e.right)).toEqual([null, null, null]);
    expect(next).toBeNull();
    show.right('B').host('closeQuestion');
    expect(show.totals()).toEqual({ A: '100', B: '110', C: '100' });
  });

  it('QZ-36 a key that is not one of the cards leaves the ruling to a human', () => {
    const show = asked('cardRaise', { questions: [{ id: 'x', stem: 'x', answer: '正确' }] });
    show.enter('A', '对');
    show.host('finishAnswer');
    expect(view(show.state, { kind: 'host' }).entries[0]).toMatchObject({ answer: '对', right: null });
  });

  it('QZ-11 an undone joint ruling takes every row back and keeps what was entered', () => {
    const show = asked('cardRaise', { wrongPenalty: '5' });
    show.enter('A', '对');
    show.host('finishAnswer').right('A', 'B').host('undo');
    expect(show.state.phase).toBe('ruling');
    expect(show.totals()).toEqual({ A: '100', B: '100', C: '100' });
    expect(show.state.stage?.entries['A']?.answer).toBe('对');
    show.right('A');
    expect(show.totals()).toEqual({ A: '110', B: '95', C: '95' });
    show.host({ type: 'voidQuestion', reason: '题目有误' });
    expect(show.totals()).toEqual({ A: '100', B: '100', C: '100' });
  });

  it('QZ-20 standing: who is wrong is out of the round, which ends when one is left', () => {
    const show = asked('cardRaise', { wrongIsOut: true }).host('finishAnswer').right('A', 'B');
    show.host('undo').right('A', 'B').host('closeQuestion');
    expect(show.state.round?.out).toEqual(['C']);
    show.host('nextQuestion', 'startClock');
    expect(show.enter('C', '对')).toBe('show.excluded');
    expect(view(show.state, { kind: 'team', team: 'C' }).entry).toBeNull();
    expect(view(show.state, { kind: 'host' }).mayAct).toEqual(['A', 'B']);
    show.host('finishAnswer').right('B').host('closeQuestion');
    expect(view(show.state, { kind: 'host' }).next).toEqual({ type: 'endRound' });
    expect(show.hostTries({ type: 'nextQuestion' })).toBe('show.question.noMore');
    expect(show.totals()).toEqual({ A: '110', B: '120', C: '100' });
  });

  it('QZ-20 standing: a question that is voided, skipped or set aside after its ruling puts nobody out', () => {
    for (const type of ['voidQuestion', 'skipQuestion', 'deferQuestion'] as const) {
      const show = asked('cardRaise', { wrongIsOut: true }).host('finishAnswer').right('A', 'B');
      expect(view(show.state, { kind: 'team', team: 'C' }).out).toBe(true);
      show.host({ type, reason: '题目有误' });
      expect(show.state.round?.out).toEqual([]);
      expect(view(show.state, { kind: 'team', team: 'C' }).out).toBe(false);
      expect(view(show.state, { kind: 'screen' }).turn?.verdicts ?? null).toBeNull();
      expect(show.totals()).toEqual({ A: '100', B: '100', C: '100' });
      expect(show.host('undo').state.round?.out).toEqual(['C']);
    }
  });

  it('QZ-36 after the ruling everybody sees who was right; before it nobody', () => {
    const show = asked('cardRaise');
    show.enter('A', '对');
    show.host('finishAnswer');
    const spectator = () => view(show.state, { kind: 'spectator' }).turn;
    expect(spectator()).toMatchObject({ entered: ['A'], verdicts: null });
    show.right('A');
    expect(spectator()?.verdicts).toEqual([
      { team: 'A', right: true, stake: null },
      { team: 'B', right: false, stake: null },
      { team: 'C', right: false, stake: null },
    ]);
  });
});

describe('估数题 estimate', () => {
  it('QZ-20 the nearest wins by exact decimals, equally near ones all; exact has a bonus', () => {
    const show = asked('estimate', { exactBonus: '5' });
    expect(show.enter('A', 'viel')).toBe('show.answer.invalid');
    show.enter('A', '41.4');
    show.enter('B', '41.6');
    show.enter('C', '41.61');
    show.host('finishAnswer');
    expect(view(show.state, { kind: 'host' }).entries.map((e) => e.right)).toEqual([true, true, false]);
    show.right('A', 'B').host('closeQuestion', 'nextQuestion', 'startClock');
    show.enter('C', '41.50');
    show.host('finishAnswer').right('C');
    expect(show.totals()).toEqual({ A: '110', B: '110', C: '115' });
  });
});

describe('计时答题 speed', () => {
  it.each([
    [0, '20'],
    [1_000, '20'],
    [1_001, '19'],
    [10_000, '15'],
    [19_999, '10'],
    [20_000, '10'],
  ])('QZ-20 after %i ms of 20 s, 20 falling to 10: %s', (elapsed, points) => {
    expect(pointsAfter({ points: '20', floorPoints: '10' }, elapsed, 20)).toBe(points);
  });

  it('QZ-20 the first answer is final and its time decides; a pause costs nobody points', () => {
    const show = asked('speed');
    expect(show.enter('A', '甲', 1_000)).toBeNull();
    expect(show.enter('A', '乙')).toBe('show.answer.final');
    expect(view(show.state, { kind: 'team', team: 'A' }).entry).toMatchObject({ mine: '甲', final: true });
    expect(view(show.state, { kind: 'team', team: 'B' }).entry).toMatchObject({ mine: null, final: false });
    const at = show.now;
    show.host('pause');
    show.now += 60_000;
    show.host('resume');
    expect(show.now - at).toBeGreaterThan(60_000);
    expect(show.enter('B', '甲', 8_000)).toBeNull();
    expect(show.enter('C', '乙', 500)).toBeNull();
    const { entries } = view(show.state, { kind: 'host' });
    expect(entries.map((e) => (e.answer === null ? null : e.elapsedMs))).toEqual([1_000, 10_000, 10_500]);
    show.host('finishAnswer').right('A', 'B');
    expect(show.totals()).toEqual({ A: '120', B: '115', C: '100' });
  });

  it('QZ-36 free text: width, case and blanks do not matter; other words await a human', () => {
    const questions = [{ id: 'x', stem: 'x', answer: 'HTTP 协议' }];
    const show = asked('speed', { questions });
    show.enter('A', ' ｈｔｔｐ协议');
    show.enter('B', '超文本传输协议');
    show.host('finishAnswer');
    const { entries, next } = view(show.state, { kind: 'host' });
    expect(entries.map((e) => e.right)).toEqual([true, null, false]);
    expect(next).toBeNull();
    show.right('A', 'B');
    expect(view(show.state, { kind: 'host' }).entries.map((e) => e.right)).toEqual([true, true, false]);
  });
});

describe('押分题 wager', () => {
  it('QZ-20 stakes come before the question and are at most the own total; right + the stake, else −', () => {
    const show = only('wager', { most: '150' });
    show.host({ type: 'adjust', team: 'B', delta: '-40', reason: 'x' }, 'nextQuestion');
    expect(show.state).toMatchObject({ phase: 'staking', stage: { question: null } });
    expect(view(show.state, { kind: 'team', team: 'B' })).toMatchObject({
      question: null,
      stake: { most: '60', mine: null },
    });
    expect(show.stake('B', '60.5')).toBe('show.stake.tooMuch');
    expect(show.stake('B', '-1')).toBe('show.stake.tooMuch');
    expect(show.stake('B', 'all')).toBe('show.notDecimal');
    expect(show.stake('B', '20')).toBeNull();
    expect(show.stake('B', '60')).toBeNull();
    expect(show.stake('A', '30')).toBeNull();
    expect(JSON.stringify(view(show.state, { kind: 'team', team: 'A' }))).not.toContain('"60"}');
    expect(view(show.state, { kind: 'host' })).toMatchObject({
      stakes: { A: '30', B: '60' },
      next: { type: 'nextQuestion' },
    });
    show.host('nextQuestion');
    expect(show.stake('C', '10')).toBe('show.notNow');
    show.host('startClock', 'finishAnswer').right('A');
    expect(show.totals()).toEqual({ A: '130', B: '0', C: '100' });
  });

  it('QZ-41 the bell ends the staking; who staked nothing plays for 0', () => {
    const show = only('wager').host('nextQuestion');
    show.timeout();
    expect(show.stake('A', '10')).toBe('show.tooLate');
    expect(view(show.state, { kind: 'team', team: 'A' }).stake).toBeNull();
    show.host('nextQuestion', 'startClock', 'finishAnswer').right();
    expect(show.totals()).toEqual({ A: '100', B: '100', C: '100' });
  });

  it('QZ-20 a negative total has nothing to stake', () => {
    const show = only('wager', {}, { baseScore: '-5' }).host('nextQuestion');
    expect(show.stake('A', '1')).toBe('show.stake.tooMuch');
    expect(show.stake('A', '0')).toBeNull();
  });
});

describe('practice and elimination', () => {
  it('QZ-20 a practice round moves no score, fouls neither; the jury still may', () => {
    const show = only('buzzer', { practice: true }).host('nextQuestion');
    show.press('C');
    show.host('closeQuestion', 'nextQuestion', 'openBuzzers');
    show.press('A');
    show.judge('right').host('closeQuestion', 'nextQuestion', 'openBuzzers');
    show.press('B');
    show.timeout();
    expect(view(show.state, { kind: 'host' }).proposal).toEqual({ verdict: 'wrong', delta: '0' });
    show.judge('wrong');
    expect(show.totals()).toEqual({ A: '100', B: '100', C: '100' });
    expect(show.state.ledger.filter((r) => r.round !== null).map((r) => [r.reason, r.delta])).toEqual([
      ['foul', '0'],
      ['right', '0'],
      ['late', '0'],
    ]);
    show.host({ type: 'adjust', team: 'A', delta: '-3', reason: 'x' });
    expect(show.totals()['A']).toBe('97');
  });

  const leaving = (eliminate: number, deltas: Record<string, string>) => {
    const second = {
      ...only('cardRaise').state.config.rounds[0]!,
      id: 'second',
      questions: sets(5)['speed']!,
    };
    const first = { ...second, id: 'cardRaise', eliminate, questions: sets(5)['cardRaise']! };
    const show = only('cardRaise', {}, { rounds: [first, second] as never }, 5);
    for (const [team, delta] of Object.entries(deltas))
      show.host({ type: 'adjust', team, delta, reason: 'x' });
    return show.host('endRound');
  };

  it('SK-72 the lowest leave after the round; later rounds go on without them', () => {
    const show = leaving(2, { A: '-30', B: '-20', C: '-10' });
    expect(show.state.eliminated).toEqual([['A', 'B']]);
    show.startRound('second');
    expect(show.state.round?.order).toEqual(['C', 'D', 'E']);
    show.host('nextQuestion', 'startClock');
    expect(show.enter('A', 'B')).toBe('show.excluded');
    show.host({ type: 'adjust', team: 'A', delta: '500', reason: 'x' });
    expect(standings(show.state).map((s) => [s.team, s.place])).toEqual([
      ['D', 1],
      ['E', 1],
      ['C', 3],
      ['A', 4],
      ['B', 5],
    ]);
    expect(view(show.state, { kind: 'screen' }).scores.find((s) => s.team === 'A')?.eliminated).toBe(true);
  });

  it('SK-72 of a tie at the line nobody leaves; the last one never does', () => {
    expect(leaving(2, { A: '-30' }).state.eliminated).toEqual([['A']]);
    expect(leaving(1, {}).state.eliminated).toEqual([]);
    expect(leaving(9, { A: '-4', B: '-3', C: '-2', D: '-1' }).state.eliminated).toEqual([
      ['A', 'B', 'C', 'D'],
    ]);
  });
});
