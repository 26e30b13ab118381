import { never } from '../kernel/index.ts';
import { optionsOf, titleOf } from './crowd.ts';
import type { ShowEvent } from './event.ts';
import { playingFrom, standingAt } from './media.ts';
import type { CrowdState, Playing, ShowState } from './state.ts';

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

const onScreens = (state: ShowState, media: Playing): ShowState => ({
  ...state,
  stage: state.stage && { ...state.stage, media },
});

const inCrowd = (state: ShowState, change: Partial<CrowdState>): ShowState => ({
  ...state,
  crowd: { ...state.crowd, ...change },
});

/** The hall besides the questions: display, media, protests, the audience's phones. */
export function onHallEvent(state: ShowState, event: HallEvent): ShowState {
  switch (event.type) {
    case 'displaySet':
      return { ...state, display: event.display };
    case 'mediaPlayed':
      return onScreens(state, playingFrom(event.positionMs, event.at));
    case 'mediaStopped':
      return onScreens(state, standingAt(event.positionMs, event.at));
    case 'protestFiled':
      return { ...state, protests: [...state.protests, event.protest] };
    case 'protestRuled': {
      const { no, verdict, note, by, at } = event;
      const ruling = { verdict, note, by, at };
      return {
        ...state,
        protests: state.protests.map((protest) => (protest.no === no ? { ...protest, ruling } : protest)),
      };
    }
    case 'crowdAsked':
      return {
        ...inCrowd(state, { asking: { kind: 'question', id: event.question } }),
        clock: event.clock ?? state.clock,
      };
    case 'pollStarted': {
      const { id, title, options } = event;
      return inCrowd(state, { asking: { kind: 'poll', id, title, options } });
    }
    case 'crowdStopped': {
      const { asking } = state.crowd;
      if (!asking) return state;
      const { counts, answered } = event;
      const { kind, id } = asking;
      const asked = { kind, id, title: titleOf(state, asking), options: optionsOf(state, asking) };
      const result = counts.length === 0 ? null : { ...asked, counts, answered };
      return {
        ...inCrowd(state, { asking: null, result }),
        clock: state.clock?.kind === 'crowd' ? null : state.clock,
      };
    }
    case 'prizeDrawn': {
      const { question, seed, of, digest, winners, at } = event;
      return inCrowd(state, {
        prizes: [...state.crowd.prizes, { question, seed, of, digest, winners, at }],
      });
    }
    default:
      return never(event);
  }
}
