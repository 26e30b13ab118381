import { readFileSync } from 'node:fs';
import { Workbook } from 'exceljs';
import { parse } from 'yaml';

const EXAMPLE = new URL('../../examples/beijing-2025/', import.meta.url);

/** Rows of the example's 36 entrants, heading first. */
export const entrantRows = (): string[][] =>
  readFileSync(new URL('entrants.csv', EXAMPLE), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));

/** An Excel file as an organiser saves it; a cell that begins with `=` is a formula. */
export async function xlsx(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('报名表');
  for (const row of rows)
    sheet.addRow(row.map((cell) => (cell.startsWith('=') ? { formula: cell.slice(1), result: 1 } : cell)));
  return Buffer.from(await book.xlsx.writeBuffer());
}

interface Question {
  readonly type: 'single' | 'multiple' | 'trueFalse';
  readonly stem: string;
  readonly options?: readonly string[];
  readonly key: readonly number[] | boolean;
}

/** The right options of each question by its words: what a well-prepared entrant knows. */
export function knowledge(): (shown: { stem: string; type: string; options: readonly string[] }) => number[] {
  const { questions } = parse(readFileSync(new URL('banks/ground-service.yaml', EXAMPLE), 'utf8')) as {
    questions: Question[];
  };
  const byStem = new Map(questions.map((question) => [question.stem, question]));
  return ({ stem, options }) => {
    const question = byStem.get(stem);
    if (question === undefined) throw new Error(`no such question: ${stem}`);
    if (typeof question.key === 'boolean') return [question.key ? 1 : 0];
    const right = question.key.map((index) => question.options![index]!);
    return options.flatMap((option, index) => (right.includes(option) ? [index] : []));
  };
}
