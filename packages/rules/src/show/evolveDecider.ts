import { add, type Decimal, negate } from '../kernel/index.ts';
import type { TeamId } from './config.ts';
import type { ShowEvent } from './event.ts';
import type { DeciderState, OnStage, ShowState } from './state.ts';

type Ruled = Extract<ShowEvent, { type: 'ruled' }>;

/** What a ruling means in a decider: a team out of sudden death, or points of the decider's own (QZ-51). */
export function deciderRuled(state: ShowState, decider: DeciderState, event: Ruled): DeciderState {
  if (state.config.decider.rule === 'suddenDeath')
    return event.out ? { ...decider, out: [...decider.out, event.team] } : decider;
  const gain = gained(state.stage, event, state.config.decider.rule === 'risk');
  return {
    ...decider,
    points: { ...decider.points, [event.team]: add(decider.points[event.team] ?? '0', gain) },
  };
}

function gained(stage: OnStage | null, { verdict }: Ruled, takes: boolean): Decimal {
  const points = stage?.points ?? '0';
  if (verdict === 'right') return points;
  return verdict === 'wrong' && takes ? negate(points) : '0';
}

/** A decider, or a lap of it, has put teams in order. Those level at the top play on, the others are placed. */
export function onDecided(state: ShowState, tiers: readonly (readonly TeamId[])[]): ShowState {
  const { round, decider } = state;
  const [top = [], ...rest] = tiers;
  const deciders = [...state.deciders, tiers];
  const winner = top.length === 1 ? top[0]! : null;
  if (!decider || state.config.decider.rule === 'suddenDeath')
    return { ...state, deciders, decider: decider && { ...decider, winner } };
  return {
    ...state,
    deciders,
    decider: { ...decider, winner, out: [...decider.out, ...rest.toReversed().flat()] },
    round: round && winner === null ? { ...round, order: top, turn: 0 } : round,
  };
}
