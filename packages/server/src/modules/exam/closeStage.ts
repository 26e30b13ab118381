import { setImmediate as turn } from 'node:timers/promises';
import type { Endpoints, ReplyOf } from '@leitai/contract';
import { grade, ok, refuse, type Choice, type Mark, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import { lockStage, presentStage, readStage, setStageStatus, type StageRow } from '../contest/index.ts';
import { recordMarks } from '../marks/index.ts';
import { readStageCards } from './entrantCard.ts';
import type { Exam, ExamDesk } from './examDesk.ts';
import { finish, readAnswers, readAttempts, type Attempt } from './store.ts';

/** Attempts graded between two turns of the event loop: other stages go on saving. */
const GRADED_AT_ONCE = 20;
/** PostgreSQL takes 65,535 parameters a statement. */
const MARKS_AT_ONCE = 4000;

/**
 * Hands in what is open, grades, records a mark for every entrant of the stage; again with the same outcome. After the
 * first transaction nobody can start or save, so the grading needs no lock and a crash in between costs nothing.
 */
export async function closeStage(
  desk: ExamDesk,
  stageId: string,
  actor: string,
): Promise<Result<ReplyOf<Endpoints['stage.close']>>> {
  const { platform, log, book } = desk;
  const stage = await readStage(platform.db, stageId);
  if (stage === undefined) return refuse('notFound');
  if (stage.kind !== 'exam') return refuse('stage.notExam', { kind: stage.kind });
  if (stage.status === 'planned') return refuse('stage.notOpen', { status: stage.status });
  const exam = await desk.exam(stageId);
  if (stage.status !== 'open' || exam === null) return ok(presentStage(stage));

  const now = platform.clock.now();
  const closesAt = Math.min(now, stage.closesAt?.getTime() ?? now);
  await log.settled();
  await platform.db.transaction().execute(async (tx) => {
    if ((await lockStage(tx, stageId))?.status !== 'open') return;
    await setStageStatus(tx, stageId, 'open', { closesAt });
    const handedIn = await finish(tx, { stageId }, now);
    // From here on nobody can write: recorded at once, lest a crash leaves an early end without who ended it.
    await record(tx, stage, 'stage.end', { actor, now, closesAt, handedIn });
  });
  // In memory the sheets still say "running": the insert would refuse them, a fresh load also says why.
  book.forgetStage(stageId);

  for (;;) {
    const { marks, attempts } = await gradeStage(desk, exam);
    const done = await platform.db.transaction().execute(async (tx) => {
      if ((await lockStage(tx, stageId))?.status !== 'open') return true;
      // A process whose clock is behind may have let someone start: grade again, with that one.
      if ((await finish(tx, { stageId }, now)) > 0) return false;
      for (let at = 0; at < marks.length; at += MARKS_AT_ONCE)
        await recordMarks(tx, stageId, marks.slice(at, at + MARKS_AT_ONCE), {
          source: 'exam',
          by: actor,
          at: now,
        });
      await setStageStatus(tx, stageId, 'closed', { closesAt });
      await record(tx, stage, 'stage.close', { actor, now, closesAt, attempts, marks: marks.length });
      return true;
    });
    if (done) return ok(presentStage((await readStage(platform.db, stageId))!));
  }
}

const record = (
  tx: Tx,
  stage: StageRow,
  action: 'stage.end' | 'stage.close',
  { actor, now, ...detail }: { actor: string; now: number } & Readonly<Record<string, number | string>>,
): Promise<void> =>
  audit(tx, now, {
    actor,
    action,
    object: `stage:${stage.id}`,
    unitPath: stage.unitPath,
    detail,
  });

async function gradeStage({ platform }: ExamDesk, exam: Exam): Promise<{ marks: Mark[]; attempts: number }> {
  const attempts = new Map(
    (await readAttempts(platform.db, { stageId: exam.stageId })).map((attempt) => [
      attempt.entrantId,
      attempt,
    ]),
  );
  const entrants = await readStageCards(platform.db, { id: exam.stageId, contestId: exam.contestId });
  const marks: Mark[] = [];
  for (let at = 0; at < entrants.length; at += GRADED_AT_ONCE) {
    const cards = entrants.slice(at, at + GRADED_AT_ONCE);
    const tried = cards.flatMap(({ id }) => attempts.get(id) ?? []);
    const answers = new Map<string, Map<number, Choice>>(tried.map(({ id }) => [id, new Map()]));
    const ids = tried.map(({ id }) => id);
    for (const { attemptId, no, choice } of await readAnswers(platform.db, ids))
      answers.get(attemptId)!.set(no, choice);
    for (const card of cards) {
      const attempt = attempts.get(card.id);
      const given = attempt && answers.get(attempt.id)!;
      marks.push(markOf(card.entryId, card.id, exam, attempt, given));
    }
    await turn();
  }
  return { marks, attempts: attempts.size };
}

/** No try: absent, which is not a score of 0 (SK-76). */
function markOf(
  entry: string,
  entrant: string,
  exam: Exam,
  attempt: Attempt | undefined,
  answers: ReadonlyMap<number, Choice> = new Map(),
): Mark {
  if (attempt === undefined)
    return { entry, entrant, score: null, elapsedMs: null, decider: null, status: 'absent' };
  const end = Math.min(attempt.submittedAt ?? attempt.deadlineAt, attempt.deadlineAt);
  return {
    entry,
    entrant,
    score: grade(exam.settings, attempt.paper, exam.banks, answers).total,
    elapsedMs: Math.max(0, end - attempt.startedAt),
    decider: null,
    status: 'scored',
  };
}
