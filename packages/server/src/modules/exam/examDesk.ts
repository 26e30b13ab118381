import { lastStart, type BankQuestion, type Banks, type ExamSettings, type PaperItem } from '@leitai/rules';
import type { Database } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { readBanks } from '../bank/index.ts';
import { readStage, type StageRow } from '../contest/index.ts';
import { AnswerLog } from './answerLog.ts';
import { AttemptBook } from './attemptBook.ts';
import { finder, remember, shapesOf, type Sheet } from './sheet.ts';
import { readAnswers, readAttempt, writeAnswers, type Attempt } from './store.ts';

/** What every paper of a stage is made of. Settings are fixed once the contest runs, banks once published: kept in memory. */
export interface Exam {
  readonly stageId: string;
  readonly contestId: string;
  readonly closesAt: number | null;
  /** The last moment of a first start (SK-43); null: any time in the window. */
  readonly lastStartAt: number | null;
  readonly settings: ExamSettings;
  readonly banks: Banks;
  readonly find: (item: PaperItem) => BankQuestion;
}

/** What the commands of this module share. */
export interface ExamDesk {
  readonly platform: Platform;
  readonly book: AttemptBook;
  readonly log: AnswerLog;
  /** Null: no such exam stage, or not opened yet. */
  exam(stageId: string): Promise<Exam | null>;
}

/** Null before the stage is open, and where nobody is late. */
export function lastStartOf({ settings, startsAt, opensAt }: StageRow): number | null {
  const start = startsAt ?? opensAt;
  return settings.kind === 'exam' && start !== null ? lastStart(start.getTime(), settings.exam) : null;
}

export async function readExam(db: Database, stage: StageRow): Promise<Exam | null> {
  if (stage.settings.kind !== 'exam') return null;
  const { exam } = stage.settings;
  const banks = await readBanks(
    db,
    exam.draws.map(({ bank }) => bank),
    stage.unitPath,
  );
  return {
    stageId: stage.id,
    contestId: stage.contestId,
    closesAt: stage.closesAt?.getTime() ?? null,
    lastStartAt: lastStartOf(stage),
    settings: exam,
    banks,
    find: finder(banks),
  };
}

/** The attempt with its stored answers, as the saving of answers sees it. */
export function sheetOf(
  attempt: Attempt,
  exam: Exam,
  answers: readonly { no: number; revision: number; choice: readonly number[] }[],
): Sheet {
  const sheet: Sheet = {
    attemptId: attempt.id,
    entrantId: attempt.entrantId,
    stageId: attempt.stageId,
    deadlineAt: attempt.deadlineAt,
    shapes: shapesOf(attempt.paper, exam.find),
    revisions: new Int32Array(attempt.paper.length),
    choices: new Int32Array(attempt.paper.length),
    device: attempt.device,
    submittedAt: attempt.submittedAt,
  };
  for (const { no, revision, choice } of answers) remember(sheet, no, revision, choice);
  return sheet;
}

/** Exams kept in memory. */
const LIMIT = 200;

export function examDesk(platform: Platform): ExamDesk {
  const exams = new Map<string, Promise<Exam | null>>();

  async function read(stageId: string): Promise<Exam | null> {
    const stage = await readStage(platform.db, stageId);
    return stage === undefined || stage.status === 'planned' ? null : readExam(platform.db, stage);
  }

  function exam(stageId: string): Promise<Exam | null> {
    let found = exams.get(stageId);
    if (found === undefined) {
      found = read(stageId);
      exams.set(stageId, found);
      if (exams.size > LIMIT) exams.delete(exams.keys().next().value!);
      found.then(
        (value) => value ?? exams.delete(stageId),
        () => exams.delete(stageId),
      );
    }
    return found;
  }

  const book = new AttemptBook(async (attemptId) => {
    const attempt = await readAttempt(platform.db, attemptId);
    if (attempt === null) return null;
    const of = await exam(attempt.stageId);
    return of === null ? null : sheetOf(attempt, of, await readAnswers(platform.db, [attemptId]));
  });
  const log = new AnswerLog(async (rows) => {
    try {
      return await writeAnswers(platform.pool, rows);
    } catch (error) {
      platform.log.error(error, `${rows.length} answers were not committed and not acknowledged`);
      throw error;
    }
  });
  return { platform, book, log, exam };
}
