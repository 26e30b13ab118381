import * as fc from 'fast-check';
import { HOST_ACTS, type HostAct, type PressTiming } from './command.ts';
import type { ShowConfig } from './config.ts';
import type { Display } from './display.ts';
import type {
  BuzzerRound,
  DeciderRule,
  DeciderSettings,
  FoulRule,
  PressOrder,
  ProgrammeRound,
  StartDelay,
  StealRule,
} from './roundConfig.ts';
import { questions, riskQuestions, sets, Stage, teams } from './given.testing.ts';
import { presets } from './presets.ts';
import { deciderDefault, roundDefaults } from './roundDefaults.ts';
import { sampleAct } from './sampleAct.ts';
import { tiedGroups } from './standings.ts';
import type { ShowState } from './state.ts';
import { view } from './view.ts';

/** A question that falls to the audience has options for its phones. */
const CLIP = { options: ['甲', '乙'], media: { kind: 'video', url: '/clip.mp4' } } as const;

const fouls: FoulRule[] = [
  { rule: 'voidAndPenalty', points: '10' },
  { rule: 'twoStrike', points: '20' },
  { rule: 'lockout' },
];

const KINDS = Object.keys(roundDefaults) as ProgrammeRound['kind'][];

const steals: StealRule[] = [
  { rule: 'off' },
  ...(['nothing', 'rightForFirst'] as const).map(
    (nobody) =>
      ({ rule: 'offer', points: '10', wrongPenalty: '5', firstLoses: '10', windowSec: 10, nobody }) as const,
  ),
];

const settings = fc.record({
  foul: fc.constantFrom(...fouls),
  afterWrong: fc.constantFrom<BuzzerRound['afterWrong'][]>('reopen', 'audience', 'void'),
  interruptReading: fc.boolean(),
  failuresToAudience: fc.constantFrom(null, 1, 2),
  wordsOn: fc.constantFrom('screen' as const, 'host' as const),
  startDelay: fc.constantFrom(null, { minMs: 500, maxMs: 3_000 }),
  steal: fc.constantFrom(...steals),
  audienceOnFail: fc.boolean(),
  askerGains: fc.boolean(),
  wrongIsOut: fc.boolean(),
  rapidPenalty: fc.constantFrom('0', '5'),
  most: fc.constantFrom(null, '30'),
});

type Settings = typeof settings extends fc.Arbitrary<infer S> ? S : never;

/** A round of the kind with those of the settings that it has. */
function roundOf(kind: ProgrammeRound['kind'], set: Settings): ProgrammeRound {
  const round = { ...roundDefaults[kind], questions: sets(3)[kind] ?? [] } as ProgrammeRound;
  const { foul, afterWrong, interruptReading, failuresToAudience, startDelay, steal, audienceOnFail } = set;
  switch (round.kind) {
    case 'buzzer':
      return {
        ...round,
        foul,
        afterWrong,
        interruptReading,
        failuresToAudience,
        startDelay,
        questions: questions('b', 6, CLIP),
      };
    case 'charades':
      return { ...round, wordsOn: set.wordsOn };
    case 'rapid':
      return { ...round, wrongPenalty: set.rapidPenalty };
    case 'audience':
      return { ...round, timeLimitSec: 20, questions: questions('a', 2, { options: ['甲', '乙'] }) };
    case 'mandatory':
      return { ...round, steal, audienceOnFail, questions: questions('m', 10, CLIP) };
    case 'teamMandatory':
    case 'risk':
      return { ...round, steal, audienceOnFail };
    case 'assigned': {
      const { askerGains } = set;
      return { ...round, audienceOnFail, askerGains, steal: askerGains ? { rule: 'off' } : steal };
    }
    case 'wager':
      return { ...round, most: set.most, wrongIsOut: set.wrongIsOut };
    case 'cardRaise':
    case 'estimate':
    case 'speed':
      return { ...round, wrongIsOut: set.wrongIsOut };
    default:
      return round;
  }
}

const decider = (rule: DeciderRule, startDelay: StartDelay | null): DeciderSettings => ({
  rule,
  round: {
    ...deciderDefault,
    startDelay,
    questions: riskQuestions(4).map((q) => ({ ...q, id: `d${q.id}`, stem: `STEM-d${q.id}` })),
  },
});

/** Every kind of round and of decider in a random order with random settings, three teams. */
export const configs: fc.Arbitrary<ShowConfig> = fc
  .record({
    floor: fc.constantFrom(null, '80'),
    kinds: fc.shuffledSubarray(KINDS, { minLength: 1, maxLength: 5 }),
    presses: fc.nat(2),
    order: fc.constantFrom<PressOrder[]>(
      { rule: 'arrival' },
      ...(['earlier', 'lot', 'again', 'jury'] as const).map(
        (deadHeat) => ({ rule: 'compensated', capMs: 20, maxOneWayMs: 150, deadHeat }) as const,
      ),
    ),
    set: settings,
    practice: fc.nat(4),
    eliminate: fc.nat(1),
    rule: fc.constantFrom<DeciderRule[]>('suddenDeath', 'extraRound', 'risk'),
    ties: fc.constantFrom('shared' as const, 'lot' as const),
  })
  .map(({ floor, kinds, presses, order, set, practice, eliminate, rule, ties }) => ({
    ...presets['std-3']('任意', teams(3), {}),
    floor,
    order,
    ties,
    decider: decider(rule, set.startDelay),
    // Most rules are about presses: every third show begins with them.
    rounds: (presses === 0 ? ['buzzer' as const, ...kinds.filter((kind) => kind !== 'buzzer')] : kinds).map(
      (kind, i) => ({
        ...roundOf(kind, set),
        practice: i === practice,
        eliminate: i === eliminate ? 1 : 0,
      }),
    ),
  }));

