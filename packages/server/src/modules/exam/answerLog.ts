/** One answer on its way into the log. */
export interface AnswerRow {
  readonly attemptId: string;
  readonly no: number;
  readonly revision: number;
  readonly choice: readonly number[];
  readonly device: number;
  /** Epoch ms at which the request arrived: what the deadline is compared with. */
  readonly receivedAt: number;
}

/** Commits rows in one statement; for each, whether the log now holds exactly this choice under its revision. */
export type WriteAnswers = (rows: readonly AnswerRow[]) => Promise<readonly boolean[]>;

interface Waiting {
  readonly row: AnswerRow;
  readonly resolve: (stored: boolean) => void;
  readonly reject: (error: unknown) => void;
}

export interface AnswerLogLimits {
  /** Rows in one commit. */
  readonly batch: number;
  /** Rows waiting; beyond it the house says it is busy. */
  readonly queue: number;
}

/**
 * Group commit: while one commit is under way everything that arrives gathers, and goes with the next one. An idle log
 * commits what one turn of the event loop brought, so nobody waits for a timer.
 */
export class AnswerLog {
  readonly #write: WriteAnswers;
  readonly #limits: AnswerLogLimits;
  #queue: Waiting[] = [];
  #flight: Promise<void> | null = null;
  #called = false;

  constructor(write: WriteAnswers, limits: AnswerLogLimits = { batch: 1000, queue: 20_000 }) {
    this.#write = write;
    this.#limits = limits;
  }

  /** Resolves after the commit; rejects when the commit failed, and then nothing may be acknowledged. Null: too much is waiting. */
  append(row: AnswerRow): Promise<boolean> | null {
    if (this.#queue.length >= this.#limits.queue) return null;
    return new Promise((resolve, reject) => {
      this.#queue.push({ row, resolve, reject });
      if (this.#flight === null && !this.#called) {
        this.#called = true;
        setImmediate(this.#depart);
      }
    });
  }

  /** Resolves when everything appended so far is decided. */
  async settled(): Promise<void> {
    const last = this.#queue.at(-1);
    if (last === undefined) return this.#flight ?? undefined;
    await new Promise<void>((resolve) => {
      this.#queue[this.#queue.length - 1] = {
        row: last.row,
        resolve: (stored) => (last.resolve(stored), resolve()),
        reject: (error) => (last.reject(error), resolve()),
      };
    });
  }

  readonly #depart = (): void => {
    this.#called = false;
    if (this.#flight !== null || this.#queue.length === 0) return;
    const batch =
      this.#queue.length <= this.#limits.batch ? this.#queue : this.#queue.slice(0, this.#limits.batch);
    this.#queue = batch === this.#queue ? [] : this.#queue.slice(this.#limits.batch);
    this.#flight = this.#commit(batch);
  };

  async #commit(batch: readonly Waiting[]): Promise<void> {
    let stored: readonly boolean[] = [];
    let failure: unknown = null;
    try {
      stored = await this.#write(batch.map(({ row }) => row));
    } catch (error) {
      failure = error ?? new Error('commit failed');
    }
    // The next commit leaves first: PostgreSQL works while the acknowledgements are written.
    this.#flight = null;
    this.#depart();
    if (failure === null) batch.forEach(({ resolve }, i) => resolve(stored[i] === true));
    else for (const { reject } of batch) reject(failure);
  }
}
