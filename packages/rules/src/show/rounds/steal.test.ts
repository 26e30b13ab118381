import { describe, expect, it } from 'vitest';
import { only, sets, type Stage } from '../given.testing.ts';
import type { StealRule } from '../roundConfig.ts';
import { roundVariants } from '../roundVariants.ts';
import { view } from '../view.ts';

const offer: Extract<StealRule, { rule: 'offer' }> = {
  rule: 'offer',
  points: '10',
  wrongPenalty: '5',
  firstLoses: '10',
  windowSec: 10,
  nobody: 'nothing',
};

/** A has failed a question of 30. */
function failed(change: Partial<typeof offer> = {}, audienceOnFail = false): Stage {
  const show = only('risk', { order: 'table', audienceOnFail, steal: { ...offer, ...change } });
  show.host('nextQuestion', { type: 'chooseRisk', value: '30' }, 'startClock', 'finishAnswer');
  return show.judge('wrong');
}
const host = (show: Stage) => view(show.state, { kind: 'host' });
const buzzer = (show: Stage, team: string) => view(show.state, { kind: 'team', team }).buzzer;

describe('QZ-22 another team may take a failed question', () => {
  it('QZ-22 [S58] the first loses only 10 of 30; the taker gains 10', () => {
    const show = failed();
    expect(show.totals()).toEqual({ A: '90', B: '100', C: '100' });
    expect(show.press('B')).toBe('show.notOpen');
    expect(host(show).next).toEqual({ type: 'openBuzzers' });
    show.host('openBuzzers');
    expect(show.state.stage?.first).toBe('A');
    expect(host(show)).toMatchObject({ mayAct: ['B', 'C'], next: { type: 'closeQuestion' } });
    expect(['A', 'B', 'C'].map((team) => buzzer(show, team))).toEqual(['locked', 'armed', 'armed']);
    expect(view(show.state, { kind: 'screen' }).turn).toMatchObject({ team: null, first: 'A', points: '10' });
    expect(show.press('A')).toBe('show.excluded');
    expect(show.press('C')).toBeNull();
    expect(show.press('B')).toBeNull();
    expect(['A', 'B', 'C'].map((team) => buzzer(show, team))).toEqual(['locked', 'notFirst', 'first']);
    show.judge('right').host('closeQuestion');
    expect(show.totals()).toEqual({ A: '90', B: '100', C: '110' });
    expect(show.state.ledger.at(-1)).toMatchObject({ team: 'C', reason: 'steal' });
    expect(show.state.round?.turn).toBe(1);
    show.host('nextQuestion');
    expect(show.state.stage).toMatchObject({ team: 'B', first: null });
  });

  it('QZ-22 the host may give it by word, before and while the window runs; the taker may be wrong or late', () => {
    const show = failed();
    expect(show.hostTries({ type: 'giveTo', team: 'A' })).toBe('show.excluded');
    show.host({ type: 'giveTo', team: 'C' });
    expect(view(show.state, { kind: 'team', team: 'C' })).toMatchObject({ myTurn: true, buzzer: 'idle' });
    show.timeout();
    expect(host(show).proposal).toEqual({ verdict: 'wrong', delta: '-5' });
    show.host(host(show).next!);
    expect(show.state.stage).toMatchObject({ outcome: 'late', after: 'close' });
    expect(show.totals()).toEqual({ A: '90', B: '100', C: '95' });
    const open = failed({}, true).host('openBuzzers', { type: 'giveTo', team: 'B' });
    open.judge('wrong');
    expect(open.state.stage?.after).toBe('audience');
    expect(only('mandatory').hostTries({ type: 'giveTo', team: 'B' })).toBe('show.question.none');
  });

  it('QZ-22 nobody in time: closed or to the audience, as the round says', () => {
    const show = failed().host('openBuzzers');
    show.timeout();
    expect(show.state).toMatchObject({ phase: 'judged', stage: { outcome: 'nobody', after: 'close' } });
    const open = failed({}, true).host('openBuzzers');
    expect(host(open).next).toEqual({ type: 'giveToAudience' });
    open.timeout();
    expect(open.state.stage?.after).toBe('audience');
    expect(open.totals()).toEqual({ A: '90', B: '100', C: '100' });
  });

  it('QZ-22 [S58] nobody in 10 s: it counts right for the first, whose loss comes back', () => {
    const show = failed({ nobody: 'rightForFirst' }).host('openBuzzers');
    expect(host(show).next).toBeNull();
    show.timeout();
    expect(show.state).toMatchObject({ phase: 'ruling', stage: { team: 'A' } });
    expect(host(show)).toMatchObject({
      next: { type: 'judge', verdict: 'right' },
      proposal: { verdict: 'right', delta: '20' },
    });
    show.judge('right');
    expect(show.totals()['A']).toBe('110');
    show.host('undo');
    expect(show.totals()['A']).toBe('90');
    show.judge('wrong');
    expect(show.totals()['A']).toBe('90');
    expect(show.state.stage?.after).toBe('close');
  });

  it('QZ-22 the host may decline to offer it; no team left to offer it to: the usual penalty', () => {
    const show = failed().host('closeQuestion');
    expect(show.totals()['A']).toBe('90');
    const alone = only('risk', { steal: offer }, {}, 1);
    alone.host('nextQuestion', { type: 'chooseRisk', value: '30' }, 'startClock').judge('wrong');
    expect(alone.totals()).toEqual({ A: '70' });
    expect(alone.state.stage?.after).toBe('close');
  });

  it('QZ-11 QZ-22 void takes back what both scored; undo goes back ruling by ruling', () => {
    const show = failed().host('openBuzzers');
    show.press('B');
    show.judge('right').host('undo');
    expect(show.state).toMatchObject({ phase: 'ruling', stage: { team: 'B', first: 'A' } });
    show.judge('wrong');
    expect(show.totals()).toEqual({ A: '90', B: '95', C: '100' });
    show.host('undo', 'undo');
    expect(show.state).toMatchObject({ phase: 'ruling', stage: { team: 'A', first: null } });
    expect(show.totals()).toEqual({ A: '100', B: '100', C: '100' });
    show.judge('wrong').host('openBuzzers');
    expect(show.press('B')).toBeNull();
    show.judge('right').host({ type: 'voidQuestion', reason: '题目有误' });
    expect(show.totals()).toEqual({ A: '100', B: '100', C: '100' });
  });

  it('QZ-22 an undone hand-over to the audience leaves the offer as it was', () => {
    const show = failed({}, true).host('openBuzzers', 'giveToAudience', 'undo');
    expect(show.state).toMatchObject({ phase: 'judged', stage: { team: 'A', first: 'A', after: 'open' } });
    show.host('openBuzzers');
    expect(show.press('C')).toBeNull();
  });

  it.each(['mandatory', 'teamMandatory'] as const)('QZ-22 %s has it too', (kind) => {
    const show = only(kind, { steal: offer }).host('nextQuestion', 'startClock').judge('wrong');
    show.host('openBuzzers');
    show.press('B');
    show.judge('right');
    expect(show.totals()).toEqual({ A: '90', B: '110', C: '100' });
  });

  it('QZ-22 the variant of [S58] is the one of the rulebook', () => {
    expect(roundVariants['risk-steal'].round.steal).toMatchObject({
      points: '10',
      firstLoses: '10',
      windowSec: 10,
    });
  });
});

