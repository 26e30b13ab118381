import { QUESTION_TYPES, type BankQuestion, type Banks, type Choice, type PaperItem } from '@leitai/rules';

/** What `checkChoice` needs of a question; shared by all attempts whose question has the same shape. */
export interface Shape {
  readonly item: PaperItem;
  readonly question: BankQuestion;
}

/** An attempt as the saving of answers sees it, kept in memory: a few bytes a question. */
export interface Sheet {
  readonly attemptId: string;
  readonly entrantId: string;
  readonly stageId: string;
  readonly deadlineAt: number;
  readonly shapes: readonly Shape[];
  /** Highest stored revision by `no - 1`; 0: none. */
  readonly revisions: Int32Array;
  /** Its choice as a bit set. */
  readonly choices: Int32Array;
  device: number;
  submittedAt: number | null;
}

/** At most 26 options: a choice fits into one integer. */
export function bits(choice: Choice): number {
  let set = 0;
  for (const option of choice) set |= 1 << option;
  return set;
}

const shared = new Map<number, Shape>();

function shapeOf(item: PaperItem, question: BankQuestion): Shape {
  const key = (item.no * 32 + item.optionOrder.length) * 4 + QUESTION_TYPES.indexOf(question.type);
  let shape = shared.get(key);
  if (shape === undefined) {
    shape = {
      item: { no: item.no, bank: '', question: 0, optionOrder: [...item.optionOrder.keys()], points: '0' },
      question: { no: 0, type: question.type, stem: '', options: [], key: [], explanation: '', tags: {} },
    };
    shared.set(key, shape);
  }
  return shape;
}

export const shapesOf = (paper: readonly PaperItem[], find: (item: PaperItem) => BankQuestion): Shape[] =>
  paper.map((item) => shapeOf(item, find(item)));

/** Questions of the banks by reference, as papers hold them. */
export function finder(banks: Banks): (item: PaperItem) => BankQuestion {
  const byNo = new Map(
    Object.entries(banks).map(([code, questions]) => [code, new Map(questions.map((q) => [q.no, q]))]),
  );
  return (item) => {
    const question = byNo.get(item.bank)?.get(item.question);
    if (question === undefined) throw new Error(`no question ${item.question} in bank ${item.bank}`);
    return question;
  };
}

/** Remembers a stored answer; a lower revision changes nothing. */
export function remember(sheet: Sheet, no: number, revision: number, choice: Choice): void {
  if (revision <= sheet.revisions[no - 1]!) return;
  sheet.revisions[no - 1] = revision;
  sheet.choices[no - 1] = bits(choice);
}
