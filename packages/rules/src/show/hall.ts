import { refuse } from '../kernel/index.ts';
import type { HostAct } from './command.ts';
import type { Decided } from './rounds/face.ts';
import type { ShowState } from './state.ts';

type InHall = Extract<
  HostAct,
  {
    type:
      | 'setDisplay'
      | 'playMedia'
      | 'pauseMedia'
      | 'rewindMedia'
      | 'fileProtest'
      | 'ruleProtest'
      | 'askCrowd'
      | 'startPoll'
      | 'stopCrowd'
      | 'drawPrize';
  }
>;

/** What the hall sees and says besides the questions. */
export const inHall = (_state: ShowState, _act: InHall, _at: number, _by: string): Decided =>
  refuse('show.notNow');
