import type { RoundConfig } from './roundConfig.ts';
import { currentRound } from './programme.ts';
import type { OnStage, Past, Phase, ShowState } from './state.ts';

/** The moment before the first ruling of the question that closes now, to go back to. */
export function pastOf(state: ShowState): readonly Past[] {
  if (!state.stage || !state.round) return state.past;
  const { phase, round, stage, decider, deciders } = unruled(state);
  return [
    ...state.past,
    { phase, round: round ?? state.round, stage: stage ?? state.stage, decider, deciders },
  ];
}

/** The moment before the first ruling of the question on stage. */
function unruled(state: ShowState): Pick<ShowState, 'phase' | 'round' | 'stage' | 'decider' | 'deciders'> {
  const since = state.undo.findLastIndex(({ what }) => what === 'goBack') + 1;
  return state.undo.slice(since).find((entry) => entry.before !== null)?.before ?? state;
}

/** The standing of all teams as if the question on stage had not been ruled: whom it put out is in again. */
export function withoutRuling(state: ShowState): ShowState {
  const { round, decider, deciders } = unruled(state);
  return {
    ...state,
    round: state.round && round && { ...state.round, out: round.out },
    stage: state.stage && { ...state.stage, right: null },
    decider,
    deciders,
  };
}

/** Openings count on when a question is shown again: its presses of before stay in the log. */
export function openingOf(state: ShowState, question: string | null): number {
  const earlier = state.presses.filter((p) => p.question === question && p.round === state.round?.id);
  return earlier.length === 0 ? 0 : Math.max(...earlier.map((press) => press.opening)) + 1;
}

/** The question on stage that was not closed; it goes back among the unused when the show goes back. */
export const unfinished = ({ phase, stage }: ShowState): string | null =>
  phase === 'closed' ? null : (stage?.question ?? null);

/**
 * Where the host rules again. An answer that was given awaits its ruling; what ran against a clock, or was never
 * answered, is read again.
 */
function again(config: RoundConfig | null, phase: Phase): Phase {
  switch (phase) {
    case 'choosing':
    case 'staking':
    case 'deadHeat':
      return phase;
    case 'answering':
    case 'ruling':
      return config?.kind === 'charades' || config?.kind === 'rapid' ? 'reading' : 'ruling';
    default:
      return 'reading';
  }
}

/** The state with the last closed question on stage again. Strikes stay with the fouls they count. */
export function wentBack(state: ShowState): ShowState {
  const last = state.past.at(-1);
  const { round } = state;
  if (!last || !round) return state;
  const left = unfinished(state);
  const { order } = last.round;
  // Fouls stay: read again, a question that all have lost by one could be opened for nobody.
  const lost = order.length > 0 && order.every((team) => last.stage.out.includes(team));
  const phase = lost ? 'judged' : again(currentRound(state), last.phase);
  const fresh: Partial<OnStage> =
    phase === 'reading'
      ? {
          opening: openingOf(state, last.stage.question),
          openedAt: null,
          deadHeat: null,
          late: false,
          words: [],
        }
      : {};
  return {
    ...state,
    phase,
    clock: null,
    round: {
      ...last.round,
      used: round.used.filter((question) => question !== left),
      deferred: round.deferred,
      strikes: round.strikes,
    },
    stage: {
      ...last.stage,
      ...fresh,
      media: null,
      ...(lost ? {} : { outcome: null, after: 'close' as const }),
    },
    decider: last.decider,
    deciders: last.deciders,
    deciderUsed: state.deciderUsed.filter((question) => question !== left),
    past: state.past.slice(0, -1),
  };
}
