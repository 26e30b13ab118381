import cookie from '@fastify/cookie';
import { ok } from '@leitai/rules';
import Fastify from 'fastify';
import { liveGateway, type Visit } from './gateway.ts';
import type { LiveSocket } from './liveSocket.ts';

export interface SocketHouse {
  readonly url: string;
  /** Those who said hello, in that order. */
  readonly greeted: LiveSocket[];
  close(): Promise<void>;
}

/** A gateway with no show behind it: everybody is let in; `as` of the query says what kind of visit it is. */
export async function socketHouse(
  visit: (as: string) => Partial<Visit> = () => ({}),
  limits?: Parameters<typeof liveGateway>[2],
): Promise<SocketHouse> {
  const greeted: LiveSocket[] = [];
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
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url, greeted, close: () => app.close() };
}
