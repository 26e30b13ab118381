import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Result } from '@leitai/rules';
import type { FastifyInstance } from 'fastify';
import { WebSocketServer } from 'ws';
import { DOOR_PACE, doorOf, Doors, type DoorPace } from './doors.ts';
import { Guests, PATIENCE, type Patience, type Visit } from './guests.ts';
import { liveRequest, sameSite, type LiveRequest } from './liveRequest.ts';
import { LiveSocket } from './liveSocket.ts';
import { FRAME_LIMIT } from './readFrame.ts';

export type { Visit } from './guests.ts';
export type { ClientMessage } from './readFrame.ts';

export interface LivePath {
  readonly path: string;
  /** Who may come in; a refusal is said as `bye`. */
  admit(request: LiveRequest): Promise<Result<Visit>>;
  /** Server time, ms. */
  now(): number;
}

export interface Limits {
  /** Sockets at once, and how many of them a crowd may take. */
  readonly most: number;
  readonly crowd: number;
  readonly doors: DoorPace;
  readonly patience: Patience;
}

const LIMITS: Limits = { most: 20_000, crowd: 19_000, doors: DOOR_PACE, patience: PATIENCE };
const RETRY_AFTER_SEC = 5;

/** The live sockets of the house: `ws` behind Fastify's own server, frames checked before any module sees them. */
export function liveGateway(app: FastifyInstance, live: LivePath, changed: Partial<Limits> = {}): void {
  const { most, crowd, doors: pace, patience } = { ...LIMITS, ...changed };
  // Its own limit is the backstop for what is far too large; up to there we can still say why.
  const server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    clientTracking: false,
    maxPayload: 4 * FRAME_LIMIT,
  });
  const guests = new Guests(() => live.now(), patience);
  const doors = new Doors(pace);
  let closing = false;

  app.server.on('upgrade', (message: IncomingMessage, duplex: Duplex, head: Buffer) => {
    const tcp = duplex as Socket;
    tcp.on('error', () => {});
    const path = (message.url ?? '').split('?', 1)[0];
    if (path !== live.path) return turnAway(tcp, '404 Not Found');
    if (!sameSite(message)) return turnAway(tcp, '403 Forbidden');
    if (closing || guests.size >= most || !doors.enter(doorOf(message))) return busy(tcp);
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
          else guests.welcome(socket, admitted.value);
        });
      },
      (error: unknown) => {
        app.log.error(error);
        busy(tcp);
      },
    );
    return undefined;
  });

  app.addHook('preClose', async () => {
    closing = true;
    guests.stop();
  });
}

const busy = (tcp: Socket): void =>
  turnAway(tcp, '503 Service Unavailable', `Retry-After: ${RETRY_AFTER_SEC}\r\n`);

function turnAway(tcp: Socket, status: string, more = ''): void {
  tcp.end(`HTTP/1.1 ${status}\r\n${more}Connection: close\r\nContent-Length: 0\r\n\r\n`);
}
