import type { Endpoints, ReplyOf } from '@leitai/contract';
import { ok, refuse, type Result } from '@leitai/rules';
import { readStage } from '../contest/index.ts';
import { readStageCards } from './entrantCard.ts';
import type { ExamDesk } from './examDesk.ts';
import { presentMonitorRow, questionsOf } from './present.ts';
import { countAnswered, readAttempts } from './store.ts';

/** Every entrant of the stage and where it stands. */
export async function monitorStage(
  { platform }: ExamDesk,
  stageId: string,
): Promise<Result<ReplyOf<Endpoints['exam.monitor']>>> {
  const stage = await readStage(platform.db, stageId);
  if (stage === undefined) return refuse('notFound');
  if (stage.settings.kind !== 'exam') return refuse('stage.notExam', { kind: stage.kind });
  const now = platform.clock.now();
  const questions = questionsOf(stage.settings.exam);
  const cards = await readStageCards(platform.db, stage);
  const attempts = new Map(
    (await readAttempts(platform.db, { stageId })).map((attempt) => [attempt.entrantId, attempt]),
  );
  const answered = await countAnswered(
    platform.db,
    [...attempts.values()].map(({ id }) => id),
  );
  return ok({
    serverNow: now,
    rows: cards.map((card) => {
      const attempt = attempts.get(card.id);
      return presentMonitorRow(card, attempt, answered.get(attempt?.id ?? '') ?? 0, questions, now);
    }),
  });
}
