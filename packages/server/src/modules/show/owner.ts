import { refuse, type Result } from '@leitai/rules';
import {
  decide,
  evolve,
  replay,
  type ShowCommand,
  type ShowConfig,
  type ShowState,
} from '@leitai/rules/show';
import type { Platform } from '../../platform/platform.ts';
import { newSeed } from './fillIn.ts';
import { append, readEvents, type Guard, type NewEvent } from './store.ts';

const TRIES = 8;
const BATCH = 200;
const QUEUE = 5_000;
/** A deadline is looked at again at least this often, so that a moved or standing clock is followed. */
const TIMER_MS = 1_000;

/** Who sent a command and what that client calls it. */
export interface Sender {
  /** `host:user`, `team:entry`, `input:id`, `system`. */
  readonly actor: string;
  /** Unique for this actor for ever; a repeated one is answered, not done again. */
  readonly commandId: string | null;
}

interface Waiting extends Sender {
  readonly command: ShowCommand;
  readonly answer: (result: Result<{ seq: number }>) => void;
}

export interface OwnerPorts {
  readonly platform: Pick<Platform, 'db' | 'pool' | 'clock' | 'log'>;
  /** The configuration as it stands. Its teams follow the entries until they are `fixed` by draw or start. */
  config(fixed: boolean): Promise<ShowConfig>;
  /** What to look at in the transaction that stores this command's events. */
  guard(command: ShowCommand, state: ShowState): Guard | null;
  /** Called after each commit and each catching-up, never before. `own`: stored by this owner. */
  changed(state: ShowState, own: boolean): void;
}

/**
 * The show in memory. Commands are decided one after another; what waits together is stored together. Another owner
 * elsewhere does no harm: the log's key lets only one append, the other reads and decides again.
 */
