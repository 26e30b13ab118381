import { describe, expect, it } from 'vitest';
import type { PressTiming } from '../command.ts';
import type { MediaItem, ShowConfig } from '../config.ts';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { questions, Stage, teams } from '../given.testing.ts';
import { presets } from '../presets.ts';
import type { BuzzerRound, DeadHeatRule, PressOrder } from '../roundConfig.ts';
import type { ShowState } from '../state.ts';
import { validateConfig } from '../validate.ts';
import { view } from '../view.ts';

const CAP = 20;
const WAY = 150;
const compensated = (deadHeat: DeadHeatRule = 'earlier'): PressOrder => ({
  rule: 'compensated',
  capMs: CAP,
  maxOneWayMs: WAY,
  deadHeat,
});

function configured(change: Partial<BuzzerRound>, order: PressOrder, n: number): ShowConfig {
  const media: MediaItem = { kind: 'audio', url: '/a.mp3' };
  const config = presets['std-3']('抢答', teams(n), { buzzer: questions('b', 5, { media }) });
  const rounds = config.rounds.flatMap((round) => (round.kind === 'buzzer' ? [{ ...round, ...change }] : []));
  return { ...config, order, rounds };
}
const reading = (change: Partial<BuzzerRound> = {}, order: PressOrder = compensated(), n = 3): Stage =>
  new Stage(configured(change, order, n)).begun().startRound('buzzer').host('nextQuestion');
const open = (change: Partial<BuzzerRound> = {}, order: PressOrder = compensated(), n = 3): Stage =>
  reading(change, order, n).host('openBuzzers');

/** Pressed `agoMs` before its receipt, over a socket with this round trip. */
const ago = (show: Stage, afterMs: number, agoMs: number, roundTripMs = 40, via = ''): PressTiming => ({
  claimedAt: show.now + afterMs - agoMs,
  roundTripMs,
  via,
});
const buzzerOf = (show: Stage, team: string): string => view(show.state, { kind: 'team', team }).buzzer;
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
    expect(verdicts(show)).toEqual({ A: 'notFirst', B: 'notFirst', C: 'notFirst' });
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

describe('a random delay before the buzzers open', () => {
  const startDelay = { minMs: 500, maxMs: 3_000 };
  const armed = (change: Partial<BuzzerRound> = {}, seed = 's1'): Stage =>
    reading({ startDelay, ...change }, { rule: 'arrival' }).host({ type: 'openBuzzers', seed });

  it('QZ-30 they open by themselves; the delay is the seed’s and nobody sees its clock', () => {
    const show = armed();
    const { clock } = show.state;
    expect(show.state).toMatchObject({ phase: 'reading', clock: { kind: 'arm' } });
    expect(clock!.deadline - show.now).toBe(Math.round(clock!.totalSec * 1000));
    expect(armed().state.clock?.totalSec).toBe(clock!.totalSec);
    expect(armed({}, 's2').state.clock?.totalSec).not.toBe(clock!.totalSec);
    expect(view(show.state, { kind: 'screen' }).clock).toBeNull();
    expect(JSON.stringify(view(show.state, { kind: 'team', team: 'A' }))).not.toContain(`${clock!.deadline}`);
    expect(view(show.state, { kind: 'host' })).toMatchObject({ next: null, arming: true, clock: null });
    expect(show.hostTries({ type: 'openBuzzers', seed: 's3' })).toBe('show.notNow');
    show.timeout();
    expect(show.state).toMatchObject({ phase: 'open', stage: { opening: 1, openedAt: clock!.deadline } });
    expect(show.press('A')).toBeNull();
  });

  it('QZ-31 a press meanwhile is early', () => {
    const foul = armed();
    expect(foul.press('C', 100)).toBeNull();
    expect(foul.state).toMatchObject({ phase: 'judged', clock: null });
    expect(foul.totals()['C']).toBe('90');
    const strike = armed({ foul: { rule: 'twoStrike', points: '20' } });
    expect(strike.press('C', 100)).toBeNull();
    strike.timeout();
    expect(strike.press('C')).toBe('show.excluded');
    expect(strike.press('A')).toBeNull();
    expect(armed({ foul: { rule: 'lockout' } }).press('C', 100)).toBe('show.notOpen');
  });

  it('without a seed it is refused; teams that may interrupt do not wait for it', () => {
    const { state, now } = reading({ startDelay });
    const actor = { kind: 'host', user: 'h', console: 'c1', step: state.step } as const;
    expect(decide(state, { type: 'openBuzzers', actor, now })).toEqual({
      ok: false,
      refusal: { code: 'show.notNow', facts: { missing: 'seed' } },
    });
    expect(reading({ startDelay, interruptReading: true }).host('openBuzzers').state.phase).toBe('open');
  });

  it('QZ-41 a pause keeps what is left of it, and still nobody sees it', () => {
    const show = armed();
    const left = show.state.clock!.deadline - show.now - 1_000;
    show.host('pause');
    expect(view(show.state, { kind: 'team', team: 'A' }).clock).toBeNull();
    expect(show.press('A')).toBe('show.paused');
    show.host('resume');
    expect(show.state.clock).toMatchObject({ kind: 'arm', deadline: show.now + Math.max(0, left) });
    show.timeout();
    expect(show.state.phase).toBe('open');
  });

  it('QZ-35 also when they open again', () => {
    const show = armed({ afterWrong: 'reopen' });
    show.timeout();
    show.press('A');
    show.judge('wrong').host({ type: 'openBuzzers', seed: 's4' });
    expect(show.state).toMatchObject({ phase: 'judged', clock: { kind: 'arm' } });
    expect(show.press('B')).toBe('show.notOpen');
    show.timeout();
    expect(show.press('B')).toBeNull();
  });
});

