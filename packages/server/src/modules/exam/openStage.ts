import type { Endpoints, ReplyOf } from '@leitai/contract';
import { drawPaper, refuse, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import { readExam, type ExamDesk } from './examDesk.ts';

/** Opens an exam stage now. Whatever would keep an entrant from starting is refused here, to the officer. */
export async function openStage(
  { platform, doors }: ExamDesk,
  stageId: string,
  closesAt: number,
  actor: string,
): Promise<Result<ReplyOf<Endpoints['stage.open']>>> {
  const now = platform.clock.now();
  const stage = await doors.readStage(stageId);
  if (stage === null) return refuse('notFound');
  const exam = await readExam(doors, stage);
  if (exam === null) return refuse('stage.notExam', { kind: stage.kind });
  if (stage.contestStatus !== 'running') return refuse('contest.notRunning', { status: stage.contestStatus });
  const before = (await doors.readStages(stage.contestId)).findLast(({ ordinal }) => ordinal < stage.ordinal);
  if (before !== undefined && before.status !== 'decided')
    return refuse('stage.previousNotDecided', { stage: before.name, status: before.status });
  if (closesAt <= now) return refuse('request.invalid', { field: 'closesAt', now });
  const trial = drawPaper(exam.settings, exam.banks, stageId);
  if (!trial.ok) return trial;
  if ((await doors.stageEntrants(stageId)).length === 0) return refuse('stage.noEntries');

  const opened = await platform.db.transaction().execute(async (tx) => {
    const status = await doors.lockStage(tx, stageId);
    if (status !== 'planned') return status;
    await doors.setStageStatus(tx, stageId, { status: 'open', opensAt: now, closesAt });
    await audit(tx, now, {
      actor,
      action: 'stage.open',
      object: `stage/${stageId}`,
      unitPath: stage.unitPath,
      detail: { closesAt },
    });
    return null;
  });
  return opened === null ? doors.stageView(stageId) : refuse('stage.notPlanned', { status: opened });
}
