import { templates } from '@leitai/rules';
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

it('SK-32 SK-43 SK-73 SK-80 SE-30 every variation goes through the form and comes back the same', () => {
  const [exam, show] = settings.stages as [
    ContestSettings['stages'][number],
    ContestSettings['stages'][number],
  ];
  if (exam.kind !== 'exam') throw new Error('exam expected');
  const varied: ContestSettings = {
    ...settings,
    stages: [{ ...exam, exam: { ...exam.exam, lateMin: 0 } }, show],
    notice: { ...settings.notice, length: 3, shorterReason: '赛程紧' },
    result: {
      from: 'weighted',
      components: [
        { stage: 1, weightPct: '25', passMark: '60', fullScore: null },
        { stage: 2, weightPct: '75', passMark: null, fullScore: '200' },
      ],
      places: 1,
      ties: 'componentOrder',
    },
    sharedPlaces: false,
    recheck: { rule: 'on', top: { count: 10 }, samplePct: '20', fullIfErrorRateOverPct: '3' },
  };
  expect(toSettings(toValues('x', varied))).toEqual(varied);
  const share = { ...varied, recheck: { ...varied.recheck!, top: { pct: '30' } } as typeof varied.recheck };
  expect(toSettings(toValues('x', share as ContestSettings))).toEqual(share);
});

it('every template goes through the form and comes back the same', () => {
  for (const template of templates)
    expect(toSettings(toValues('x', template.settings as ContestSettings))).toEqual(template.settings);
});

it('a stage that moves takes its weight along, and an emptied weight takes it out', () => {
  const values = toValues('x', {
    ...settings,
    result: {
      from: 'weighted',
      components: [{ stage: 2, weightPct: '100', passMark: null, fullScore: '200' }],
      places: 2,
      ties: 'shared',
    },
  });
  const moved = toSettings({ ...values, stages: values.stages.toReversed() });
  expect(moved.result).toMatchObject({ components: [{ stage: 1, fullScore: '200' }] });
  const emptied = { ...values, stages: values.stages.map((stage) => ({ ...stage, weightPct: ' ' })) };
  expect(toSettings(emptied).result).toMatchObject({ components: [] });
});

it('SE-30 a reason for a short notice goes when the notice is long enough', () => {
  const values = toValues('x', {
    ...settings,
    notice: { ...settings.notice, length: 3, shorterReason: '急' },
  });
  expect(toSettings({ ...values, notice: { ...values.notice, length: 5 } }).notice).toEqual(settings.notice);
});
