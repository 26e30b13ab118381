import { never } from '../kernel/index.ts';
import type { QuestionItem, RoundConfig, TeamId } from './config.ts';
import { hostView } from './hostView.ts';
import { currentRound, questionById, tableOf } from './programme.ts';
import { rulesOf } from './rounds/index.ts';
import { standings } from './standings.ts';
import { teamView } from './teamView.ts';
import type { ShowState } from './state.ts';
import type {
  Audience,
  ClockView,
  QuestionView,
  Reveal,
  RoundView,
  ScoreLine,
  ScreenView,
  TurnView,
  View,
  ViewBase,
  ViewOf,
} from './views.ts';

/** What an audience may see now: the only way out of the state, built field by field. `team` must be in the show. */
export function view<A extends Audience>(state: ShowState, audience: A): ViewOf<A>;
export function view(state: ShowState, audience: Audience): View {
  const base = viewBase(state);
  switch (audience.kind) {
    case 'host':
      return hostView(state, base);
    case 'screen':
      return screenView(state, base);
    case 'team':
      return teamView(state, base, audience.team);
    case 'spectator':
      return { audience: 'spectator', ...base };
    default:
      return never(audience);
  }
}

function viewBase(state: ShowState): ViewBase {
  const config = currentRound(state);
  const item = config && state.stage ? questionById(config, state.stage.question) : null;
  return {
    seq: state.seq,
    name: state.config.name,
    phase: state.phase,
    paused: state.paused !== null,
    clock: clockView(state),
    round: config && roundView(state, config),
    turn: turnView(state, config),
    question: item && questionView(state, item),
    scores: scores(state),
    changes: changes(state),
    decider: state.decider && {
      place: state.decider.place,
      teams: state.decider.teams,
      out: state.decider.out,
      winner: state.decider.winner,
    },
  };
}

function clockView({ clock, paused }: ShowState): ClockView | null {
  if (!clock) return null;
  return {
    id: clock.id,
    kind: clock.kind,
    totalSec: clock.totalSec,
    deadline: paused ? null : clock.deadline,
    remainingMs: paused ? (paused.remainingMs ?? 0) : null,
  };
}

function roundView(state: ShowState, config: RoundConfig): RoundView {
  const round = state.round!;
  const index = state.config.rounds.findIndex((r) => r.id === config.id);
  const over = state.stage === null || state.phase === 'closed';
  const fixed = rulesOf(config).turns(config, round.order.length);
  return {
    id: config.id,
    kind: config.kind,
    title: config.title,
    index: index < 0 ? null : index + 1,
    of: state.config.rounds.length,
    turn: round.turn + (over ? 0 : 1),
    turns: fixed ?? (config.kind === 'decider' ? null : config.questions.length),
  };
}

function turnView(state: ShowState, config: RoundConfig | null): TurnView | null {
  const { stage } = state;
  if (!stage || !config) return null;
  return {
    team: stage.team,
    seat: stage.seat,
    points: stage.points,
    words: config.kind === 'charades' ? stage.words : null,
    outcome: stage.outcome,
    late: stage.late,
  };
}

function questionView(state: ShowState, item: QuestionItem): QuestionView {
  return {
    id: item.id,
    stem: item.stem,
    options: item.options ?? null,
    media: item.media ? { kind: item.media.kind, url: item.media.url } : null,
    reveal: state.phase === 'closed' ? reveal(state, item) : null,
  };
}

function reveal(state: ShowState, item: QuestionItem): Reveal {
  const { stage } = state;
  return {
    answer: item.answer,
    explanation: item.explanation ?? null,
    hits: item.hits?.map((text, index) => ({ text, found: stage?.hits?.includes(index) ?? false })) ?? null,
    words: item.words?.map((word, index) => ({ word, verdict: stage?.words[index] ?? null })) ?? null,
  };
}

function scores(state: ShowState): ScoreLine[] {
  const names = new Map<TeamId, string>(state.config.teams.map((team) => [team.id, team.name]));
  return standings(state).map(({ team, total, place, decided }) => ({
    team,
    name: names.get(team) ?? '',
    table: state.tables ? tableOf(state, team) : null,
    total,
    place,
    decided,
  }));
}

const changes = (state: ShowState): ViewBase['changes'] =>
  state.ledger
    .filter(
      (row) =>
        row.question !== null && row.question === state.stage?.question && row.round === state.round?.id,
    )
    .map(({ team, delta, reason }) => ({ team, delta, reason }));

/** Charades: the word to be guessed now, only while the clock runs. */
function wordOnScreen(state: ShowState): string | null {
  const config = currentRound(state);
  if (config?.kind !== 'charades' || config.wordsOn !== 'screen') return null;
  if (state.phase !== 'answering' || state.paused) return null;
  return questionById(config, state.stage?.question ?? null)?.words?.[state.stage?.words.length ?? 0] ?? null;
}

const screenView = (state: ShowState, base: ViewBase): ScreenView => ({
  audience: 'screen',
  ...base,
  out: state.stage?.out ?? [],
  word: wordOnScreen(state),
});
