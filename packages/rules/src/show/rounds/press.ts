import { negate, ok, refuse } from '../../kernel/index.ts';
import type { TeamId } from '../config.ts';
import type { After, PressRecord } from '../event.ts';
import { scoreRow } from '../ledger.ts';
import { allowanceMs, startDelayMs, timed } from '../order.ts';
import type { FoulRule, StartDelay } from '../roundConfig.ts';
import type { OnStage } from '../state.ts';
import type { Decided, RoundAct, StagePlay } from './face.ts';
import { clock } from './turn.ts';

/** What the buzzer protocol needs to know of a question (QZ-30…35), whatever the kind of round. */
export interface PressRules {
  /** An early press; a decider has no foul points (QZ-51). */
  readonly foul: FoulRule | { readonly rule: 'void' };
  readonly interruptReading: boolean;
  /** Teams that may still press for this question. */
  readonly eligible: readonly TeamId[];
  /** What follows when nobody is left to press. */
  readonly nobody: After;
  /** Seconds to press; `null` waits for the host. */
  readonly pressWindowSec: number | null;
  /** Seconds to answer, from the moment the right is given. */
  readonly timeLimitSec: number;
  readonly startDelay: StartDelay | null;
}

type PressAct = Extract<RoundAct, { type: 'press' }>;

/** In an opening after a dead heat only the tied teams press. */
const again = ({ deadHeat }: OnStage, eligible: readonly TeamId[]): readonly TeamId[] =>
  deadHeat?.settledBy === 'again' ? eligible.filter((team) => deadHeat.teams.includes(team)) : eligible;

/**
 * "开始": opens the buzzers, also again after a wrong answer (QZ-35) or a dead heat, and of a question on offer. With a
 * random delay `seed` draws it, and the buzzers open by themselves when it is over.
 */
export function openBuzzers(play: StagePlay, rules: PressRules, seed?: string): Decided {
  const { state, stage, at, by } = play;
  const reopens = state.phase === 'judged' && stage.after === 'open';
  const retries = state.phase === 'deadHeat' && stage.deadHeat?.settledBy === 'again';
  if (state.phase !== 'reading' && !reopens && !retries) return refuse('show.notNow', { phase: state.phase });
  if (state.clock?.kind === 'arm') return refuse('show.notNow', { phase: state.phase });
  if (again(stage, rules.eligible).length === 0) return refuse('show.notNow', { phase: state.phase });
  if (rules.startDelay === null || rules.interruptReading) return opened(play, rules.pressWindowSec, at, by);
  if (seed === undefined) return refuse('show.notNow', { missing: 'seed' });
  const delaySec = startDelayMs(rules.startDelay, seed) / 1000;
  return ok([{ type: 'buzzersArmed', clock: clock(state, 'arm', delaySec, at), seed, at, by }]);
}

/**
 * The press clock stops only when what was pressed within the window must be in, so its deadline is by the allowance
 * after the end of the window.
 */
export function opened(
  play: Pick<StagePlay, 'state' | 'stage' | 'round'>,
  windowSec: number | null,
  at: number,
  by: string,
): Decided {
  const { state, stage, round } = play;
  // After an undo the number of the opening that was taken back is not used again: its presses stay in the log.
  const used = state.presses
    .filter((press) => press.round === round.id && press.question === stage.question)
    .map((press) => press.opening);
  const press = windowSec === null ? null : clock(state, 'press', windowSec, at);
  return ok([
    {
      type: 'buzzersOpened',
      opening: 1 + Math.max(stage.opening, ...used),
      clock: press && { ...press, deadline: press.deadline + allowanceMs(state.config.order) },
      at,
      by,
    },
  ]);
}

/**
 * One press. By arrival the first has the right to answer and its clock starts at once; compensated, it starts the short
 * wait for those under way. Every later one of the same opening is logged and told "not first" (QZ-32, QZ-34). Nobody is
 * left without an answer.
 */
