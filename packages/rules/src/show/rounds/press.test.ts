import { describe, expect, it } from 'vitest';
import { evolve } from '../evolve.ts';
import { questions, Stage, teams } from '../given.testing.ts';
import { presets } from '../presets.ts';
import type { BuzzerRound, DeadHeatRule, PressOrder } from '../roundConfig.ts';
import { ruleSheet } from '../ruleSheet.ts';
import type { ShowState } from '../state.ts';
import { validateConfig } from '../validate.ts';
import { view } from '../view.ts';
import { ago, buzzerOf, CAP, compensated, configured, open, reading, WAY } from './press.testing.ts';

const OFFER = {
  rule: 'offer',
  points: '10',
  wrongPenalty: '0',
  firstLoses: '10',
  windowSec: 10,
  nobody: 'nothing',
} as const;

const verdicts = (show: Stage): Record<string, string> =>
  Object.fromEntries(show.state.presses.map((p) => [p.team, p.verdict]));

describe('QZ-33 compensated order', () => {
  it('the first receipt decides nothing: who pressed earlier wins when what was under way is in', () => {
    const show = open();
    expect(show.press('A', 500, ago(show, 500, 2, 10, 'a'))).toBeNull();
    expect(show.state).toMatchObject({ phase: 'gathering', clock: { kind: 'gather', totalSec: 0.17 } });
    expect(show.state.clock?.deadline).toBe(show.now + CAP + WAY);
    expect(buzzerOf(show, 'A')).toBe('pressed');
    expect(buzzerOf(show, 'B')).toBe('armed');
    expect(show.press('B', 60, ago(show, 60, 110, 200, 'b'))).toBeNull();
    expect(show.press('B', 1)).toBe('show.alreadyPressed');
    expect(view(show.state, { kind: 'host' })).toMatchObject({ next: null, mayAct: ['A', 'B', 'C'] });
    expect(show.timeout()).toBeNull();
    expect(show.state).toMatchObject({
      phase: 'answering',
      stage: { team: 'B', deadHeat: { teams: ['B', 'A'] } },
    });
    expect(verdicts(show)).toEqual({ A: 'notFirst', B: 'first' });
    expect([buzzerOf(show, 'A'), buzzerOf(show, 'B')]).toEqual(['notFirst', 'first']);
  });

  it('QZ-34 the wait ends at once when the last team that may press has pressed, with the same outcome', () => {
    const played = (...order: readonly string[]) => {
      const show = open();
      for (const team of order) show.press(team, 20, ago(show, 20, order.indexOf(team) * 30 + 1, 80, team));
      const left = (show.state.clock?.deadline ?? 0) - show.now;
      expect(show.timeout()).toBeNull();
      return { left, winner: show.state.stage?.team, verdicts: verdicts(show) };
    };
    const all = played('A', 'B', 'C');
    expect(all).toEqual({ left: 0, winner: 'C', verdicts: { A: 'notFirst', B: 'notFirst', C: 'first' } });
    const two = played('A', 'B');
    expect(two.left).toBe(CAP + WAY - 20);
    expect(two.winner).toBe('B');
  });

  it('QZ-40 the answer clock starts when the right is given', () => {
    const show = open();
    show.press('A');
    show.timeout();
    expect(show.state.clock).toMatchObject({ kind: 'answer', deadline: show.now + 30_000 });
  });

  it('the first received stays first when the other claims more than its bound', () => {
    const show = open();
    show.press('A', 500, ago(show, 500, 5, 10, 'a'));
    show.press('B', 60, ago(show, 60, 66, 90, 'b'));
    show.timeout();
    expect(show.state.stage).toMatchObject({ team: 'A', deadHeat: null });
    expect(show.state.presses[1]).toMatchObject({ basis: 'fallback', verdict: 'notFirst', deltaMs: 560 });
  });

  it.each(['arrival', 'compensated'] as const)(
    'QZ-34 100 parallel presses by %s: one winner, 99 told "not first", all acknowledged',
    (rule) => {
      const show = open({}, rule === 'arrival' ? { rule } : compensated(), 100);
      const ids = show.state.config.teams.map((team) => team.id).toReversed();
      show.now += 500;
      const acks = ids.map((team, i) => show.press(team, 0, ago(show, 0, i % 7, 20, team)));
      expect(acks.every((ack) => ack === null)).toBe(true);
      if (rule === 'compensated') show.timeout();
      expect(show.state.phase).toBe('answering');
      const winner = rule === 'arrival' ? ids[0] : ids[6];
      expect(show.state.presses.filter((p) => p.verdict === 'first').map((p) => p.team)).toEqual([winner]);
      expect(show.state.presses.filter((p) => p.verdict === 'notFirst')).toHaveLength(99);
      const phones = ids.map((team) => buzzerOf(show, team));
      expect(phones.filter((phone) => phone === 'notFirst')).toHaveLength(99);
      expect(buzzerOf(show, winner!)).toBe('first');
    },
  );

  it('a press after the wait, before the time-out was seen to, is not first, whatever it claims', () => {
    const show = open();
    show.press('A', 500);
    const wait = CAP + WAY + 1;
    expect(show.press('B', wait, ago(show, wait, CAP + WAY, 2 * WAY, 'b'))).toBeNull();
    expect(verdicts(show)).toEqual({ A: 'gathered', B: 'notFirst' });
    expect(show.state.presses[1]!.pressedAt).toBeGreaterThan(show.state.presses[0]!.pressedAt);
    show.timeout();
    expect(show.press('C', 1, ago(show, 1, 30, 60, 'c'))).toBeNull();
    expect(show.state.presses[2]).toMatchObject({ verdict: 'notFirst', basis: 'claimed', roundTripMs: 60 });
  });

  it('the window ends for the press, not for its way: claimed inside, received in the allowance', () => {
    const show = open({ pressWindowSec: 5 });
    const end = show.now + 5_000;
    expect(view(show.state, { kind: 'screen' }).clock).toMatchObject({ totalSec: 5, deadline: end });
    expect(show.state.clock?.deadline).toBe(end + CAP + WAY);
    const late = end + 30 - show.now;
    expect(show.press('B', late, ago(show, late, 25, 60, 'b'))).toBe('show.tooLate');
    expect(show.press('C', 5)).toBe('show.tooLate');
    expect(show.press('A', 5, ago(show, 5, 45, 60, 'a'))).toBeNull();
    show.timeout();
    expect(show.state.stage?.team).toBe('A');

    const nobody = open({ pressWindowSec: 5 });
    nobody.timeout();
    expect(nobody.now).toBe(nobody.state.stage!.openedAt! + 5_000 + CAP + WAY);
    expect(nobody.state).toMatchObject({ phase: 'judged', stage: { outcome: 'nobody' } });
  });

  it('QZ-41 the window that was left at a pause is the one that is shown', () => {
    const show = open({ pressWindowSec: 5 });
    const pausedAt = show.now + 1_000;
    show.host('pause');
    expect(show.now).toBe(pausedAt);
    expect(view(show.state, { kind: 'screen' }).clock).toMatchObject({ deadline: null, remainingMs: 4_000 });
    show.host('resume');
    expect(view(show.state, { kind: 'screen' }).clock?.deadline).toBe(show.now + 4_000);
  });

  it('the window closing while presses come in changes nothing', () => {
    const show = open({ pressWindowSec: 5 });
    const clockId = show.state.clock!.id;
    show.press('A', 4_990);
    const system = { kind: 'system' } as const;
    expect(show.send({ type: 'timeout', clockId, actor: system, now: show.now + 500 })).toBe(
      'show.clock.gone',
    );
    show.timeout();
    expect(show.state.stage?.team).toBe('A');
  });

  it('while presses come in the question stays, and a pause does not lose what is under way', () => {
    const show = open();
    show.press('A', 500, ago(show, 500, 1, 2, 'a'));
    const { step } = show.state;
    for (const type of ['skipQuestion', 'voidQuestion'] as const)
      expect(show.hostTries({ type, reason: '理由' })).toBe('show.notNow');
    expect(show.hostTries({ type: 'undo' })).toBe('show.notNow');
    expect(show.hostTries({ type: 'closeQuestion' })).toBe('show.notNow');
    show.now = show.state.clock!.deadline - 150;
    expect(show.state.step).toBe(step);
    show.send({
      type: 'pause',
      reason: 'break',
      actor: { kind: 'host', user: 'h', console: 'c1', step },
      now: show.now,
    });
    expect(show.press('B', 40, ago(show, 40, 90, 200, 'b'))).toBeNull();
    expect(show.timeout()).toBe('show.clock.gone');
    show.host('resume');
    show.timeout();
    expect(show.state.stage?.team).toBe('B');
  });

  it('QZ-37 a reload in the middle of it loses nothing', () => {
    const show = open();
    show.press('A', 500, ago(show, 500, 1, 2, 'a'));
    show.state = JSON.parse(JSON.stringify(show.state)) as ShowState;
    show.press('B', 60, ago(show, 60, 110, 200, 'b'));
    show.timeout();
    expect(show.state.stage?.team).toBe('B');
  });

  it('QZ-30 interrupting the reading: gathered in the same way, from the moment the question appeared', () => {
    const show = reading({ interruptReading: true });
    show.press('A', 800, ago(show, 800, 1, 2, 'a'));
    show.press('B', 60, ago(show, 60, 110, 200, 'b'));
    show.timeout();
    expect(show.state).toMatchObject({ phase: 'answering', stage: { team: 'B' } });
    expect(show.state.presses.map((p) => p.deltaMs)).toEqual([799, 750]);
  });

  it('QZ-31 early is what the server received early; a claim cannot undo it, and the facts are kept', () => {
    const show = reading({ foul: { rule: 'twoStrike', points: '20' } });
    expect(show.press('C', 300, ago(show, 300, -400, 40, 'c'))).toBeNull();
    expect(show.state.presses[0]).toMatchObject({ verdict: 'foul', basis: 'fallback', roundTripMs: 40 });
    show.host('openBuzzers');
    const openedAt = show.now;
    expect(show.press('A', 10, ago(show, 10, 15, 40, 'a'))).toBeNull();
    expect(show.state.presses[1]).toMatchObject({
      verdict: 'gathered',
      basis: 'claimed',
      pressedAt: openedAt,
    });
  });
});

