import { presets, rapidDefault, roundDefaults, type ShowConfig } from '@leitai/rules/show';
import { expect, it } from 'vitest';
import { readConfig } from './configShape.ts';

const base = presets['std-3']('总决赛', [{ id: 'a', name: '甲' }], {});
const bare = { id: 'q', stem: '题', answer: '答' };

it.each([
  ['video', 'hits'],
  ['charades', 'words'],
  ['rapid', 'items'],
] as const)('QZ-20 a %s round whose %s are not written yet is kept as it is', (kind, list) => {
  const round = { ...roundDefaults[kind], questions: [{ ...bare, [list]: [] }] };
  const config = { ...base, rounds: [round] } as unknown as ShowConfig;
  expect(readConfig(config)).toEqual({ ok: true, value: config });
});

it('a setting that is wrong is refused by its path', () => {
  const round = { ...rapidDefault, questions: [bare], perItem: '-1' };
  expect(readConfig({ ...base, rounds: [round] })).toMatchObject({
    ok: false,
    refusal: {
      code: 'show.configInvalid',
      facts: { field: 'rounds.0.perItem', problems: [{ code: 'show.config.notDecimal' }] },
    },
  });
});
