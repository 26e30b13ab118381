import { describe, expect, it } from 'vitest';
import type { HostAct } from './command.ts';
import { questions, sets, Stage, teams } from './given.testing.ts';
import type { Moment } from './moment.ts';
import { presets } from './presets.ts';
import type { BuzzerRound, PressOrder } from './roundConfig.ts';
import { timeline } from './timeline.ts';

const base = presets['ceair-ground']('东航', teams(3), sets(3));
const order: PressOrder = { rule: 'compensated', capMs: 20, maxOneWayMs: 150, deadHeat: 'jury' };
const buzzer = base.rounds.find((round): round is BuzzerRound => round.kind === 'buzzer')!;
const config = {
  ...base,
  order,
  rounds: [base.rounds[0]!, { ...buzzer, questions: questions('b', 4), afterWrong: 'reopen' as const }],
};
const show = (): Stage => new Stage(config).begun();
const story = (stage: Stage) => timeline(config, stage.events);
/** The last moments without their time and rows. */
const last = (stage: Stage, n: number) =>
  story(stage)
    .moments.slice(-n)
    .map(({ no: _no, at: _at, moves, totals, ...told }) => ({
      ...told,
      moved: moves.map(({ team, delta, note }) => [team, delta, note]),
      totals,
    }));
/** Of them, only what happened. */
const happened = (stage: Stage, n: number) =>
  last(stage, n).map(({ totals: _totals, moved: _moved, ...told }) => told);
const types = (stage: Stage): string[] => story(stage).moments.map(({ type }) => type);
const adjust: HostAct = { type: 'adjust', team: 'B', delta: '-0.5', reason: '观众提示' };

