import { ACTIONS } from '@leitai/rules';
import { expect, it } from 'vitest';
import { nextAct } from './nextAct.ts';
import type { Contest, Stage } from '../nouns.ts';

const stage = (part: Partial<Stage>): Stage => ({
  id: 's1',
  contestId: 'c',
  ordinal: 1,
  kind: 'exam',
  name: '初赛',
  status: 'planned',
  opensAt: null,
  closesAt: null,
  startsAt: null,
  entries: 8,
  settings: {
    kind: 'exam',
    name: '初赛',
    exam: {
      draws: [],
      durationSec: 60,
      multiple: 'allOrNothing',
      shuffleOptions: true,
      shuffleQuestions: true,
    },
    standing: { teamScore: 'sum', places: 2, tieBreakers: [] },
    cut: { count: 6, tiesGoThrough: true },
  },
  ...part,
});

const contest = (part: Partial<Contest>): Contest => ({
  id: 'c',
  code: 'c',
  title: '',
  unitId: 'u',
  unitName: '',
  tier: 'unit',
  fieldCode: null,
  directionCode: null,
  flagship: false,
  status: 'draft',
  facts: {},
  toFill: [],
  seasonId: 's',
  seasonTitle: '',
  settings: {
    ranked: { kind: 'team', size: 3 },
    stages: [],
    award: { kind: 'count', tiers: [], rounding: 'halfUp', minOne: false, boundaryTie: 'promote' },
    notice: { unit: 'workday', length: 5, firstDayCountsBeforeHour: null },
  },
  stages: [stage({})],
  entries: 0,
  entrants: 0,
  resultState: null,
  allowed: [...ACTIONS],
  ...part,
});

const none = { tickets: 0, certificates: 0 };
const running = (...stages: Stage[]) => contest({ status: 'running', entries: 8, entrants: 24, stages });

it.each<[string, Contest, typeof none | undefined, string | undefined]>([
  ['a planned contest is taken up', contest({ status: 'planned' }), none, 'next.takeUp'],
  ['rules come first', contest({ settings: null }), none, 'next.rules'],
  ['then the entries', contest({}), none, 'next.entries'],
  ['then the tickets', contest({ entries: 8, entrants: 24 }), none, 'next.tickets'],
  ['then the start', contest({ entries: 8, entrants: 24 }), { tickets: 24, certificates: 0 }, 'next.start'],
  ['then the first stage', running(stage({})), none, 'next.exam.planned'],
  ['a closed stage waits for its cut', running(stage({ status: 'closed' })), none, 'next.exam.closed'],
  [
    'after the cut the show',
    running(stage({ status: 'decided' }), stage({ id: 's2', kind: 'show' })),
    none,
    'next.show.planned',
  ],
  ['after the last stage the seal', running(stage({ status: 'decided' })), none, 'next.seal'],
  [
    'after the seal the notice',
    { ...running(stage({ status: 'decided' })), resultState: 'sealed' },
    none,
    'next.post',
  ],
  [
    'at the end the certificates',
    { ...running(stage({ status: 'decided' })), resultState: 'final' },
    none,
    'next.certificates',
  ],
  [
    'and then nothing',
    { ...running(stage({ status: 'decided' })), resultState: 'final' },
    { tickets: 24, certificates: 6 },
    undefined,
  ],
])('%s', (_, given, known, key) => {
  expect(nextAct(given, known ?? none)?.key).toBe(key);
});

it.each<[string, Contest, string[], string | undefined]>([
  ['an observer is asked for nothing', running(stage({})), ['contest.read'], undefined],
  ['a host is not asked to open an exam', running(stage({})), ['show.conduct'], undefined],
  ['a host goes to the show', running(stage({ kind: 'show' })), ['show.conduct'], 'next.show.planned'],
  ['nobody but an organiser takes a contest up', contest({ status: 'planned' }), ['contest.read'], undefined],
])('%s', (_, given, allowed, key) => {
  expect(nextAct({ ...given, allowed }, none)?.key).toBe(key);
});
