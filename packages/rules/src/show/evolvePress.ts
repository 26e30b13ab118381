import { never } from '../kernel/index.ts';
import type { ShowEvent } from './event.ts';
import { inRound, judged, onStage } from './evolveQuestion.ts';
import type { ShowState } from './state.ts';

type PressEvent = Extract<
  ShowEvent,
  {
    type:
      | 'buzzersArmed'
      | 'buzzersOpened'
      | 'pressed'
      | 'buzzSettled'
      | 'fouled'
      | 'testStarted'
      | 'testPressed'
      | 'testEnded'
      | 'inputMapped';
  }
>;

/** Buzzers: opening, presses, fouls, test presses, wired inputs (QZ-30 … QZ-37). */
export function onPressEvent(state: ShowState, event: PressEvent): ShowState {
  switch (event.type) {
    case 'buzzersArmed':
    case 'buzzSettled':
    case 'testStarted':
    case 'testPressed':
    case 'testEnded':
    case 'inputMapped':
      return state;
    case 'buzzersOpened':
      return {
        ...state,
        phase: 'open',
        clock: event.clock,
        stage: onStage(state, {
          opening: event.opening,
          openedAt: event.at,
          team: null,
          outcome: null,
          late: false,
          after: 'close',
        }),
      };
    case 'pressed': {
      const presses = [...state.presses, event.press];
      if (event.press.verdict !== 'first') return { ...state, presses };
      return {
        ...state,
        presses,
        phase: 'answering',
        clock: event.clock,
        stage: onStage(state, { team: event.press.team }),
      };
    }
    case 'fouled': {
      const { team } = event.press;
      const out = [...(state.stage?.out ?? []), team];
      const next: ShowState = {
        ...state,
        presses: [...state.presses, event.press],
        round: inRound(state, (round) => ({ strikes: { ...round.strikes, [team]: event.strikes } })),
        stage: onStage(state, { out }),
      };
      return event.after === null ? next : judged(next, 'foul', event.after);
    }
    default:
      return never(event);
  }
}
