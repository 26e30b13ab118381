import { negate, ok, refuse } from '../../kernel/index.ts';
import type { TeamId } from '../config.ts';
import type { FoulRule, StartDelay } from '../roundConfig.ts';
import type { PressRecord, After } from '../event.ts';
import { scoreRow } from '../ledger.ts';
import type { Decided, RoundAct, StagePlay } from './face.ts';
import { clock } from './turn.ts';

/** The part of a round that the buzzer protocol needs (QZ-30…35); a decider has no foul points (QZ-51). */
export interface PressRules {
  readonly foul: FoulRule | { readonly rule: 'void' };
  readonly interruptReading: boolean;
  /** Teams that may still press for this question. */
  readonly eligible: readonly TeamId[];
  /** What follows when nobody is left to press. */
  readonly nobody: After;
  /** Seconds to press after "开始"; `null` waits for the host. */
  readonly pressWindowSec: number | null;
  /** The answer clock of the first. */
  readonly timeLimitSec: number;
  readonly startDelay: StartDelay | null;
}

type Buzz = StagePlay;

/** "开始": opens the buzzers, also again after a wrong answer (QZ-35). */
export function openBuzzers(play: Buzz, rules: PressRules): Decided {
  const { state, stage, at, by } = play;
  const again = state.phase === 'judged' && stage.after === 'open';
  if (state.phase !== 'reading' && !again) return refuse('show.notNow', { phase: state.phase });
  if (rules.eligible.length === 0) return refuse('show.notNow', { phase: state.phase });
  return ok([
    {
      type: 'buzzersOpened',
      opening: openings(play) + 1,
      clock: rules.pressWindowSec === null ? null : clock(state, 'press', rules.pressWindowSec, at),
      at,
      by,
    },
  ]);
}

/**
 * One press. The first in server order has the right to answer and its clock starts at once; every later one of the
 * same opening is logged and told "not first" (QZ-32, QZ-34). Nobody is left without an answer.
 */
export function press(
  play: Buzz,
  { question }: Extract<RoundAct, { type: 'press' }>,
  rules: PressRules,
): Decided {
  const { state, stage, team, at } = play;
  if (team === null) return refuse('show.stranger');
  if (stage.question !== question) return refuse('show.wrongQuestion', { question: stage.question });
  const earlier = state.presses.find(
    (p) =>
      p.question === question && p.round === play.round.id && p.team === team && p.opening === stage.opening,
  );
  if (earlier) return refuse('show.alreadyPressed', { verdict: earlier.verdict });
  if (!rules.eligible.includes(team)) return refuse('show.excluded');
  switch (state.phase) {
    case 'reading':
      if (rules.interruptReading) return pressed(play, team, 'first', rules);
      return rules.foul.rule === 'lockout' ? refuse('show.notOpen') : fouled(play, team, rules, rules.foul);
    case 'open':
      if (state.clock && at > state.clock.deadline)
        return refuse('show.tooLate', { closedAt: state.clock.deadline });
      return pressed(play, team, 'first', rules);
    case 'answering':
    case 'ruling':
      return pressed(play, team, 'notFirst', rules);
    case 'judged':
      return stage.after === 'open' ? refuse('show.notOpen') : refuse('show.tooLate');
    default:
      return refuse('show.tooLate');
  }
}

/** Openings of this question so far. An undo goes back behind one, but its presses stay: no number is used twice. */
const openings = ({ state, stage, round }: Buzz): number =>
  Math.max(
    stage.opening,
    ...state.presses
      .filter((p) => p.question === stage.question && p.round === round.id)
      .map((p) => p.opening),
  );

function record(play: Buzz, team: TeamId, verdict: PressRecord['verdict']): PressRecord {
  const { stage, round, at } = play;
  return {
    round: round.id,
    question: stage.question ?? '',
    opening: stage.opening,
    team,
    at,
    pressedAt: at,
    uncertaintyMs: 0,
    basis: 'arrival',
    claimedAt: null,
    roundTripMs: null,
    via: null,
    input: null,
    deltaMs: at - (stage.openedAt ?? stage.shownAt),
    verdict,
  };
}

function pressed(play: Buzz, team: TeamId, verdict: 'first' | 'notFirst', rules: PressRules): Decided {
  const { state, at } = play;
  return ok([
    {
      type: 'pressed',
      press: record(play, team, verdict),
      clock: verdict === 'first' ? clock(state, 'answer', rules.timeLimitSec, at) : null,
      at,
      by: team,
    },
  ]);
}

/** A false start (QZ-31): applied at once as the rule sheet says. */
function fouled(
  play: Buzz,
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
      press: record(play, team, 'foul'),
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
