import { DRAW_ALGORITHM, never, ok, refuse, shuffle } from '../kernel/index.ts';
import type { HostAct } from './command.ts';
import { eliminatedBy } from './eliminate.ts';
import type { LedgerRow } from './event.ts';
import { hasTurn } from './next.ts';
import { currentRound, nextRound } from './programme.ts';
import { cutShort } from './rounds/decider.ts';
import type { Decided } from './rounds/face.ts';
import { rulesOf } from './rounds/index.ts';
import { clock } from './rounds/turn.ts';
import { byLot, standings, tiedGroups } from './standings.ts';
import type { ShowState } from './state.ts';

type Course = Extract<
  HostAct,
  {
    type:
      | 'drawTables'
      | 'start'
      | 'startRound'
      | 'nextQuestion'
      | 'endRound'
      | 'startDecider'
      | 'finish'
      | 'pause'
      | 'resume'
      | 'reopen';
  }
>;

/** The course of the show: draw, start, rounds, turns, decider, end. */
export function inProgramme(state: ShowState, act: Course, at: number, by: string): Decided {
  switch (act.type) {
    case 'drawTables':
      return drawTables(state, act.seed, at, by);
    case 'start':
      return start(state, at, by);
    case 'startRound':
      return startRound(state, act.round, at, by);
    case 'nextQuestion':
      return nextQuestion(state, at, by);
    case 'endRound':
      return (
        betweenQuestions(state) ??
        ok([...cutShort({ state, at, by }), { type: 'roundEnded', eliminated: eliminatedBy(state), at, by }])
      );
    case 'startDecider':
      return startDecider(state, act.teams, at, by);
    case 'finish':
      return (
        betweenRounds(state) ??
        (nextRound(state) ? refuse('show.roundsLeft') : finish(state, act.seed, at, by))
      );
    case 'pause': {
      if (state.phase === 'lobby') return refuse('show.notStarted');
      const remainingMs = state.clock && Math.max(0, state.clock.deadline - at);
      return ok([
        { type: 'paused', reason: act.reason, note: act.note?.trim() || null, remainingMs, at, by },
      ]);
    }
    case 'resume': {
      if (!state.paused) return refuse('show.notPaused');
      const left = state.paused.remainingMs ?? 0;
      const again = state.clock && {
        ...clock(state, state.clock.kind, state.clock.totalSec, at),
        deadline: at + left,
      };
      return ok([{ type: 'resumed', clock: again, at, by }]);
    }
    case 'reopen': {
      const reason = act.reason.trim();
      if (state.phase !== 'finished') return refuse('show.notNow', { phase: state.phase });
      return reason === '' ? refuse('show.reasonMissing') : ok([{ type: 'reopened', reason, at, by }]);
    }
    default:
      return never(act);
  }
}

/** Tables by lot: once, re-runnable from the stored seed (QZ-02, SK-41). */
function drawTables(state: ShowState, seed: string, at: number, by: string): Decided {
  if (state.phase !== 'lobby') return refuse('show.alreadyStarted');
  if (state.tables) return refuse('show.tables.fixed');
  const drawn = shuffle(
    state.config.teams.map((team) => team.id),
    seed,
  );
  const tables = Object.fromEntries(drawn.map((team, index) => [team, index + 1]));
  return ok([{ type: 'tablesDrawn', seed, algorithm: DRAW_ALGORITHM, tables, at, by }]);
}

/** The base score is the first row of every team (QZ-10). */
function start(state: ShowState, at: number, by: string): Decided {
  if (state.phase !== 'lobby') return refuse('show.alreadyStarted');
  if (!state.tables) return refuse('show.tables.missing');
  const rows = state.config.teams.map((team, index): LedgerRow => ({
    no: index + 1,
    team: team.id,
    round: null,
    question: null,
    delta: state.config.baseScore,
    reason: 'base',
    by,
    at,
  }));
  return ok([{ type: 'started', rows, at, by }]);
}

/** 不并列: ties that are left over are settled by lot, re-runnable from the stored seed (SK-41, SK-73). */
function finish(state: ShowState, seed: string | undefined, at: number, by: string): Decided {
  if (state.config.ties === 'shared' || tiedGroups(state).length === 0)
    return ok([{ type: 'finished', standings: standings(state), seed: null, at, by }]);
  if (seed === undefined || seed === '') return refuse('show.notNow', { missing: 'seed' });
  return ok([{ type: 'finished', standings: byLot(state, seed), seed, at, by }]);
}

function betweenRounds(state: ShowState): Decided | null {
  if (state.phase === 'lobby') return refuse('show.notStarted');
  return state.round ? refuse('show.round.running', { round: state.round.id }) : null;
}

function betweenQuestions(state: ShowState): Decided | null {
  if (state.phase === 'lobby') return refuse('show.notStarted');
  if (!state.round) return refuse('show.round.none');
  return state.phase === 'idle' || state.phase === 'closed'
    ? null
    : refuse('show.question.running', { phase: state.phase });
}

function startRound(state: ShowState, id: string, at: number, by: string): Decided {
  const refused = betweenRounds(state);
  if (refused) return refused;
  const config = state.config.rounds.find((round) => round.id === id);
  if (!config) return refuse('show.round.unknown', { round: id });
  if (state.played.includes(id)) return refuse('show.round.played', { round: id });
  return ok([
    { type: 'roundStarted', round: id, order: rulesOf(config, state.config).order(config, state), at, by },
  ]);
}

function nextQuestion(state: ShowState, at: number, by: string): Decided {
  // While teams stake, the question follows.
  const refused = state.phase === 'staking' ? null : betweenQuestions(state);
  if (refused) return refused;
  const config = currentRound(state)!;
  const round = state.round!;
  if (!hasTurn(state, config)) return refuse('show.question.noMore');
  return rulesOf(config, state.config).begin({ state, config, round, team: null, at, by });
}

function startDecider(state: ShowState, teams: readonly string[], at: number, by: string): Decided {
  const refused = betweenRounds(state);
  if (refused) return refused;
  if (nextRound(state)) return refuse('show.roundsLeft');
  if (state.config.decider.rule === 'none') return refuse('show.decider.off');
  const wanted = new Set(teams);
  const group = tiedGroups(state).find(
    (tied) => tied.teams.length === wanted.size && tied.teams.every((team) => wanted.has(team)),
  );
  if (!group) return refuse('show.decider.notTied');
  return ok([{ type: 'deciderStarted', teams: group.teams, place: group.place, at, by }]);
}
