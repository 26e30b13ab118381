import cookie from '@fastify/cookie';
import { LivePage } from '@leitai/testkit';
import { ok } from '@leitai/rules';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { liveGateway, type Visit } from './gateway.ts';

it('a crowd that fills the house leaves room for host, screen and teams; beyond all of it the house says so', async () => {
  const visit = (crowd: boolean): Visit => ({
    pace: 'guest',
    crowd,
    checkMs: 60_000,
    hello: () => undefined,
    command: () => undefined,
    left: () => undefined,
    stillWelcome: async () => null,
  });
  const app = Fastify();
  await app.register(cookie);
  const admit = async ({ query }: { query: URLSearchParams }) => ok(visit(query.get('as') === 'audience'));
  liveGateway(app, { path: '/live', admit, now: Date.now }, { most: 5, crowd: 3 });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const come = (as: string) => LivePage.open(url, `as=${as}`);

  for (let i = 0; i < 3; i += 1) await come('audience');
  expect(await (await come('audience')).closed).toEqual({ bye: 'server.busy', code: 1013 });
  const team = await come('team');
  await come('host');
  await expect(come('team')).rejects.toThrow('503');
  team.close();
  await team.closed;
  (await come('team')).close();
  await app.close();
});
