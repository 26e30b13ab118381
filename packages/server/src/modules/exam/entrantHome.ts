import type { Endpoints, ReplyOf } from '@leitai/contract';
import { ok, refuse, type Result } from '@leitai/rules';
import type { EntrantSession } from '../../platform/http/handler.ts';
import { readContest, readStages } from '../contest/index.ts';
import { readCard } from './entrantCard.ts';
import type { ExamDesk } from './examDesk.ts';
import { presentEntrantStage, presentHome } from './present.ts';
import { stageStatusAt } from './startAttempt.ts';
import { readAttempts, readStagesOf } from './store.ts';

/** The stages this entrant takes part in, exams and shows, in order. */
export async function entrantHome(
  { platform }: ExamDesk,
  entrant: EntrantSession,
): Promise<Result<ReplyOf<Endpoints['entrant.home']>>> {
  const card = await readCard(platform.db, entrant.entrantId);
  const contest = await readContest(platform.db, entrant.contestId);
  if (card === null || contest === undefined) return refuse('notFound');
  const now = platform.clock.now();
  const attempts = await readAttempts(platform.db, { entrantId: entrant.entrantId });
  const takesPart = await readStagesOf(platform.db, card.entryId);
  const stages = (await readStages(platform.db, entrant.contestId))
    .filter(({ id }) => takesPart.has(id))
    .map((stage) =>
      presentEntrantStage(
        stage,
        stageStatusAt(stage, now),
        attempts.find(({ stageId }) => stageId === stage.id),
        now,
      ),
    );
  return ok(presentHome(card, contest.title, stages, now));
}
