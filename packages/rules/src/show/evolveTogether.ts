import type { ShowEvent } from './event.ts';
import type { ShowState } from './state.ts';

type TogetherEvent = Extract<
  ShowEvent,
  { type: 'stakingStarted' | 'staked' | 'answerEntered' | 'teamsJudged' | 'givenTo' }
>;

/** Rounds in which all teams answer at once, and questions that pass to another team. */
export const onTogetherEvent = (state: ShowState, _event: TogetherEvent): ShowState => state;
