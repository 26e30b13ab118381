import type { LiveSocket } from './liveSocket.ts';

/** Sockets written to before other work gets its turn: a press must not wait for three thousand spectators. */
const PER_TURN = 400;

/**
 * What one audience should see now, to many sockets. A newer one replaces an older one that was not yet written: a
 * client that is behind skips to the newest, so nothing piles up.
 */
export class Broadcast {
  readonly sockets = new Set<LiveSocket>();
  readonly #make: () => Buffer | null;
  readonly #delayMs: number | null;
  #frame: Buffer | null = null;
  #version = 1;
  #waiting = false;
  #writing = false;

  /**
   * `make` frames the latest; called once a change, and for each newcomer. `delayMs`: changes within it are sent as
   * one; `null` writes at once.
   */
  constructor(make: () => Buffer | null, delayMs: number | null) {
    this.#make = make;
    this.#delayMs = delayMs;
  }

  /** There is something newer. */
  changed(): void {
    if (this.#delayMs === null) {
      this.#renew();
      for (const socket of this.sockets) this.#bring(socket);
    } else if (!this.#waiting) {
      this.#waiting = true;
      setTimeout(() => {
        this.#waiting = false;
        this.#renew();
        if (!this.#writing) this.#pass(this.sockets.values());
      }, this.#delayMs).unref();
    }
  }

  /** The socket listens from now on, and gets the latest; again if it asks again. */
  join(socket: LiveSocket): void {
    if (!this.sockets.has(socket)) {
      this.sockets.add(socket);
      socket.onDrain(() => this.#bring(socket));
    }
    const frame = this.#make();
    if (frame !== null) socket.seen = socket.write(frame) ? this.#version : 0;
  }

  /** The same bytes to all who keep up, besides the views. */
  aside(frame: Buffer): void {
    const all = this.sockets.values();
    const turn = (): void => {
      for (let i = 0; i < PER_TURN; i += 1) {
        const { value, done } = all.next();
        if (done) return;
        if (value.slowSince === null) value.write(frame);
      }
      setImmediate(turn);
    };
    turn();
  }

  #renew(): void {
    this.#version += 1;
    this.#frame = this.#make();
  }

  #bring(socket: LiveSocket): void {
    if (socket.seen !== this.#version && this.sockets.has(socket)) this.#write(socket);
  }

  #write(socket: LiveSocket): void {
    const frame = (this.#frame ??= this.#make());
    if (frame !== null && socket.write(frame)) socket.seen = this.#version;
  }

  /** Goes round in turns; what became newer meanwhile is taken along, and starts another round. */
  #pass(rest: SetIterator<LiveSocket>, from = this.#version): void {
    this.#writing = true;
    for (let i = 0; i < PER_TURN; i += 1) {
      const { value, done } = rest.next();
      if (done) {
        this.#writing = false;
        if (from !== this.#version) this.#pass(this.sockets.values());
        return;
      }
      if (value.seen !== this.#version) this.#write(value);
    }
    setImmediate(() => this.#pass(rest, from));
  }
}
