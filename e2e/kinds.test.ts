import { afterAll, beforeAll, describe } from 'vitest';
import { crowded } from './kinds/crowded.ts';
import { ends } from './kinds/ends.ts';
import { Halls } from './kinds/hall.ts';
import { hands } from './kinds/hands.ts';
import { presses } from './kinds/presses.ts';
import { together } from './kinds/together.ts';
import { turns } from './kinds/turns.ts';

/** Every kind of round with real pages for every role, driven by the buttons that people press. */
describe('every kind of round', () => {
  const halls = new Halls();
  beforeAll(() => halls.begin());
  afterAll(() => halls.end());

  describe('in turn', () => turns(halls));
  describe('all at once', () => together(halls));
  describe('by buzzer', () => presses(halls));
  describe('level at the end', () => ends(halls));
  describe('in their hands', () => hands(halls));
  describe('with much to read', () => crowded(halls));
});
