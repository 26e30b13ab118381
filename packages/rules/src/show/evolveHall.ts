import type { ShowEvent } from './event.ts';
import type { ShowState } from './state.ts';

type HallEvent = Extract<
  ShowEvent,
  {
    type:
      | 'displaySet'
      | 'mediaPlayed'
      | 'mediaStopped'
      | 'protestFiled'
      | 'protestRuled'
      | 'crowdAsked'
      | 'pollStarted'
      | 'crowdStopped'
      | 'prizeDrawn';
  }
>;

/** The hall besides the questions: display, media, protests, the audience's phones. */
export const onHallEvent = (state: ShowState, _event: HallEvent): ShowState => state;
