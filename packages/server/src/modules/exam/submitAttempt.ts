import type { Endpoints, ReplyOf } from '@leitai/contract';
import { ok, refuse, type Result } from '@leitai/rules';
import type { ExamDesk } from './examDesk.ts';
import { countAnswered, finish, readAttempt } from './store.ts';

/** Hands in what the log holds; again and again with the same outcome. After the deadline it was handed in by itself (OQ-11). */
export async function submitAttempt(
  { platform, book, log }: ExamDesk,
  entrantId: string,
  attemptId: string,
): Promise<Result<ReplyOf<Endpoints['exam.submit']>>> {
  const now = platform.clock.now();
  await log.settled();
  const attempt = await platform.db.transaction().execute(async (tx) => {
    const found = await readAttempt(tx, attemptId);
    if (found === null || found.entrantId !== entrantId) return null;
    await finish(tx, { attemptId }, now);
    return readAttempt(tx, attemptId);
  });
  if (attempt === null) return refuse('notFound');
  const sheet = book.peek(attempt.id);
  if (sheet !== undefined) sheet.submittedAt = attempt.submittedAt;
  const answered = await countAnswered(platform.db, [attempt.id]);
  return ok({
    submittedAt: attempt.submittedAt!,
    answered: answered.get(attempt.id) ?? 0,
    questions: attempt.paper.length,
  });
}
