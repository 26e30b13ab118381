import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import cookie from '@fastify/cookie';
import { ok } from '@leitai/rules';
import Fastify from 'fastify';
import { liveGateway, type Visit } from './gateway.ts';
import type { LiveSocket } from './liveSocket.ts';

export interface SocketHouse {
  readonly url: string;
  /** Those who said hello, in that order. */
  readonly greeted: LiveSocket[];
  /** The server's end of a client's connection, by the client's port. */
  end(port: number): Socket;
  close(): Promise<void>;
}

/** A client that is only a TCP connection: it has said hello, and reads nothing until it is told to. */
export async function bareClient(url: string, path = '/live?as=audience'): Promise<Socket> {
  const tcp = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => {});
  await once(tcp, 'connect');
  tcp.write(
    `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
  );
  tcp.write(masked(1, JSON.stringify({ t: 'hello', v: 1 })));
  return tcp;
}

/** A client's frame with an all-zero mask: the payload (up to 125 bytes) as it is. */
export function masked(opcode: number, text: string): Buffer {
  const payload = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}

/** A gateway with no show behind it: everybody is let in; `as` of the query says what kind of visit it is. */
export async function socketHouse(
  visit: (as: string) => Partial<Visit> = () => ({}),
  limits?: Parameters<typeof liveGateway>[2],
): Promise<SocketHouse> {
  const greeted: LiveSocket[] = [];
  const ends = new Map<number, Socket>();
  const app = Fastify();
  await app.register(cookie);
  const admit = async ({ query }: { query: URLSearchParams }) =>
    ok<Visit>({
      pace: 'guest',
      crowd: false,
      timed: false,
      checkMs: 60_000,
      hello: (socket) => void greeted.push(socket),
      command: () => undefined,
      left: () => undefined,
      stillWelcome: async () => null,
      ...visit(query.get('as') ?? ''),
    });
  liveGateway(app, { path: '/live', admit, now: Date.now }, limits);
  app.server.on('connection', (tcp) => ends.set(tcp.remotePort!, tcp));
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url, greeted, end: (port) => ends.get(port)!, close: () => app.close() };
}
