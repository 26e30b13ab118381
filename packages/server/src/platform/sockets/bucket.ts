/** Token bucket: `burst` at once, then `perSec`. */
export class Bucket {
  readonly #burst: number;
  readonly #perSec: number;
  #tokens: number;
  #at = performance.now();

  constructor({ burst, perSec }: { readonly burst: number; readonly perSec: number }) {
    this.#burst = burst;
    this.#perSec = perSec;
    this.#tokens = burst;
  }

  /** Whether one more may pass now. */
  take(): boolean {
    const now = performance.now();
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#at) / 1000) * this.#perSec);
    this.#at = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