describe('指定题 assigned', () => {
  it('QZ-20 table k chooses, table k + 1 answers, the last for the first', () => {
    const show = only('assigned').host('nextQuestion');
    expect(view(show.state, { kind: 'team', team: 'A' }).choose).toEqual({
      values: ['10', '20', '30'],
      decline: false,
    });
    expect(show.teamTries('B', { type: 'chooseRisk', value: '10' })).toBe('show.notYourTurn');
    expect(show.teamTries('A', { type: 'declineRisk' })).toBe('show.risk.declineForbidden');
    expect(show.teamTries('A', { type: 'chooseRisk', value: '20' })).toBeNull();
    expect(show.state.stage).toMatchObject({ team: 'B', asker: 'A', points: '20' });
    show.host('startClock').judge('right').host('closeQuestion');
    for (const [asker, team] of [
      ['B', 'C'],
      ['C', 'A'],
    ]) {
      show.host('nextQuestion');
      expect(show.state.stage).toMatchObject({ team: asker, asker });
      show.host({ type: 'chooseRisk', value: '30' });
      expect(show.state.stage).toMatchObject({ team, asker });
      show.host('startClock').judge('wrong').host('closeQuestion');
    }
    expect(show.totals()).toEqual({ A: '70', B: '120', C: '70' });
    expect(host(show).next).toEqual({ type: 'endRound' });
  });

  it('QZ-22 [S44] when the other team fails, the asker gains the points', () => {
    const show = only('assigned', { askerGains: true }).host('nextQuestion', {
      type: 'chooseRisk',
      value: '30',
    });
    show.host('startClock').judge('wrong');
    expect(show.totals()).toEqual({ A: '130', B: '70', C: '100' });
    expect(show.state.ledger.at(-1)).toMatchObject({ team: 'A', reason: 'steal' });
    show.host('undo');
    expect(show.totals()).toEqual({ A: '100', B: '100', C: '100' });
  });
});

