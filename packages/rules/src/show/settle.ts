import { ok, refuse } from '../kernel/index.ts';
import type { TeamId } from './config.ts';
import { settle, type Settled } from './order.ts';
import { currentRound } from './programme.ts';
import type { Decided } from './rounds/face.ts';
import { opened } from './rounds/press.ts';
import { clock } from './rounds/turn.ts';
import type { ShowState } from './state.ts';

/** The random delay is over: the buzzers open by themselves. */
export function delayEnded(state: ShowState, at: number): Decided {
  const config = currentRound(state);
  const { round, stage } = state;
  if (!config || !round || !stage) return refuse('show.clock.gone');
  const windowSec = 'pressWindowSec' in config ? config.pressWindowSec : null;
  return opened({ state, round, stage }, windowSec, at, 'system');
}

/** What was under way is in: the presses of this opening are settled. `seed` draws a lot. */
export function gatheringEnded(state: ShowState, seed: string, at: number): Decided {
  const { order } = state.config;
  const { stage, round } = state;
  if (order.rule === 'arrival' || !stage) return refuse('show.clock.gone');
  const gathered = state.presses.filter(
    (press) =>
      press.verdict === 'gathered' &&
      press.round === round?.id &&
      press.question === stage.question &&
      press.opening === stage.opening,
  );
  return given(state, settle(order, gathered, seed), at, 'system');
}

/** The jury names the team of a dead heat. */
export function settleDeadHeat(state: ShowState, team: TeamId, at: number, by: string): Decided {
  const deadHeat = state.phase === 'deadHeat' ? (state.stage?.deadHeat ?? null) : null;
  if (deadHeat?.settledBy !== 'jury') return refuse('show.deadHeat.none');
  if (!deadHeat.teams.includes(team)) return refuse('show.deadHeat.notIn', { teams: deadHeat.teams });
  return given(state, { winner: team, deadHeat }, at, by);
}

/** The right to answer, and its clock, begin now (QZ-40). */
function given(state: ShowState, { winner, deadHeat }: Settled, at: number, by: string): Decided {
  const config = currentRound(state);
  const seconds = config && 'timeLimitSec' in config ? config.timeLimitSec : null;
  return ok([
    {
      type: 'buzzSettled',
      opening: state.stage?.opening ?? 0,
      winner,
      deadHeat,
      clock: winner === null || seconds === null ? null : clock(state, 'answer', seconds, at),
      at,
      by,
    },
  ]);
}
