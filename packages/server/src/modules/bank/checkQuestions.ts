import type { BankQuestion } from '@leitai/rules';
import { byPlace } from '../../platform/sheet/fault.ts';
import { readHeading } from '../../platform/sheet/heading.ts';
import type { Row } from '../../platform/sheet/row.ts';
import { isEmpty } from '../../platform/sheet/rowReader.ts';
import { COLUMNS } from './columns.ts';
import { QuestionReader, type QuestionFault } from './questionReader.ts';

export interface CheckedQuestions {
  readonly faults: readonly QuestionFault[];
  /** Numbered in the order of the rows; meant to be published only when there are no faults. */
  readonly questions: readonly BankQuestion[];
}

/** One question a row; the first row names the columns. Knows no database. */
export function checkQuestions(rows: readonly Row[]): CheckedQuestions {
  const { at, faults: heading } = readHeading(rows[0], COLUMNS);
  if (heading.length > 0) return { faults: heading, questions: [] };
  const faults: QuestionFault[] = [];
  const questions: BankQuestion[] = [];
  const seen = new Map<string, number>();
  for (const row of rows.slice(1)) {
    if (isEmpty(row)) continue;
    const reader = new QuestionReader(row, COLUMNS, at, faults);
    reader.outside();
    const question = reader.question(questions.length + 1);
    if (question === null) continue;
    const same = JSON.stringify([question.stem, question.options]);
    const before = seen.get(same);
    if (before === undefined) seen.set(same, row.row);
    else reader.fault('stem', 'question.twice', question.stem, [`第 ${before} 行`]);
    questions.push(question);
  }
  return { faults: faults.toSorted(byPlace), questions };
}
