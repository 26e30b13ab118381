import { createHmac } from 'node:crypto';
import type { Endpoints, ReplyOf } from '@leitai/contract';
import { deadline, drawPaper, ok, refuse, type Result } from '@leitai/rules';
import type { EntrantSession } from '../../platform/http/handler.ts';
import { readStage, type StageRow, type StageStatus } from '../contest/index.ts';
import { sheetOf, type Exam, type ExamDesk } from './examDesk.ts';
import { presentAttempt } from './present.ts';
import { insertAttempt, readAnswers, readAttemptOf, takeOver } from './store.ts';

type AttemptView = ReplyOf<Endpoints['exam.start']>;

/** 128 bits, the same for ever for this entrant and stage; without the installation's key nobody can tell a paper beforehand (SK-41). */
export const paperSeed = (secret: string, stageId: string, entrantId: string): string =>
  createHmac('sha256', secret).update(`exam.paper\n${stageId}\n${entrantId}`).digest('hex').slice(0, 32);

/** A stage past its closing time is closed, whether or not that has been made durable yet (OQ-11). */
export const stageStatusAt = (
  stage: Pick<StageRow, 'status' | 'closesAt' | 'kind'>,
  now: number,
): StageStatus =>
  stage.kind === 'exam' &&
  stage.status === 'open' &&
  stage.closesAt !== null &&
  now >= stage.closesAt.getTime()
    ? 'closed'
    : stage.status;

/** The first call makes the try, every later one takes it over on another device (OQ-12: one try, one paper). */
export async function startAttempt(
  desk: ExamDesk,
  entrant: EntrantSession,
  stageId: string,
): Promise<Result<AttemptView>> {
  const exam = await desk.exam(stageId);
  if (exam === null || exam.contestId !== entrant.contestId) return refuseStart(desk, entrant, stageId);
  const now = desk.platform.clock.now();
  if (exam.lastStartAt !== null && now > exam.lastStartAt) return startLate(desk, exam, entrant, now);
  const seed = paperSeed(desk.platform.secrets.ticket, stageId, entrant.entrantId);
  const paper = drawPaper(exam.settings, exam.banks, seed);
  if (!paper.ok) return paper;
  const attempt = {
    stageId,
    entrantId: entrant.entrantId,
    seed,
    paper: paper.value,
    startedAt: now,
    deadlineAt: deadline(now, exam.settings, exam.closesAt),
  };
  const id = await insertAttempt(desk.platform.pool, attempt);
  if (id === null) return resumeAttempt(desk, exam, entrant);
  const made = { ...attempt, id, device: 1, submittedAt: null };
  desk.book.put(sheetOf(made, exam, []));
  return ok(presentAttempt(made, exam.find, [], now));
}

/** After the last moment of a first start: who has begun goes on, nobody else is let in (SK-43). */
async function startLate(
  desk: ExamDesk,
  exam: Exam,
  entrant: EntrantSession,
  now: number,
): Promise<Result<AttemptView>> {
  const { stageId, lastStartAt } = exam;
  const begun = await readAttemptOf(desk.platform.db, stageId, entrant.entrantId);
  if (begun !== null) return resumeAttempt(desk, exam, entrant);
  const stage = await readStage(desk.platform.db, stageId);
  if (stage === undefined || stageStatusAt(stage, now) !== 'open') return refuseStart(desk, entrant, stageId);
  return refuse('exam.tooLate', { lastStartAt });
}

async function resumeAttempt(
  desk: ExamDesk,
  exam: Exam,
  entrant: EntrantSession,
): Promise<Result<AttemptView>> {
  const now = desk.platform.clock.now();
  const stage = await readStage(desk.platform.db, exam.stageId);
  if (stage === undefined || stageStatusAt(stage, now) !== 'open')
    return refuseStart(desk, entrant, exam.stageId);
  // What the older device has sent already belongs on the page of the newer one.
  await desk.log.settled();
  const resumed = await desk.platform.db.transaction().execute(async (tx) => {
    const attempt = await takeOver(tx, exam.stageId, entrant.entrantId, now);
    return attempt && { attempt, answers: await readAnswers(tx, [attempt.id]) };
  });
  if (resumed === null) return refuse('exam.notQualified');
  desk.book.put(sheetOf(resumed.attempt, exam, resumed.answers));
  return ok(presentAttempt(resumed.attempt, exam.find, resumed.answers, now));
}

/** Why this stage cannot be started. */
async function refuseStart(
  { platform }: ExamDesk,
  entrant: EntrantSession,
  stageId: string,
): Promise<Result<never>> {
  const stage = await readStage(platform.db, stageId);
  if (stage === undefined || stage.kind !== 'exam' || stage.contestId !== entrant.contestId)
    return refuse('notFound');
  return refuse('exam.stageNotOpen', {
    status: stageStatusAt(stage, platform.clock.now()),
    opensAt: stage.opensAt?.getTime() ?? null,
    closesAt: stage.closesAt?.getTime() ?? null,
  });
}
