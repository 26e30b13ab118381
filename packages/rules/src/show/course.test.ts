import { describe, expect, it } from 'vitest';
import type { HostAct } from './command.ts';
import { sets, Stage, teams } from './given.testing.ts';
import { presets } from './presets.ts';
import { view } from './view.ts';

const config = presets['ceair-ground']('东航', teams(3), sets(3));
const unlisted = presets['std-3'](
  '抽签',
  teams(6).map(({ id, name }) => ({ id, name })),
  sets(6),
);
const show = (): Stage => new Stage(config).begun();
const host = (stage: Stage) => view(stage.state, { kind: 'host' });

const judged = (): Stage => show().startRound('mandatory').host('nextQuestion', 'startClock').judge('right');

describe('the console', () => {
  it('QZ-03 a new console replaces the old; commands of the old are refused', () => {
    const stage = new Stage(config);
    expect(stage.hostTries({ type: 'start' })).toBe('show.console.none');
    stage.begun();
    expect(stage.hostTries({ type: 'takeConsole' }, 'c2', -1)).toBeNull();
    expect(stage.hostTries({ type: 'startRound', round: 'mandatory' })).toBe('show.console.replaced');
    expect(stage.hostTries({ type: 'startRound', round: 'mandatory' }, 'c2')).toBeNull();
  });

  it('a double click or a retry counts once', () => {
    const stage = show().startRound('mandatory').host('nextQuestion', 'startClock');
    const { step } = stage.state;
    expect(stage.hostTries({ type: 'judge', verdict: 'right' }, 'c1', step)).toBeNull();
    expect(stage.hostTries({ type: 'judge', verdict: 'right' }, 'c1', step)).toBe('show.stale');
    expect(stage.totals()['A']).toBe('110');
  });

  it('a later press or a time-out does not make the ruling stale', () => {
    const stage = show().startRound('buzzer').host('nextQuestion', 'openBuzzers');
    stage.press('A');
    const { step } = stage.state;
    stage.press('B');
    stage.timeout();
    expect(stage.hostTries({ type: 'judge', verdict: 'right' }, 'c1', step)).toBeNull();
  });
});

describe('the course of the show', () => {
  it('QZ-02 SK-41 the draw: needed before the start, once, re-runnable', () => {
    const stage = new Stage(unlisted).host('takeConsole');
    expect(stage.hostTries({ type: 'start' })).toBe('show.tables.missing');
    expect(host(stage).scores.every((line) => line.table === null)).toBe(true);
    stage.host({ type: 'drawTables', seed: '2025-11-06' });
    expect(stage.hostTries({ type: 'drawTables', seed: 'again' })).toBe('show.tables.fixed');
    const tables = Object.values(stage.state.tables ?? {});
    expect(tables.sort()).toEqual([1, 2, 3, 4, 5, 6]);
    const again = new Stage(unlisted).host('takeConsole', { type: 'drawTables', seed: '2025-11-06' });
    expect(again.state.tables).toEqual(stage.state.tables);
    stage.host('start');
    expect(stage.hostTries({ type: 'drawTables', seed: 'x' })).toBe('show.alreadyStarted');
  });

  it.each<[string, (stage: Stage) => void, HostAct, string]>([
    [
      'a round twice',
      (s) => s.startRound('risk').host('endRound'),
      { type: 'startRound', round: 'risk' },
      'show.round.played',
    ],
    [
      'a round in a round',
      (s) => s.startRound('risk'),
      { type: 'startRound', round: 'video' },
      'show.round.running',
    ],
    ['no such round', () => {}, { type: 'startRound', round: 'x' }, 'show.round.unknown'],
    ['a question without a round', () => {}, { type: 'nextQuestion' }, 'show.round.none'],
    [
      'a question in a question',
      (s) => s.startRound('buzzer').host('nextQuestion'),
      { type: 'nextQuestion' },
      'show.question.running',
    ],
    ['no question', (s) => s.startRound('buzzer'), { type: 'judge', verdict: 'right' }, 'show.question.none'],
    [
      'a ruling before an answer',
      (s) => s.startRound('buzzer').host('nextQuestion'),
      { type: 'judge', verdict: 'right' },
      'show.notNow',
    ],
    ['the end with rounds left', () => {}, { type: 'finish' }, 'show.roundsLeft'],
    [
      'a decider with rounds left',
      () => {},
      { type: 'startDecider', teams: ['A', 'B', 'C'] },
      'show.roundsLeft',
    ],
    ['no undo', () => {}, { type: 'undo' }, 'show.undo.nothing'],
    ['no pause', () => {}, { type: 'resume' }, 'show.notPaused'],
    [
      'closing an unread question',
      (s) => s.startRound('buzzer').host('nextQuestion'),
      { type: 'closeQuestion' },
      'show.notNow',
    ],
    [
      'a void without a reason',
      (s) => s.startRound('buzzer').host('nextQuestion'),
      { type: 'voidQuestion', reason: '' },
      'show.reasonMissing',
    ],
  ])('refuses %s', (_name, given, act, code) => {
    const stage = show();
    given(stage);
    const before = stage.state;
    expect(stage.hostTries(act)).toBe(code);
    expect(stage.state).toBe(before);
  });

  it('QZ-41 a pause stops the clock and gives back what was left under a new id', () => {
    const stage = show().startRound('mandatory').host('nextQuestion', 'startClock');
    const { id } = stage.state.clock!;
    stage.host('pause');
    expect(host(stage).clock).toMatchObject({ deadline: null, remainingMs: 29_000 });
    expect(stage.timeout()).toBe('show.clock.gone');
    stage.host('resume');
    expect(stage.state.clock).toMatchObject({ deadline: stage.now + 29_000 });
    expect(stage.state.clock?.id).not.toBe(id);
  });

  it('"next" plays a whole show, only rulings and choices by hand, and ends', () => {
    const stage = new Stage(config);
    for (let i = 0; i < 400 && stage.state.phase !== 'finished'; i += 1) {
      const { next, phase, turn } = host(stage);
      if (next) stage.host(next);
      else if (phase === 'choosing') stage.host({ type: 'chooseRisk', value: '10' });
      else if (host(stage).round?.kind === 'charades') stage.host('finishAnswer');
      else if (host(stage).round?.kind === 'video') stage.host({ type: 'judgeHits', hits: [] });
      else stage.judge(turn?.team === 'A' ? 'right' : 'wrong');
    }
    expect(stage.state.phase).toBe('finished');
    expect(stage.state.played).toEqual(config.rounds.map((round) => round.id));
    expect(stage.hostTries({ type: 'undo' })).toBe('show.finished');
    expect(stage.press('A')).toBe('show.finished');
  });
});

