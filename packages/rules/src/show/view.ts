import { never } from '../kernel/index.ts';
import type { QuestionItem, TeamId } from './config.ts';
import type { RoundConfig } from './roundConfig.ts';
import { optionsOf, titleOf } from './crowd.ts';
import { hides, OPEN_DISPLAY, type Display } from './display.ts';
import { allowanceMs } from './order.ts';
import { hostView } from './hostView.ts';
import { currentRound, questionById, tableOf } from './programme.ts';
import { reveal } from './reveal.ts';
import { rulesOf } from './rounds/index.ts';
import { contestants } from './rounds/together.ts';
import { worth } from './rounds/steal.ts';
import { isSpree } from './rounds/turn.ts';
import { standings } from './standings.ts';
import { screenView } from './screenView.ts';
import { teamView } from './teamView.ts';
import type { ShowState } from './state.ts';
import type {
  Audience,
  ClockView,
  CrowdView,
  DeciderView,
  QuestionView,
  RoundView,
  ScoreLine,
  TurnView,
  View,
  ViewBase,
  ViewOf,
} from './views.ts';

/** What an audience may see now: the only way out of the state, built field by field. `team` must be in the show. */
export function view<A extends Audience>(state: ShowState, audience: A): ViewOf<A>;
export function view(state: ShowState, audience: Audience): View {
  switch (audience.kind) {
    case 'host':
      return hostView(state, viewBase(state, null), audience.desk ?? 'host');
    case 'screen':
      return screenView(state, viewBase(state, state.display));
    case 'team':
      return teamView(state, viewBase(state, state.display, audience.team), audience.team);
    case 'spectator':
      return {
        audience: 'spectator',
        ...viewBase(state, state.display),
        stream: state.config.stream,
      };
    default:
      return never(audience);
  }
}

/** `display` hides scores, never a team's `own`; `null` hides nothing. */
function viewBase(state: ShowState, display: Display | null, own: TeamId | null = null): ViewBase {
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
    scores: scores(state, display, own),
    changes: changes(state),
    decider: deciderView(state),
    display: state.display,
    testing: state.testing !== null,
    crowd: crowdView(state),
    pause: state.paused === null ? null : (state.pauses.at(-1)?.reason ?? 'other'),
  };
}

function clockView({ clock, paused, config }: ShowState): ClockView | null {
  if (!clock || clock.kind === 'arm') return null;
  // The window to press ends before the wait for what was pressed in it.
  const wait = clock.kind === 'press' ? allowanceMs(config.order) : 0;
  return {
    id: clock.id,
    kind: clock.kind,
    totalSec: clock.totalSec,
    deadline: paused ? null : clock.deadline - wait,
    remainingMs: paused ? Math.max(0, (paused.remainingMs ?? 0) - wait) : null,
  };
}

function roundView(state: ShowState, config: RoundConfig): RoundView {
  const round = state.round!;
  const index = state.config.rounds.findIndex((r) => r.id === config.id);
  const over = state.stage === null || state.phase === 'closed';
  const fixed = rulesOf(config, state.config).turns(config, round.order.length);
  return {
    id: config.id,
    kind: config.kind,
    title: config.title,
    index: index < 0 ? null : index + 1,
    of: state.config.rounds.length,
    turn: round.turn + (over ? 0 : 1),
    turns: fixed ?? (config.kind === 'decider' ? null : config.questions.length),
    practice: config.practice,
  };
}

function turnView(state: ShowState, config: RoundConfig | null): TurnView | null {
  const { stage } = state;
  if (!stage || !config) return null;
  return {
    team: stage.team,
    seat: stage.seat,
    points: worth(config, stage),
    words: isSpree(config) ? stage.words : null,
    outcome: stage.outcome,
    late: stage.late,
    asker: stage.asker,
    first: stage.first,
    deadHeat: stage.deadHeat,
    entered: Object.keys(state.phase === 'staking' ? stage.stakes : stage.entries),
    verdicts: verdicts(state, config),
    chooseFor:
      state.phase === 'choosing' && stage.asker !== null && state.round
        ? rulesOf(config, state.config).who(config, state.round.order, state.round.turn).team
        : null,
  };
}

function verdicts({ stage, round }: ShowState, config: RoundConfig): TurnView['verdicts'] {
  const right = stage?.right;
  if (!stage || !round || !right) return null;
  return contestants(round, stage).map((team) => ({
    team,
    right: right.includes(team),
    stake: config.kind === 'wager' ? (stage.stakes[team] ?? '0') : null,
  }));
}

function questionView(state: ShowState, item: QuestionItem): QuestionView {
  return {
    id: item.id,
    stem: item.stem,
    options: item.options ?? null,
    unit: item.unit ?? null,
    media: item.media
      ? { kind: item.media.kind, url: item.media.url, playing: state.stage?.media ?? null }
      : null,
    asked: itemOnStage(state, item),
    reveal: state.phase === 'closed' ? reveal(state, item) : null,
  };
}

/** Rapid: the item that is asked, only while the clock runs. */
function itemOnStage(state: ShowState, item: QuestionItem): string | null {
  if (item.items === undefined || state.phase !== 'answering' || state.paused) return null;
  return item.items[state.stage?.words.length ?? 0]?.stem ?? null;
}

function deciderView(state: ShowState): DeciderView | null {
  const { decider, config } = state;
  if (decider === null || config.decider.rule === 'none') return null;
  const { place, teams, out, winner, points } = decider;
  return { rule: config.decider.rule, place, teams, out, winner, points };
}

function crowdView(state: ShowState): CrowdView {
  const { asking, result, prizes } = state.crowd;
  const last = prizes.at(-1);
  return {
    asking: asking && {
      kind: asking.kind,
      id: asking.id,
      title: titleOf(state, asking),
      options: optionsOf(state, asking),
    },
    result: result && { ...result },
    prize: last === undefined ? null : { question: last.question, of: last.of, winners: last.winners },
  };
}

function scores(state: ShowState, display: Display | null, own: TeamId | null): ScoreLine[] {
  const names = new Map<TeamId, string>(state.config.teams.map((team) => [team.id, team.name]));
  const gone = new Set(state.eliminated.flat());
  const hidden = hides(display ?? OPEN_DISPLAY);
  const lines = standings(state).map(({ team, total, place, decided, byLot }) => ({
    team,
    name: names.get(team) ?? '',
    table: state.tables ? tableOf(state, team) : null,
    total: hidden(place) && team !== own ? null : total,
    place: hidden(place) ? null : place,
    decided: decided && !hidden(place),
    byLot: byLot && !hidden(place),
    eliminated: gone.has(team),
  }));
  // Hidden lines stand by table: their order would tell what is hidden.
  const shown = lines.filter((line) => line.place !== null);
  const rest = lines.filter((line) => line.place === null).sort((a, b) => (a.table ?? 0) - (b.table ?? 0));
  return display?.scores === 'ceremony' ? [...rest, ...shown] : [...shown, ...rest];
}

const changes = (state: ShowState): ViewBase['changes'] =>
  state.ledger
    .filter(
      (row) =>
        row.question !== null && row.question === state.stage?.question && row.round === state.round?.id,
    )
    .map(({ team, delta, reason }) => ({ team, delta, reason }));
