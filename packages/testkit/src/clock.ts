/** A clock that stands still until it is moved; a `Clock` of the server. */
export class FakeClock {
  #now: number;
  constructor(now = Date.UTC(2025, 5, 16, 1, 0, 0)) {
    this.#now = now;
  }
  now(): number {
    return this.#now;
  }
  advance(ms: number): void {
    this.#now += ms;
  }
  set(now: number): void {
    this.#now = now;
  }
}
