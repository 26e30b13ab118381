import { ok, refuse } from '../kernel/index.ts';
import type { HostAct, HostActType } from './command.ts';
import { currentRound, questionById } from './programme.ts';
import type { Decided } from './rounds/face.ts';
import { clock } from './rounds/turn.ts';
import type { CrowdState, ShowState } from './state.ts';

type Poll = Extract<HostAct, { type: 'startPoll' }>;
type Stop = Extract<HostAct, { type: 'stopCrowd' }>;
type Draw = Extract<HostAct, { type: 'drawPrize' }>;

/** What would take the question away from under the audience's thumbs: refused until the asking is over. */
export const MOVES_ON: readonly HostActType[] = [
  'start',
  'startRound',
  'nextQuestion',
  'closeQuestion',
  'skipQuestion',
  'deferQuestion',
  'voidQuestion',
  'goBack',
  'undo',
  'endRound',
  'startDecider',
  'finish',
];

const filled = (text: string): boolean => text.trim() !== '';
const count = (n: number): boolean => Number.isInteger(n) && n >= 0;

/**
 * The question on stage goes to the audience's phones. The bell of an audience round only tells the host; the asking
 * ends by the host's word.
 */
export function askCrowd(state: ShowState, at: number, by: string): Decided {
  const { phase, stage } = state;
  const config = currentRound(state);
  const item = config && questionById(config, stage?.question ?? null);
  if (!config || !item) return refuse(phase === 'lobby' ? 'show.notStarted' : 'show.question.none');
  if (state.crowd.asking) return refuse('show.crowd.asking');
  if (phase !== 'audience' && !(config.kind === 'audience' && phase === 'reading'))
    return refuse('show.notNow', { phase });
  if (!item.options?.length) return refuse('show.crowd.noOptions');
  const seconds = config.kind === 'audience' ? config.timeLimitSec : null;
  const bell = seconds === null ? null : clock(state, 'crowd', seconds, at);
  return ok([{ type: 'crowdAsked', question: item.id, clock: bell, at, by }]);
}

/** A poll never stands beside a question that is being played. */
export function startPoll(state: ShowState, act: Poll, at: number, by: string): Decided {
  const { phase } = state;
  if (state.crowd.asking) return refuse('show.crowd.asking');
  if (phase !== 'lobby' && phase !== 'idle' && phase !== 'closed') return refuse('show.notNow', { phase });
  const options = act.options.map((option) => option.trim());
  const apart = new Set(options).size === options.length;
  if (options.length < 2 || !options.every(filled) || !apart) return refuse('show.crowd.noOptions');
  if (!filled(act.title) || !filled(act.id)) return refuse('show.reasonMissing');
  return ok([{ type: 'pollStarted', id: act.id, title: act.title.trim(), options, at, by }]);
}

/** No counts at all: nobody knows what came out of it. */
export function stopCrowd(state: ShowState, { counts, answered }: Stop, at: number, by: string): Decided {
  const { asking } = state.crowd;
  if (!asking) return refuse('show.crowd.none');
  const options = optionsOf(state, asking).length;
  const fits = counts.length === 0 || counts.length === options;
  if (!fits || ![...counts, answered].every(count)) return refuse('show.crowd.noOptions', { options });
  return ok([{ type: 'crowdStopped', counts, answered, at, by }]);
}

/**
 * A lot among the right ones of the last audience question, once its answer is public: a winner named before would
 * know it. The server drew it; here it must fit what is known.
 */
export function drawPrize(state: ShowState, act: Draw, at: number, by: string): Decided {
  const { question, seed, of, digest, winners } = act;
  const { result, prizes } = state.crowd;
  if (result?.kind !== 'question' || result.id !== question) return refuse('show.crowd.none', { question });
  if (state.stage?.question === question && state.phase !== 'closed')
    return refuse('show.notNow', { phase: state.phase });
  if (!Number.isInteger(of) || of < 1 || winners.length === 0) return refuse('show.crowd.noneRight');
  const before = prizes.filter((prize) => prize.question === question).flatMap((prize) => prize.winners);
  const once = new Set([...before, ...winners]).size === before.length + winners.length;
  if (!once || winners.length > of || ![seed, digest, ...winners].every(filled))
    return refuse('show.crowd.noneRight', { of });
  return ok([{ type: 'prizeDrawn', question, seed, of, digest, winners, at, by }]);
}

export function titleOf(state: ShowState, asking: NonNullable<CrowdState['asking']>): string {
  if (asking.kind === 'poll') return asking.title;
  const config = currentRound(state);
  return (config && questionById(config, asking.id)?.stem) ?? '';
}

export function optionsOf(state: ShowState, asking: NonNullable<CrowdState['asking']>): readonly string[] {
  if (asking.kind === 'poll') return asking.options;
  const config = currentRound(state);
  return (config && questionById(config, asking.id)?.options) ?? [];
}
