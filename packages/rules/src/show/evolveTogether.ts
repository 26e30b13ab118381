import { never } from '../kernel/index.ts';
import type { ShowEvent } from './event.ts';
import { freshStage, inRound, judged, onStage } from './evolveQuestion.ts';
import type { ShowState } from './state.ts';
import { remember } from './undo.ts';

type TogetherEvent = Extract<
  ShowEvent,
  { type: 'stakingStarted' | 'staked' | 'answerEntered' | 'teamsJudged' | 'givenTo' }
>;

/** Rounds in which all teams answer at once, and questions that pass to another team. */
export function onTogetherEvent(state: ShowState, event: TogetherEvent): ShowState {
  const { stage } = state;
  switch (event.type) {
    case 'stakingStarted':
      return {
        ...state,
        phase: 'staking',
        stage: { ...freshStage(event.at), out: state.round?.out ?? [] },
        clock: event.clock,
        undo: [],
      };
    case 'staked':
      return {
        ...state,
        stage: onStage(state, { stakes: { ...stage?.stakes, [event.team]: event.stake } }),
      };
    case 'answerEntered': {
      const { team, answer, at } = event;
      const { clock } = state;
      // Of the clock and not since its start, so that a pause costs nobody points.
      const elapsedMs = clock ? Math.max(0, clock.totalSec * 1000 - (clock.deadline - at)) : 0;
      return {
        ...state,
        stage: onStage(state, { entries: { ...stage?.entries, [team]: { answer, at, elapsedMs } } }),
      };
    }
    case 'teamsJudged': {
      const { right, out, rows } = event;
      return {
        ...judged(state, 'done', 'close', { right }),
        round: inRound(state, (round) => ({ out: [...round.out, ...out] })),
        undo: remember(state, 'judgeTeams', null, rows),
      };
    }
    case 'givenTo':
      return {
        ...state,
        phase: 'answering',
        clock: event.clock,
        stage: onStage(state, { team: event.team, outcome: null, late: false, after: 'close' }),
      };
    default:
      return never(event);
  }
}
