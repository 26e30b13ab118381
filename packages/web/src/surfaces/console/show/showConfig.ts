import type { ProgrammeRound, QuestionItem, RoundKind, ShowConfig } from '@leitai/rules/show';

export type Round = ProgrammeRound;
/** The server has validated it; the contract only calls it a record. */
export const readConfig = (config: Readonly<Record<string, unknown>>): ShowConfig =>
  config as unknown as ShowConfig;

/** A question as one line of the table, and as one line pasted from Excel. */
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

const lines = (text: string): string[] =>
  text
    .split(/[\n|]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

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

/** Kinds whose questions are lists. */
export const hasParts = (kind: RoundKind): boolean =>
  kind === 'video' || kind === 'charades' || kind === 'rapid';

function itemOf(line: string): { stem: string; answer: string } {
  const [stem = '', ...answer] = line.split(/[=＝\t]/);
  return { stem: stem.trim(), answer: answer.join('=').trim() };
}

export function toQuestion(kind: RoundKind, id: string, values: QuestionValues): QuestionItem {
  const options = lines(values.options);
  const parts = lines(values.parts);
  const points = values.points.trim();
  const explanation = values.explanation.trim();
  return {
    id,
    stem: values.stem.trim(),
    answer: values.answer.trim(),
    ...(values.media === undefined ? {} : { media: values.media }),
    ...(options.length === 0 ? {} : { options }),
    ...(points === '' ? {} : { points }),
    ...(explanation === '' ? {} : { explanation }),
    ...(kind === 'video' && parts.length > 0 ? { hits: parts } : {}),
    ...(kind === 'charades' && parts.length > 0 ? { words: parts } : {}),
    ...(kind === 'rapid' && parts.length > 0 ? { items: parts.map(itemOf) } : {}),
    ...(kind === 'estimate' && values.unit.trim() !== '' ? { unit: values.unit.trim() } : {}),
  };
}

/** Lines copied from Excel: stem, answer, options or parts (split by `|`), points, explanation. */
export function pastedQuestions(kind: RoundKind, text: string, taken: ReadonlySet<string>): QuestionItem[] {
  const used = new Set(taken);
  let n = 0;
  const freeId = (): string => {
    do n += 1;
    while (used.has(`q${n}`));
    used.add(`q${n}`);
    return `q${n}`;
  };
  return cellsOf(text)
    .filter(([stem = '']) => stem.trim() !== '')
    .map(([stem = '', answer = '', third = '', points = '', explanation = '']) => {
      const split = hasParts(kind);
      return toQuestion(kind, freeId(), {
        stem,
        answer,
        options: split ? '' : third,
        parts: split ? third : '',
        points,
        explanation,
        unit: '',
      });
    });
}

/** Rows and cells of what a spreadsheet copies: a cell with a line break or a quote stands in quotes. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r?\n|\r|$)/g,
  )) {
    rows.at(-1)!.push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell.trim() !== ''));
}

/** Ids of every question of the show: a press names its question by it, so no two rounds may share one. */
export const questionIds = (config: ShowConfig): ReadonlySet<string> =>
  new Set(
    [...config.rounds, ...(config.decider.rule !== 'none' ? [config.decider.round] : [])].flatMap((round) =>
      round.questions.map(({ id }) => id),
    ),
  );
