const SAMPLES = 8;

/** The server's clock, by the exchange with the shortest way among the last ones; milliseconds. */
export class ServerClock {
  #samples: { readonly rtt: number; readonly offset: number }[] = [];

  /** `sentAt`, `receivedAt` on this device; the server read its clock somewhere between. */
  heard(sentAt: number, serverNow: number, receivedAt: number): void {
    const rtt = Math.max(0, receivedAt - sentAt);
    this.#samples = [...this.#samples, { rtt, offset: serverNow + rtt / 2 - receivedAt }].slice(-SAMPLES);
  }

  readonly now = (): number => {
    const best = this.#samples.reduce((least, sample) => (sample.rtt < least.rtt ? sample : least), {
      rtt: Number.POSITIVE_INFINITY,
      offset: 0,
    });
    return Date.now() + best.offset;
  };
}
