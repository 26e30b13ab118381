import { LivePage } from '@leitai/testkit';
import { expect, it } from 'vitest';
import { socketHouse } from './house.testing.ts';

it('a crowd that fills the house leaves room for host, screen and teams; beyond all of it the house says so', async () => {
  const house = await socketHouse((as) => ({ crowd: as === 'audience' }), { most: 5, crowd: 3 });
  const come = (as: string) => LivePage.open(house.url, `as=${as}`);

  for (let i = 0; i < 3; i += 1) await come('audience');
  expect(await (await come('audience')).closed).toEqual({ bye: 'server.busy', code: 1013 });
  const team = await come('team');
  await come('host');
  await expect(come('team')).rejects.toThrow('503');
  team.close();
  await team.closed;
  (await come('team')).close();
  await house.close();
});
