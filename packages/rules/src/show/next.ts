import { never } from '../kernel/index.ts';
import type { HostAct } from './command.ts';
import type { Desk } from './desk.ts';
import type { RoundConfig } from './roundConfig.ts';
import { currentRound, nextRound } from './programme.ts';
import { proposedVerdict } from './proposal.ts';
import { enoughFor } from './rounds/deciderLaps.ts';
import { rulesOf } from './rounds/index.ts';
import { afterNobody } from './rounds/steal.ts';
import { isSpree, nextUnused } from './rounds/turn.ts';
import { tiedGroups } from './standings.ts';
import type { ShowState } from './state.ts';

/** The one big button: the act that is always right now, or `null` while a ruling or a team is awaited. */
export function nextAct(state: ShowState, desk: Desk = 'host'): HostAct | null {
  if (state.phase === 'finished') return null;
  if (state.consoles[desk] === undefined) return { type: 'takeConsole' };
  if (state.paused) return { type: 'resume' };
  if (state.testing !== null) return { type: 'endTest' };
  // The buzzers open by themselves when the random delay is over.
  if (state.clock?.kind === 'arm') return null;
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
    case 'gathering':
      return null;
    case 'deadHeat':
      return state.stage?.deadHeat?.settledBy === 'again' ? { type: 'openBuzzers' } : null;
    case 'staking':
      return { type: 'nextQuestion' };
    case 'reading':
      return config && { type: rulesOf(config, state.config).starts };
    case 'open':
      return config && unwanted(config);
    case 'answering':
      return isSpree(config) ? null : { type: 'finishAnswer' };
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

/** Nobody wants the open question. While it would count right for the first, the window is to run out. */
function unwanted(config: RoundConfig): HostAct | null {
  const after = afterNobody(config);
  return after && { type: after === 'audience' ? 'giveToAudience' : 'closeQuestion' };
}

/** Where the system proposes a ruling the button gives it; an answer that only a human can judge waits. */
function ruling(state: ShowState, config: RoundConfig | null): HostAct | null {
  if (isSpree(config)) return { type: 'closeQuestion' };
  const verdict = proposedVerdict(state);
  return verdict && { type: 'judge', verdict };
}

/** Whether the round has another turn and a question for it. */
export function hasTurn(state: ShowState, config: RoundConfig): boolean {
  const round = state.round!;
  const rules = rulesOf(config, state.config);
  const turns = rules.turns(config, round.order.length);
  if (turns !== null && round.turn >= turns) return false;
  return !rules.over?.(config, state) && nextUnused({ config, round }) !== null;
}

/** Between rounds: the next round, the decider of a tie that matters (QZ-50), the end. */
function between(state: ShowState): HostAct {
  const round = nextRound(state);
  if (round) return { type: 'startRound', round: round.id };
  const { decider } = state.config;
  if (decider.rule !== 'none') {
    const tied = tiedGroups(state).find((group) => group.matters);
    if (tied && enoughFor(decider.round, decider.rule, tied.teams.length, state.deciderUsed))
      return { type: 'startDecider', teams: tied.teams };
  }
  return { type: 'finish' };
}
