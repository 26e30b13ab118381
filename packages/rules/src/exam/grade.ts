import { add, compare, divide, multiply, never, type Decimal } from '../kernel/index.ts';
import { inBankOrder } from './choice.ts';
import type { Banks } from './draw.ts';
import type { BankQuestion, Choice, ExamSettings, MultipleRule, PaperItem } from './types.ts';

export interface GradedItem {
  readonly no: number;
  /** Every right option and no other. */
  readonly right: boolean;
  readonly points: Decimal;
}

export interface Grade {
  /** Exact; rounded once, in the standing (SK-60). */
  readonly total: Decimal;
  readonly items: readonly GradedItem[];
}

/** Points for `hits` right options of a multiple-choice question, none wrong, some missing (SK-6B). */
function partial(rule: MultipleRule, points: Decimal, hits: number): Decimal {
  switch (rule) {
    case 'allOrNothing':
      return '0';
    case 'fewerHalf':
      return hits > 0 ? divide(points, '2') : '0';
    case 'halfPointPerRight': {
      const earned = multiply('0.5', String(hits));
      return compare(earned, points) > 0 ? points : earned;
    }
    default:
      return never(rule);
  }
}

function gradeItem(rule: MultipleRule, item: PaperItem, question: BankQuestion, choice: Choice): GradedItem {
  const chosen = new Set(inBankOrder(item, question, choice));
  const hits = question.key.filter((option) => chosen.has(option)).length;
  const wrong = chosen.size > hits;
  const right = !wrong && hits > 0 && hits === question.key.length;
  if (right) return { no: item.no, right, points: item.points };
  const points = wrong || question.type !== 'multiple' ? '0' : partial(rule, item.points, hits);
  return { no: item.no, right, points };
}

/**
 * Marks a paper. `answers` by the item's `no`, as shown to the entrant; no answer is worth 0.
 * Banks are published and immutable, so a paper whose question is missing is a bug, not a refusal.
 */
export function grade(
  settings: ExamSettings,
  paper: readonly PaperItem[],
  banks: Banks,
  answers: ReadonlyMap<number, Choice>,
): Grade {
  const questions = new Map(
    Object.entries(banks).map(([code, bank]) => [code, new Map(bank.map((q) => [q.no, q]))]),
  );
  const items = paper.map((item) => {
    const question = questions.get(item.bank)?.get(item.question);
    if (question === undefined) throw new Error(`no question ${item.question} in bank ${item.bank}`);
    return gradeItem(settings.multiple, item, question, answers.get(item.no) ?? []);
  });
  return { total: add(...items.map(({ points }) => points)), items };
}
