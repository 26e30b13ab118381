import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '@leitai/rules';
import {
  prizeText,
  prizeWinners,
  rightOption,
  type HostAct,
  type QuestionItem,
  type ShowCommand,
  type ShowConfig,
  type ShowState,
} from '@leitai/rules/show';
import { GroupCommit } from '../../platform/groupCommit.ts';
import type { Platform } from '../../platform/platform.ts';
import type { GuestAct } from './crowdActs.ts';
import type { Guest } from './crowdGuest.ts';
import {
  closeAsk,
  codesOf,
  COUNT_AGAIN,
  countAnswers,
  insertCrowdAnswers,
  keepDraw,
  openAsk,
  setAskOpen,
  type Asked,
  type CrowdAnswerRow,
} from './crowdStore.ts';
import { newSeed } from './fillIn.ts';
import { GuestBook } from './guestBook.ts';
import type { Guard } from './store.ts';

type Answer = Result<{ seq: number }>;
type Submit = (act: HostAct) => Promise<Answer>;

const TRIES = 8;
const BEFORE_SHUT = 2;

/** What the audience's phones of one show answer and cheer, and the lots among them. */
export class Crowd {
  readonly guests: GuestBook;
  readonly #stageId: string;
  readonly #platform: Pick<Platform, 'db' | 'pool' | 'clock' | 'log'>;
  readonly #state: () => ShowState | null;
  readonly #answers: GroupCommit<CrowdAnswerRow, boolean>;
  readonly #cheers = new Map<string, number>();
  readonly #draws = new Map<string, readonly string[]>();
  /** While answers are counted for a stop, none are written. */
  #counting: Promise<unknown> | null = null;
  #writing: Promise<unknown> | null = null;

  constructor(stageId: string, platform: Platform, state: () => ShowState | null) {
    this.#stageId = stageId;
    this.#platform = platform;
    this.#state = state;
    this.#answers = new GroupCommit((rows) => this.#write(rows));
    this.guests = new GuestBook(stageId, platform);
  }

  /** Resolves once an answer is stored. */
  async act(guest: Guest, act: GuestAct): Promise<Answer> {
    const state = this.#state();
    if (state === null) return refuse('server.busy');
    if (!this.guests.mayAct(guest, act.type)) return refuse('rate.tooMany');
    return act.type === 'cheer' ? this.#cheer(state, act) : this.#answer(state, guest, act);
  }

