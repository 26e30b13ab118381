import { drawPaper, grade, lastStart, type Choice, type Mark } from '@leitai/rules';
import { firstDifference } from './compare.ts';
import type { ContestRecord, RecordAttempt, RecordStage } from './format.ts';

const banksOf = (record: ContestRecord) =>
  Object.fromEntries(Object.entries(record.banks).map(([code, { questions }]) => [code, questions]));

/** Every paper is the one its seed draws. */
export function* checkPapers(record: ContestRecord): Iterable<string> {
  const banks = banksOf(record);
  for (const { name, settings, attempts } of record.stages) {
    if (settings.kind !== 'exam') continue;
    for (const { id, seed, paper } of attempts) {
      const drawn = drawPaper(settings.exam, banks, seed);
      if (!drawn.ok) yield `${name}, paper ${id}: ${drawn.refusal.code}`;
      else {
        const difference = firstDifference(paper, drawn.value);
        if (difference !== null) yield `${name}, paper ${id}, ${difference}`;
      }
    }
  }
}

/**
 * Answers are to questions of their paper, carry rising revisions, and none arrived after its try had been handed in
 * or had run out; no try is longer than the rules allow, none began too late (SK-43).
 */
export function* checkAnswers(record: ContestRecord): Iterable<string> {
  for (const { name, settings, attempts, startsAt, opensAt } of record.stages) {
    const start = startsAt ?? opensAt;
    const latest = settings.kind === 'exam' && start !== null ? lastStart(start, settings.exam) : null;
    for (const { id, paper, answers, startedAt, deadlineAt, submittedAt } of attempts) {
      if (latest !== null && startedAt > latest) yield `${name}, paper ${id}: begun too late`;
      if (settings.kind === 'exam' && deadlineAt > startedAt + settings.exam.durationSec * 1000)
        yield `${name}, paper ${id}: ran longer than the rules allow`;
      const numbers = new Set(paper.map(({ no }) => no));
      const last = new Map<number, number>();
      const end = Math.min(submittedAt ?? deadlineAt, deadlineAt);
      for (const { no, revision, receivedAt } of answers) {
        const which = `${name}, paper ${id}, question ${no}`;
        if (!numbers.has(no)) yield `${which}: not on the paper`;
        if (revision <= (last.get(no) ?? 0)) yield `${which}: revision ${revision} repeats`;
        if (receivedAt > end) yield `${which}: answered after the end`;
        last.set(no, revision);
      }
    }
  }
}

/** Marks that exams gave are what the answers are worth; marks from elsewhere are corrections and stay as they are. */
export function* checkExamMarks(record: ContestRecord): Iterable<string> {
  for (const stage of record.stages) {
    if (stage.settings.kind !== 'exam' || stage.status === 'planned') continue;
    const attempts = new Map(stage.attempts.map((attempt) => [attempt.entrantId, attempt]));
    const given = new Map(
      stage.marks.filter(({ source }) => source === 'exam').map((mark) => [mark.entrant, mark]),
    );
    for (const entrantId of attempts.keys())
      if (!given.has(entrantId)) yield `${stage.name}, entrant ${entrantId}: a paper but no mark`;
    for (const [entrantId, mark] of given) {
      const worth = regrade(record, stage, attempts.get(entrantId ?? ''));
      const difference = firstDifference(
        { score: mark.score, elapsedMs: mark.elapsedMs, status: mark.status },
        worth,
      );
      if (difference !== null) yield `${stage.name}, entrant ${entrantId}, ${difference}`;
    }
  }
}

function regrade(
  record: ContestRecord,
  { settings }: RecordStage,
  attempt: RecordAttempt | undefined,
): Pick<Mark, 'score' | 'elapsedMs' | 'status'> {
  if (attempt === undefined || settings.kind !== 'exam')
    return { score: null, elapsedMs: null, status: 'absent' };
  const answers = new Map<number, Choice>();
  for (const { no, choice } of attempt.answers.toSorted((a, b) => a.revision - b.revision))
    answers.set(no, choice);
  const end = Math.min(attempt.submittedAt ?? attempt.deadlineAt, attempt.deadlineAt);
  return {
    score: grade(settings.exam, attempt.paper, banksOf(record), answers).total,
    elapsedMs: Math.max(0, end - attempt.startedAt),
    status: 'scored',
  };
}
