import { type Decimal, ok, refuse } from '../../kernel/index.ts';
import type { QuestionItem, ShowConfig, TeamId } from '../config.ts';
import type { RoundConfig } from '../roundConfig.ts';
import type { Clock } from '../event.ts';
import type { ShowState } from '../state.ts';
import type { Decided, Play, StagePlay, Who } from './face.ts';

/** A clock whose id is the seq of the event that starts it. */
export const clock = (state: ShowState, kind: Clock['kind'], totalSec: number, at: number): Clock => ({
  id: `c${state.seq + 1}`,
  kind,
  totalSec,
  deadline: at + totalSec * 1000,
});

/** Questions that may still be asked, in their order; those set aside come last. */
export const unused = ({ config, round }: Pick<Play, 'config' | 'round'>): QuestionItem[] => {
  const left = config.questions.filter(({ id }) => !round.used.includes(id) && !round.deferred.includes(id));
  const aside = round.deferred.flatMap((id) => config.questions.find((question) => question.id === id) ?? []);
  return [...left, ...aside];
};

export const nextUnused = (play: Pick<Play, 'config' | 'round'>): QuestionItem | null =>
  unused(play)[0] ?? null;

/** Shows a question to the one whose turn it is. */
export const show = (
  play: Play,
  question: QuestionItem,
  who: Who,
  points: Decimal | null,
  asker: TeamId | null = null,
): Decided =>
  ok([{ type: 'questionShown', question: question.id, ...who, points, asker, at: play.at, by: play.by }]);

/** The usual beginning of a turn: the first unused question. */
export function showNext(play: Play, who: Who, points: Decimal | null): Decided {
  const question = nextUnused(play);
  return question
    ? show(play, question, who, points && (question.points ?? points))
    : refuse('show.question.noMore');
}

/** Reading is over; the answer clock starts (QZ-40). */
export const startClock = (play: StagePlay<Extract<RoundConfig, { timeLimitSec: number }>>): Decided =>
  play.state.phase === 'reading'
    ? ok([
        {
          type: 'clockStarted',
          clock: clock(play.state, 'answer', play.config.timeLimitSec, play.at),
          at: play.at,
          by: play.by,
        },
      ])
    : refuse('show.notNow', { phase: play.state.phase });

/** The team whose answer awaits its ruling, given or still being given; `null` at any other moment. */
export const answerer = ({ state, stage }: StagePlay): TeamId | null =>
  state.phase === 'answering' || state.phase === 'ruling' ? stage.team : null;

/** Turn `i` goes to the i-th team in order, round and round. */
export const inTurn = (order: readonly TeamId[], turn: number): TeamId | null =>
  order[turn % order.length] ?? null;

/** A turn of many small rulings until the bell. */
export const isSpree = (config: RoundConfig | null): boolean =>
  config?.kind === 'charades' || config?.kind === 'rapid';

/** A value is chosen before the question is known. */
export const choosesValue = (config: RoundConfig, { decider }: Pick<ShowConfig, 'decider'>): boolean =>
  config.kind === 'risk' ||
  config.kind === 'assigned' ||
  (config.kind === 'decider' && decider.rule === 'risk');

/** An act that this kind of round does not know. */
export const notHere = (act: { readonly type: string }): Decided =>
  act.type === 'press'
    ? refuse('show.notOpen')
    : act.type.startsWith('judge')
      ? refuse('show.ruling.wrongKind')
      : refuse('show.notNow');