  /** For the head counts that go out now and then. */
  async tally(): Promise<{ answered: number | null; cheers: Record<string, number> }> {
    const asked = askedNow(this.#state());
    const count = asked && (await countAnswers(this.#platform.db, this.#stageId, asked));
    return { answered: count?.answered ?? null, cheers: Object.fromEntries(this.#cheers) };
  }

  /** The answers are counted here, whatever the console says of them; the stop and the count are stored as one. */
  async stop(submit: Submit): Promise<Answer> {
    while (this.#counting !== null) await this.#counting;
    const counting = this.#count(submit).finally(() => (this.#counting = null));
    this.#counting = counting.catch(() => undefined);
    return counting;
  }

  /** Lots among those whose last answer was right, without earlier winners of this show. */
  async draw(count: number, submit: Submit): Promise<Answer> {
    const state = this.#state();
    const question = state?.crowd.result?.id ?? '';
    const item = state && questionOf(state.config, question);
    const right = item && rightOption(item);
    const won = new Set(state?.crowd.prizes.flatMap(({ winners }) => winners));
    const all =
      right == null
        ? []
        : await codesOf(this.#platform.db, this.#stageId, { kind: 'question', id: question }, right);
    const codes = all.filter((code) => !won.has(code));
    const seed = newSeed();
    const digest = createHash('sha256').update(prizeText(codes)).digest('hex');
    const winners = prizeWinners(codes, seed, count);
    this.#draws.set(seed, codes);
    try {
      return await submit({ type: 'drawPrize', question, seed, of: codes.length, digest, winners });
    } finally {
      this.#draws.delete(seed);
    }
  }

  /** What is stored in the same transaction as the host's word about the audience. */
  guard(command: ShowCommand, state: ShowState): Guard | null {
    switch (command.type) {
      case 'askCrowd': {
        const id = state.stage?.question ?? '';
        const options = questionOf(state.config, id)?.options?.length ?? 0;
        return openAsk(this.#stageId, { kind: 'question', id, options });
      }
      case 'startPoll': {
        const { id, options } = command;
        return openAsk(this.#stageId, { kind: 'poll', id, options: options.length });
      }
      case 'stopCrowd': {
        const asked = askedNow(state);
        return asked && closeAsk(this.#stageId, asked, command);
      }
      case 'drawPrize':
        return keepDraw(this.#stageId, command.seed, this.#draws.get(command.seed) ?? []);
      default:
        return null;
    }
  }

  async #answer(
    state: ShowState,
    guest: Guest,
    { id, choice }: Extract<GuestAct, { type: 'crowdAnswer' }>,
  ): Promise<Answer> {
    const asked = askedNow(state);
    if (asked === null) return refuse('show.crowd.none');
    if (asked.id !== id) return refuse('show.wrongQuestion', { asked: asked.id });
    if (choice >= asked.options) return refuse('show.answer.invalid', { options: asked.options });
    const row = { asked, guest: guest.id, choice, at: this.#platform.clock.now() };
    const written = this.#answers.append(row);
    const counts = written === null ? null : await written.catch(() => null);
    if (counts === null) return refuse('server.busy');
    return counts ? ok({ seq: state.seq }) : refuse('show.crowd.none');
  }

  #cheer(state: ShowState, { team, count = 1 }: Extract<GuestAct, { type: 'cheer' }>): Answer {
    if (!state.config.teams.some(({ id }) => id === team)) return refuse('show.stranger');
    this.#cheers.set(team, (this.#cheers.get(team) ?? 0) + count);
    return ok({ seq: state.seq });
  }

  async #write(rows: readonly CrowdAnswerRow[]): Promise<boolean[]> {
    while (this.#counting !== null) await this.#counting;
    const writing = insertCrowdAnswers(this.#platform.pool, this.#stageId, rows);
    this.#writing = writing;
    try {
      return await writing;
    } catch (error) {
      this.#platform.log.error(error, `${rows.length} answers of the audience were not stored`);
      throw error;
    } finally {
      this.#writing = null;
    }
  }

  async #count(submit: Submit): Promise<Answer> {
    await this.#writing?.catch(() => undefined);
    const { db } = this.#platform;
    let shut: Asked | null = null;
    let answer: Answer = refuse('server.busy');
    for (let tries = 0; tries < TRIES; tries += 1) {
      const asked = askedNow(this.#state());
      // Through another process answers may come in for ever, faster than they are counted: then they are shut out first.
      if (asked !== null && tries >= BEFORE_SHUT) {
        shut = asked;
        await setAskOpen(db, this.#stageId, asked, false);
      }
      const count =
        asked === null ? { counts: [], answered: 0 } : await countAnswers(db, this.#stageId, asked);
      answer = await submit({ type: 'stopCrowd', ...count });
      if (answer.ok) return answer;
      if (answer.refusal.code !== COUNT_AGAIN) break;
    }
    if (shut !== null) await setAskOpen(db, this.#stageId, shut, true);
    return !answer.ok && answer.refusal.code === COUNT_AGAIN ? refuse('server.busy') : answer;
  }
}

/** An id means one question in the whole show. */
function questionOf(config: ShowConfig, id: string): QuestionItem | null {
  const rounds = [...config.rounds, ...(config.decider.rule === 'none' ? [] : [config.decider.round])];
  for (const { questions } of rounds)
    for (const question of questions) if (question.id === id) return question;
  return null;
}

function askedNow(state: ShowState | null): Asked | null {
  const asking = state?.crowd.asking;
  if (!state || !asking) return null;
  const { kind, id } = asking;
  const options = kind === 'poll' ? asking.options : (questionOf(state.config, id)?.options ?? []);
  return { kind, id, options: options.length };
}
