import type { Endpoints, ReplyOf } from '@leitai/contract';
import { ok, refuse, type Result } from '@leitai/rules';
import type { EntrantSession } from '../../platform/http/handler.ts';
import type { ExamDesk } from './examDesk.ts';
import { presentEntrantStage, presentHome } from './present.ts';
import { stageStatusAt } from './startAttempt.ts';
import { readAttempts } from './store.ts';

/** The stages this entrant takes part in, exams and shows, in order. */
export async function entrantHome(
  { platform, doors }: ExamDesk,
  entrant: EntrantSession,
): Promise<Result<ReplyOf<Endpoints['entrant.home']>>> {
  const home = await doors.entrantHome(entrant.entrantId);
  if (home === null) return refuse('notFound');
  const now = platform.clock.now();
  const attempts = await readAttempts(platform.db, { entrantId: entrant.entrantId });
  const stages = (await doors.readStages(entrant.contestId))
    .filter(({ id }) => home.stageIds.includes(id))
    .map((stage) =>
      presentEntrantStage(
        stage,
        stageStatusAt(stage, now),
        attempts.find(({ stageId }) => stageId === stage.id),
        now,
      ),
    );
  return ok(presentHome(home.card, home.contestTitle, stages, now));
}
