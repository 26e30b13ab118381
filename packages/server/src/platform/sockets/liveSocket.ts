import { randomInt } from 'node:crypto';
import type { Socket } from 'node:net';
import type { ServerFrame } from '@leitai/contract';
import type { WebSocket } from 'ws';
import { RoundTrips, type RoundTrip } from './roundTrip.ts';
import { textFrame } from './textFrame.ts';

/** Above this the client is slow: it gets no view until it has caught up, and then only the latest. */
const SLOW_BYTES = 128 * 1024;
/** Above this it is dropped, whatever it is being sent. */
const DROP_BYTES = 4 * 1024 * 1024;
/** How long a client has to answer a `bye`. */
const BYE_MS = 2_000;
/** A whole ping frame without payload. */
const PING = Buffer.from([0x89, 0]);
/** Round trips are measured quickly at first, so that the first question already knows them, then now and then. */
const FIRST_PINGS = 5;
const FIRST_PING_MS = 200;
const PING_MS = 2_000;

/**
 * One open page. Frames are written to the TCP socket itself: `ws` writes every frame of its own in one turn of the
 * event loop (compression is off), so nothing can land in the middle of another frame.
 */
export class LiveSocket {
  readonly ws: WebSocket;
  readonly #tcp: Socket;
  /** Of the broadcast it listens to: the version it got last, 0 for none. */
  seen = 0;
  /** `performance.now()` since when it has been too slow; `null` while it keeps up. */
  slowSince: number | null = null;
  #trips: RoundTrips | null = null;
  /** It was told goodbye: nothing may follow the close frame. */
  #leaving = false;

  constructor(ws: WebSocket, tcp: Socket) {
    this.ws = ws;
    this.#tcp = tcp;
  }

  get open(): boolean {
    return this.ws.readyState === 1;
  }

  /** Writes a ready frame; `false` if the client is too slow or gone, and nothing was written. */
  write(frame: Buffer): boolean {
    // Asked of the TCP socket, which is needed anyway: with thousands of clients each further object is a cache miss.
    if (this.#leaving || !this.#tcp.writable) return false;
    if (this.#tcp.writableLength > SLOW_BYTES) {
      this.slowSince ??= performance.now();
      return false;
    }
    this.#tcp.write(frame);
    return true;
  }

  /** A frame for this client alone, e.g. an ack. Sent also to a slow client, within bounds. */
  send(frame: ServerFrame): void {
    if (this.ws.readyState !== 1) return;
    if (this.#tcp.writableLength > DROP_BYTES) this.ws.terminate();
    else this.#tcp.write(textFrame(JSON.stringify(frame)));
  }

  /** Says why, then closes. */
  bye(code: string, closeCode = 1008): void {
    if (this.ws.readyState !== 1) return;
    this.send({ t: 'bye', code });
    this.#leaving = true;
    this.ws.close(closeCode, code);
    setTimeout(() => this.ws.terminate(), BYE_MS).unref();
  }

  /** Says why, and listens to nothing more: what a flood still sends stays with the sender. */
  expel(code: string): void {
    this.bye(code);
    this.ws.pause();
  }

  /** All that it has sent so far. */
  get bytesHeard(): number {
    return this.#tcp.bytesRead;
  }

  /** Whatever it sends next is a sign of life. */
  ping(): void {
    this.write(PING);
  }

  /** What its latest round trips took; `null` when they are not measured or none was answered yet. */
  get roundTrip(): RoundTrip | null {
    return this.#trips?.figures ?? null;
  }

  /**
   * From now on the round trip is measured by protocol pings, until the socket closes. Browsers answer those in their
   * network stack, where no page can delay or forge the answer (QZ-33).
   */
  measure(): void {
    if (this.#trips !== null) return;
    const trips = new RoundTrips();
    this.#trips = trips;
    this.ws.on('pong', (data) => {
      if (data.length === 4) trips.answered(data.readUInt32BE(), performance.now());
    });
    let count = 0;
    let timer: NodeJS.Timeout;
    const ping = (): void => {
      count += 1;
      timer = setTimeout(ping, count < FIRST_PINGS ? FIRST_PING_MS : PING_MS).unref();
      // Behind what is queued it would measure the queue.
      if (this.ws.readyState !== 1 || this.#tcp.writableLength > 0) return;
      const payload = Buffer.allocUnsafe(4);
      payload.writeUInt32BE(randomInt(2 ** 32));
      trips.sent(payload.readUInt32BE(), performance.now());
      this.ws.ping(payload);
    };
    ping();
    this.ws.on('close', () => clearTimeout(timer));
  }

  onDrain(listener: () => void): void {
    this.#tcp.on('drain', () => {
      this.slowSince = null;
      listener();
    });
  }
}
