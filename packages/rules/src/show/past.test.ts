import { describe, expect, it } from 'vitest';
import type { HostAct } from './command.ts';
import { only, sets, Stage, teams } from './given.testing.ts';
import { presets } from './presets.ts';
import { audienceDefault } from './roundDefaults.ts';
import { view } from './view.ts';

const base = presets['ceair-ground']('东航', teams(3), sets(3));
const config = { ...base, rounds: [...base.rounds, { ...audienceDefault, questions: sets(3)['audience']! }] };
const show = (): Stage => new Stage(config).begun();
const host = (stage: Stage) => view(stage.state, { kind: 'host' });
const back: HostAct = { type: 'goBack', reason: '复核' };
const defer: HostAct = { type: 'deferQuestion', reason: '音响故障' };
const onStage = ({ state }: Stage) => [state.phase, state.stage?.question, state.stage?.team];

describe('setting a question aside', () => {
  it('QZ-20 the same turn gets the next question; the one set aside comes when no other is left', () => {
    const stage = show().startRound('buzzer').host('nextQuestion', defer);
    expect(stage.state).toMatchObject({ phase: 'idle', stage: null, round: { turn: 0, deferred: ['b1'] } });
    const asked: (string | null)[] = [];
    for (let i = 0; i < 6; i += 1) {
      expect(host(stage).upcoming?.question?.id).toBe(['b2', 'b3', 'b4', 'b5', 'b6', 'b1'][i]);
      stage.host('nextQuestion', 'openBuzzers', 'closeQuestion');
      asked.push(stage.state.stage!.question);
    }
    expect(asked).toEqual(['b2', 'b3', 'b4', 'b5', 'b6', 'b1']);
    expect(stage.state.round).toMatchObject({ turn: 6, deferred: [] });
    expect(host(stage).next).toEqual({ type: 'endRound' });
  });

  it('QZ-20 what it had scored is taken back; the team keeps its turn; undo brings it back', () => {
    const stage = show()
      .startRound('mandatory')
      .host('nextQuestion', 'startClock')
      .judge('right')
      .host(defer);
    expect(stage.totals()['A']).toBe('100');
    stage.host('undo');
    expect(onStage(stage)).toEqual(['judged', 'm1', 'A']);
    expect(stage.totals()['A']).toBe('110');
    stage.host(defer, 'nextQuestion');
    expect(onStage(stage)).toEqual(['reading', 'm2', 'A']);
    expect(stage.hostTries({ type: 'deferQuestion', reason: ' ' })).toBe('show.reasonMissing');
  });

  it('QZ-34 presses of the first showing do not count for the second, and stay in the log', () => {
    const one = config.rounds.map((r) =>
      r.kind === 'buzzer' ? { ...r, questions: r.questions.slice(0, 1) } : r,
    );
    const stage = new Stage({ ...config, rounds: one }).begun().startRound('buzzer');
    stage.host('nextQuestion', 'openBuzzers');
    stage.press('A');
    stage.press('B');
    stage.host(defer, 'nextQuestion', 'openBuzzers');
    expect(view(stage.state, { kind: 'team', team: 'B' }).buzzer).toBe('armed');
    expect(stage.press('B')).toBeNull();
    expect(stage.state.stage?.team).toBe('B');
    expect(stage.state.presses.map((p) => [p.team, p.opening, p.verdict])).toEqual([
      ['A', 1, 'first'],
      ['B', 1, 'notFirst'],
      ['B', 3, 'first'],
    ]);
  });

  it('QZ-21 a risk question set aside is offered again only behind the others of its value', () => {
    const stage = show().startRound('risk').host('nextQuestion', { type: 'chooseRisk', value: '20' });
    const first = stage.state.stage!.question;
    stage.host(defer, 'nextQuestion');
    const asked: (string | null)[] = [];
    for (let i = 0; i < 3; i += 1) {
      stage.host({ type: 'chooseRisk', value: '20' });
      asked.push(stage.state.stage!.question);
      stage.host('startClock').judge('right').host('closeQuestion');
      if (i < 2) stage.host('nextQuestion');
    }
    expect(asked).toEqual(['r20-2', 'r20-3', first]);
  });
});

