import { PROTOCOL_VERSION } from '@leitai/contract';
import { Bucket } from './bucket.ts';
import type { LiveSocket } from './liveSocket.ts';
import { readFrame, type ClientMessage } from './readFrame.ts';

/** What the module behind a path does with an admitted socket. */
export interface Visit {
  readonly pace: keyof typeof PACE;
  /** One of a crowd that anybody may join: it leaves room for those the show cannot do without. */
  readonly crowd: boolean;
  /** Its round trip matters: it is measured as long as the socket is open (`LiveSocket.roundTrip`). */
  readonly timed: boolean;
  /** How often to ask whether it is still welcome, ms. */
  readonly checkMs: number;
  /** Called with each `hello` of the right version. */
  hello(socket: LiveSocket, hello: Extract<ClientMessage, { t: 'hello' }>): void;
  command(socket: LiveSocket, frame: Extract<ClientMessage, { t: 'cmd' }>): void;
  left(socket: LiveSocket): void;
  /** Asked now and then: whether the socket may stay; a code if not. */
  stillWelcome(): Promise<string | null>;
}

/** Frames a client may send: at once, and then a second. A signed-in host is trusted with more. */
const PACE = { guest: { burst: 40, perSec: 20 }, host: { burst: 400, perSec: 200 } } as const;

export interface Patience {
  /** Until the first `hello`. */
  readonly helloMs: number;
  /** A socket that sent nothing for so long is pinged, and given up after as long again. */
  readonly silentMs: number;
  /** A socket that does not take what it is sent is given up. */
  readonly slowMs: number;
}

export const PATIENCE: Patience = { helloMs: 10_000, silentMs: 30_000, slowMs: 20_000 };

/** Each socket is looked at this often. */
const ROUND_MS = 1_000;

interface Guest {
  readonly socket: LiveSocket;
  readonly visit: Visit;
  readonly bucket: Bucket;
  greeted: boolean;
  /** Bytes it had sent at the last look. */
  heard: number;
  pinged: boolean;
  lookAt: number;
  checkAt: number;
}

/** Those who were let in: paced, listened to, and shown out when they are silent, too slow or no longer welcome. */
export class Guests {
  readonly #guests = new Set<Guest>();
  readonly #patience: Patience;
  readonly #now: () => number;
  readonly #round: NodeJS.Timeout;

  /** `now`: server time, ms. */
  constructor(now: () => number, patience: Patience) {
    this.#now = now;
    this.#patience = patience;
    this.#round = setInterval(() => this.#look(), ROUND_MS).unref();
  }

  get size(): number {
    return this.#guests.size;
  }

  welcome(socket: LiveSocket, visit: Visit): void {
    const now = performance.now();
    const guest: Guest = {
      socket,
      visit,
      bucket: new Bucket(PACE[visit.pace]),
      greeted: false,
      heard: 0,
      pinged: false,
      lookAt: now + this.#patience.helloMs,
      checkAt: now + visit.checkMs * Math.random(),
    };
    this.#guests.add(guest);
    const { ws } = socket;
    const paced = (): boolean => {
      if (!socket.open) return false;
      const may = guest.bucket.take();
      if (!may) socket.expel('rate.tooMany');
      return may;
    };
    ws.on('ping', paced);
    ws.on('pong', paced);
    ws.on('close', () => {
      this.#guests.delete(guest);
      visit.left(socket);
    });
    ws.on('message', (data: Buffer, isBinary: boolean) => {
      if (!paced()) return;
      const read = readFrame(data, isBinary);
      if (read.ok) this.#receive(guest, read.value);
      else socket.bye(read.refusal.code, read.refusal.code === 'frame.tooLarge' ? 1009 : 1008);
    });
  }

  stop(): void {
    clearInterval(this.#round);
    for (const { socket } of this.#guests) {
      socket.bye('server.closing', 1001);
      socket.ws.terminate();
    }
  }

  #receive(guest: Guest, frame: ClientMessage): void {
    const { socket, visit } = guest;
    switch (frame.t) {
      case 'ping':
        return socket.send({ t: 'pong', n: frame.n, now: this.#now() });
      case 'hello':
        if (frame.v !== PROTOCOL_VERSION) return socket.bye('protocol.version');
        guest.greeted = true;
        if (visit.timed) socket.measure();
        return visit.hello(socket, frame);
      default:
        return guest.greeted ? visit.command(socket, frame) : socket.bye('protocol.helloMissing');
    }
  }

  #look(): void {
    const now = performance.now();
    for (const guest of this.#guests) {
      const { socket, visit } = guest;
      if (socket.slowSince !== null && now - socket.slowSince > this.#patience.slowMs) socket.ws.terminate();
      else if (guest.lookAt <= now) this.#listen(guest, now);
      if (guest.checkAt > now) continue;
      guest.checkAt = now + visit.checkMs;
      visit.stillWelcome().then(
        (code) => (code === null ? undefined : socket.bye(code)),
        () => {},
      );
    }
  }

  /** Pages ping by themselves, so only the silent are asked; each at its own time, not all who came at once together. */
  #listen(guest: Guest, now: number): void {
    const { socket } = guest;
    if (!guest.greeted) return socket.bye('protocol.helloMissing');
    guest.lookAt = now + this.#patience.silentMs * (0.75 + Math.random() / 2);
    const spoke = socket.bytesHeard !== guest.heard;
    guest.heard = socket.bytesHeard;
    if (!spoke && guest.pinged) return socket.ws.terminate();
    guest.pinged = !spoke;
    return spoke ? undefined : socket.ping();
  }
}
