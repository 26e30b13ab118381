import { never } from '../kernel/index.ts';
import type { HostActType } from './command.ts';
import type { ShowConfig, TeamId } from './config.ts';
import type { LedgerRow, ShowEvent, After } from './event.ts';
import { listedTables, roundById } from './programme.ts';
import type { OnStage, Outcome, RoundState, ShowState, UndoEntry } from './state.ts';
import { undone } from './undo.ts';

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

export const replay = (config: ShowConfig, events: readonly ShowEvent[]): ShowState =>
  events.reduce(evolve, initial(config));

const freshStage = (at: number): OnStage => ({
  question: null,
  team: null,
  seat: null,
  points: null,
  shownAt: at,
  values: [],
  opening: 0,
  openedAt: null,
  out: [],
  failures: 0,
  late: false,
  words: [],
  hits: null,
  outcome: null,
  after: 'close',
});

const onStage = (state: ShowState, change: Partial<OnStage>): OnStage | null =>
  state.stage && { ...state.stage, ...change };

const inRound = (state: ShowState, change: (round: RoundState) => Partial<RoundState>): RoundState | null =>
  state.round && { ...state.round, ...change(state.round) };

const judged = (
  state: ShowState,
  outcome: Outcome,
  after: After,
  change: Partial<OnStage> = {},
): ShowState => ({
  ...state,
  phase: 'judged',
  clock: null,
  stage: onStage(state, { ...change, outcome, after }),
});

/** Remembers how to take the last act back; `whole: false` when only the ledger moved. */
function remember(
  state: ShowState,
  what: HostActType,
  team: TeamId | null,
  rows: readonly LedgerRow[],
  verdict: UndoEntry['verdict'] = null,
  whole = true,
): readonly UndoEntry[] {
  const { phase, round, stage, decider } = state;
  const before = whole ? { phase, round, stage, decider, deciders: state.deciders.length } : null;
  return [...state.undo, { what, verdict, team, rows: rows.map((row) => row.no), before }];
}

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
    case 'choosingStarted': {
      const stage = { ...freshStage(event.at), team: event.team, values: event.values };
      return { ...state, phase: 'choosing', stage, clock: event.clock, undo: [] };
    }
    case 'questionShown': {
      const { question, team, seat, points } = event;
      const decider = state.round && roundById(state.config, state.round.id)?.kind === 'decider';
      return {
        ...state,
        phase: 'reading',
        stage: { ...freshStage(event.at), question, team, seat, points },
        clock: null,
        undo: [],
        round: inRound(state, (round) => ({ used: [...round.used, question] })),
        deciderUsed: decider ? [...state.deciderUsed, question] : state.deciderUsed,
      };
    }
    case 'riskDeclined':
      return {
        ...state,
        phase: 'closed',
        clock: null,
        stage: onStage(state, { outcome: 'declined', values: [] }),
        round: inRound(state, (round) => ({ turn: round.turn + 1 })),
        undo: remember(state, 'declineRisk', event.team, []),
      };
    case 'clockStarted':
      return { ...state, phase: 'answering', clock: event.clock };
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
    case 'answerFinished':
      return { ...state, phase: 'ruling', clock: null, stage: onStage(state, { late: event.late }) };
    case 'timedOut':
      switch (event.kind) {
        case 'answer':
          return { ...state, phase: 'ruling', clock: null, stage: onStage(state, { late: true }) };
        case 'press':
          return judged(state, 'nobody', event.after ?? 'close');
        case 'choose':
          return { ...state, clock: null };
        default:
          return never(event.kind);
      }
    case 'ruled': {
      const outcome = event.verdict === 'wrong' && event.late ? 'late' : event.verdict;
      const stage = state.stage;
      const change = event.out
        ? { out: [...(stage?.out ?? []), event.team], failures: (stage?.failures ?? 0) + 1 }
        : {};
      return {
        ...judged(state, outcome, event.after, change),
        decider:
          state.decider && event.out
            ? { ...state.decider, out: [...state.decider.out, event.team] }
            : state.decider,
        undo: remember(state, 'judge', event.team, event.rows, event.verdict),
      };
    }
    case 'wordJudged': {
      const words = [...(state.stage?.words ?? []), event.verdict];
      const undo = remember(state, 'judgeWord', event.team, event.rows, event.verdict);
      if (event.done) return { ...judged(state, 'done', 'close', { words }), undo };
      return { ...state, stage: onStage(state, { words }), undo };
    }
    case 'hitsJudged':
      return {
        ...judged(state, 'done', 'close', { hits: event.hits }),
        undo: remember(state, 'judgeHits', event.team, event.rows),
      };
    case 'givenToAudience':
      return {
        ...state,
        phase: 'audience',
        clock: null,
        stage: onStage(state, { outcome: state.stage?.outcome ?? 'nobody' }),
        undo: remember(state, 'giveToAudience', null, []),
      };
    case 'questionClosed':
      return {
        ...state,
        phase: 'closed',
        clock: null,
        stage: onStage(state, {
          outcome: state.stage?.outcome ?? (state.phase === 'open' ? 'nobody' : 'done'),
        }),
        round: inRound(state, (round) => ({ turn: round.turn + 1 })),
      };
    case 'questionSkipped':
      return {
        ...state,
        phase: 'idle',
        clock: null,
        paused: null,
        stage: null,
        undo: remember(state, 'skipQuestion', state.stage?.team ?? null, event.rows),
      };
    case 'questionVoided':
      return {
        ...judged(state, 'void', 'close'),
        paused: null,
        undo: remember(state, 'voidQuestion', state.stage?.team ?? null, event.rows),
      };
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
      return never(event);
  }
}
