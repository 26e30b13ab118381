import * as fc from 'fast-check';
import { HOST_ACTS, type HostAct, type PressTiming } from './command.ts';
import type { ShowConfig } from './config.ts';
import type { BuzzerRound, FoulRule, PressOrder } from './roundConfig.ts';
import { sets, Stage, teams } from './given.testing.ts';
import { presets } from './presets.ts';
import { audienceDefault } from './roundDefaults.ts';
import { sampleAct } from './sampleAct.ts';
import { tiedGroups } from './standings.ts';
import { view } from './view.ts';

const fouls: FoulRule[] = [
  { rule: 'voidAndPenalty', points: '10' },
  { rule: 'twoStrike', points: '20' },
  { rule: 'lockout' },
];

/** Every kind of round in a random order with random buzzer settings, three teams. */
export const configs: fc.Arbitrary<ShowConfig> = fc
  .record({
    foul: fc.constantFrom(...fouls),
    afterWrong: fc.constantFrom<BuzzerRound['afterWrong'][]>('reopen', 'audience', 'void'),
    interruptReading: fc.boolean(),
    failuresToAudience: fc.constantFrom(null, 1, 2),
    wordsOn: fc.constantFrom('screen' as const, 'host' as const),
    floor: fc.constantFrom(null, '80'),
    rounds: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1 }),
    order: fc.constantFrom<PressOrder[]>(
      { rule: 'arrival' },
      ...(['earlier', 'lot', 'again', 'jury'] as const).map(
        (deadHeat) => ({ rule: 'compensated', capMs: 20, maxOneWayMs: 150, deadHeat }) as const,
      ),
    ),
    startDelay: fc.constantFrom(null, { minMs: 500, maxMs: 3_000 }),
  })
  .map(
    ({
      foul,
      afterWrong,
      interruptReading,
      failuresToAudience,
      wordsOn,
      floor,
      rounds,
      order,
      startDelay,
    }) => {
      const base = presets['ceair-ground']('任意', teams(3), sets(3));
      const all = [
        ...base.rounds.map((round) => {
          if (round.kind === 'buzzer')
            return { ...round, foul, afterWrong, interruptReading, failuresToAudience, startDelay };
          return round.kind === 'charades' ? { ...round, wordsOn } : round;
        }),
        { ...audienceDefault, questions: sets(3)['audience'] ?? [] },
      ];
      return { ...base, floor, order, rounds: rounds.map((i) => all[i]!) };
    },
  );

/** One random move: mostly sensible, sometimes absurd; `pick` and `detail` are free numbers. */
export interface Move {
  readonly pick: number;
  readonly detail: number;
}
export const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({ pick: fc.integer({ min: 0, max: 99 }), detail: fc.integer({ min: 0, max: 9999 }) }),
  { minLength: 40, maxLength: 120 },
);

const choose = <T>(items: readonly T[], n: number): T => items[n % items.length]!;

function act(stage: Stage, type: HostAct['type'], n: number): HostAct {
  const { state } = stage;
  const reason = n % 7 === 0 ? '' : '理由';
  switch (type) {
    case 'drawTables':
      return { type, seed: String(n) };
    case 'startRound':
      return { type, round: choose(state.config.rounds, n).id };
    case 'judge':
      return { type, verdict: choose(['right', 'wrong', 'void', 'help'] as const, n) };
    case 'judgeWord':
      return {
        type,
        word: (state.stage?.words.length ?? 0) + (n % 11 === 0 ? 1 : 0),
        verdict: choose(['hit', 'pass', 'void'] as const, n),
      };
    case 'judgeHits':
      return { type, hits: [n % 4, n % 3] };
    case 'skipQuestion':
    case 'voidQuestion':
      return { type, reason };
    case 'chooseRisk':
      return { type, value: choose(['10', '20', '30', '40'], n) };
    case 'adjust':
      return {
        type,
        team: choose(['A', 'B', 'C', 'X'], n),
        delta: choose(['-20', '5.5', '0', '1e3'], n),
        reason,
      };
    case 'reverse':
      return { type, ledgerNo: n % (state.ledger.length + 2), reason };
    case 'openBuzzers':
      return { type, seed: String(n) };
    case 'settleDeadHeat':
      return { type, team: choose(state.stage?.deadHeat?.teams ?? ['A'], n) };
    case 'mapInput':
      return {
        type,
        input: choose(['key:KeyA', 'pad:0:1', 'a b'], n),
        team: choose(['A', 'B', 'X', null], n),
      };
    case 'startDecider':
      return { type, teams: n % 3 === 0 ? ['A', 'B'] : (tiedGroups(state)[0]?.teams ?? []) };
    default:
      return sampleAct(state, type) ?? { type: 'takeConsole' };
  }
}

/** Presses that may be close together: the first of an opening at any moment, the others soon after it. */
const near = (stage: Stage, n: number): number =>
  stage.state.phase === 'gathering' ? 1 + (n % 97) : 1003 + n;

const timing = (stage: Stage, afterMs: number, n: number): PressTiming => ({
  claimedAt: n % 5 === 0 ? null : stage.now + afterMs - (n % 120),
  roundTripMs: n % 7 === 0 ? null : n % 240,
  via: `s${n % 4}`,
});

/** Plays one move; returns the refusal code or `null`. Odd milliseconds make every Δms a number of its own. */
export function play(stage: Stage, { pick, detail }: Move): string | null {
  const team = choose(['A', 'B', 'C', 'X'], detail + (detail % 5 === 0 ? 0 : detail % 3));
  if (pick < 35) {
    const { next, phase } = view(stage.state, { kind: 'host' });
    if (next) return stage.hostTries(next);
    if (phase === 'choosing')
      return stage.teamTries(stage.state.stage?.team ?? '', {
        type: 'chooseRisk',
        value: choose(['10', '20'], detail),
      });
    if (phase === 'deadHeat') return stage.hostTries(act(stage, 'settleDeadHeat', detail));
    if (stage.state.clock?.kind === 'gather' && pick > 10)
      return stage.press(team, near(stage, detail), timing(stage, near(stage, detail), detail));
    if (stage.state.clock?.kind === 'gather' || stage.state.clock?.kind === 'arm')
      return stage.timeout(String(detail));
    return stage.hostTries(act(stage, choose(['judge', 'judgeWord', 'judgeHits'] as const, detail), detail));
  }
  if (pick < 50) return stage.press(team, near(stage, detail), timing(stage, near(stage, detail), detail));
  if (pick < 58) return stage.press(team, 1003 + detail);
  if (pick < 59)
    return stage.teamTries(team, { type: 'press', question: 'test', timing: timing(stage, 7, detail) }, 7);
  if (pick < 60) return stage.box(choose(['key:KeyA', 'pad:0:1'], detail), 1003 + detail);
  if (pick < 65) return stage.timeout(detail % 2 ? String(detail) : undefined);
  if (pick < 68) return stage.teamTries(team, { type: 'press', question: 'b1' }, 1003);
  if (pick < 71)
    return stage.teamTries(team, detail % 2 ? { type: 'declineRisk' } : { type: 'chooseRisk', value: '10' });
  if (pick < 73) return stage.hostTries({ type: 'judge', verdict: 'right' }, 'c0');
  if (pick < 75) return stage.hostTries({ type: 'nextQuestion' }, 'c1', stage.state.step - 1);
  return stage.hostTries(act(stage, choose(HOST_ACTS, detail), Math.floor(detail / HOST_ACTS.length)));
}
