import { ok, refuse, type Result } from '../kernel/index.ts';
import type { BankQuestion, Choice, PaperItem } from './types.ts';

/** Options of the question as shown: `trueFalse` has two, 0 false and 1 true. */
const shown = (item: PaperItem, question: BankQuestion): number =>
  question.type === 'trueFalse' ? 2 : item.optionOrder.length;

/** Whether a choice can be an answer: shown indexes, ascending, each once; one at most unless `multiple` (OQ-12). */
export function checkChoice(
  item: PaperItem,
  question: BankQuestion,
  choice: Choice,
): Result<Choice, 'exam.choiceInvalid'> {
  const options = shown(item, question);
  const valid =
    (question.type === 'multiple' || choice.length <= 1) &&
    choice.every(
      (at, i) => Number.isInteger(at) && at >= 0 && at < options && (i === 0 || at > choice[i - 1]!),
    );
  return valid ? ok(choice) : refuse('exam.choiceInvalid', { no: item.no, options });
}

/** A choice as indexes of the bank's own options. */
export const inBankOrder = (item: PaperItem, question: BankQuestion, choice: Choice): number[] =>
  question.type === 'trueFalse' ? [...choice] : choice.map((at) => item.optionOrder[at] ?? -1);
