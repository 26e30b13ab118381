import type { QuestionItem, RapidItem, RoundKind } from '@leitai/rules/show';
import { answerInWords, questionShapes, rapidItem } from './questionKinds.ts';
import { lines, NO_VALUES, toQuestion, type QuestionValues } from './showConfig.ts';

type Part = 'stem' | 'answer' | 'options' | 'list' | 'points' | 'unit' | 'explanation';

/** The columns of a sheet without headings, by the kind of round. */
function columnsOf(kind: RoundKind): readonly Part[] {
  const { list, answer, options, points, unit } = questionShapes[kind];
  if (list === 'items') return ['stem', 'list', 'answer'];
  return [
    'stem',
    ...(list === null ? [] : (['list'] as const)),
    ...(answer ? (['answer'] as const) : []),
    ...(options ? (['options'] as const) : []),
    ...(unit ? (['unit'] as const) : []),
    ...(points ? (['points'] as const) : []),
    'explanation',
  ];
}

const HEADINGS: Readonly<Record<Part, RegExp>> = {
  stem: /^(题干|题目|试题|问题|组别|组名|题组|question|group)$/i,
  answer: /^(答案|正确答案|参考答案|标准答案|answer|key)$/i,
  options: /^((备?选项)?[a-l]|选项|备选答案|选项[a-l1-9]|options?|option [a-l])$/i,
  list: /^(要点|词语|词|小题|违章点|words?|points to find|items?)$/i,
  points: /^(分值|分数|points|value)$/i,
  unit: /^(单位|unit)$/i,
  explanation: /^(解析|说明|依据|explanation)$/i,
};

const partOf = (heading: string): Part | null =>
  (Object.keys(HEADINGS) as Part[]).find((part) =>
    HEADINGS[part].test(
      heading
        .normalize('NFKC')
        .trim()
        .replace(/[((].*[))]$/, ''),
    ),
  ) ?? null;

/** Rows under their parts: by the headings of the first row if it has them, else by the usual columns. */
function rowsOf(kind: RoundKind, text: string): Partial<Record<Part, string[]>>[] {
  const [first = [], ...rest] = cellsOf(text);
  const headed = first.map(partOf);
  const hasHeadings = headed.includes('stem') && headed.filter((part) => part !== null).length > 1;
  const columns: readonly (Part | null)[] = hasHeadings ? headed : columnsOf(kind);
  return (hasHeadings ? rest : [first, ...rest]).map((cells) => {
    const row: Partial<Record<Part, string[]>> = {};
    cells.forEach((cell, index) => {
      const part = columns[index];
      if (part !== undefined && part !== null && cell.trim() !== '') (row[part] ??= []).push(cell.trim());
    });
    return row;
  });
}

/** Questions of what was copied from a sheet, with ids that are free in the show. */
export function pastedQuestions(kind: RoundKind, text: string, taken: ReadonlySet<string>): QuestionItem[] {
  const nextId = freeIds(taken);
  const shape = questionShapes[kind];
  if (shape.list === 'items') return rapidTurns(text).map((turn) => ({ id: nextId(), answer: '', ...turn }));
  return rowsOf(kind, text)
    .filter(({ stem, list }) => stem !== undefined || (shape.list !== null && list !== undefined))
    .map((row) => {
      const one = (part: Part): string => row[part]?.join('\n') ?? '';
      const options = lines(one('options'));
      const values: QuestionValues = {
        ...NO_VALUES,
        stem: one('stem'),
        answer: answerInWords(kind, one('answer'), options),
        options: options.join('\n'),
        parts: one('list').replaceAll(shape.list === 'words' ? /[、；;]/g : /[；;]/g, '\n'),
        points: one('points'),
        unit: one('unit'),
        explanation: one('explanation'),
      };
      return toQuestion(kind, nextId(), values);
    });
}

/**
 * Items of rapid turns: `stem＝answer`, or stem and answer in two cells, or the turn's name before them. A new turn
 * begins with another name or after an empty line.
 */
function rapidTurns(text: string): { stem: string; items: RapidItem[] }[] {
  const turns: { stem: string; items: RapidItem[] }[] = [];
  for (const block of text.split(/(?:\r?\n[ \t]*){2,}/)) {
    let open: { stem: string; items: RapidItem[] } | null = null;
    for (const cells of cellsOf(block)) {
      const [a = '', b = '', c] = cells.map((cell) => cell.trim());
      if (partOf(a) === 'stem' && cells.slice(1).some((cell) => partOf(cell) === 'answer')) continue;
      const name = c === undefined || c === '' ? '' : a;
      const item = name !== '' ? { stem: b, answer: c! } : b !== '' ? { stem: a, answer: b } : rapidItem(a);
      if (item.stem === '') continue;
      if (open === null || (name !== '' && name !== open.stem)) {
        open = { stem: name, items: [] };
        turns.push(open);
      }
      open.items.push(item);
    }
  }
  return turns;
}

export function freeIds(taken: ReadonlySet<string>): () => string {
  const used = new Set(taken);
  let n = 0;
  return () => {
    do n += 1;
    while (used.has(`q${n}`));
    used.add(`q${n}`);
    return `q${n}`;
  };
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
