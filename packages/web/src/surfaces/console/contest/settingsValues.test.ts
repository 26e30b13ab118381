import { expect, it } from 'vitest';
import { toSettings, toValues } from './settingsValues.ts';
import type { ContestSettings } from '../nouns.ts';

const settings: ContestSettings = {
  ranked: { kind: 'team', size: 3 },
  stages: [
    {
      kind: 'exam',
      name: '初赛',
      exam: {
        draws: [
          { bank: 'b', count: 10, points: '2' },
          { bank: 'b', count: 5, type: 'multiple', chapter: '一', points: '4' },
        ],
        durationSec: 1830,
        multiple: 'fewerHalf',
        shuffleQuestions: true,
        shuffleOptions: false,
      },
      standing: { teamScore: 'sum', places: 2, tieBreakers: ['elapsedAsc'] },
      cut: { count: 6, tiesGoThrough: true },
    },
    {
      kind: 'show',
      name: '决赛',
      preset: 'ceair-ground',
      standing: { teamScore: 'best', places: 0, tieBreakers: [] },
    },
  ],
  award: {
    kind: 'count',
    tiers: [{ name: '一等奖', value: '1' }],
    rounding: 'halfUp',
    minOne: false,
    boundaryTie: 'promote',
  },
  notice: { unit: 'workday', length: 5, firstDayCountsBeforeHour: null },
};

it('settings go through the form and come back the same', () => {
  expect(toSettings(toValues('x', settings))).toEqual(settings);
});

it('persons have no team size', () => {
  const persons = { ...settings, ranked: { kind: 'person' as const } };
  expect(toSettings(toValues('x', persons))).toEqual(persons);
});