describe('QZ-33 a declared dead heat', () => {
  /** A and B 4 ms apart at ± 20 each, C clearly later. */
  function tied(deadHeat: DeadHeatRule, change: Partial<BuzzerRound> = {}): Stage {
    const show = open({ afterWrong: 'reopen', ...change }, compensated(deadHeat));
    show.press('A', 500, ago(show, 500, 20, 40, 'a'));
    show.press('B', 1, ago(show, 1, 25, 40, 'b'));
    show.press('C', 90, ago(show, 90, 5, 40, 'c'));
    show.timeout('seed');
    return show;
  }

  it('earlier: it stands, and everybody sees that it was close', () => {
    const show = tied('earlier');
    expect(view(show.state, { kind: 'screen' }).turn).toMatchObject({
      team: 'B',
      deadHeat: { teams: ['B', 'A'], settledBy: 'earlier', seed: null },
    });
  });

  it('lot: by the seed that came with the time-out; without one by the clock, never by chance', () => {
    const show = tied('lot');
    expect(show.state.stage?.deadHeat).toMatchObject({ settledBy: 'lot', seed: 'seed' });
    expect(['A', 'B']).toContain(show.state.stage?.team);
    const plain = open({}, compensated('lot'));
    plain.press('A');
    plain.press('B');
    const { id } = plain.state.clock!;
    plain.timeout();
    expect(plain.state.stage?.deadHeat?.seed).toBe(id);
  });

  it('again: the host opens for the tied teams only; after their failure for everybody left', () => {
    const show = tied('again');
    expect(show.state).toMatchObject({ phase: 'deadHeat', clock: null, stage: { team: null } });
    expect(verdicts(show)).toEqual({ A: 'tied', B: 'tied', C: 'notFirst' });
    expect(['A', 'B', 'C'].map((team) => buzzerOf(show, team))).toEqual(['locked', 'locked', 'notFirst']);
    expect(show.press('A')).toBe('show.alreadyPressed');
    expect(show.hostTries({ type: 'settleDeadHeat', team: 'A' })).toBe('show.deadHeat.none');
    expect(view(show.state, { kind: 'host' }).next).toEqual({ type: 'openBuzzers' });
    show.host('openBuzzers');
    expect(show.state.stage?.opening).toBe(2);
    expect(['A', 'B', 'C'].map((team) => buzzerOf(show, team))).toEqual(['armed', 'armed', 'locked']);
    expect(view(show.state, { kind: 'host' }).mayAct).toEqual(['B', 'A']);
    expect(show.press('C')).toBe('show.excluded');
    show.press('A');
    expect(show.press('C')).toBe('show.excluded');
    show.timeout();
    expect(show.state).toMatchObject({ phase: 'answering', stage: { team: 'A', deadHeat: null } });
    show.judge('wrong').host('openBuzzers');
    expect(['A', 'B', 'C'].map((team) => buzzerOf(show, team))).toEqual(['locked', 'armed', 'armed']);
    expect(show.press('C')).toBeNull();
  });

  it('jury: one of the tied is named, nobody else; then the answer clock runs', () => {
    const show = tied('jury');
    expect(show.state.phase).toBe('deadHeat');
    expect(verdicts(show)).toEqual({ A: 'gathered', B: 'gathered', C: 'notFirst' });
    expect(['A', 'B', 'C'].map((team) => buzzerOf(show, team))).toEqual(['pressed', 'pressed', 'notFirst']);
    const { next, allowed } = view(show.state, { kind: 'host' });
    expect(next).toBeNull();
    expect(allowed).toContain('settleDeadHeat');
    expect(show.hostTries({ type: 'openBuzzers' })).toBe('show.notNow');
    expect(show.hostTries({ type: 'settleDeadHeat', team: 'C' })).toBe('show.deadHeat.notIn');
    show.host({ type: 'settleDeadHeat', team: 'A' });
    expect(verdicts(show)).toEqual({ A: 'first', B: 'notFirst', C: 'notFirst' });
    expect(show.state).toMatchObject({
      phase: 'answering',
      clock: { kind: 'answer', deadline: show.now + 30_000 },
      stage: { team: 'A', deadHeat: { settledBy: 'jury' } },
    });
    expect(show.hostTries({ type: 'settleDeadHeat', team: 'B' })).toBe('show.deadHeat.none');
  });

  it('jury: the question may be voided instead, and the void be taken back', () => {
    const show = tied('jury').host({ type: 'voidQuestion', reason: '设备故障' }, 'undo');
    expect(show.state.phase).toBe('deadHeat');
    show.host({ type: 'settleDeadHeat', team: 'B' });
    expect(show.state.stage?.team).toBe('B');
  });

  it('by arrival there is none', () => {
    const show = open({}, { rule: 'arrival' });
    show.press('A', 0);
    show.press('B', 0);
    expect(show.state.stage).toMatchObject({ team: 'A', deadHeat: null });
  });
});

