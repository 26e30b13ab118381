import { presets, rapidDefault, type ShowConfig } from '@leitai/rules/show';
import { expect, it } from 'vitest';
import { readConfig } from './configShape.ts';

const rapid = (change: object): ShowConfig => ({
  ...presets['std-3']('赛', [{ id: 'a', name: '甲' }], {}),
  rounds: [{ ...rapidDefault, questions: [{ id: 'q', stem: '第一组', answer: '' }], ...change }],
});

it('QZ-20 a rapid turn whose items are still to be written is kept, like every list that is unfinished', () => {
  expect(readConfig(rapid({}))).toMatchObject({ ok: true });
});

it('a setting that is wrong is refused by its path', () => {
  expect(readConfig(rapid({ perItem: '-1' }))).toMatchObject({
    ok: false,
    refusal: {
      code: 'show.configInvalid',
      facts: { field: 'rounds.0.perItem', problems: [{ code: 'show.config.notDecimal' }] },
    },
  });
});
