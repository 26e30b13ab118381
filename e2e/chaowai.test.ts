import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audience } from './chaowai/audience.ts';
import { buzzers } from './chaowai/buzzers.ts';
import { compensated } from './chaowai/compensated.ts';
import { compulsory } from './chaowai/compulsory.ts';
import { ending } from './chaowai/ending.ts';
import { Hall } from './chaowai/hall.ts';
import { lobby } from './chaowai/lobby.ts';

/** The Chaowai Civil Code contest as `chaowaiShow` plans it, with a real page for every role. */
describe('the Chaowai Civil Code contest of eight teams', () => {
  const hall = new Hall();
  beforeAll(() => hall.begin());
  afterAll(() => hall.end());
  lobby(hall);
  compulsory(hall);
  buzzers(hall);
  audience(hall);
  ending(hall);
  compensated(hall);
  it('no page had an uncaught error', () => expect(hall.people.pageErrors).toEqual([]));
});