describe('going back', () => {
  it('QZ-03 QZ-11 the last question awaits its ruling again, its points and its turn given back', () => {
    const stage = show().startRound('mandatory').spoken('right');
    stage.host('nextQuestion', 'startClock');
    expect(host(stage).before).toEqual({ question: 'm1', stem: 'STEM-m1' });
    stage.host(back);
    expect(onStage(stage)).toEqual(['ruling', 'm1', 'A']);
    expect(stage.state.round).toMatchObject({ turn: 0, used: ['m1'] });
    expect(stage.totals()).toEqual({ A: '100', B: '100', C: '100' });
    expect(host(stage).before).toBeNull();
    stage.judge('wrong').host('closeQuestion', 'nextQuestion');
    expect(onStage(stage)).toEqual(['reading', 'm2', 'B']);
  });

  it('QZ-11 further back, one by one; at the beginning there is none', () => {
    const stage = show().startRound('mandatory');
    expect(stage.hostTries(back)).toBe('show.question.noneBefore');
    stage.spoken('right').spoken('right').spoken('right');
    stage.host(back, back);
    expect(onStage(stage)).toEqual(['ruling', 'm2', 'B']);
    expect(stage.totals()).toEqual({ A: '110', B: '100', C: '100' });
    expect(stage.state.round).toMatchObject({ turn: 1, used: ['m1', 'm2'] });
    expect(stage.hostTries({ type: 'goBack', reason: ' ' })).toBe('show.reasonMissing');
    stage.host(back);
    expect(stage.hostTries(back)).toBe('show.question.noneBefore');
    stage.host({ type: 'voidQuestion', reason: 'x' }, 'closeQuestion', 'endRound');
    expect(stage.hostTries(back)).toBe('show.round.none');
  });

  it('QZ-11 undo after it brings back what was on, then goes on as before', () => {
    const stage = show().startRound('mandatory').spoken('right').host('nextQuestion', 'startClock');
    stage.judge('right').host(back, 'undo');
    expect(onStage(stage)).toEqual(['judged', 'm2', 'B']);
    expect(stage.totals()).toEqual({ A: '110', B: '110', C: '100' });
    expect(host(stage).before?.question).toBe('m1');
    stage.host('undo');
    expect(onStage(stage)).toEqual(['ruling', 'm2', 'B']);
    expect(stage.totals()['B']).toBe('100');
  });

  it('QZ-11 the closed question itself: ruled again and closed, it can be gone back to again', () => {
    const stage = show().startRound('mandatory').spoken('right').host(back).judge('wrong');
    stage.host('closeQuestion', back);
    expect(onStage(stage)).toEqual(['ruling', 'm1', 'A']);
    expect(stage.state.ledger.filter((row) => row.question === 'm1').map((row) => row.delta)).toEqual([
      '10',
      '-10',
      '0',
      '0',
    ]);
  });

  it('QZ-20 a skipped question stays skipped, one set aside stays aside', () => {
    const stage = show().startRound('mandatory').spoken('right');
    stage.host(
      'nextQuestion',
      { type: 'skipQuestion', reason: 'x' },
      'nextQuestion',
      defer,
      'nextQuestion',
      back,
    );
    expect(stage.state.round).toMatchObject({ used: ['m1', 'm2'], deferred: ['m3'] });
    stage.judge('right').host('closeQuestion', 'nextQuestion');
    expect(onStage(stage)).toEqual(['reading', 'm4', 'B']);
  });

  it('QZ-31 QZ-35 a buzzed question: the first answer awaits its ruling, failures are forgotten, fouls stay', () => {
    const rounds = config.rounds.map((r) =>
      r.kind === 'buzzer'
        ? { ...r, afterWrong: 'reopen' as const, foul: { rule: 'twoStrike' as const, points: '20' } }
        : r,
    );
    const stage = new Stage({ ...config, rounds }).begun().startRound('buzzer').host('nextQuestion');
    stage.press('C');
    stage.host('openBuzzers');
    stage.press('A');
    stage.judge('wrong').host('openBuzzers');
    stage.press('B');
    stage.judge('right').host('closeQuestion', 'nextQuestion');
    stage.press('C');
    expect(stage.totals()).toEqual({ A: '90', B: '110', C: '80' });
    stage.host(back);
    expect(onStage(stage)).toEqual(['ruling', 'b1', 'A']);
    expect(stage.state.stage).toMatchObject({ out: ['C'], failures: 0 });
    expect(stage.totals()).toEqual({ A: '100', B: '100', C: '80' });
    expect(stage.state.round?.strikes).toEqual({ C: 2 });
  });

  it('QZ-30 a question that nobody had is read again, and may be pressed for', () => {
    const stage = show().startRound('buzzer').host('nextQuestion', 'openBuzzers');
    stage.timeout();
    stage.host('giveToAudience', 'closeQuestion', back);
    expect(onStage(stage)).toEqual(['reading', 'b1', null]);
    stage.host('openBuzzers');
    expect(stage.press('A')).toBeNull();
  });

  it.each<[string, (stage: Stage) => void, (string | null)[]]>([
    [
      'charades: the turn begins again',
      (s) =>
        s
          .startRound('charades')
          .host('nextQuestion', 'startClock', { type: 'judgeWord', word: 0, verdict: 'hit' })
          .host('finishAnswer', 'closeQuestion'),
      ['reading', 'c1', 'A'],
    ],
    [
      'video: the hits are marked again',
      (s) =>
        s
          .startRound('video')
          .host('nextQuestion', 'startClock', { type: 'judgeHits', hits: [0, 1] }, 'closeQuestion'),
      ['ruling', 'v1', 'A'],
    ],
    [
      'risk: a declined turn chooses again',
      (s) => s.startRound('risk').host('nextQuestion', 'declineRisk'),
      ['choosing', null, 'A'],
    ],
    [
      'audience: asked again',
      (s) => s.startRound('audience').host('nextQuestion', 'closeQuestion'),
      ['reading', 'a1', null],
    ],
    [
      'a void question: where it was voided',
      (s) =>
        s
          .startRound('mandatory')
          .host('nextQuestion', { type: 'voidQuestion', reason: 'x' }, 'closeQuestion'),
      ['reading', 'm1', 'A'],
    ],
  ])('QZ-20 %s', (_name, given, expected) => {
    const stage = show();
    given(stage);
    const { turn } = stage.state.round!;
    stage.host(back);
    expect(onStage(stage)).toEqual(expected);
    expect(stage.state).toMatchObject({ round: { turn: turn - 1 }, stage: { words: [], hits: null } });
    expect(stage.totals()).toEqual({ A: '100', B: '100', C: '100' });
    expect(host(stage).next ?? host(stage).phase).not.toBe('judged');
  });

  it('QZ-50 a decider question: its winner is open again, and undo decides it again', () => {
    const stage = new Stage({ ...config, rounds: [config.rounds[0]!] }).begun();
    stage.startRound(config.rounds[0]!.id).host('endRound');
    stage.host({ type: 'startDecider', teams: ['A', 'B', 'C'] }, 'nextQuestion', 'openBuzzers');
    stage.press('B');
    stage.judge('right').host('closeQuestion');
    const { deciders } = stage.state;
    expect(deciders).toHaveLength(1);
    stage.host(back);
    expect(stage.state).toMatchObject({ phase: 'ruling', deciders: [], decider: { winner: null, out: [] } });
    stage.host('undo');
    expect(stage.state).toMatchObject({ phase: 'closed', deciders, decider: { winner: 'B' } });
  });

  it('QZ-41 it ends a pause, and the minutes are kept', () => {
    const stage = show().startRound('mandatory').spoken('wrong').host('nextQuestion', 'startClock');
    stage.host({ type: 'pause', reason: 'protest' }, back);
    expect(stage.state).toMatchObject({ paused: null, clock: null, phase: 'ruling' });
    expect(stage.state.pauses).toEqual([
      { reason: 'protest', note: null, from: stage.now - 1000, until: stage.now },
    ]);
  });

  it('QZ-31 QZ-03 back to a question that every team lost by a foul: still nobody may press, and the button says so', () => {
    const stage = only('buzzer', { foul: { rule: 'twoStrike', points: '20' }, nobody: 'audience' });
    stage.host('nextQuestion');
    for (const team of ['A', 'B', 'C']) expect(stage.press(team)).toBeNull();
    stage.host('giveToAudience', 'closeQuestion');
    expect(stage.hostTries({ type: 'goBack', reason: '复核' })).toBeNull();
    expect(stage.state).toMatchObject({ phase: 'judged', stage: { outcome: 'foul', after: 'audience' } });
    const { next } = host(stage);
    expect(next).toEqual({ type: 'giveToAudience' });
    expect(stage.hostTries(next!)).toBeNull();
  });
});
