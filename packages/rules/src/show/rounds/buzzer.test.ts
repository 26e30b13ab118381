import { describe, expect, it } from 'vitest';
import type { BuzzerRound } from '../roundConfig.ts';
import { questions, Stage, teams } from '../given.testing.ts';
import { presets } from '../presets.ts';
import { view } from '../view.ts';

/** A show with only the buzzer round, its first question on stage. */
function reading(change: Partial<BuzzerRound> = {}, n = 3): Stage {
  const config = presets['std-3']('抢答', teams(n), { buzzer: questions('b', 5) });
  const rounds = config.rounds.flatMap((round) => (round.kind === 'buzzer' ? [{ ...round, ...change }] : []));
  return new Stage({ ...config, rounds }).begun().startRound('buzzer').host('nextQuestion');
}
const open = (change: Partial<BuzzerRound> = {}, n = 3): Stage => reading(change, n).host('openBuzzers');
const buzzerOf = (show: Stage, team: string): string => view(show.state, { kind: 'team', team }).buzzer;

describe('抢答题', () => {
  it('QZ-30 QZ-36 idle → reading → open → answering → ruling → judged → closed; no score before the ruling', () => {
    const show = reading();
    const seen = [show.state.phase];
    const note = (): number => seen.push(show.state.phase);
    show.host('openBuzzers');
    note();
    show.press('B');
    note();
    show.host('finishAnswer');
    note();
    expect(show.totals()['B']).toBe('100');
    show.judge('right');
    note();
    show.host('closeQuestion');
    note();
    expect(seen).toEqual(['reading', 'open', 'answering', 'ruling', 'judged', 'closed']);
    expect(show.totals()['B']).toBe('110');
  });

  it('QZ-32 QZ-34 100 parallel presses: one winner, 99 told "not first", all acknowledged', () => {
    const show = open({}, 100);
    const ids = show.state.config.teams.map((team) => team.id).reverse();
    const acks = ids.map((team) => show.press(team, 0));
    expect(acks.every((ack) => ack === null)).toBe(true);
    const { presses } = show.state;
    expect(presses.filter((p) => p.verdict === 'first').map((p) => p.team)).toEqual([ids[0]]);
    expect(presses.filter((p) => p.verdict === 'notFirst')).toHaveLength(99);
    expect(ids.map((team) => buzzerOf(show, team))).toEqual(['first', ...Array(99).fill('notFirst')]);
  });

  it('QZ-32 later presses keep their Δms; the host sees them, also after the answer ended', () => {
    const show = open();
    show.press('A', 120);
    show.press('B', 7);
    show.host('finishAnswer');
    show.press('C', 100);
    expect(view(show.state, { kind: 'host' }).presses.map((p) => [p.team, p.deltaMs, p.verdict])).toEqual([
      ['A', 120, 'first'],
      ['B', 127, 'notFirst'],
      ['C', 1227, 'notFirst'],
    ]);
  });

  it('QZ-40 the answer window starts at the buzz', () => {
    const show = open();
    show.press('A', 400);
    expect(show.state.clock).toMatchObject({ kind: 'answer', deadline: show.now + 30_000 });
  });

  it('a press is counted once, and never for another question', () => {
    const show = open();
    expect(show.press('A')).toBeNull();
    expect(show.press('A')).toBe('show.alreadyPressed');
    show.press('B');
    expect(show.press('B')).toBe('show.alreadyPressed');
    show.judge('right');
    expect(show.press('C')).toBe('show.tooLate');
    show.host('closeQuestion');
    expect(show.press('C')).toBe('show.tooLate');
    show.host('nextQuestion', 'openBuzzers');
    expect(show.teamTries('C', { type: 'press', question: 'b1' })).toBe('show.wrongQuestion');
    expect(show.state.phase).toBe('open');
  });

  it('strangers, lobby, between questions, pause, past the window', () => {
    const show = open();
    expect(show.press('X')).toBe('show.stranger');
    show.host('pause');
    expect(show.press('A')).toBe('show.paused');
    show.host('resume');
    const { deadline } = show.state.clock!;
    expect(show.press('A', deadline - show.now + 1)).toBe('show.tooLate');
    expect(show.timeout()).toBeNull();
    show.host('giveToAudience', 'closeQuestion', 'endRound');
    expect(show.press('A')).toBe('show.notOpen');
    expect(new Stage(show.state.config).press('A')).toBe('show.notStarted');
  });

  it('QZ-31 foul −10 and void: the question is dead for everybody', () => {
    const show = reading();
    expect(show.press('C', 300)).toBeNull();
    expect(show.state.phase).toBe('judged');
    expect(show.totals()).toEqual({ A: '100', B: '100', C: '90' });
    expect(show.press('A')).toBe('show.tooLate');
    expect(show.hostTries({ type: 'openBuzzers' })).toBe('show.notNow');
    expect(view(show.state, { kind: 'team', team: 'C' })).toMatchObject({ foul: true, strikes: 1 });
    expect(view(show.state, { kind: 'team', team: 'A' })).toMatchObject({ foul: false, strikes: 0 });
  });

  it('QZ-31 two strikes: the first costs the question, the second also 20; the others go on', () => {
    const foul = { rule: 'twoStrike', points: '20' } as const;
    const show = reading({ foul });
    expect(show.press('C')).toBeNull();
    expect(show.press('C')).toBe('show.alreadyPressed');
    expect(show.totals()['C']).toBe('100');
    show.host('openBuzzers');
    expect(buzzerOf(show, 'C')).toBe('locked');
    expect(buzzerOf(show, 'A')).toBe('armed');
    expect(show.press('C')).toBe('show.excluded');
    show.press('A');
    show.judge('right').host('closeQuestion', 'nextQuestion');
    expect(show.press('C')).toBeNull();
    expect(show.totals()['C']).toBe('80');
    show.host('openBuzzers');
    show.press('B');
    show.judge('right');
    expect(show.totals()).toEqual({ A: '110', B: '110', C: '80' });
  });

  it('QZ-31 two strikes: when every team has pressed early the question is over', () => {
    const show = reading({ foul: { rule: 'twoStrike', points: '20' } });
    for (const team of ['A', 'B', 'C']) expect(show.press(team)).toBeNull();
    expect(show.state).toMatchObject({ phase: 'judged', stage: { after: 'audience' } });
  });

  it('QZ-31 lock-out: an early press is refused and costs nothing', () => {
    const show = reading({ foul: { rule: 'lockout' } });
    expect(buzzerOf(show, 'A')).toBe('locked');
    expect(show.press('A')).toBe('show.notOpen');
    show.host('openBuzzers');
    expect(show.press('A')).toBeNull();
    expect(buzzerOf(show, 'A')).toBe('first');
  });

  it('QZ-30 interrupting the reading wins the right', () => {
    const show = reading({ interruptReading: true });
    expect(buzzerOf(show, 'B')).toBe('armed');
    expect(show.press('B', 800)).toBeNull();
    expect(show.press('A', 1)).toBeNull();
    expect(show.state).toMatchObject({ phase: 'answering', stage: { team: 'B' } });
    expect(show.state.presses.map((p) => [p.deltaMs, p.verdict])).toEqual([
      [800, 'first'],
      [801, 'notFirst'],
    ]);
  });

  it('QZ-35 reopen: the failed team is out, the others may press again after a new start', () => {
    const show = open({ afterWrong: 'reopen' });
    show.press('A');
    show.press('B');
    show.judge('wrong');
    expect(show.press('B')).toBe('show.alreadyPressed');
    expect(show.press('C')).toBe('show.notOpen');
    show.host('openBuzzers');
    expect(show.press('A')).toBe('show.excluded');
    expect(show.press('B')).toBeNull();
    show.judge('wrong').host('openBuzzers');
    show.press('C');
    show.judge('wrong');
    expect(show.state.stage?.after).toBe('audience'); // nobody left
    expect(show.totals()).toEqual({ A: '90', B: '90', C: '90' });
  });

  it('QZ-35 after two failures to the audience; or the question ends', () => {
    const two = open({ afterWrong: 'reopen', failuresToAudience: 2 });
    two.press('A');
    two.judge('wrong').host('openBuzzers');
    two.press('B');
    two.judge('wrong');
    expect(two.state.stage?.after).toBe('audience');
    const ends = open({ afterWrong: 'void' });
    ends.press('A');
    ends.judge('wrong');
    expect(ends.state.stage?.after).toBe('close');
    expect(ends.hostTries({ type: 'giveToAudience' })).toBe('show.notNow');
  });

  it.each([
    ['audience', 'audience'],
    ['void', 'close'],
  ] as const)('QZ §2.3 nobody presses: %s', (nobody, after) => {
    const show = open({ nobody });
    expect(show.timeout()).toBeNull();
    expect(show.state).toMatchObject({ phase: 'judged', stage: { outcome: 'nobody', after } });
    expect(show.state.ledger).toHaveLength(3);
  });

  it('QZ-05 QZ-41 the time-out is automatic, its score waits; 回答完毕 stops the clock', () => {
    const late = open();
    late.press('A');
    const clockId = late.state.clock!.id;
    expect(late.send({ type: 'timeout', clockId, actor: { kind: 'system' }, now: late.now })).toBe(
      'show.clock.running',
    );
    expect(late.timeout()).toBeNull();
    expect(late.send({ type: 'timeout', clockId, actor: { kind: 'system' }, now: late.now })).toBe(
      'show.clock.gone',
    );
    expect(view(late.state, { kind: 'host' })).toMatchObject({
      proposal: { verdict: 'wrong', delta: '-10' },
      next: { type: 'judge', verdict: 'wrong' },
    });
    late.judge('wrong');
    expect(late.state.ledger.at(-1)).toMatchObject({ reason: 'late', delta: '-10' });

    const done = open();
    done.press('A');
    done.host('finishAnswer');
    expect(done.timeout()).toBe('no clock');
    expect(view(done.state, { kind: 'host' })).toMatchObject({ proposal: null, next: null });
  });

  it('QZ-37 a state rebuilt from its JSON lets a team press on', () => {
    const show = open();
    show.state = JSON.parse(JSON.stringify(show.state)) as typeof show.state;
    expect(show.press('C')).toBeNull();
    expect(buzzerOf(show, 'C')).toBe('first');
  });
});
