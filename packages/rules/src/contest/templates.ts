import type { AwardRule, NoticeRule } from '../awards/types.ts';
import type { ExamSettings } from '../exam/types.ts';
import type { Words } from '../kernel/index.ts';
import type { StandingRule } from '../standings/types.ts';
import type { ContestSettings } from './types.ts';

/** What a new contest starts from; everything in it can be changed while the contest is a draft. */
export interface ContestTemplate {
  readonly code: string;
  readonly title: Words;
  /** Which family of contests it is (rulebook §15). */
  readonly kind: 'skillContest' | 'quizContest';
  readonly settings: ContestSettings;
}

const standing: StandingRule = { teamScore: 'sum', places: 2, tieBreakers: ['elapsedAsc', 'bestMember'] };
const onStage: StandingRule = { teamScore: 'sum', places: 0, tieBreakers: ['decider'] };

/** Five working days; the day of posting counts when posted before nine (SE-30, SE-31). */
const notice: NoticeRule = { unit: 'workday', length: 5, firstDayCountsBeforeHour: 9 };

const oneTwoThree: AwardRule = {
  kind: 'count',
  tiers: [
    { name: '一等奖', value: '1' },
    { name: '二等奖', value: '2' },
    { name: '三等奖', value: '3' },
  ],
  rounding: 'halfUp',
  minOne: false,
  boundaryTie: 'promote',
};

const tenTwentyThirty: AwardRule = {
  kind: 'ratio',
  tiers: [
    { name: '一等奖', value: '10' },
    { name: '二等奖', value: '20' },
    { name: '三等奖', value: '30' },
  ],
  rounding: 'halfUp',
  minOne: true,
  boundaryTie: 'promote',
};

const twentyQuestions: ExamSettings = {
  draws: [
    { bank: 'ground-service', type: 'single', count: 10, points: '5' },
    { bank: 'ground-service', type: 'multiple', count: 5, points: '5' },
    { bank: 'ground-service', type: 'trueFalse', count: 5, points: '5' },
  ],
  durationSec: 600,
  multiple: 'fewerHalf',
  shuffleQuestions: true,
  shuffleOptions: true,
};

const hundredMarks: ExamSettings = {
  draws: [
    { bank: 'ground-service', type: 'single', count: 25, points: '2' },
    { bank: 'ground-service', type: 'multiple', count: 10, points: '3' },
    { bank: 'ground-service', type: 'trueFalse', count: 10, points: '2' },
  ],
  durationSec: 3600,
  multiple: 'fewerHalf',
  shuffleQuestions: true,
  shuffleOptions: true,
};

/** What "new contest" offers, in this order; R-contest-3: each may be published as it is. */
export const templates: readonly ContestTemplate[] = [
  {
    code: 'ground-service',
    title: {
      zh: '地面服务技能竞赛（团体，线上初赛、复赛与现场决赛）',
      en: 'Ground service: teams, two exams and a final on stage',
    },
    kind: 'skillContest',
    settings: {
      ranked: { kind: 'team', size: 3 },
      stages: [
        {
          kind: 'exam',
          name: '初赛',
          exam: twentyQuestions,
          standing,
          cut: { count: 9, tiesGoThrough: true },
        },
        {
          kind: 'exam',
          name: '复赛',
          exam: twentyQuestions,
          standing,
          cut: { count: 6, tiesGoThrough: true },
        },
        { kind: 'show', name: '决赛', preset: 'ceair-ground', standing: onStage },
      ],
      award: oneTwoThree,
      notice,
    },
  },
  {
    code: 'civil-code-quiz',
    title: { zh: '民法典知识竞赛（团体，现场竞赛）', en: 'Civil Code quiz: teams, on stage' },
    kind: 'quizContest',
    settings: {
      ranked: { kind: 'team', size: 3 },
      stages: [{ kind: 'show', name: '决赛', preset: 'civil-code', standing: onStage }],
      award: oneTwoThree,
      notice,
    },
  },
  {
    code: 'skill-theory',
    title: { zh: '职业技能理论竞赛（个人，一场考试）', en: 'Skill theory: persons, one exam' },
    kind: 'skillContest',
    settings: {
      ranked: { kind: 'person' },
      stages: [
        {
          kind: 'exam',
          name: '决赛',
          exam: hundredMarks,
          standing: { teamScore: 'sum', places: 2, tieBreakers: ['elapsedAsc'] },
        },
      ],
      award: tenTwentyThirty,
      notice,
    },
  },
  {
    code: 'skill-contest',
    title: {
      zh: '技能竞赛（个人，理论30%＋现场70%，成绩复核）',
      en: 'Skill contest: persons, theory 30 % and stage 70 %, scores re-checked',
    },
    kind: 'skillContest',
    settings: {
      ranked: { kind: 'person' },
      stages: [
        {
          kind: 'exam',
          name: '理论考试',
          exam: { ...hundredMarks, lateMin: 15 },
          standing: { teamScore: 'sum', places: 2, tieBreakers: ['elapsedAsc'] },
          cut: { count: 30, tiesGoThrough: true },
        },
        { kind: 'show', name: '现场竞赛', preset: 'std-3', standing: onStage },
      ],
      award: tenTwentyThirty,
      notice,
      result: {
        from: 'weighted',
        components: [
          { stage: 1, weightPct: '30', passMark: '60', fullScore: null },
          { stage: 2, weightPct: '70', passMark: null, fullScore: '200' },
        ],
        places: 2,
        ties: 'lastComponent',
      },
      recheck: { rule: 'on', top: { pct: '30' }, samplePct: '15', fullIfErrorRateOverPct: '5' },
    },
  },
];
