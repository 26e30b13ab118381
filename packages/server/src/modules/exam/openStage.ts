import type { Endpoints, ReplyOf } from '@leitai/contract';
import { drawPaper, lastStart, ok, refuse, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import { lockStage, presentStage, previousStage, readStage, setStageStatus } from '../contest/index.ts';
import { readExam, type ExamDesk } from './examDesk.ts';

/**
 * Opens an exam stage now. Whatever would keep an entrant from starting is refused here, to the officer. `startsAt` is
 * the scheduled start that late entrants are counted from (SK-43); the opening when it is not given.
 */
export async function openStage(
  { platform }: ExamDesk,
  stageId: string,
  { closesAt, startsAt }: { readonly closesAt: number; readonly startsAt?: number },
  actor: string,
): Promise<Result<ReplyOf<Endpoints['stage.open']>>> {
  const now = platform.clock.now();
  const stage = await readStage(platform.db, stageId);
  if (stage === undefined) return refuse('notFound');
  const exam = await readExam(platform.db, stage);
  if (exam === null) return refuse('stage.notExam', { kind: stage.kind });
  if (stage.contestStatus !== 'running') return refuse('contest.notRunning', { status: stage.contestStatus });
  const before = await previousStage(platform.db, stage);
  if (before !== undefined && before.status !== 'decided')
    return refuse('stage.previousNotDecided', { stage: before.name, status: before.status });
  if (closesAt <= now) return refuse('request.invalid', { field: 'closesAt', now });
  if (startsAt !== undefined && startsAt >= closesAt)
    return refuse('request.invalid', { field: 'startsAt', closesAt });
  const until = lastStart(startsAt ?? now, exam.settings);
  if (until !== null && until <= now) return refuse('stage.startPassed', { lastStartAt: until });
  const trial = drawPaper(exam.settings, exam.banks, stageId);
  if (!trial.ok) return trial;
  if (stage.entries === 0) return refuse('stage.noEntries');

  return platform.db.transaction().execute(async (tx) => {
    const locked = await lockStage(tx, stageId);
    if (locked?.status !== 'planned') return refuse('stage.notPlanned', { status: locked?.status });
    const times = { closesAt, ...(startsAt === undefined ? {} : { startsAt }) };
    await setStageStatus(tx, stageId, 'open', { opensAt: now, ...times });
    await audit(tx, now, {
      actor,
      action: 'stage.open',
      object: `stage:${stageId}`,
      unitPath: stage.unitPath,
      detail: times,
    });
    return ok(presentStage((await readStage(tx, stageId))!));
  });
}
