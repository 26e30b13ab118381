import { SHORTEST_NOTICE } from '@leitai/rules';
import type { ContestSettings } from '../nouns.ts';

type StageSettings = ContestSettings['stages'][number];
type Weighted = Extract<NonNullable<ContestSettings['result']>, { from: 'weighted' }>;
type DrawRule = Extract<StageSettings, { kind: 'exam' }>['exam']['draws'][number];

/** The settings as the form holds them: minutes for seconds, switches for what may be absent. */
interface DrawValues {
  bank: string;
  count: number;
  type?: NonNullable<DrawRule['type']> | null;
  chapter?: string | null;
  points: string;
}
export interface StageValues {
  kind: StageSettings['kind'];
  name: string;
  minutes: number;
  exam: {
    draws: DrawValues[];
    multiple: 'allOrNothing' | 'fewerHalf' | 'halfPointPerRight';
    shuffleQuestions: boolean;
    shuffleOptions: boolean;
    lateMin: number | null;
  };
  preset: string;
  standing: StageSettings['standing'];
  cuts: boolean;
  cut: { count: number; tiesGoThrough: boolean };
  /** What the stage counts in a weighted result; an empty weight: nothing. Kept with the stage, so that it moves with it. */
  weightPct: string;
  passMark: string;
  fullScore: string;
}
export interface RecheckValues {
  on: boolean;
  by: 'pct' | 'count';
  pct: string;
  count: number;
  samplePct: string;
  limitPct: string;
}
export interface SettingsValues {
  title: string;
  ranked: { kind: 'team' | 'person'; size: number };
  stages: StageValues[];
  award: ContestSettings['award'];
  notice: ContestSettings['notice'];
  result: { from: 'lastStage' | 'weighted'; places: Weighted['places']; ties: Weighted['ties'] };
  sharedPlaces: boolean;
  recheck: RecheckValues;
}

const emptyExam: StageValues['exam'] = {
  draws: [],
  multiple: 'allOrNothing',
  shuffleQuestions: true,
  shuffleOptions: true,
  lateMin: null,
};
export const emptyStage: StageValues = {
  kind: 'exam',
  name: '',
  minutes: 30,
  exam: emptyExam,
  preset: 'std-3',
  standing: { teamScore: 'sum', places: 2, tieBreakers: ['elapsedAsc'] },
  cuts: false,
  cut: { count: 6, tiesGoThrough: true },
  weightPct: '',
  passMark: '',
  fullScore: '',
};

const recheckDefaults: RecheckValues = {
  on: false,
  by: 'pct',
  pct: '30',
  count: 10,
  samplePct: '15',
  limitPct: '5',
};

function stageValues(stage: StageSettings): StageValues {
  const { name, standing, cut } = stage;
  const shared = { name, standing, cuts: cut !== undefined, cut: cut ?? emptyStage.cut };
  if (stage.kind === 'show') return { ...emptyStage, ...shared, kind: 'show', preset: stage.preset };
  const { durationSec, draws, ...exam } = stage.exam;
  return {
    ...emptyStage,
    ...shared,
    kind: 'exam',
    minutes: durationSec / 60,
    exam: { ...exam, lateMin: exam.lateMin ?? null, draws: draws.map((draw) => ({ ...draw })) },
  };
}

function recheckValues(rule: ContestSettings['recheck']): RecheckValues {
  if (rule === undefined || rule.rule === 'off') return recheckDefaults;
  const { top, samplePct, fullIfErrorRateOverPct } = rule;
  const range = 'pct' in top ? { by: 'pct' as const, pct: top.pct } : { by: 'count' as const, ...top };
  return { ...recheckDefaults, on: true, ...range, samplePct, limitPct: fullIfErrorRateOverPct };
}

/** What each stage counts, beside the stage. */
function weightsOf({ result, stages }: ContestSettings) {
  return stages.map((_, i) => {
    const component =
      result?.from === 'weighted' ? result.components.find(({ stage }) => stage === i + 1) : undefined;
    return {
      weightPct: component?.weightPct ?? '',
      passMark: component?.passMark ?? '',
      fullScore: component?.fullScore ?? '',
    };
  });
}

export const toValues = (title: string, settings: ContestSettings): SettingsValues => ({
  title,
  ranked: settings.ranked.kind === 'team' ? settings.ranked : { kind: 'person', size: 1 },
  stages: settings.stages.map((stage, i) => ({ ...stageValues(stage), ...weightsOf(settings)[i]! })),
  award: settings.award,
  notice: settings.notice,
  result:
    settings.result?.from === 'weighted'
      ? { from: 'weighted', places: settings.result.places, ties: settings.result.ties }
      : { from: 'lastStage', places: 2, ties: 'lastComponent' },
  sharedPlaces: settings.sharedPlaces ?? true,
  recheck: recheckValues(settings.recheck),
});

function drawRule({ bank, count, type, chapter, points }: DrawValues): DrawRule {
  const filled = chapter?.trim() ?? '';
  return {
    bank,
    count,
    points,
    ...(type === undefined || type === null ? {} : { type }),
    ...(filled === '' ? {} : { chapter: filled }),
  };
}

function stageSettings(values: StageValues): StageSettings {
  const { kind, name, standing } = values;
  const shared = { name, standing, ...(values.cuts ? { cut: values.cut } : {}) };
  if (kind === 'show') return { ...shared, kind, preset: values.preset };
  const { draws, lateMin, ...exam } = values.exam;
  return {
    ...shared,
    kind,
    exam: {
      ...exam,
      ...(lateMin === null ? {} : { lateMin }),
      draws: draws.map(drawRule),
      durationSec: Math.round(values.minutes * 60),
    },
  };
}

const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function resultRule({ result, stages }: SettingsValues): Weighted {
  const { places, ties } = result;
  const components = stages.flatMap(({ kind, weightPct, passMark, fullScore }, i) => {
    const weight = filled(weightPct ?? '');
    if (weight === null) return [];
    const full = kind === 'show' ? filled(fullScore ?? '') : null;
    return [{ stage: i + 1, weightPct: weight, passMark: filled(passMark ?? ''), fullScore: full }];
  });
  return { from: 'weighted', components, places, ties };
}

function noticeRule({ shorterReason, ...notice }: ContestSettings['notice']): ContestSettings['notice'] {
  const reason = filled(shorterReason ?? '');
  return reason === null || notice.length >= SHORTEST_NOTICE[notice.unit]
    ? notice
    : { ...notice, shorterReason: reason };
}

const recheckRule = ({ by, pct, count, samplePct, limitPct }: RecheckValues) => ({
  rule: 'on' as const,
  top: by === 'pct' ? { pct: pct.trim() } : { count },
  samplePct: samplePct.trim(),
  fullIfErrorRateOverPct: limitPct.trim(),
});

/** What is as it always was is not written down, so that old settings stay what they are. */
export const toSettings = (values: SettingsValues): ContestSettings => ({
  ranked: values.ranked.kind === 'team' ? values.ranked : { kind: 'person' },
  stages: values.stages.map((stage) => stageSettings({ ...emptyStage, ...stage })),
  award: values.award,
  notice: noticeRule(values.notice),
  ...(values.result.from === 'weighted' ? { result: resultRule(values) } : {}),
  ...(values.sharedPlaces ? {} : { sharedPlaces: false }),
  ...(values.recheck.on ? { recheck: recheckRule(values.recheck) } : {}),
});
