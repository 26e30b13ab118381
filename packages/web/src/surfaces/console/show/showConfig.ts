import type { ProgrammeRound, QuestionItem, ShowConfig } from '@leitai/rules/show';

export type Round = ProgrammeRound;
export type Field =
  | {
      readonly name: string;
      readonly is:
        | 'points'
        | 'penalty'
        | 'seconds'
        | 'secondsOrNone'
        | 'whole'
        | 'wholeOrNone'
        | 'yesNo'
        | 'values';
    }
  | { readonly name: string; readonly is: 'oneOf'; readonly words: readonly string[] };

/** The server has validated it; the contract only calls it a record. */
export const readConfig = (config: Readonly<Record<string, unknown>>): ShowConfig =>
  config as unknown as ShowConfig;

const spoken: readonly Field[] = [
  { name: 'timeLimitSec', is: 'seconds' },
  { name: 'beginWithinSec', is: 'secondsOrNone' },
  { name: 'wrongPenalty', is: 'penalty' },
];

/** The settings of each kind of round that the table offers; the rest stay as the preset has them. */
export const fieldsOf: Readonly<Record<Round['kind'], readonly Field[]>> = {
  mandatory: [
    { name: 'points', is: 'points' },
    { name: 'turnsPerTeam', is: 'whole' },
    { name: 'seats', is: 'wholeOrNone' },
    { name: 'turnOrder', is: 'oneOf', words: ['seatBySeat', 'teamByTeam'] },
    ...spoken,
    { name: 'audienceOnFail', is: 'yesNo' },
  ],
  video: [
    { name: 'perHit', is: 'points' },
    { name: 'timeLimitSec', is: 'seconds' },
    { name: 'turnsPerTeam', is: 'whole' },
  ],
  charades: [
    { name: 'perWord', is: 'points' },
    { name: 'timeLimitSec', is: 'seconds' },
    { name: 'passes', is: 'whole' },
    { name: 'turnsPerTeam', is: 'whole' },
    { name: 'wordsOn', is: 'oneOf', words: ['screen', 'host'] },
  ],
  buzzer: [
    { name: 'points', is: 'points' },
    { name: 'pressWindowSec', is: 'secondsOrNone' },
    ...spoken,
    { name: 'afterWrong', is: 'oneOf', words: ['reopen', 'audience', 'void'] },
    { name: 'nobody', is: 'oneOf', words: ['audience', 'void'] },
    { name: 'interruptReading', is: 'yesNo' },
  ],
  risk: [
    { name: 'values', is: 'values' },
    { name: 'order', is: 'oneOf', words: ['highFirst', 'lowFirst', 'table'] },
    { name: 'turnsPerTeam', is: 'whole' },
    ...spoken,
    { name: 'declineAllowed', is: 'yesNo' },
    { name: 'audienceOnFail', is: 'yesNo' },
  ],
  teamMandatory: [{ name: 'points', is: 'points' }, { name: 'turnsPerTeam', is: 'whole' }, ...spoken],
  rapid: [
    { name: 'perItem', is: 'points' },
    { name: 'timeLimitSec', is: 'seconds' },
  ],
  assigned: [{ name: 'values', is: 'values' }, ...spoken],
  cardRaise: [{ name: 'points', is: 'points' }],
  estimate: [{ name: 'points', is: 'points' }],
  speed: [{ name: 'points', is: 'points' }],
  wager: [],
  audience: [],
};

/** A question as one line of the table, and as one line pasted from Excel. */
export interface QuestionValues {
  stem: string;
  answer: string;
  /** One a line. */
  options: string;
  points: string;
  explanation: string;
  /** Points to be found (video) or words (charades), one a line. */
  parts: string;
  media?: QuestionItem['media'] | undefined;
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
  parts: (item.hits ?? item.words ?? []).join('\n'),
  media: item.media,
});

export function toQuestion(kind: Round['kind'], id: string, values: QuestionValues): QuestionItem {
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
  };
}

/** Lines copied from Excel: stem, answer, options or parts (split by `|`), points, explanation. */
export function pastedQuestions(
  kind: Round['kind'],
  text: string,
  taken: ReadonlySet<string>,
): QuestionItem[] {
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
      const split = kind === 'video' || kind === 'charades';
      return toQuestion(kind, freeId(), {
        stem,
        answer,
        options: split ? '' : third,
        parts: split ? third : '',
        points,
        explanation,
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
