import { never } from '../kernel/index.ts';
import type { PressRecord, ShowEvent } from './event.ts';
import { inRound, judged, onStage } from './evolveQuestion.ts';
import { roundById } from './programme.ts';
import type { Playing, ShowState } from './state.ts';

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
      return { ...state, clock: event.clock };
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
          // A dead heat that is pressed out decides who may press in this opening.
          deadHeat: state.phase === 'deadHeat' ? (state.stage?.deadHeat ?? null) : null,
          media: playedOn(state, event.at),
        }),
      };
    case 'pressed': {
      const presses = [...state.presses, event.press];
      if (event.clock === null) return { ...state, presses };
      const won = event.press.verdict === 'first';
      return {
        ...state,
        presses,
        phase: won ? 'answering' : 'gathering',
        clock: event.clock,
        stage: onStage(state, {
          media: stoppedAtBuzz(state, event.at),
          ...(won ? { team: event.press.team } : {}),
        }),
      };
    }
    case 'buzzSettled':
      return {
        ...state,
        presses: state.presses.map((press) => settled(state, press, event)),
        phase: event.winner === null ? 'deadHeat' : 'answering',
        clock: event.clock,
        stage: onStage(state, { team: event.winner, deadHeat: event.deadHeat }),
      };
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
    case 'testStarted':
      return { ...state, testing: event.at, test: [] };
    case 'testPressed': {
      const { team, input } = event.press;
      const others = state.test.filter((press) => press.team !== team || press.input !== input);
      return { ...state, test: [...others, event.press] };
    }
    case 'testEnded':
      return { ...state, testing: null };
    case 'inputMapped': {
      const { [event.input]: _, ...others } = state.inputs;
      return { ...state, inputs: event.team === null ? others : { ...others, [event.input]: event.team } };
    }
    default:
      return never(event);
  }
}

/** The verdict of a gathered press; those of a dead heat before the jury keep waiting. */
function settled(
  { stage, round }: ShowState,
  press: PressRecord,
  { opening, winner, deadHeat }: Extract<PressEvent, { type: 'buzzSettled' }>,
): PressRecord {
  if (press.verdict !== 'gathered' || press.opening !== opening) return press;
  if (press.question !== stage?.question || press.round !== round?.id) return press;
  if (press.team === winner) return { ...press, verdict: 'first' };
  if (winner !== null || !deadHeat?.teams.includes(press.team)) return { ...press, verdict: 'notFirst' };
  return deadHeat.settledBy === 'jury' ? press : { ...press, verdict: 'tied' };
}

const stopsAtBuzz = ({ config, round }: ShowState): boolean => {
  const running = round && roundById(config, round.id);
  return running?.kind === 'buzzer' && running.mediaOnBuzz === 'pause';
};

function stoppedAtBuzz(state: ShowState, at: number): Playing | null {
  const media = state.stage?.media ?? null;
  if (!media?.playing || !stopsAtBuzz(state)) return media;
  return { playing: false, positionMs: media.positionMs + (at - media.since), since: at };
}

/** A clip that the buzz stopped goes on when the buzzers open again; one that the host stopped stays. */
function playedOn(state: ShowState, at: number): Playing | null {
  const media = state.stage?.media ?? null;
  if (!media || media.playing || !stopsAtBuzz(state)) return media;
  const byBuzz = state.presses.some(
    (press) =>
      press.at === media.since && press.question === state.stage?.question && press.round === state.round?.id,
  );
  return byBuzz ? { playing: true, positionMs: media.positionMs, since: at } : media;
}