describe('the timeline of a show', () => {
  it('QZ-11 a worked ledger: question, presses, dead heat, rulings, correction and its reversal', () => {
    const stage = show().startRound('buzzer').host('nextQuestion', 'openBuzzers');
    const ago = (ms: number, via: string) => ({ claimedAt: stage.now + 500 - ms, roundTripMs: 40, via });
    stage.press('A', 500, ago(5, 'a'));
    stage.press('B', 3, { claimedAt: stage.now - 2, roundTripMs: 30, via: 'b' });
    stage.press('C', 90, { claimedAt: stage.now + 85, roundTripMs: 30, via: 'c' });
    stage.timeout();
    expect(happened(stage, 5)).toEqual([
      { type: 'opened', opening: 1 },
      { type: 'press', opening: 1, team: 'A', deltaMs: 495, uncertaintyMs: 20, verdict: 'unsettled' },
      { type: 'press', opening: 1, team: 'B', deltaMs: 498, uncertaintyMs: 15, verdict: 'unsettled' },
      { type: 'press', opening: 1, team: 'C', deltaMs: 588, uncertaintyMs: 15, verdict: 'notFirst' },
      { type: 'deadHeat', teams: ['A', 'B'], settledBy: 'jury', winner: null },
    ]);
    stage.host({ type: 'settleDeadHeat', team: 'B' }, 'finishAnswer').judge('wrong').host(adjust);
    stage.host({ type: 'reverse', ledgerNo: 5, reason: '复核' });
    expect(last(stage, 4)).toEqual([
      {
        type: 'deadHeat',
        teams: ['A', 'B'],
        settledBy: 'jury',
        winner: 'B',
        moved: [],
        totals: ['100', '100', '100'],
      },
      {
        type: 'ruled',
        team: 'B',
        verdict: 'wrong',
        late: false,
        from: null,
        moved: [['B', '-10', null]],
        totals: ['100', '90', '100'],
      },
      { type: 'adjusted', moved: [['B', '-0.5', '观众提示']], totals: ['100', '89.5', '100'] },
      { type: 'reversed', moved: [['B', '0.5', '复核']], totals: ['100', '90', '100'] },
    ]);
    const verdicts = story(stage).moments.flatMap((m) => (m.type === 'press' ? [m.verdict] : []));
    expect(verdicts).toEqual(['notFirst', 'first', 'notFirst']);
  });

  it('QZ-30 the stem when it was shown, the answer when it was closed; of a question set aside no answer', () => {
    const stage = show().startRound('buzzer').host('nextQuestion');
    stage.host({ type: 'deferQuestion', reason: '音响故障' }, 'nextQuestion', 'openBuzzers', 'closeQuestion');
    expect(last(stage, 5)).toMatchObject([
      { type: 'question', question: 'b1', stem: 'STEM-b1' },
      { type: 'deferred', question: 'b1', reason: '音响故障' },
      { type: 'question', question: 'b2' },
      { type: 'opened' },
      { type: 'closed', question: 'b2', answer: 'SECRET-answer-b2' },
    ]);
    expect(JSON.stringify(story(stage))).not.toContain('SECRET-answer-b1');
  });

  it('QZ-41 pauses with their reason and length; the minutes of equipment faults in sum', () => {
    const stage = show().host({ type: 'pause', reason: 'equipmentFault', note: '3 号台王工的电脑' });
    stage.now += 180_000;
    stage.host('resume', { type: 'pause', reason: 'break' });
    stage.now += 59_000;
    expect(last(stage, 1)).toMatchObject([{ type: 'paused', reason: 'break', ms: null }]);
    stage.host('resume');
    expect(story(stage)).toMatchObject({ pausedMs: 241_000, faultMs: 181_000 });
    expect(last(stage, 2)).toMatchObject([
      { type: 'paused', reason: 'equipmentFault', ms: 181_000 },
      { type: 'paused', reason: 'break', ms: 60_000 },
    ]);
    expect(JSON.stringify(story(stage))).not.toContain('王工');
  });

  it('QZ-03 of a protest its number, team, question and verdict; a question not shown yet stays unnamed', () => {
    const stage = show().startRound('buzzer').host('nextQuestion');
    const file = (question: string): HostAct => ({
      type: 'fileProtest',
      team: 'A',
      question,
      text: '张三不服',
    });
    stage.host(file('b1'), file('b4'), { type: 'ruleProtest', no: 1, verdict: 'upheld', note: '李四复核' });
    expect(happened(stage, 3)).toEqual([
      { type: 'protest', protest: 1, team: 'A', question: 'b1' },
      { type: 'protest', protest: 2, team: 'A', question: null },
      { type: 'protestRuled', protest: 1, verdict: 'upheld' },
    ]);
  });

  it('QZ-32 test presses, desks, display and clocks are nobody’s news', () => {
    const stage = new Stage(config).host('takeConsole', 'startTest');
    stage.teamTries('A', { type: 'press', question: 'test' });
    stage.host('endTest', 'start').startRound('mandatory').host('nextQuestion', 'startClock');
    expect(types(stage)).toEqual(['started', 'round', 'question']);
  });

  it('QZ-31 a foul is told with its rows, and the end with the places', () => {
    const stage = show().startRound('mandatory');
    while (stage.state.round!.turn < 9) stage.spoken('right');
    stage.host('endRound').startRound('buzzer').host('nextQuestion');
    stage.press('C', 7);
    expect(last(stage, 1)).toMatchObject([
      { type: 'foul', team: 'C', strikes: 1, effect: 'void', moved: [['C', '-10', null]] },
    ]);
    stage.host('closeQuestion', 'endRound', 'finish');
    const told = story(stage);
    const end = told.moments.at(-1) as Extract<Moment, { type: 'finished' }>;
    expect(end.standings).toEqual(told.standings);
    expect(told.standings!.map(({ team, total, place }) => [team, total, place])).toEqual([
      ['A', '130', 1],
      ['B', '130', 1],
      ['C', '120', 3],
    ]);
    expect([told.from, told.until]).toEqual([story(stage).moments[0]!.at, stage.now]);
  });
});
