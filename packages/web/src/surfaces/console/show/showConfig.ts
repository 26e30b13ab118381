import type { ProgrammeRound, QuestionItem, RoundKind, ShowConfig } from '@leitai/rules/show';
import { questionShapes, rapidItem } from './questionKinds.ts';

export type Round = ProgrammeRound;
/** The server has validated it; the contract only calls it a record. */
export const readConfig = (config: Readonly<Record<string, unknown>>): ShowConfig =>
  config as unknown as ShowConfig;

/** A question as its form has it. */
export interface QuestionValues {
  stem: string;
  answer: string;
  /** One a line. */
  options: string;
  points: string;
  explanation: string;
  /** Points to be found (video), words (charades) or items as stem＝answer (rapid), one a line. */
  parts: string;
  media?: QuestionItem['media'] | undefined;
  /** Estimate: what the number counts. */
  unit: string;
}

export const lines = (text: string): string[] =>
  text
    .split(/[\n|]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const NO_VALUES: QuestionValues = {
  stem: '',
  answer: '',
  options: '',
  points: '',
  explanation: '',
  parts: '',
  unit: '',
};

export const toQuestionValues = (item: QuestionItem): QuestionValues => ({
  stem: item.stem,
  answer: item.answer,
  options: (item.options ?? []).join('\n'),
  points: item.points ?? '',
  explanation: item.explanation ?? '',
  parts: (item.hits ?? item.words ?? item.items?.map(({ stem, answer }) => `${stem}＝${answer}`) ?? []).join(
    '\n',
  ),
  media: item.media,
  unit: item.unit ?? '',
});

export function toQuestion(kind: RoundKind, id: string, values: QuestionValues): QuestionItem {
  const { list, options, points, unit } = questionShapes[kind];
  const parts = lines(values.parts);
  const listed = lines(values.options);
  const worth = values.points.normalize('NFKC').trim();
  const counts = values.unit.trim();
  const explanation = values.explanation.trim();
  const answer = values.answer.trim();
  return {
    id,
    stem: values.stem.trim(),
    // What is compared as a number is kept as one, in whatever width it was typed.
    answer: unit ? answer.normalize('NFKC').replaceAll(',', '') : answer,
    ...(values.media === undefined ? {} : { media: values.media }),
    ...(options && listed.length > 0 ? { options: listed } : {}),
    ...(points && worth !== '' ? { points: worth } : {}),
    ...(explanation === '' ? {} : { explanation }),
    ...(list === 'hits' && parts.length > 0 ? { hits: parts } : {}),
    ...(list === 'words' && parts.length > 0 ? { words: parts } : {}),
    ...(list === 'items' && parts.length > 0 ? { items: parts.map(rapidItem) } : {}),
    ...(unit && counts !== '' ? { unit: counts } : {}),
  };
}

/** Ids of every question of the show: a press names its question by it, so no two rounds may share one. */
export const questionIds = (config: ShowConfig): ReadonlySet<string> =>
  new Set(
    [...config.rounds, ...(config.decider.rule !== 'none' ? [config.decider.round] : [])].flatMap((round) =>
      round.questions.map(({ id }) => id),
    ),
  );
