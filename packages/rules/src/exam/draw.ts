import { ok, refuse, shuffle, type Result } from '../kernel/index.ts';
import type { BankQuestion, DrawRule, ExamSettings, PaperItem } from './types.ts';

/** Questions of the drawn banks by bank code. */
export type Banks = Readonly<Record<string, readonly BankQuestion[]>>;

interface Slot {
  readonly rule: DrawRule;
  /** Questions that fit the slot, in drawn order. */
  readonly fitting: readonly BankQuestion[];
}

const fits = (rule: DrawRule, question: BankQuestion): boolean =>
  (rule.type === undefined || question.type === rule.type) &&
  (rule.chapter === undefined || String(question.tags['chapter']) === rule.chapter);

/** Gives the slot a question nobody holds, moving other slots along where rules overlap (Kuhn's matching). */
function place(
  slot: Slot,
  held: Map<BankQuestion, Slot>,
  questions: Map<Slot, BankQuestion>,
  tried: Set<BankQuestion>,
) {
  const free = slot.fitting.find((question) => !held.has(question));
  const takes = (question: BankQuestion): true => {
    held.set(question, slot);
    questions.set(slot, question);
    return true;
  };
  if (free !== undefined) return takes(free);
  for (const question of slot.fitting) {
    if (tried.has(question)) continue;
    tried.add(question);
    if (place(held.get(question)!, held, questions, tried)) return takes(question);
  }
  return false;
}

const identity = (question: BankQuestion): number[] => question.options.map((_, i) => i);

/**
 * A paper by the blueprint: no question twice, the same for the same seed (OQ-12). It is refused only when no
 * choice of questions can fill the blueprint, even where its rows overlap.
 */
export function drawPaper(
  settings: ExamSettings,
  banks: Banks,
  seed: string,
): Result<PaperItem[], 'exam.bankTooSmall' | 'exam.bankUnknown'> {
  const held = new Map<BankQuestion, Slot>();
  const questions = new Map<Slot, BankQuestion>();
  const slots: Slot[] = [];
  for (const [row, rule] of settings.draws.entries()) {
    if (!Object.hasOwn(banks, rule.bank)) return refuse('exam.bankUnknown', { bank: rule.bank });
    const candidates = banks[rule.bank]!.filter((question) => fits(rule, question));
    const fitting = shuffle(candidates, `${seed}/draw/${row}`);
    for (let i = 0; i < rule.count; i += 1) {
      const slot = { rule, fitting };
      slots.push(slot);
      if (!place(slot, held, questions, new Set())) {
        const facts = { bank: rule.bank, row, wanted: rule.count, available: candidates.length };
        return refuse('exam.bankTooSmall', facts);
      }
    }
  }
  const drawn = slots.map((slot) => ({ rule: slot.rule, question: questions.get(slot)! }));
  const rows = new Map(settings.draws.map((rule, row) => [rule, row]));
  const ordered = settings.shuffleQuestions
    ? shuffle(drawn, `${seed}/order`)
    : drawn.sort((a, b) => rows.get(a.rule)! - rows.get(b.rule)! || a.question.no - b.question.no);
  return ok(
    ordered.map(({ rule, question }, i) => ({
      no: i + 1,
      bank: rule.bank,
      question: question.no,
      optionOrder: settings.shuffleOptions
        ? shuffle(identity(question), `${seed}/options/${rule.bank}/${question.no}`)
        : identity(question),
      points: rule.points,
    })),
  );
}
