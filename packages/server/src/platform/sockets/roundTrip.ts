/** What a socket's latest round trips took, in ms of a steady clock. */
export interface RoundTrip {
  readonly bestMs: number;
  readonly lastMs: number;
  /** Mean difference between one round trip and the next; 0 while there is only one. */
  readonly jitterMs: number;
  /** How many the figures are made from, at most `KEPT`. */
  readonly samples: number;
  /** Those round trips themselves, oldest first. */
  readonly recent: readonly number[];
}

const KEPT = 16;

/**
 * Pings that were sent and what came back. A ping is known by a random number, so nobody can answer one that has not
 * arrived; each is answered once, and an answer lets go of older pings (RFC 6455 §5.5.3 allows to skip those).
 */
export class RoundTrips {
  /** Payload → when it was sent; oldest first. */
  readonly #sent = new Map<number, number>();
  readonly #recent: number[] = [];

  sent(payload: number, at: number): void {
    this.#sent.delete(payload);
    this.#sent.set(payload, at);
    if (this.#sent.size > KEPT) this.#sent.delete(this.#sent.keys().next().value!);
  }

  /** `false`: no ping that is still waiting had this payload; nothing is changed. */
  answered(payload: number, at: number): boolean {
    const since = this.#sent.get(payload);
    if (since === undefined) return false;
    for (const older of this.#sent.keys()) {
      this.#sent.delete(older);
      if (older === payload) break;
    }
    this.#recent.push(Math.max(0, at - since));
    if (this.#recent.length > KEPT) this.#recent.shift();
    return true;
  }

  /** `null` before the first answer. */
  get figures(): RoundTrip | null {
    const recent = [...this.#recent];
    if (recent.length === 0) return null;
    let differences = 0;
    for (let i = 1; i < recent.length; i += 1) differences += Math.abs(recent[i]! - recent[i - 1]!);
    return {
      bestMs: Math.min(...recent),
      lastMs: recent.at(-1)!,
      jitterMs: differences / Math.max(1, recent.length - 1),
      samples: recent.length,
      recent,
    };
  }
}
