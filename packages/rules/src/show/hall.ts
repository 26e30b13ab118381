import { never, ok, refuse } from '../kernel/index.ts';
import type { HostAct } from './command.ts';
import { askCrowd, drawPrize, startPoll, stopCrowd } from './crowd.ts';
import { isDisplay } from './display.ts';
import { onMedia } from './media.ts';
import { fileProtest, ruleProtest } from './protest.ts';
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
export function inHall(state: ShowState, act: InHall, at: number, by: string): Decided {
  switch (act.type) {
    case 'setDisplay': {
      if (!isDisplay(act.display)) return refuse('show.display.invalid');
      const { scores, top, revealFrom, scene } = act.display;
      return ok([{ type: 'displaySet', display: { scores, top, revealFrom, scene }, at, by }]);
    }
    case 'playMedia':
    case 'pauseMedia':
    case 'rewindMedia':
      return onMedia(state, act, at, by);
    case 'fileProtest':
      return fileProtest(state, act, at, by);
    case 'ruleProtest':
      return ruleProtest(state, act, at, by);
    case 'askCrowd':
      return askCrowd(state, at, by);
    case 'startPoll':
      return startPoll(state, act, at, by);
    case 'stopCrowd':
      return stopCrowd(state, act, at, by);
    case 'drawPrize':
      return drawPrize(state, act, at, by);
    default:
      return never(act);
  }
}
