import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { PROTOCOL_VERSION } from '@leitai/contract';
import type { Result } from '@leitai/rules';
import type { FastifyInstance } from 'fastify';
import { WebSocketServer, type WebSocket } from 'ws';
import { Bucket } from './bucket.ts';
import { liveRequest, sameSite, type LiveRequest } from './liveRequest.ts';
import { LiveSocket } from './liveSocket.ts';
import { FRAME_LIMIT, readFrame, type ClientMessage } from './readFrame.ts';

export type { ClientMessage } from './readFrame.ts';

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

export interface LivePath {
  readonly path: string;
  /** Who may come in; a refusal is said as `bye`. */
  admit(request: LiveRequest): Promise<Result<Visit>>;
  /** Server time, ms. */
  now(): number;
}

/** Frames a client may send: at once, and then a second. A signed-in host is trusted with more. */
const PACE = { guest: { burst: 40, perSec: 20 }, host: { burst: 400, perSec: 200 } } as const;
const MAX_SOCKETS = 20_000;
const MAX_CROWD = 19_000;
/** Each socket is looked at this often: dead peers, slow ones. */
const PING_MS = 30_000;
const HELLO_MS = 10_000;
const SLOW_MS = 20_000;

interface Guest {
  readonly socket: LiveSocket;
  readonly visit: Visit;
  readonly bucket: Bucket;
  greeted: boolean;
  alive: boolean;
  pingAt: number;
  checkAt: number;
}

/** The live sockets of the house: `ws` behind Fastify's own server, frames checked before any module sees them. */
export function liveGateway(
  app: FastifyInstance,
  live: LivePath,
  { most, crowd }: { most: number; crowd: number } = { most: MAX_SOCKETS, crowd: MAX_CROWD },
): void {
  // Its own limit is the backstop for what is far too large; up to there we can still say why.
  const server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    clientTracking: false,
    maxPayload: 4 * FRAME_LIMIT,
  });
  const guests = new Set<Guest>();
  let closing = false;

  app.server.on('upgrade', (message: IncomingMessage, duplex: Duplex, head: Buffer) => {
    const tcp = duplex as Socket;
    tcp.on('error', () => {});
    const path = (message.url ?? '').split('?', 1)[0];
    if (path !== live.path) return turnAway(tcp, '404 Not Found');
    if (!sameSite(message)) return turnAway(tcp, '403 Forbidden');
    if (closing || guests.size >= most) return turnAway(tcp, '503 Service Unavailable');
    // Whatever goes wrong with one stranger must not end the process.
    const admission = async () => live.admit(liveRequest(message));
    admission().then(
      (admitted) => {
        server.handleUpgrade(message, tcp, head, (ws) => {
          const socket = new LiveSocket(ws, tcp);
          tcp.setNoDelay(true);
          ws.on('error', () => {});
          if (!admitted.ok) socket.bye(admitted.refusal.code);
          else if (admitted.value.crowd && guests.size >= crowd) socket.bye('server.busy', 1013);
          else welcome(socket, ws, admitted.value);
        });
      },
      (error: unknown) => {
        app.log.error(error);
        turnAway(tcp, '503 Service Unavailable');
      },
    );
    return undefined;
  });

  function welcome(socket: LiveSocket, ws: WebSocket, visit: Visit): void {
    const guest: Guest = {
      socket,
      visit,
      bucket: new Bucket(PACE[visit.pace]),
      greeted: false,
      alive: true,
      pingAt: performance.now() + HELLO_MS,
      checkAt: performance.now() + visit.checkMs,
    };
    guests.add(guest);
    ws.on('pong', () => (guest.alive = true));
    ws.on('close', () => {
      guests.delete(guest);
      visit.left(socket);
    });
    ws.on('message', (data: Buffer, isBinary: boolean) => {
      if (!socket.open) return;
      if (!guest.bucket.take()) return socket.bye('rate.tooMany');
      const read = readFrame(data, isBinary);
      if (!read.ok)
        return socket.bye(read.refusal.code, read.refusal.code === 'frame.tooLarge' ? 1009 : 1008);
      return receive(guest, read.value);
    });
  }

  function receive(guest: Guest, frame: ClientMessage): void {
    const { socket, visit } = guest;
    switch (frame.t) {
      case 'ping':
        return socket.send({ t: 'pong', n: frame.n, now: live.now() });
      case 'hello':
        if (frame.v !== PROTOCOL_VERSION) return socket.bye('protocol.version');
        guest.greeted = true;
        if (visit.timed) socket.measure();
        return visit.hello(socket, frame);
      default:
        return guest.greeted ? visit.command(socket, frame) : socket.bye('protocol.helloMissing');
    }
  }

  function ping(guest: Guest, now: number): void {
    const { socket } = guest;
    guest.pingAt = now + PING_MS;
    if (!guest.greeted) return socket.bye('protocol.helloMissing');
    if (!guest.alive || (socket.slowSince !== null && now - socket.slowSince > SLOW_MS))
      return socket.ws.terminate();
    guest.alive = false;
    return socket.ws.ping();
  }

  function check({ socket, visit }: Guest): void {
    visit.stillWelcome().then(
      (code) => (code === null ? undefined : socket.bye(code)),
      () => {},
    );
  }

  const round = setInterval(() => {
    const now = performance.now();
    for (const guest of guests) {
      if (guest.pingAt <= now) ping(guest, now);
      if (guest.checkAt > now) continue;
      guest.checkAt = now + guest.visit.checkMs;
      check(guest);
    }
  }, 1_000).unref();

  app.addHook('preClose', async () => {
    closing = true;
    clearInterval(round);
    for (const { socket } of guests) {
      socket.bye('server.closing', 1001);
      socket.ws.terminate();
    }
  });
}

function turnAway(tcp: Socket, status: string): void {
  tcp.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
