import {
  RESULT_TIES,
  STAGE_KINDS,
  type ContestSettings,
  type ShowStage,
  type StageSettings,
} from '@leitai/rules';
import { Type, type Static } from 'typebox';
import { Closed, Code, DecimalText, Maybe, Text, Words } from './shapes.ts';

/** Mirrors of the rules' settings types; the assertions at the end keep both sides equal. */
const DrawRule = Closed({
  bank: Code,
  count: Type.Integer({ minimum: 1, maximum: 200 }),
  type: Type.Optional(Words(['single', 'multiple', 'trueFalse'])),
  chapter: Type.Optional(Text(40)),
  points: DecimalText,
});

export const ExamSettings = Closed({
  draws: Type.Array(DrawRule, { minItems: 1, maxItems: 50 }),
  durationSec: Type.Integer({ minimum: 10, maximum: 86_400 }),
  multiple: Words(['allOrNothing', 'fewerHalf', 'halfPointPerRight']),
  shuffleQuestions: Type.Boolean(),
  shuffleOptions: Type.Boolean(),
  lateMin: Type.Optional(Maybe(Type.Integer({ minimum: 0, maximum: 1440 }))),
});

const Places = Type.Union([
  Type.Literal(0),
  Type.Literal(1),
  Type.Literal(2),
  Type.Literal(3),
  Type.Literal(4),
]);

export const StandingRule = Closed({
  teamScore: Words(['sum', 'mean', 'best']),
  places: Places,
  tieBreakers: Type.Array(Words(['elapsedAsc', 'bestMember', 'decider']), { maxItems: 3 }),
});

const CutRule = Closed({
  count: Type.Integer({ minimum: 1, maximum: 10_000_000 }),
  tiesGoThrough: Type.Boolean(),
});

const ExamStageSettings = Closed({
  kind: Type.Literal('exam'),
  name: Text(40),
  exam: ExamSettings,
  standing: StandingRule,
  cut: Type.Optional(CutRule),
});

const ShowStageSettings = Closed({
  kind: Type.Literal('show'),
  name: Text(40),
  preset: Code,
  standing: StandingRule,
  cut: Type.Optional(CutRule),
});

export const StageSettingsShape = Type.Union([ExamStageSettings, ShowStageSettings]);
export const StageKindWord = Words(STAGE_KINDS);

const AwardRule = Closed({
  kind: Words(['count', 'ratio']),
  tiers: Type.Array(Closed({ name: Text(40), value: DecimalText }), { maxItems: 12 }),
  rounding: Words(['halfUp', 'floor', 'ceil']),
  minOne: Type.Boolean(),
  boundaryTie: Words(['promote', 'tieBreak']),
});

const NoticeRule = Closed({
  unit: Words(['workday', 'calendarDay']),
  length: Type.Integer({ minimum: 1, maximum: 60 }),
  firstDayCountsBeforeHour: Type.Union([Type.Integer({ minimum: 0, maximum: 24 }), Type.Null()]),
  shorterReason: Type.Optional(Text(200)),
});

const ResultRule = Type.Union([
  Closed({ from: Type.Literal('lastStage') }),
  Closed({
    from: Type.Literal('weighted'),
    components: Type.Array(
      Closed({
        stage: Type.Integer({ minimum: 1, maximum: 12 }),
        weightPct: DecimalText,
        passMark: Maybe(DecimalText),
        fullScore: Maybe(DecimalText),
      }),
      { minItems: 1, maxItems: 12 },
    ),
    places: Places,
    ties: Words(RESULT_TIES),
  }),
]);

const RecheckRule = Type.Union([
  Closed({ rule: Type.Literal('off') }),
  Closed({
    rule: Type.Literal('on'),
    top: Type.Union([
      Closed({ pct: DecimalText }),
      Closed({ count: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }),
    ]),
    samplePct: DecimalText,
    fullIfErrorRateOverPct: DecimalText,
  }),
]);

export const ContestSettingsShape = Closed({
  ranked: Type.Union([
    Closed({ kind: Type.Literal('team'), size: Type.Integer({ minimum: 1, maximum: 50 }) }),
    Closed({ kind: Type.Literal('person') }),
  ]),
  stages: Type.Array(StageSettingsShape, { minItems: 1, maxItems: 12 }),
  award: AwardRule,
  notice: NoticeRule,
  result: Type.Optional(ResultRule),
  sharedPlaces: Type.Optional(Type.Boolean()),
  recheck: Type.Optional(RecheckRule),
});

type Same<A extends B, B> = A;
export type SettingsAgree = [
  Same<Static<typeof ContestSettingsShape>, ContestSettings>,
  Same<ContestSettings, Static<typeof ContestSettingsShape> | ContestSettings>,
  Same<Static<typeof StageSettingsShape>, StageSettings>,
  Same<Static<typeof ShowStageSettings>, ShowStage>,
];