describe('corrections', () => {
  it('QZ-11 undo adds reversal rows, restores the moment, and says what it will undo', () => {
    const stage = judged();
    expect(host(stage).undo).toEqual({ what: 'judge', verdict: 'right', team: 'A', rows: [4] });
    stage.host('undo');
    expect(stage.state.ledger).toHaveLength(5);
    expect(stage.state.ledger.at(-1)).toMatchObject({ delta: '-10', reason: 'reversal', reverses: 4 });
    expect(stage.state).toMatchObject({ phase: 'ruling', stage: { team: 'A', outcome: null } });
    stage.judge('wrong');
    expect(stage.totals()['A']).toBe('100');
  });

  it('undo after the closing gives the turn back; after the next question it is gone', () => {
    const stage = judged().host('closeQuestion');
    expect(stage.state.round?.turn).toBe(1);
    stage.host('undo');
    expect(stage.state.round?.turn).toBe(0);
    expect(view(stage.state, { kind: 'spectator' }).question?.reveal).toBeNull();
    stage.judge('wrong').host('closeQuestion', 'nextQuestion');
    expect(stage.hostTries({ type: 'undo' })).toBe('show.undo.nothing');
  });

  it('undo of one charades word goes on with the clock', () => {
    const stage = show().startRound('charades').host('nextQuestion', 'startClock');
    stage.host(
      { type: 'judgeWord', word: 0, verdict: 'hit' },
      { type: 'judgeWord', word: 1, verdict: 'hit' },
    );
    const { clock } = stage.state;
    stage.host('undo');
    expect(stage.state).toMatchObject({ phase: 'answering', clock, stage: { words: ['hit'] } });
    expect(stage.totals()['A']).toBe('110');
  });

  it('voiding a question takes back what it scored, but not a foul', () => {
    const rounds = config.rounds.map((r) =>
      r.kind === 'buzzer'
        ? { ...r, afterWrong: 'reopen' as const, foul: { rule: 'twoStrike' as const, points: '20' } }
        : r,
    );
    const stage = new Stage({ ...config, rounds }).begun().startRound('buzzer').host('nextQuestion');
    stage.press('C');
    stage.host({ type: 'skipQuestion', reason: 'x' }, 'nextQuestion');
    stage.press('C');
    stage.host('openBuzzers');
    stage.press('A');
    stage.judge('wrong').host({ type: 'voidQuestion', reason: '题目有误' });
    expect(stage.totals()).toEqual({ A: '100', B: '100', C: '80' });
    stage.host('undo');
    expect(stage.totals()).toEqual({ A: '90', B: '100', C: '80' });
    expect(stage.state).toMatchObject({ phase: 'judged', stage: { after: 'open' } });
  });

  it('QZ-11 QZ-23 adjust and reverse: with a reason, each row once, the base never', () => {
    const stage = judged();
    expect(stage.hostTries({ type: 'adjust', team: 'B', delta: '-20', reason: ' ' })).toBe(
      'show.reasonMissing',
    );
    expect(stage.hostTries({ type: 'adjust', team: 'X', delta: '-20', reason: 'x' })).toBe('show.stranger');
    expect(stage.hostTries({ type: 'adjust', team: 'B', delta: '1e3', reason: 'x' })).toBe('show.notDecimal');
    expect(stage.hostTries({ type: 'adjust', team: 'B', delta: '0.0', reason: 'x' })).toBe('show.delta.zero');
    stage.host({ type: 'adjust', team: 'B', delta: '-20', reason: '桌面有资料' });
    expect(stage.state.ledger.at(-1)).toMatchObject({
      team: 'B',
      delta: '-20',
      note: '桌面有资料',
      by: 'host',
    });
    expect(stage.hostTries({ type: 'reverse', ledgerNo: 1, reason: 'x' })).toBe('show.ledger.fixed');
    expect(stage.hostTries({ type: 'reverse', ledgerNo: 99, reason: 'x' })).toBe('show.ledger.unknown');
    stage.host({ type: 'reverse', ledgerNo: 4, reason: '复核' });
    expect(stage.hostTries({ type: 'reverse', ledgerNo: 4, reason: 'x' })).toBe(
      'show.ledger.alreadyReversed',
    );
    expect(stage.totals()).toEqual({ A: '100', B: '80', C: '100' });
    stage.host('undo');
    expect(stage.totals()['A']).toBe('110');
    expect(stage.state.phase).toBe('judged');
    // the row counts again, so taking back its ruling must take it back too
    stage.host('undo', 'undo');
    expect(stage.totals()).toEqual({ A: '100', B: '100', C: '100' });
    expect(stage.state.phase).toBe('ruling');
  });
});
