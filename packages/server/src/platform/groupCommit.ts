/** Commits rows in one statement, and says what became of each. */
export type CommitRows<Row, Outcome> = (rows: readonly Row[]) => Promise<readonly Outcome[]>;

interface Waiting<Row, Outcome> {
  readonly row: Row;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupLimits {
  /** Rows in one commit. */
  readonly batch: number;
  /** Rows waiting; beyond it the house says it is busy. */
  readonly queue: number;
}

/**
 * Group commit: while one commit is under way everything that arrives gathers, and goes with the next one. An idle log
 * commits what one turn of the event loop brought, so nobody waits for a timer.
 */
export class GroupCommit<Row, Outcome> {
  readonly #write: CommitRows<Row, Outcome>;
  readonly #limits: GroupLimits;
  #queue: Waiting<Row, Outcome>[] = [];
  #flight: Promise<void> | null = null;
  #called = false;

  constructor(write: CommitRows<Row, Outcome>, limits: GroupLimits = { batch: 1000, queue: 20_000 }) {
    this.#write = write;
    this.#limits = limits;
  }

  /** Resolves after the commit; rejects when the commit failed, and then nothing may be acknowledged. Null: too much is waiting. */
  append(row: Row): Promise<Outcome> | null {
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
        resolve: (outcome) => (last.resolve(outcome), resolve()),
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

  async #commit(batch: readonly Waiting<Row, Outcome>[]): Promise<void> {
    let outcomes: readonly Outcome[] = [];
    let failure: unknown = null;
    try {
      outcomes = await this.#write(batch.map(({ row }) => row));
    } catch (error) {
      failure = error ?? new Error('commit failed');
    }
    // The next commit leaves first: PostgreSQL works while the acknowledgements are written.
    this.#flight = null;
    this.#depart();
    if (failure === null) batch.forEach(({ resolve }, i) => resolve(outcomes[i]!));
    else for (const { reject } of batch) reject(failure);
  }
}
