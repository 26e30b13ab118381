export interface Pace {
  readonly burst: number;
  readonly perSec: number;
}

/** Token bucket: `burst` at once, then `perSec`. Times are those of a steady clock, ms. */
export class Bucket {
  readonly #pace: Pace;
  #tokens: number;
  #at: number;

  constructor(pace: Pace, now = performance.now()) {
    this.#pace = pace;
    this.#tokens = pace.burst;
    this.#at = now;
  }

  /** Whether one more may pass now. */
  take(now = performance.now()): boolean {
    this.#fill(now);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** Nobody has taken anything lately: it is as good as a new one. */
  full(now = performance.now()): boolean {
    this.#fill(now);
    return this.#tokens >= this.#pace.burst;
  }

  #fill(now: number): void {
    const { burst, perSec } = this.#pace;
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#at) / 1000) * perSec);
    this.#at = now;
  }
}