export function press(play: StagePlay, act: PressAct, rules: PressRules): Decided {
  const { state, stage, team, at } = play;
  if (team === null) return refuse('show.stranger');
  if (stage.question !== act.question) return refuse('show.wrongQuestion', { question: stage.question });
  const earlier = pressOf(play, team);
  if (earlier) return refuse('show.alreadyPressed', { verdict: earlier.verdict });
  if (!again(stage, rules.eligible).includes(team)) return refuse('show.excluded');
  switch (state.phase) {
    // Early or not is the server's order, whatever the device claims: what is received in the reading is early.
    case 'reading':
      if (rules.interruptReading) return first(play, act, team, rules);
      return rules.foul.rule === 'lockout'
        ? refuse('show.notOpen')
        : fouled(play, act, team, rules, rules.foul);
    case 'open': {
      const closedAt = state.clock && state.clock.deadline - allowanceMs(state.config.order);
      if (closedAt !== null && record(play, act, team, 'gathered').pressedAt > closedAt)
        return refuse('show.tooLate', { closedAt });
      return first(play, act, team, rules);
    }
    case 'gathering':
      // The wait is as long as the largest compensation. A press received after it counts from later than the end of
      // the wait less that compensation, which is when the first one was received: it cannot have been the earliest.
      return state.clock && at > state.clock.deadline
        ? pressed(play, record(play, act, team, 'notFirst'))
        : pressed(play, record(play, act, team, 'gathered'), lastOne(play, team, rules));
    case 'answering':
    case 'ruling':
      return pressed(play, record(play, act, team, 'notFirst'));
    case 'judged':
      return stage.after === 'open' ? refuse('show.notOpen') : refuse('show.tooLate');
    case 'deadHeat':
      return refuse(stage.deadHeat?.settledBy === 'again' ? 'show.notOpen' : 'show.tooLate');
    default:
      return refuse('show.tooLate');
  }
}

/** The press of a team in this opening. */
const pressOf = ({ state, stage, round }: StagePlay, team: TeamId): PressRecord | undefined =>
  state.presses.find(
    (p) =>
      p.question === stage.question && p.round === round.id && p.team === team && p.opening === stage.opening,
  );

function record(
  { state, stage, round, at }: StagePlay,
  act: PressAct,
  team: TeamId,
  verdict: PressRecord['verdict'],
): PressRecord {
  const from = stage.openedAt ?? stage.shownAt;
  const facts = timed(state.config.order, act.timing, from, at);
  return {
    round: round.id,
    question: stage.question ?? '',
    opening: stage.opening,
    team,
    at,
    ...facts,
    input: act.input ?? null,
    deltaMs: facts.pressedAt - from,
    verdict,
  };
}

const pressed = (play: StagePlay, press: PressRecord, started: PressClock = null): Decided =>
  ok([{ type: 'pressed', press, clock: started, at: play.at, by: press.team }]);

type PressClock = ReturnType<typeof clock> | null;

function first(play: StagePlay, act: PressAct, team: TeamId, rules: PressRules): Decided {
  const { state, at } = play;
  const { order } = state.config;
  return order.rule === 'arrival'
    ? pressed(play, record(play, act, team, 'first'), clock(state, 'answer', rules.timeLimitSec, at))
    : pressed(
        play,
        record(play, act, team, 'gathered'),
        lastOne(play, team, rules) ?? clock(state, 'gather', allowanceMs(order) / 1000, at),
      );
}

/** Nobody is left who could still have pressed earlier: the wait ends now. A paused one goes on with what was left. */
function lastOne(play: StagePlay, team: TeamId, rules: PressRules): PressClock {
  const { state, stage, at } = play;
  return !state.paused && again(stage, rules.eligible).every((each) => each === team || pressOf(play, each))
    ? clock(state, 'gather', 0, at)
    : null;
}

/** A false start (QZ-31): applied at once as the rule sheet says. */
function fouled(
  play: StagePlay,
  act: PressAct,
  team: TeamId,
  rules: PressRules,
  foul: Exclude<PressRules['foul'], { rule: 'lockout' }>,
): Decided {
  const { state, round, at } = play;
  const strikes = (round.strikes[team] ?? 0) + 1;
  const points = foul.rule === 'void' || (foul.rule === 'twoStrike' && strikes < 2) ? null : foul.points;
  const voids = foul.rule !== 'twoStrike';
  return ok([
    {
      type: 'fouled',
      press: record(play, act, team, 'foul'),
      strikes,
      effect: voids ? 'void' : 'out',
      after: voids ? 'close' : rules.eligible.length > 1 ? null : rules.nobody,
      rows:
        points === null
          ? []
          : [scoreRow(state, { team, delta: negate(points), reason: 'foul', by: 'system', at })],
      at,
      by: team,
    },
  ]);
}
