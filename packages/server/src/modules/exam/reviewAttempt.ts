import type { Endpoints, ReplyOf } from '@leitai/contract';
import { grade, ok, refuse, type Result } from '@leitai/rules';
import type { EntrantSession } from '../../platform/http/handler.ts';
import { readStage } from '../contest/index.ts';
import type { ExamDesk } from './examDesk.ts';
import { presentReview } from './present.ts';
import { readAnswers, readAttemptOf } from './store.ts';

/** The own paper with its key, once the stage is closed and its marks are recorded (OQ-12). */
export async function reviewAttempt(
  { platform, exam }: ExamDesk,
  entrant: EntrantSession,
  stageId: string,
): Promise<Result<ReplyOf<Endpoints['exam.review']>>> {
  const stage = await readStage(platform.db, stageId);
  if (stage === undefined || stage.kind !== 'exam' || stage.contestId !== entrant.contestId)
    return refuse('notFound');
  if (stage.status !== 'closed' && stage.status !== 'decided')
    return refuse('exam.reviewNotYet', { status: stage.status, closesAt: stage.closesAt?.getTime() });
  const of = await exam(stageId);
  const attempt = await readAttemptOf(platform.db, stageId, entrant.entrantId);
  if (of === null || attempt === null) return refuse('exam.noAttempt');
  const answers = new Map(
    (await readAnswers(platform.db, [attempt.id])).map(({ no, choice }) => [no, choice]),
  );
  return ok(presentReview(attempt, of.find, answers, grade(of.settings, attempt.paper, of.banks, answers)));
}
