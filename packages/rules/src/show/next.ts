import { never } from '../kernel/index.ts';
import type { HostAct } from './command.ts';
import type { Desk } from './desk.ts';
import type { RoundConfig } from './roundConfig.ts';
import { currentRound, nextRound } from './programme.ts';
import { rulesOf } from './rounds/index.ts';
import { nextUnused } from './rounds/turn.ts';
import { tiedGroups } from './standings.ts';
import type { ShowState } from './state.ts';

/** The one big button: the act that is always right now, or `null` while a ruling or a team is awaited. */
export function nextAct(state: ShowState, desk: Desk = 'host'): HostAct | null {
  if (state.phase === 'finished') return null;
  if (state.consoles[desk] === undefined) return { type: 'takeConsole' };
  if (state.paused) return { type: 'resume' };
  // The server fills in the counts.
  if (state.crowd.asking) return { type: 'stopCrowd', counts: [], answered: 0 };
  const config = currentRound(state);
  switch (state.phase) {
    case 'lobby':
      return state.tables ? { type: 'start' } : null;
    case 'idle':
    case 'closed':
      return config
        ? hasTurn(state, config)
          ? { type: 'nextQuestion' }
          : { type: 'endRound' }
        : between(state);
    case 'choosing':
    case 'staking':
    case 'gathering':
    case 'deadHeat':
      return null;
    case 'reading':
      return config && { type: rulesOf(config).starts };
    case 'open':
      return config?.kind === 'buzzer' && config.nobody === 'audience'
        ? { type: 'giveToAudience' }
        : { type: 'closeQuestion' };
    case 'answering':
      return config?.kind === 'charades' ? null : { type: 'finishAnswer' };
    case 'ruling':
      return ruling(state, config);
    case 'judged':
      return state.stage?.after === 'open'
        ? { type: 'openBuzzers' }
        : { type: state.stage?.after === 'audience' ? 'giveToAudience' : 'closeQuestion' };
    case 'audience':
      return { type: 'closeQuestion' };
    default:
      return never(state.phase);
  }
}

/** After a time-out the proposal is "wrong" (QZ-41); an answer that was given needs a human. */
function ruling(state: ShowState, config: RoundConfig | null): HostAct | null {
  if (config?.kind === 'charades') return { type: 'closeQuestion' };
  return config && rulesOf(config).rules === 'judge' && state.stage?.late
    ? { type: 'judge', verdict: 'wrong' }
    : null;
}

/** Whether the round has another turn and a question for it. */
export function hasTurn(state: ShowState, config: RoundConfig): boolean {
  const round = state.round!;
  const turns = rulesOf(config).turns(config, round.order.length);
  if (turns !== null && round.turn >= turns) return false;
  return state.decider?.winner == null && nextUnused({ config, round }) !== null;
}

/** Between rounds: the next round, the decider of a tie that matters (QZ-50), the end. */
function between(state: ShowState): HostAct {
  const round = nextRound(state);
  if (round) return { type: 'startRound', round: round.id };
  const { decider } = state.config;
  if (decider.rule !== 'none' && decider.round.questions.length > state.deciderUsed.length) {
    const tied = tiedGroups(state).find((group) => group.matters);
    if (tied) return { type: 'startDecider', teams: tied.teams };
  }
  return { type: 'finish' };
}