/** Nothing but buzzers, who was first by the moment of the press. */
export const buzzing: fc.Arbitrary<ShowConfig> = configs.map((config) => ({
  ...config,
  order: { rule: 'compensated', capMs: 20, maxOneWayMs: 150, deadHeat: 'earlier' },
  rounds: [{ ...roundDefaults.buzzer, interruptReading: true, questions: questions('b', 6, CLIP) }],
}));

export const DISPLAYS: readonly Display[] = [
  { scores: 'none', top: 3, revealFrom: null, scene: 'auto' },
  { scores: 'top', top: 1, revealFrom: null, scene: 'auto' },
  { scores: 'top', top: 2, revealFrom: null, scene: 'board' },
  { scores: 'ceremony', top: 3, revealFrom: null, scene: 'auto' },
  { scores: 'ceremony', top: 3, revealFrom: 3, scene: 'auto' },
  { scores: 'ceremony', top: 3, revealFrom: 2, scene: 'auto' },
  { scores: 'all', top: 0, revealFrom: null, scene: 'auto' },
];

/** Acts for which a moment must fit; tried before the others when one does. */
const SELDOM = ['giveTo', 'askCrowd', 'drawPrize', 'ruleProtest', 'pauseMedia', 'reopen'] as const;

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
    case 'judgeTeams':
      return { type, right: choose([[], ['A'], ['B', 'C'], ['A', 'B', 'C'], ['X']], n) };
    case 'giveTo':
      return { type, team: choose(['A', 'B', 'C', 'X'], n) };
    case 'finish':
      return { type, seed: String(n) };
    case 'skipQuestion':
    case 'deferQuestion':
    case 'goBack':
    case 'voidQuestion':
    case 'reopen':
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
    case 'setDisplay':
      return { type, display: choose(DISPLAYS, n) };
    case 'fileProtest':
      return { type, team: choose(['A', 'X'], n), question: choose([null, 'b1', 'x'], n), text: reason };
    case 'ruleProtest':
      return { type, no: n % 3, verdict: choose(['upheld', 'dismissed'] as const, n), note: reason };
    case 'stopCrowd':
      return { type, counts: choose([[], [n, 1], [1]], n), answered: n + 1 };
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

const enter = (stage: Stage, team: string, n: number): string | null =>
  stage.enter(team, choose(['对', '错', '41.5', '40', '甲', '乙', '丁'], n), n % 900);

/** Plays one move; returns the refusal code or `null`. Odd milliseconds make every Δms a number of its own. */
export function play(stage: Stage, { pick, detail }: Move): string | null {
  const team = choose(['A', 'B', 'C', 'X'], detail + (detail % 5 === 0 ? 0 : detail % 3));
  if (pick < 35) {
    const { next, phase } = view(stage.state, { kind: 'host' });
    // The server counts.
    if (next?.type === 'stopCrowd') return stage.hostTries({ ...next, counts: [1, 2], answered: 3 });
    if (phase === 'staking' && pick < 25) return stage.stake(team, choose(['10', '999', '25.5'], detail));
    if (stage.state.stage?.team === null && phase === 'answering' && pick < 25)
      return enter(stage, team, detail);
    // Rounds cut short, so that shows come to their end.
    if (next?.type === 'nextQuestion' && detail % 5 === 0) return stage.hostTries({ type: 'endRound' });
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
    return stage.hostTries(
      act(stage, choose(['judge', 'judgeWord', 'judgeHits', 'judgeTeams'] as const, detail), detail),
    );
  }
  if (pick < 50) return stage.press(team, near(stage, detail), timing(stage, near(stage, detail), detail));
  if (pick < 58) return stage.press(team, 1003 + detail);
  if (pick < 59)
    return stage.teamTries(team, { type: 'press', question: 'test', timing: timing(stage, 7, detail) }, 7);
  if (pick < 60) return stage.box(choose(['key:KeyA', 'pad:0:1'], detail), 1003 + detail);
  if (pick < 65) return stage.timeout(detail % 2 ? String(detail) : undefined);
  if (pick < 67) return stage.teamTries(team, { type: 'press', question: 'b1' }, 1003);
  if (pick < 68) return enter(stage, team, detail);
  if (pick < 69) return stage.stake(team, '10');
  if (pick < 71)
    return stage.teamTries(team, detail % 2 ? { type: 'declineRisk' } : { type: 'chooseRisk', value: '10' });
  if (pick < 73) return stage.hostTries({ type: 'judge', verdict: 'right' }, 'c0');
  if (pick < 75) return stage.hostTries({ type: 'nextQuestion' }, 'c1', stage.state.step - 1);
  if (pick < 80) {
    const free = SELDOM.filter((type) => stage.copy().hostTries(act(stage, type, detail)) === null);
    if (free.length > 0) return stage.hostTries(act(stage, choose(free, detail), detail));
  }
  return stage.hostTries(act(stage, choose(HOST_ACTS, detail), Math.floor(detail / HOST_ACTS.length)));
}

export const runs = { seed: 20251106, numRuns: 150 };

/** Plays random moves and checks after each. */
export function always(
  check: (stage: Stage, before: ShowState, refused: string | null) => void,
  numRuns = runs.numRuns,
  shows = configs,
): void {
  fc.assert(
    fc.property(shows, moves, (config, list) => {
      const stage = new Stage(config).begun();
      for (const move of list) {
        const before = stage.state;
        check(stage, before, play(stage, move));
      }
    }),
    { ...runs, numRuns },
  );
}
