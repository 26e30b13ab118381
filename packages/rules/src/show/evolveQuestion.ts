import { never } from '../kernel/index.ts';
import type { After, ShowEvent } from './event.ts';
import { roundById } from './programme.ts';
import { deciderRuled } from './evolveDecider.ts';
import type { OnStage, Outcome, RoundState, ShowState } from './state.ts';
import { openingOf, pastOf, wentBack, withoutRuling } from './past.ts';
import { unpaused } from './pause.ts';
import { remember } from './undo.ts';

/** What happens to a question, whatever the kind of round; presses, joint answers and the hall have their own files. */
type QuestionEvent = Extract<
  ShowEvent,
  {
    type:
      | 'choosingStarted'
      | 'questionShown'
      | 'riskDeclined'
      | 'clockStarted'
      | 'answerFinished'
      | 'timedOut'
      | 'ruled'
      | 'wordJudged'
      | 'hitsJudged'
      | 'givenToAudience'
      | 'questionClosed'
      | 'questionSkipped'
      | 'questionDeferred'
      | 'wentBack'
      | 'questionVoided';
  }
>;

export const freshStage = (at: number): OnStage => ({
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
  asker: null,
  first: null,
  entries: {},
  stakes: {},
  right: null,
  deadHeat: null,
  media: null,
  outcome: null,
  after: 'close',
});

export const onStage = (state: ShowState, change: Partial<OnStage>): OnStage | null =>
  state.stage && { ...state.stage, ...change };

export const inRound = (
  state: ShowState,
  change: (round: RoundState) => Partial<RoundState>,
): RoundState | null => state.round && { ...state.round, ...change(state.round) };

export const judged = (
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

/** The question on stage, from its showing to its closing (QZ-30). */
export function onQuestionEvent(state: ShowState, event: QuestionEvent): ShowState {
  switch (event.type) {
    case 'choosingStarted': {
      const { team, forTeam, values } = event;
      const asker = forTeam === team ? null : team;
      const stage = { ...freshStage(event.at), team, asker, values };
      return { ...state, phase: 'choosing', stage, clock: event.clock, undo: [] };
    }
    case 'questionShown': {
      const { question, team, seat, points, asker } = event;
      const decider = state.round && roundById(state.config, state.round.id)?.kind === 'decider';
      const out = state.round?.out ?? [];
      const stakes = state.phase === 'staking' ? (state.stage?.stakes ?? {}) : {};
      return {
        ...state,
        phase: 'reading',
        stage: {
          ...freshStage(event.at),
          question,
          team,
          seat,
          points,
          asker,
          stakes,
          out,
          opening: openingOf(state, question),
        },
        clock: null,
        undo: [],
        round: inRound(state, (round) => ({
          used: [...round.used, question],
          deferred: round.deferred.filter((id) => id !== question),
        })),
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
        past: pastOf(state),
      };
    case 'clockStarted':
      return { ...state, phase: 'answering', clock: event.clock };
    case 'answerFinished':
      return { ...state, phase: 'ruling', clock: null, stage: onStage(state, { late: event.late }) };
    case 'timedOut':
      switch (event.kind) {
        case 'answer':
          // The bell is how a joint answer ends; it makes nobody late.
          return {
            ...state,
            phase: 'ruling',
            clock: null,
            stage: onStage(state, { late: state.stage?.team !== null }),
          };
        case 'press':
          // Nobody took an offered question over: it awaits the word that it counts right for the first.
          if (event.after === null)
            return {
              ...state,
              phase: 'ruling',
              clock: null,
              stage: onStage(state, { team: state.stage?.first ?? null }),
            };
          return judged(state, 'nobody', event.after);
        case 'stake':
          return { ...state, clock: null, stage: onStage(state, { late: true }) };
        case 'choose':
        case 'arm':
        case 'gather':
        case 'crowd':
          return { ...state, clock: null };
        default:
          return never(event.kind);
      }
    case 'ruled': {
      const outcome = event.verdict === 'wrong' && event.late ? 'late' : event.verdict;
      const stage = state.stage;
      const config = state.round && roundById(state.config, state.round.id);
      const offered = event.after === 'open' && config !== null && config.kind !== 'buzzer';
      const change = event.out
        ? {
            out: [...(stage?.out ?? []), event.team],
            failures: (stage?.failures ?? 0) + 1,
            first: offered ? event.team : (stage?.first ?? null),
          }
        : {};
      return {
        ...judged(state, outcome, event.after, change),
        decider: state.decider && deciderRuled(state, state.decider, event),
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
          media: null,
        }),
        round: inRound(state, (round) => ({ turn: round.turn + 1 })),
        past: pastOf(state),
      };
    case 'questionSkipped':
      return {
        ...withoutRuling(state),
        ...unpaused(state, event.at),
        phase: 'idle',
        clock: null,
        stage: null,
        undo: remember(state, 'skipQuestion', state.stage?.team ?? null, event.rows),
      };
    case 'questionDeferred': {
      const aside = state.stage?.question ?? '';
      return {
        ...withoutRuling(state),
        ...unpaused(state, event.at),
        phase: 'idle',
        clock: null,
        stage: null,
        round: inRound(withoutRuling(state), ({ used, deferred }) => ({
          used: used.filter((id) => id !== aside),
          deferred: [...deferred, aside],
        })),
        undo: remember(state, 'deferQuestion', state.stage?.team ?? null, event.rows),
      };
    }
    case 'wentBack':
      return {
        ...wentBack(state),
        ...unpaused(state, event.at),
        undo: remember(state, 'goBack', state.past.at(-1)?.stage.team ?? null, event.rows),
      };
    case 'questionVoided':
      return {
        ...judged(withoutRuling(state), 'void', 'close', { media: null }),
        ...unpaused(state, event.at),
        undo: remember(state, 'voidQuestion', state.stage?.team ?? null, event.rows),
      };
    default:
      return never(event);
  }
}
