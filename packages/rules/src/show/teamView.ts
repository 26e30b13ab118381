import type { TeamId } from './config.ts';
import { currentRound, questionById } from './programme.ts';
import type { RoundConfig } from './roundConfig.ts';
import { jointOf } from './rounds/joints.ts';
import { contestants, isTogether } from './rounds/together.ts';
import { mostOf } from './rounds/wager.ts';
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
      myTurn && phase === 'choosing'
        ? { values: stage.values, decline: config?.kind === 'risk' && config.declineAllowed }
        : null,
    entry: entry(state, team),
    stake: stake(state, team),
    tested: tested(state, team),
    out: out(state, team),
  };
}

function out({ stage, round, eliminated }: ShowState, team: TeamId): boolean {
  if (eliminated.some((teams) => teams.includes(team))) return true;
  return round !== null && (round.out.includes(team) || (stage?.out.includes(team) ?? false));
}

function tested({ test }: ShowState, team: TeamId): TeamView['tested'] {
  const press = test.findLast((p) => p.team === team);
  return press ? { uncertaintyMs: press.uncertaintyMs, deltaMs: press.deltaMs } : null;
}

/** What it may enter now; its own entry only, never another team's. */
function entry(state: ShowState, team: TeamId): TeamView['entry'] {
  const config = currentRound(state);
  const { stage, round, phase, paused } = state;
  if (!isTogether(config) || !stage || !round || phase !== 'answering' || paused) return null;
  const item = questionById(config, stage.question);
  if (!item || !contestants(round, stage).includes(team)) return null;
  const joint = jointOf(config);
  const { as, options } = joint.sheet(item);
  const mine = stage.entries[team]?.answer ?? null;
  return { as, options, mine, final: joint.firstIsFinal && mine !== null };
}

function stake(state: ShowState, team: TeamId): TeamView['stake'] {
  const config = currentRound(state);
  const { stage, round, phase, paused } = state;
  if (config?.kind !== 'wager' || !stage || !round || phase !== 'staking' || paused || stage.late)
    return null;
  if (!contestants(round, stage).includes(team)) return null;
  return { most: mostOf(config, state, team), mine: stage.stakes[team] ?? null };
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

/** Whether buzzers mean anything for the question on stage. */
const presses = (config: RoundConfig, { config: show, stage }: ShowState): boolean =>
  config.kind === 'buzzer' ||
  (config.kind === 'decider' && show.decider.rule === 'suddenDeath') ||
  stage?.first != null;

function buzzer(state: ShowState, team: TeamId): BuzzerState {
  const { stage, phase, round } = state;
  const config = currentRound(state);
  if (state.testing !== null) {
    if (state.test.some((press) => press.team === team)) return 'pressed';
    return state.paused ? 'locked' : 'armed';
  }
  if (!stage || !round || phase === 'closed' || phase === 'audience') return 'idle';
  if (config === null || !presses(config, state)) return 'idle';
  const verdict = ownPresses(state, team).findLast((press) => press.opening === stage.opening)?.verdict;
  if (verdict === 'first' && stage.team === team) return 'first';
  const again = stage.deadHeat?.settledBy === 'again' ? stage.deadHeat.teams : null;
  if (verdict === 'gathered' && (phase === 'gathering' || phase === 'deadHeat')) return 'pressed';
  if (verdict === 'notFirst') return 'notFirst';
  // The question was given to it by the host's word.
  if (stage.first !== null && stage.team === team && stage.first !== team) return 'idle';
  const out = stage.out.includes(team) || !round.order.includes(team) || state.decider?.out.includes(team);
  if (out || verdict === 'foul' || state.paused) return 'locked';
  if (phase === 'open' || phase === 'gathering') return again && !again.includes(team) ? 'locked' : 'armed';
  if (phase === 'reading') return config?.kind === 'buzzer' && config.interruptReading ? 'armed' : 'locked';
  const waits = phase === 'deadHeat' || phase === 'answering' || phase === 'ruling';
  return stage.after === 'open' || waits ? 'locked' : 'idle';
}
