import type { ContestSettings } from '../nouns.ts';

type StageSettings = ContestSettings['stages'][number];
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
  };
  preset: string;
  standing: StageSettings['standing'];
  cuts: boolean;
  cut: { count: number; tiesGoThrough: boolean };
}
export interface SettingsValues {
  title: string;
  ranked: { kind: 'team' | 'person'; size: number };
  stages: StageValues[];
  award: ContestSettings['award'];
  notice: ContestSettings['notice'];
}

const emptyExam: StageValues['exam'] = {
  draws: [],
  multiple: 'allOrNothing',
  shuffleQuestions: true,
  shuffleOptions: true,
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
    exam: { ...exam, draws: draws.map((draw) => ({ ...draw })) },
  };
}

export const toValues = (title: string, settings: ContestSettings): SettingsValues => ({
  title,
  ranked: settings.ranked.kind === 'team' ? settings.ranked : { kind: 'person', size: 1 },
  stages: settings.stages.map(stageValues),
  award: settings.award,
  notice: settings.notice,
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
  const { draws, ...exam } = values.exam;
  return {
    ...shared,
    kind,
    exam: { ...exam, draws: draws.map(drawRule), durationSec: Math.round(values.minutes * 60) },
  };
}

export const toSettings = (values: SettingsValues): ContestSettings => ({
  ranked: values.ranked.kind === 'team' ? values.ranked : { kind: 'person' },
  stages: values.stages.map((stage) => stageSettings({ ...emptyStage, ...stage })),
  award: values.award,
  notice: values.notice,
});