it.each([{ rule: 'arrival' }, compensated()] as const)(
  'QZ-11 QZ-35 an opening that was taken back by an undo does not count for the next ($rule)',
  (order) => {
    const show = open({ afterWrong: 'reopen' }, order);
    const buzz = (team: string): void => {
      expect(show.press(team)).toBeNull();
      if (order.rule === 'compensated') show.timeout();
    };
    buzz('A');
    show.judge('wrong').host('openBuzzers');
    buzz('B');
    show.host('undo');
    expect(show.state).toMatchObject({ phase: 'ruling', stage: { team: 'A', opening: 1 } });
    show.judge('wrong').host('openBuzzers');
    expect(show.state.stage?.opening).toBe(3);
    buzz('B');
    expect(show.state.stage?.team).toBe('B');
  },
);

it('QZ-33 a question on offer is pressed for, tied and settled in the same way', () => {
  const config = presets['std-3']('抢答', teams(3), { mandatory: questions('m', 9) });
  const rounds = config.rounds.flatMap((round) =>
    round.kind === 'mandatory' ? [{ ...round, steal: OFFER }] : [],
  );
  for (const rule of ['again', 'jury'] as const) {
    const show = new Stage({ ...config, order: compensated(rule), rounds }).begun();
    show.startRound(rounds[0]!.id).host('nextQuestion', 'startClock').judge('wrong').host('openBuzzers');
    expect(show.press('A')).toBe('show.excluded');
    show.press('B', 500, ago(show, 500, 20, 40, 'b'));
    show.press('C', 1, ago(show, 1, 25, 40, 'c'));
    show.timeout();
    expect(show.state).toMatchObject({ phase: 'deadHeat', stage: { first: 'A', team: null } });
    if (rule === 'jury') show.host({ type: 'settleDeadHeat', team: 'B' });
    else {
      show.host('openBuzzers');
      expect(show.press('B')).toBeNull();
      show.timeout();
    }
    show.judge('right');
    expect(show.totals()).toEqual({ A: '90', B: '110', C: '100' });
  }
});

