import { checkChoice, ok, refuse, type Refusal, type Result } from '@leitai/rules';
import type { AnswerLog } from './answerLog.ts';
import type { AttemptBook } from './attemptBook.ts';
import { bits, remember, type Sheet } from './sheet.ts';

export interface GivenAnswer {
  readonly device: number;
  readonly no: number;
  readonly revision: number;
  readonly choice: readonly number[];
}

/** Times the memory may turn out to be old before the caller is asked to come again. */
const TRIES = 3;

/**
 * Validates in memory, appends, and answers after the commit (design: the life of an answer). `arrivedAt`: when the
 * request reached the server; an answer that arrived at its deadline still counts, however long the commit takes.
 */
export async function saveAnswer(
  { book, log }: { book: AttemptBook; log: AnswerLog },
  entrantId: string,
  attemptId: string,
  answer: GivenAnswer,
  arrivedAt: number,
): Promise<Result<null>> {
  let sheet: Sheet | null | undefined = book.peek(attemptId);
  for (let tried = 0; tried < TRIES; tried += 1) {
    sheet ??= await book.load(attemptId);
    // Another's attempt answers like none at all.
    if (sheet === null || sheet.entrantId !== entrantId) return refuse('notFound');
    if (tried > 0 || answer.device <= sheet.device) {
      const verdict = judge(sheet, answer, arrivedAt);
      if (verdict === 'stored') return ok(null);
      if (verdict !== 'new') return { ok: false, refusal: verdict };
      const written = log.append({ ...answer, attemptId: sheet.attemptId, receivedAt: arrivedAt });
      if (written === null) return refuse('server.busy');
      // A failed commit is written in the log; whoever waits for it is told to send again, and nothing is remembered.
      const stored = await written.catch(() => null);
      if (stored === null) return refuse('server.busy');
      if (stored) {
        remember(book.peek(attemptId) ?? sheet, answer.no, answer.revision, answer.choice);
        return ok(null);
      }
    }
    // Another process has moved the attempt on: look again.
    book.forget(attemptId);
    sheet = undefined;
  }
  return refuse('server.busy');
}

/** `stored`: the log holds it already, acknowledge again. `new`: to be written. */
export function judge(sheet: Sheet, answer: GivenAnswer, arrivedAt: number): 'stored' | 'new' | Refusal {
  const { no, revision, choice } = answer;
  const shape = sheet.shapes[no - 1];
  if (shape === undefined)
    return { code: 'exam.questionUnknown', facts: { no, questions: sheet.shapes.length } };
  if (answer.device !== sheet.device) return { code: 'exam.takenOver', facts: { device: sheet.device } };
  const checked = checkChoice(shape.item, shape.question, choice);
  if (!checked.ok) return checked.refusal;
  const have = sheet.revisions[no - 1]!;
  if (revision === have && bits(choice) === sheet.choices[no - 1]) return 'stored';
  if (sheet.submittedAt !== null)
    return { code: 'exam.submitted', facts: { submittedAt: sheet.submittedAt } };
  if (arrivedAt > sheet.deadlineAt)
    return { code: 'exam.afterDeadline', facts: { deadlineAt: sheet.deadlineAt, now: arrivedAt } };
  if (revision <= have) return { code: 'exam.staleRevision', facts: { have } };
  return 'new';
}
