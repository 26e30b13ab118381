import type { Socket } from 'node:net';
import type { ServerFrame } from '@leitai/contract';
import type { WebSocket } from 'ws';
import { textFrame } from './textFrame.ts';

/** Above this the client is slow: it gets no view until it has caught up, and then only the latest. */
const SLOW_BYTES = 1024 * 1024;
/** Above this it is dropped, whatever it is being sent. */
const DROP_BYTES = 4 * SLOW_BYTES;

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

  constructor(ws: WebSocket, tcp: Socket) {
    this.ws = ws;
    this.#tcp = tcp;
  }

  get open(): boolean {
    return this.ws.readyState === 1;
  }

  /** Writes a ready frame; `false` if the client is too slow or gone, and nothing was written. */
  write(frame: Buffer): boolean {
    if (this.ws.readyState !== 1) return false;
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
    this.ws.close(closeCode, code);
  }

  onDrain(listener: () => void): void {
    this.#tcp.on('drain', () => {
      this.slowSince = null;
      listener();
    });
  }
}