export class ShowOwner {
  readonly stageId: string;
  readonly #ports: OwnerPorts;
  readonly #queue: Waiting[] = [];
  #state: ShowState | null = null;
  /** Command → seq of its last event. */
  #done = new Map<string, number>();
  #stale = true;
  /** The last work ended in an error; the next call tries again. */
  #failed = false;
  #working: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(stageId: string, ports: OwnerPorts) {
    this.stageId = stageId;
    this.#ports = ports;
  }

  /** The stored state as last known here; `null` before the first `load`. */
  get state(): ShowState | null {
    return this.#state;
  }

  /** Catches up with the log first. */
  async load(): Promise<ShowState> {
    this.#stale = true;
    await this.#work();
    // The worker may have been on its way out.
    if (this.#stale) await this.#work();
    if (this.#stale || this.#state === null) throw new Error('the log of the show could not be read');
    return this.#state;
  }

  /** Others have written: look, soon. */
  refresh(): void {
    this.#stale = true;
    void this.#work();
  }

  /** Decided in the order of the calls. `server.busy` changes nothing and may be tried again with the same id. */
  submit(command: ShowCommand, sender: Sender): Promise<Result<{ seq: number }>> {
    if (this.#queue.length >= QUEUE || this.#stopped) return Promise.resolve(refuse('server.busy'));
    return new Promise((answer) => {
      this.#queue.push({ ...sender, command, answer });
      void this.#work();
    });
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** The one worker; callers that come while it runs wait for it, and it sees what they brought. */
  #work(): Promise<void> {
    this.#working ??= this.#drain().finally(() => {
      this.#working = null;
      if (this.#stopped) return;
      if (this.#queue.length > 0 || (this.#stale && !this.#failed)) void this.#work();
    });
    return this.#working;
  }

  async #drain(): Promise<void> {
    let batch: Waiting[] = [];
    this.#failed = false;
    try {
      while ((this.#stale || this.#queue.length > 0) && !this.#stopped) {
        if (this.#stale) await this.#catchUp();
        batch = this.#take(this.#state!);
        if (batch.length > 0) await this.#run(batch);
        batch = [];
      }
    } catch (error) {
      // Whether the commit happened is unknown: read before anything else is decided.
      this.#stale = true;
      this.#failed = true;
      this.#ports.platform.log.error(error, 'the log of a show could not be reached');
      for (const { answer } of [...batch, ...this.#queue.splice(0)]) answer(refuse('server.busy'));
    }
  }

  /** What can be stored in one transaction: many plain commands, or one that has to look at more. */
  #take(state: ShowState): Waiting[] {
    const guarded = (waiting: Waiting | undefined): boolean =>
      waiting !== undefined && this.#ports.guard(waiting.command, state) !== null;
    if (guarded(this.#queue[0])) return this.#queue.splice(0, 1);
    const end = this.#queue.findIndex(guarded);
    return this.#queue.splice(0, Math.min(BATCH, end < 0 ? BATCH : end));
  }

  async #run(batch: readonly Waiting[]): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const before = this.#state!;
      const { state, events, answers, done } = decideAll(before, batch, this.#done, this.#ports.platform.log);
      const reply = (): void => batch.forEach(({ answer }, index) => answer(answers[index]!));
      if (events.length === 0) return reply();
      const guard = batch.length === 1 ? this.#ports.guard(batch[0]!.command, before) : null;
      const stored = await append(this.#ports.platform, this.stageId, before.seq, events, guard);
      if (!stored.ok) {
        if (batch.length === 1) return batch[0]!.answer(stored);
        // One of them cannot be stored as it is; the others shall not suffer for it.
        for (const each of batch) await this.#run([each]);
        return undefined;
      }
      if (stored.value === 'stored') {
        for (const [key, seq] of done) this.#done.set(key, seq);
        this.#settle(state, true);
        return reply();
      }
      await this.#catchUp();
    }
    return batch.forEach(({ answer }) => answer(refuse('server.busy')));
  }

  async #catchUp(): Promise<void> {
    this.#stale = false;
    const { platform, config } = this.#ports;
    const old = this.#state;
    try {
      // Teams and questions may still change in the lobby; from the start on only the log grows.
      const base = old === null || old.phase === 'lobby' ? null : old;
      const stored = await readEvents(platform.db, this.stageId, base?.seq ?? 0);
      if (base !== null && stored.length === 0) return;
      const events = stored.map(({ event }) => event);
      // Once it has started the log says who plays, whatever became of an entry since.
      const fixed = (old !== null && old.draw !== null) || events.some(({ type }) => type === 'started');
      const setting = base === null ? await config(fixed) : null;
      for (const { actor, commandId, seq } of stored)
        if (commandId) this.#done.set(keyOf({ actor, commandId })!, seq);
      this.#settle(setting === null ? events.reduce(evolve, base!) : replay(setting, events), false);
    } catch (error) {
      this.#stale = true;
      throw error;
    }
  }

  #settle(state: ShowState, own: boolean): void {
    this.#state = state;
    this.#arm(state);
    this.#ports.changed(state, own);
  }

  /** QZ-41: the deadline is the server's; one that passed while nobody looked fires at once. */
  #arm({ clock, paused }: ShowState): void {
    clearTimeout(this.#timer);
    if (clock === null || paused !== null || this.#stopped) return;
    const left = clock.deadline - this.#ports.platform.clock.now();
    this.#timer = setTimeout(() => this.#fire(), Math.max(0, Math.min(left, TIMER_MS))).unref();
  }

  #fire(): void {
    const { state } = this;
    if (!state?.clock || state.paused) return;
    const now = this.#ports.platform.clock.now();
    if (now < state.clock.deadline) return this.#arm(state);
    const command: ShowCommand = {
      type: 'timeout',
      clockId: state.clock.id,
      seed: newSeed(),
      actor: { kind: 'system' },
      now,
    };
    void this.submit(command, { actor: 'system', commandId: null }).then((result) => {
      // The log could not be reached: the deadline has still passed.
      if (!result.ok && result.refusal.code === 'server.busy' && this.#state)
        this.#timer = setTimeout(() => this.#fire(), TIMER_MS).unref();
    });
    return undefined;
  }
}

const keyOf = ({ actor, commandId }: Sender): string | null =>
  commandId === null ? null : `${actor}\n${commandId}`;

function decideAll(
  before: ShowState,
  batch: readonly Waiting[],
  known: ReadonlyMap<string, number>,
  log: Platform['log'],
) {
  const events: NewEvent[] = [];
  const answers: Result<{ seq: number }>[] = [];
  const done = new Map<string, number>();
  let state = before;
  for (const waiting of batch) {
    const key = keyOf(waiting);
    const earlier = key === null ? undefined : (known.get(key) ?? done.get(key));
    if (earlier !== undefined) {
      answers.push({ ok: true, value: { seq: earlier } });
      continue;
    }
    try {
      const decided = decide(state, waiting.command);
      if (!decided.ok) {
        answers.push(decided);
        continue;
      }
      let next = state;
      for (const event of decided.value) next = evolve(next, event);
      state = next;
      for (const event of decided.value)
        events.push({ event, actor: waiting.actor, commandId: waiting.commandId });
      if (key !== null) done.set(key, state.seq);
      answers.push({ ok: true, value: { seq: state.seq } });
    } catch (error) {
      // A bug in the rules must not stop the show for the others.
      log.error(error, 'a command could not be decided');
      answers.push(refuse('server.fault'));
    }
  }
  return { state, events, answers, done };
}