describe('a clip that runs at the buzz', () => {
  /** The clip runs from second 2 since one second ago when A presses. */
  function buzzed(change: Partial<BuzzerRound>, order: PressOrder): Stage {
    const show = open({ afterWrong: 'reopen', ...change }, order);
    const { stage } = show.state;
    show.state = {
      ...show.state,
      stage: { ...stage!, media: { playing: true, positionMs: 2_000, since: show.now } },
    };
    show.press('A', 1_000);
    return show;
  }

  it.each([{ rule: 'arrival' }, compensated()] as const)(
    'QZ-30 stops where it is and goes on when the buzzers open again ($rule)',
    (order) => {
      const show = buzzed({ mediaOnBuzz: 'pause' }, order);
      expect(show.state.stage?.media).toEqual({ playing: false, positionMs: 3_000, since: show.now });
      if (order.rule === 'compensated') show.timeout();
      show.judge('wrong').host('openBuzzers');
      expect(show.state.stage?.media).toEqual({ playing: true, positionMs: 3_000, since: show.now });
    },
  );

  it('QZ-30 or runs on', () => {
    const show = buzzed({ mediaOnBuzz: 'goOn' }, { rule: 'arrival' });
    expect(show.state.stage?.media).toMatchObject({ playing: true, positionMs: 2_000 });
  });

  it('QZ-30 one that the host stopped stays stopped', () => {
    const show = buzzed({ mediaOnBuzz: 'pause' }, { rule: 'arrival' });
    show.judge('wrong');
    const media = { playing: false, positionMs: 500, since: show.now };
    show.state = { ...show.state, stage: { ...show.state.stage!, media } };
    show.host('openBuzzers');
    expect(show.state.stage?.media).toEqual(media);
  });
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

it('QZ-33 a settled press of another opening keeps its verdict', () => {
  const show = open({}, compensated('jury'));
  show.press('A');
  const before = show.state;
  const settled = { type: 'buzzSettled', opening: 9, winner: 'A', deadHeat: null, clock: null } as const;
  expect(evolve(before, { ...settled, at: show.now, by: 'system' }).presses).toEqual(before.presses);
});
