/** Taps that one frame may bring. */
const MOST = 20;

/** Taps gather, and go out as one frame a second at most; what a thumb taps beyond that is for its own joy. */
export class Cheers {
  readonly #send: (team: string, count: number) => void;
  readonly #everyMs: number;
  readonly #waiting = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: (team: string, count: number) => void, everyMs = 1_000) {
    this.#send = send;
    this.#everyMs = everyMs;
  }

  tap(team: string): void {
    this.#waiting.set(team, Math.min(MOST, (this.#waiting.get(team) ?? 0) + 1));
    this.#timer ??= setTimeout(() => this.#flush(), this.#everyMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting.clear();
  }

  #flush(): void {
    this.#timer = undefined;
    const [first] = this.#waiting;
    if (first === undefined) return;
    this.#waiting.delete(first[0]);
    this.#send(...first);
    if (this.#waiting.size > 0) this.#timer = setTimeout(() => this.#flush(), this.#everyMs);
  }
}