describe('共答题 team compulsory', () => {
  it('QZ-20 20 points, wrong costs nothing, 60 s, mates may add', () => {
    const show = only('teamMandatory').host('nextQuestion', 'startClock');
    expect(show.state.stage).toMatchObject({ team: 'A', seat: null, points: '20' });
    expect(show.state.clock?.totalSec).toBe(60);
    expect(show.hostTries({ type: 'judge', verdict: 'help' })).toBe('show.help.allowed');
    show
      .judge('right')
      .host('closeQuestion')
      .spoken('right')
      .host('nextQuestion', 'startClock')
      .judge('wrong');
    expect(show.totals()).toEqual({ A: '120', B: '120', C: '100' });
  });
});

describe('速答 rapid', () => {
  const item = (word: number, verdict: 'hit' | 'pass' | 'void') =>
    ({ type: 'judgeWord', word, verdict }) as const;

  it('QZ-20 item after item until the bell: +10 each, a pass is free, a wrong one costs what the sheet says', () => {
    const show = only('rapid', { wrongPenalty: '5' }).host('nextQuestion', 'startClock');
    expect(view(show.state, { kind: 'screen' }).question?.asked).toBe('ITEM-q1-0');
    expect(host(show).word).toMatchObject({ text: 'SECRET-item-q1-0', passesLeft: null });
    show.host(item(0, 'hit'));
    expect(show.hostTries(item(0, 'hit'))).toBe('show.word.stale');
    show.host(item(1, 'pass'), item(2, 'void'));
    expect(show.state.phase).toBe('judged');
    expect(show.totals()['A']).toBe('105');
    show.host('closeQuestion');
    expect(view(show.state, { kind: 'spectator' }).question?.reveal?.items?.map((i) => i.verdict)).toEqual([
      'hit',
      'pass',
      'void',
    ]);
  });

  it('QZ-41 after the bell the one item that was asked may still be ruled; undone, the turn runs on', () => {
    const show = only('rapid').host('nextQuestion', 'startClock', item(0, 'hit'), 'undo');
    expect(show.state.phase).toBe('answering');
    show.host(item(0, 'void'));
    show.timeout();
    expect(view(show.state, { kind: 'team', team: 'A' }).question?.asked).toBeNull();
    expect(host(show).next).toEqual({ type: 'closeQuestion' });
    show.host(item(1, 'hit'));
    expect(show.hostTries(item(2, 'hit'))).toBe('show.notNow');
    expect(show.totals()['A']).toBe('110');
    expect(sets(3)['rapid']).toHaveLength(4);
  });
});
