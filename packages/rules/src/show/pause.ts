import type { ShowEvent } from './event.ts';
import { playingFrom, stopped } from './media.ts';
import type { ShowState } from './state.ts';

type Paused = Extract<ShowEvent, { type: 'paused' }>;
type Resumed = Extract<ShowEvent, { type: 'resumed' }>;

/** The show stands still: its clock, its clip; the minutes are kept with their reason. */
export const paused = (state: ShowState, { reason, note, remainingMs, at }: Paused): ShowState => ({
  ...state,
  paused: { remainingMs, media: state.stage?.media?.playing ?? false },
  stage: stopped(state.stage, at),
  pauses: [...state.pauses, { reason, note, from: at, until: null }],
});

/** What was left of the clock runs on under a new id, and the clip from where it stopped. */
export function resumed(state: ShowState, { clock, at }: Resumed): ShowState {
  const { stage } = state;
  const media = state.paused?.media && stage?.media ? playingFrom(stage.media.positionMs, at) : stage?.media;
  return {
    ...state,
    ...unpaused(state, at),
    clock,
    stage: stage && { ...stage, media: media ?? null },
  };
}

/** The end of a standstill, by resuming or by what takes the question off the stage. */
export const unpaused = (state: ShowState, at: number): Pick<ShowState, 'paused' | 'pauses'> => ({
  paused: null,
  pauses: state.pauses.map((pause) => (pause.until === null ? { ...pause, until: at } : pause)),
});
