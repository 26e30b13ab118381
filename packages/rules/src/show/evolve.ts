import type { ShowConfig } from './config.ts';
import { OPEN_DISPLAY } from './display.ts';
import type { ShowEvent } from './event.ts';
import { onHallEvent } from './evolveHall.ts';
import { onPressEvent } from './evolvePress.ts';
import { onQuestionEvent } from './evolveQuestion.ts';
import { onTogetherEvent } from './evolveTogether.ts';
import { paused, resumed, unpaused } from './pause.ts';
import { listedTables } from './programme.ts';
import type { ShowState } from './state.ts';
import { onDecided } from './evolveDecider.ts';
import { remember, undone } from './undo.ts';

/** A show before its first event. */
export const initial = (config: ShowConfig): ShowState => ({
  config,
  seq: 0,
  step: 0,
  phase: 'lobby',
  consoles: {},
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
  lot: null,
  eliminated: [],
  past: [],
  display: OPEN_DISPLAY,
  inputs: {},
  testing: null,
  test: [],
  pauses: [],
  protests: [],
  crowd: { asking: null, result: null, prizes: [] },
});

/** Later presses, time-outs and what other desks do beside the question leave a click as it was meant. */
const QUIET: readonly ShowEvent['type'][] = [
  'consoleTaken',
  'timedOut',
  'answerEntered',
  'staked',
  'testPressed',
  'inputMapped',
  'displaySet',
  'mediaPlayed',
  'mediaStopped',
  'protestFiled',
  'protestRuled',
];
const quiet = (event: ShowEvent): boolean =>
  QUIET.includes(event.type) ||
  (event.type === 'pressed' && (event.press.verdict === 'notFirst' || event.press.verdict === 'gathered'));

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
      return { ...state, consoles: { ...state.consoles, [event.desk]: event.console } };
    case 'tablesDrawn':
      return { ...state, tables: event.tables, draw: { seed: event.seed, algorithm: event.algorithm } };
    case 'started':
      return { ...state, phase: 'idle' };
    case 'roundStarted': {
      const round = {
        id: event.round,
        order: event.order,
        turn: 0,
        used: [],
        deferred: [],
        out: [],
        strikes: {},
      };
      return {
        ...state,
        phase: 'idle',
        round,
        played: [...state.played, event.round],
        stage: null,
        undo: [],
        past: [],
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
      return undone(state, event.at);
    case 'paused':
      return paused(state, event);
    case 'resumed':
      return resumed(state, event);
    case 'roundEnded':
      return {
        ...state,
        phase: 'idle',
        round: null,
        stage: null,
        clock: null,
        decider: null,
        undo: [],
        past: [],
        eliminated: event.eliminated.length > 0 ? [...state.eliminated, event.eliminated] : state.eliminated,
      };
    case 'deciderStarted': {
      const { decider } = state.config;
      const id = decider.rule === 'none' ? '' : decider.round.id;
      const points =
        decider.rule === 'suddenDeath' ? {} : Object.fromEntries(event.teams.map((team) => [team, '0']));
      return {
        ...state,
        phase: 'idle',
        round: {
          id,
          order: event.teams,
          turn: 0,
          used: state.deciderUsed,
          deferred: [],
          out: [],
          strikes: {},
        },
        stage: null,
        decider: { place: event.place, teams: event.teams, out: [], winner: null, points },
        undo: [],
        past: [],
      };
    }
    case 'deciderDecided':
      return onDecided(state, event.tiers);
    case 'reopened':
      return { ...state, phase: 'idle', standings: null, lot: null };
    case 'finished':
      return {
        ...state,
        ...unpaused(state, event.at),
        phase: 'finished',
        round: null,
        stage: null,
        clock: null,
        undo: [],
        standings: event.standings,
        lot: event.seed,
      };
    case 'buzzersArmed':
    case 'buzzersOpened':
    case 'pressed':
    case 'buzzSettled':
    case 'fouled':
    case 'testStarted':
    case 'testPressed':
    case 'testEnded':
    case 'inputMapped':
      return onPressEvent(state, event);
    case 'stakingStarted':
    case 'staked':
    case 'answerEntered':
    case 'teamsJudged':
    case 'givenTo':
      return onTogetherEvent(state, event);
    case 'displaySet':
    case 'mediaPlayed':
    case 'mediaStopped':
    case 'protestFiled':
    case 'protestRuled':
    case 'crowdAsked':
    case 'pollStarted':
    case 'crowdStopped':
    case 'prizeDrawn':
      return onHallEvent(state, event);
    default:
      return onQuestionEvent(state, event);
  }
}