it('QZ-33 settings that cannot be measured or waited for are named', () => {
  const faults = (order: PressOrder, change: Partial<BuzzerRound> = {}): string[] =>
    validateConfig(configured(change, order, 3)).map(({ path, code }) => `${path} ${code}`);
  expect(faults(compensated(), { startDelay: { minMs: 0, maxMs: 2_000 } })).toEqual([]);
  expect(
    faults(
      { rule: 'compensated', capMs: -1, maxOneWayMs: 1_001, deadHeat: 'lot' },
      {
        startDelay: { minMs: 900, maxMs: 500 },
      },
    ),
  ).toEqual([
    'order.capMs show.config.notWhole',
    'order.maxOneWayMs show.config.tooMany',
    'rounds.0.startDelay.maxMs show.config.wrongOrder',
  ]);
});

it('QZ-20 QZ-33 the printed rules say the order, the delay and what a dead heat leads to', () => {
  const printed = (order: PressOrder, change: Partial<BuzzerRound> = {}): string =>
    ruleSheet(configured(change, order, 3))
      .map(({ text }) => text.zh)
      .join('');
  const startDelay = { minMs: 500, maxMs: 3_000 };
  expect(printed({ rule: 'arrival' }, { startDelay })).toContain('随机等待 500–3000 毫秒');
  expect(printed({ rule: 'arrival' })).toContain('以服务器收到的顺序为准');
  expect(printed(compensated('jury'))).toContain('单程最多补偿 150 毫秒');
  expect(printed(compensated('jury'))).toContain('由裁判组裁定');
  expect(printed(compensated(), { startDelay, interruptReading: true })).not.toContain('随机等待');
});

it('QZ-33 a settled press of another opening keeps its verdict', () => {
  const show = open({}, compensated('jury'));
  show.press('A');
  const before = show.state;
  const settled = { type: 'buzzSettled', opening: 9, winner: 'A', deadHeat: null, clock: null } as const;
  expect(evolve(before, { ...settled, at: show.now, by: 'system' }).presses).toEqual(before.presses);
});
