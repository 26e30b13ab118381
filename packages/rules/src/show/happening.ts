import type { ShowEvent } from './event.ts';
import type { Happening } from './moment.ts';
import { currentRound, questionById } from './programme.ts';
import { reveal } from './reveal.ts';
import type { ShowState } from './state.ts';
import type { Reveal } from './views.ts';

interface Around {
  readonly before: ShowState;
  /** After the event. */
  readonly state: ShowState;
  /** After all events: what was settled later. */
  readonly end: ShowState;
  /** Questions that were on stage so far. */
  readonly shown: ReadonlySet<string>;
}

const LEFT = {
  questionSkipped: 'skipped',
  questionDeferred: 'deferred',
  questionVoided: 'voided',
} as const;

/** What the public is told of an event; `null`: nothing (devices, desks, display, test presses, what was entered). */
export function happening(event: ShowEvent, around: Around): Happening | null {
  const { before, state } = around;
  switch (event.type) {
    case 'started':
      return { type: 'started' };
    case 'roundStarted': {
      const config = currentRound(state);
      if (!config) return null;
      const { id, title, kind, practice } = config;
      return { type: 'round', round: id, title, kind, practice, order: event.order };
    }
    case 'questionShown':
      return shown(event, state);
    case 'riskDeclined':
      return { type: 'declined', team: event.team };
    case 'buzzersOpened':
      return { type: 'opened', opening: event.opening };
    case 'pressed':
    case 'fouled':
      return press(event, around);
    case 'buzzSettled':
      return event.deadHeat === null
        ? null
        : {
            type: 'deadHeat',
            teams: event.deadHeat.teams,
            settledBy: event.deadHeat.settledBy,
            winner: event.winner,
          };
    case 'givenTo':
      return { type: 'given', team: event.team, from: before.stage?.first ?? null };
    case 'timedOut': {
      const { kind } = event;
      if (kind === 'arm' || kind === 'gather' || kind === 'crowd') return null;
      return { type: 'timedOut', clock: kind, team: before.stage?.team ?? null };
    }
    case 'ruled': {
      const { team, verdict, late } = event;
      const first = before.stage?.first ?? null;
      return { type: 'ruled', team, verdict, late, from: first === team ? null : first };
    }
    case 'wordJudged':
      return { type: 'word', team: event.team, word: event.word, verdict: event.verdict };
    case 'hitsJudged':
      return { type: 'hits', team: event.team, found: event.hits.length };
    case 'teamsJudged':
      return {
        type: 'ruledTogether',
        right: event.right,
        stakes: { ...before.stage?.stakes },
        out: event.out,
      };
    case 'givenToAudience':
      return { type: 'toAudience' };
    case 'questionClosed':
      return closed(state);
    case 'questionSkipped':
    case 'questionDeferred':
    case 'questionVoided':
      return { type: LEFT[event.type], question: before.stage?.question ?? null, reason: event.reason };
    case 'wentBack':
      return { type: 'wentBack', question: state.stage?.question ?? null, reason: event.reason };
    case 'adjusted':
    case 'reversed':
      return { type: event.type };
    case 'undone':
      return { type: 'undone', what: before.undo.at(-1)?.what ?? null };
    case 'paused': {
      const pause = around.end.pauses[before.pauses.length];
      const ms = pause === undefined || pause.until === null ? null : pause.until - pause.from;
      return { type: 'paused', reason: event.reason, ms };
    }
    case 'protestFiled': {
      const { no, team, question } = event.protest;
      return {
        type: 'protest',
        protest: no,
        team,
        question: question !== null && around.shown.has(question) ? question : null,
      };
    }
    case 'protestRuled':
      return { type: 'protestRuled', protest: event.no, verdict: event.verdict };
    case 'roundEnded':
      return { type: 'roundEnded', eliminated: event.eliminated };
    case 'deciderStarted': {
      const { decider } = state.config;
      if (decider.rule === 'none') return null;
      const { teams, place } = event;
      return { type: 'decider', rule: decider.rule, title: decider.round.title, teams, place };
    }
    case 'deciderDecided':
      return { type: 'decided', tiers: event.tiers };
    case 'finished':
      return {
        type: 'finished',
        standings: event.standings.map(({ team, total, place, decided, byLot }) => ({
          team,
          total,
          place,
          decided,
          byLot,
        })),
      };
    case 'reopened':
      return { type: 'reopened' };
    default:
      return null;
  }
}

function shown(event: Extract<ShowEvent, { type: 'questionShown' }>, state: ShowState): Happening | null {
  const config = currentRound(state);
  const item = config && questionById(config, event.question);
  if (!config || !item) return null;
  const { question, team, seat, points, asker } = event;
  const { stem, options = null } = item;
  return { type: 'question', round: config.id, question, stem, options, team, seat, points, asker };
}

/** Presses and fouls stand in the log in the order of their events, each with the verdict it got in the end. */
function press(
  event: Extract<ShowEvent, { type: 'pressed' | 'fouled' }>,
  { before, end }: Around,
): Happening {
  const { opening, team, deltaMs, uncertaintyMs } = event.press;
  if (event.type === 'fouled')
    return { type: 'foul', team, deltaMs, uncertaintyMs, strikes: event.strikes, effect: event.effect };
  const settled = end.presses[before.presses.length]?.verdict;
  const verdict = settled === 'first' || settled === 'notFirst' || settled === 'tied' ? settled : 'unsettled';
  return { type: 'press', opening, team, deltaMs, uncertaintyMs, verdict };
}

/** What was typed freely stays in the hall: a name could stand there. What was chosen, or is a number, is told. */
function closed(state: ShowState): Happening | null {
  const config = currentRound(state);
  const item = config && questionById(config, state.stage?.question ?? null);
  if (!config || !item) return null;
  const { answer, explanation, hits, words, items, entries } = reveal(state, item);
  const listed = config.kind === 'cardRaise' || config.kind === 'estimate' || item.options !== undefined;
  const told: Reveal['entries'] =
    entries?.map((entry) => ({ ...entry, answer: listed ? entry.answer : null })) ?? null;
  return { type: 'closed', question: item.id, answer, explanation, hits, words, items, entries: told };
}
