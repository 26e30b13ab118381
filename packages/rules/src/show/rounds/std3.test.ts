import { describe, expect, it } from 'vitest';
import { questions, riskQuestions, Stage, teams } from '../given.testing.ts';
import { presets } from '../presets.ts';
import { standings } from '../standings.ts';

const three = () =>
  new Stage(
    presets['std-3']('知识竞赛', teams(3), {
      mandatory: questions('m', 9),
      buzzer: questions('b', 3),
      risk: riskQuestions(1),
    }),
  ).begun();

describe('QZ §2.7 the worked ledger', () => {
  it('QZ-10 QZ-11 QZ-20 QZ-21 QZ-31 QZ-35 reproduces every step with the preset std-3', () => {
    const show = three().startRound('mandatory');
    // A 2/3, B 3/3, C 2/3, seat by seat
    for (const verdict of [
      'right',
      'right',
      'right',
      'wrong',
      'right',
      'right',
      'right',
      'right',
      'wrong',
    ] as const) {
      show.spoken(verdict);
    }
    expect(show.totals()).toEqual({ A: '120', B: '130', C: '120' });
    show.host('endRound').startRound('buzzer');

    show.host('nextQuestion');
    expect(show.press('C')).toBeNull();
    expect(show.state.stage?.outcome).toBe('foul');
    show.host('closeQuestion');
    expect(show.totals()).toEqual({ A: '120', B: '130', C: '110' });

    show.host('nextQuestion', 'openBuzzers');
    expect(show.press('A')).toBeNull();
    show.judge('right').host('closeQuestion');
    expect(show.totals()).toEqual({ A: '130', B: '130', C: '110' });

    show.host('nextQuestion', 'openBuzzers');
    expect(show.press('B')).toBeNull();
    show.judge('wrong').host('giveToAudience', 'closeQuestion');
    expect(show.totals()).toEqual({ A: '130', B: '120', C: '110' });

    show.host('endRound').startRound('risk');
    expect(show.state.round?.order).toEqual(['C', 'B', 'A']);
    show
      .host('nextQuestion', { type: 'chooseRisk', value: '30' }, 'startClock')
      .judge('right')
      .host('closeQuestion');
    show
      .host('nextQuestion', { type: 'chooseRisk', value: '20' }, 'startClock')
      .judge('wrong')
      .host('closeQuestion');
    show.host('nextQuestion', 'declineRisk');
    expect(show.totals()).toEqual({ A: '130', B: '100', C: '140' });

    show.host('endRound', 'finish');
    expect(standings(show.state).map((s) => [s.team, s.total, s.place])).toEqual([
      ['C', '140', 1],
      ['A', '130', 2],
      ['B', '100', 3],
    ]);
    expect(show.state.standings).toEqual(standings(show.state));
  });

  it('QZ-10 base 0 and QZ-12 the floor: a deduction stops there, negative totals without one', () => {
    const config = presets['std-3']('x', teams(2), {
      mandatory: questions('m', 6),
      buzzer: questions('b', 2),
    });
    for (const [floor, expected] of [
      ['0', '0'],
      [null, '-10'],
    ] as const) {
      const show = new Stage({ ...config, baseScore: '0', floor })
        .begun()
        .startRound('buzzer')
        .host('nextQuestion');
      show.press('A');
      expect(show.totals()['A']).toBe(expected);
    }
  });
});

