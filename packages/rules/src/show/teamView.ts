import type { TeamId } from './config.ts';
import { currentRound } from './programme.ts';
import type { ShowState } from './state.ts';
import type { BuzzerState, TeamView, ViewBase } from './views.ts';

/** One team's phone: its own presses, never another team's. */
export function teamView(state: ShowState, base: ViewBase, team: TeamId): TeamView {
  const { stage, phase } = state;
  const config = currentRound(state);
  const myTurn = stage?.team === team && phase !== 'closed';
  return {
    audience: 'team',
    ...base,
    team,
    myTurn,
    buzzer: buzzer(state, team),
    foul: ownPresses(state, team).some((press) => press.verdict === 'foul'),
    strikes: state.round?.strikes[team] ?? 0,
    choose:
      myTurn && phase === 'choosing' && config?.kind === 'risk'
        ? { values: stage.values, decline: config.declineAllowed }
        : null,
    entry: null,
    stake: null,
    tested: null,
  };
}

const ownPresses = (state: ShowState, team: TeamId): ShowState['presses'] =>
  state.presses.filter(
    (press) =>
      press.team === team &&
      press.question === state.stage?.question &&
      press.round === state.round?.id &&
      // A question set aside and shown again begins anew.
      press.at >= state.stage.shownAt,
  );

function buzzer(state: ShowState, team: TeamId): BuzzerState {
  const { stage, phase, round } = state;
  const config = currentRound(state);
  if (!stage || !round || phase === 'closed' || phase === 'audience') return 'idle';
  if (config?.kind !== 'buzzer' && config?.kind !== 'decider') return 'idle';
  const verdict = ownPresses(state, team).findLast((press) => press.opening === stage.opening)?.verdict;
  if (verdict === 'first' && stage.team === team) return 'first';
  if (verdict === 'notFirst') return 'notFirst';
  const out = stage.out.includes(team) || !round.order.includes(team) || state.decider?.out.includes(team);
  if (out || verdict === 'foul' || state.paused) return 'locked';
  if (phase === 'open') return 'armed';
  if (phase === 'reading') return config.kind === 'buzzer' && config.interruptReading ? 'armed' : 'locked';
  return stage.after === 'open' || phase === 'answering' || phase === 'ruling' ? 'locked' : 'idle';
}
