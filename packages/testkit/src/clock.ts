/** A clock that stands still until it is moved, or goes on by `step` ms whenever it is read; a `Clock` of the server. */
export class FakeClock {
  step = 0;
  #now: number;
  constructor(now = Date.UTC(2025, 5, 16, 1, 0, 0)) {
    this.#now = now;
  }
  now(): number {
    this.#now += this.step;
    return this.#now;
  }
  advance(ms: number): void {
    this.#now += ms;
  }
  set(now: number): void {
    this.#now = now;
  }
}