describe('必答题', () => {
  it('turns go seat by seat in table order, or team by team', () => {
    const seatBySeat = three().startRound('mandatory');
    const seen: string[] = [];
    for (let i = 0; i < 9; i += 1) {
      seatBySeat.host('nextQuestion');
      seen.push(`${seatBySeat.state.stage?.team}${seatBySeat.state.stage?.seat}`);
      seatBySeat.host('startClock').judge('right').host('closeQuestion');
    }
    expect(seen).toEqual(['A1', 'B1', 'C1', 'A2', 'B2', 'C2', 'A3', 'B3', 'C3']);
    expect(seatBySeat.hostTries({ type: 'nextQuestion' })).toBe('show.question.noMore');

    const config = three().state.config;
    const [first, ...rest] = config.rounds;
    const byTeam = new Stage({
      ...config,
      rounds: [{ ...first!, turnOrder: 'teamByTeam' } as typeof first & {}, ...rest],
    });
    byTeam
      .begun()
      .startRound('mandatory')
      .spoken('right')
      .spoken('right')
      .spoken('right')
      .host('nextQuestion');
    expect(byTeam.state.stage).toMatchObject({ team: 'B', seat: 1 });
  });

  it('QZ-40 the clock starts when reading ends, not when the question appears', () => {
    const show = three().startRound('mandatory').host('nextQuestion');
    expect(show.state.clock).toBeNull();
    show.host('startClock');
    expect(show.state.clock).toMatchObject({ kind: 'answer', totalSec: 30, deadline: show.now + 30_000 });
  });

  it.each([
    [{ rule: 'void' }, null, '100', 'help'],
    [{ rule: 'penalty', points: '10' }, null, '90', 'help'],
    [{ rule: 'allowed' }, 'show.help.allowed', '100', null],
  ] as const)('QZ-20 help from a mate: %o', (help, refusal, expected, outcome) => {
    const { config } = three().state;
    const rounds = config.rounds.map((round) => (round.kind === 'mandatory' ? { ...round, help } : round));
    const show = new Stage({ ...config, rounds })
      .begun()
      .startRound('mandatory')
      .host('nextQuestion', 'startClock');
    expect(show.hostTries({ type: 'judge', verdict: 'help' })).toBe(refusal);
    expect(show.totals()['A']).toBe(expected);
    expect(show.state.stage?.outcome).toBe(outcome);
  });

  it.each([
    ['0', 'asWrong', '100'],
    ['same', 'asWrong', '90'],
    ['10', 'asWrong', '90'],
    ['0', '5', '95'],
    ['10', '0', '100'],
  ] as const)('QZ-20 QZ-41 late with wrong %s, late %s leaves %s', (wrongPenalty, latePenalty, expected) => {
    const { config } = three().state;
    const rounds = config.rounds.map((round) =>
      round.kind === 'mandatory' ? { ...round, wrongPenalty, latePenalty } : round,
    );
    const show = new Stage({ ...config, rounds })
      .begun()
      .startRound('mandatory')
      .host('nextQuestion', 'startClock');
    expect(show.timeout()).toBeNull();
    expect(show.state.phase).toBe('ruling');
    expect(show.totals()['A']).toBe('100'); // the score waits for the ruling
    show.judge('wrong');
    expect(show.totals()['A']).toBe(expected);
    expect(show.state.stage?.outcome).toBe('late');
  });

  it('QZ-05 QZ-41 past the deadline an answer is late even before the time-out is heard', () => {
    const finished = three().startRound('mandatory').host('nextQuestion', 'startClock');
    finished.now += 30_000;
    expect(finished.host('finishAnswer').state.stage?.late).toBe(true);
    const ruled = three().startRound('mandatory').host('nextQuestion', 'startClock');
    ruled.now += 30_000;
    expect(ruled.judge('wrong').state.ledger.at(-1)?.reason).toBe('late');
  });

  it('a question of another tier brings its own points', () => {
    const { config } = three().state;
    const rounds = config.rounds.map((round) =>
      round.kind === 'mandatory' ? { ...round, questions: questions('m', 9, { points: '20' }) } : round,
    );
    const show = new Stage({ ...config, rounds }).begun().startRound('mandatory').spoken('right');
    expect(show.totals()['A']).toBe('120');
  });

  it('a skipped question is replaced for the same turn, a void one is not', () => {
    const { config } = three().state;
    const rounds = config.rounds.map((round) =>
      round.kind === 'mandatory' ? { ...round, questions: questions('m', 10) } : round,
    );
    const show = new Stage({ ...config, rounds }).begun().startRound('mandatory').host('nextQuestion');
    expect(show.hostTries({ type: 'skipQuestion', reason: ' ' })).toBe('show.reasonMissing');
    show.host({ type: 'skipQuestion', reason: '题目有误' }, 'nextQuestion');
    expect(show.state.stage).toMatchObject({ question: 'm2', team: 'A', seat: 1 });
    show.host({ type: 'voidQuestion', reason: '观众提示' }, 'closeQuestion', 'nextQuestion');
    expect(show.state.stage).toMatchObject({ question: 'm3', team: 'B', seat: 1 });
  });
});
