import type { ShowConfig } from './config.ts';
import type { ShowEvent } from './event.ts';
import { onQuestionEvent } from './evolveQuestion.ts';
import { listedTables } from './programme.ts';
import type { ShowState } from './state.ts';
import { remember, undone } from './undo.ts';

/** A show before its first event. */
export const initial = (config: ShowConfig): ShowState => ({
  config,
  seq: 0,
  step: 0,
  phase: 'lobby',
  console: null,
  tables: config.tableOrder === 'listed' ? listedTables(config) : null,
  draw: null,
  round: null,
  played: [],
  stage: null,
  clock: null,
  paused: null,
  ledger: [],
  presses: [],
  undo: [],
  decider: null,
  deciderUsed: [],
  deciders: [],
  standings: null,
});

/** Later presses and time-outs leave the host's click as it was meant. */
const quiet = (event: ShowEvent): boolean =>
  event.type === 'timedOut' || (event.type === 'pressed' && event.press.verdict === 'notFirst');

/** The state after one more stored event. Pure and total; the events of `decide` always fit. */
export function evolve(state: ShowState, event: ShowEvent): ShowState {
  const next = applied(state, event);
  return {
    ...next,
    seq: state.seq + 1,
    step: quiet(event) ? state.step : state.step + 1,
    ledger: 'rows' in event ? [...state.ledger, ...event.rows] : state.ledger,
  };
}

/** The state of a show from its stored events, in the order of their seq (QZ-37). */
export const replay = (config: ShowConfig, events: readonly ShowEvent[]): ShowState =>
  events.reduce(evolve, initial(config));

/** The course of the show here; what happens to the question on stage in its own file. */
function applied(state: ShowState, event: ShowEvent): ShowState {
  switch (event.type) {
    case 'consoleTaken':
      return { ...state, console: event.console };
    case 'tablesDrawn':
      return { ...state, tables: event.tables, draw: { seed: event.seed, algorithm: event.algorithm } };
    case 'started':
      return { ...state, phase: 'idle' };
    case 'roundStarted': {
      const round = { id: event.round, order: event.order, turn: 0, used: [], strikes: {} };
      return {
        ...state,
        phase: 'idle',
        round,
        played: [...state.played, event.round],
        stage: null,
        undo: [],
      };
    }
    case 'adjusted':
      return {
        ...state,
        undo: remember(state, 'adjust', event.rows[0]?.team ?? null, event.rows, null, false),
      };
    case 'reversed':
      return {
        ...state,
        undo: remember(state, 'reverse', event.rows[0]?.team ?? null, event.rows, null, false),
      };
    case 'undone':
      return undone(state);
    case 'paused':
      return { ...state, paused: { remainingMs: event.remainingMs } };
    case 'resumed':
      return { ...state, paused: null, clock: event.clock };
    case 'roundEnded':
      return { ...state, phase: 'idle', round: null, stage: null, clock: null, decider: null, undo: [] };
    case 'deciderStarted': {
      const id = state.config.decider.rule === 'suddenDeath' ? state.config.decider.round.id : '';
      return {
        ...state,
        phase: 'idle',
        round: { id, order: event.teams, turn: 0, used: state.deciderUsed, strikes: {} },
        stage: null,
        decider: { place: event.place, teams: event.teams, out: [], winner: null },
        undo: [],
      };
    }
    case 'deciderDecided':
      return {
        ...state,
        deciders: [...state.deciders, event.tiers],
        decider: state.decider && {
          ...state.decider,
          winner: event.tiers[0]?.length === 1 ? (event.tiers[0][0] ?? null) : null,
        },
      };
    case 'finished':
      return {
        ...state,
        phase: 'finished',
        round: null,
        stage: null,
        clock: null,
        undo: [],
        standings: event.standings,
      };
    default:
      return onQuestionEvent(state, event);
  }
}
