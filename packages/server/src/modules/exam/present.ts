import type { Endpoints, ReplyOf } from '@leitai/contract';
import {
  attemptState,
  type BankQuestion,
  type ExamSettings,
  type Grade,
  type PaperItem,
} from '@leitai/rules';
import type { StageRow, StageStatus } from '../contest/index.ts';
import type { EntrantCard } from './entrantCard.ts';
import { lastStartOf } from './examDesk.ts';
import type { Attempt, CountingAnswer } from './store.ts';

type Find = (item: PaperItem) => BankQuestion;
type Given = Pick<CountingAnswer, 'no' | 'revision' | 'choice'>;

const optionsShown = (item: PaperItem, question: BankQuestion): string[] =>
  item.optionOrder.map((at) => question.options[at]!);

/** For the entrant at work: no key, no explanation, no tag, no place in the bank (OQ-12). */
export const presentAttempt = (
  attempt: Attempt,
  find: Find,
  answers: readonly Given[],
  now: number,
): ReplyOf<Endpoints['exam.start']> => ({
  attemptId: attempt.id,
  device: attempt.device,
  // At the deadline itself answers still count; the page shows the try as running until it has passed.
  state: attemptState(attempt, now),
  startedAt: attempt.startedAt,
  deadlineAt: attempt.deadlineAt,
  serverNow: now,
  questions: attempt.paper.map((item) => {
    const question = find(item);
    return {
      no: item.no,
      type: question.type,
      stem: question.stem,
      options: optionsShown(item, question),
      points: item.points,
    };
  }),
  answers: answers.map(({ no, revision, choice }) => ({ no, revision, choice: [...choice] })),
});

/** For the entrant after the closing: key and explanation of the own paper only. */
export const presentReview = (
  attempt: Attempt,
  find: Find,
  answers: ReadonlyMap<number, readonly number[]>,
  grade: Grade,
): ReplyOf<Endpoints['exam.review']> => ({
  total: grade.total,
  items: attempt.paper.map((item, i) => {
    const question = find(item);
    const graded = grade.items[i]!;
    return {
      no: item.no,
      stem: question.stem,
      options: optionsShown(item, question),
      type: question.type,
      choice: [...(answers.get(item.no) ?? [])],
      key: keyShown(item, question),
      right: graded.right,
      points: graded.points,
      explanation: question.explanation,
    };
  }),
});

/** The key by the options as shown on this paper. */
const keyShown = (item: PaperItem, question: BankQuestion): number[] =>
  question.type === 'trueFalse'
    ? [...question.key]
    : item.optionOrder.flatMap((at, shown) => (question.key.includes(at) ? [shown] : []));

export const presentHome = (
  card: EntrantCard,
  contestTitle: string,
  stages: ReplyOf<Endpoints['entrant.home']>['stages'],
  now: number,
): ReplyOf<Endpoints['entrant.home']> => ({
  entrantId: card.id,
  name: card.name,
  entryNo: card.entryNo,
  team: card.team,
  seat: card.seat,
  unitName: card.unitName,
  contestTitle,
  stages,
  serverNow: now,
});

/** How many questions a paper has. */
export const questionsOf = ({ draws }: ExamSettings): number =>
  draws.reduce((sum, { count }) => sum + count, 0);

export function presentEntrantStage(
  stage: StageRow,
  status: StageStatus,
  attempt: Attempt | undefined,
  now: number,
): ReplyOf<Endpoints['entrant.home']>['stages'][number] {
  const exam = stage.settings.kind === 'exam' ? stage.settings.exam : null;
  return {
    id: stage.id,
    name: stage.name,
    kind: stage.kind,
    status,
    closesAt: stage.closesAt?.getTime() ?? null,
    lastStartAt: lastStartOf(stage),
    questionCount: exam === null ? null : questionsOf(exam),
    durationSec: exam?.durationSec ?? null,
    attempt:
      attempt === undefined ? 'none' : attemptState(attempt, now) === 'running' ? 'running' : 'finished',
  };
}

/** For the officer in charge: who is where; no answers. */
export const presentMonitorRow = (
  card: EntrantCard,
  attempt: Attempt | undefined,
  answered: number,
  questions: number,
  now: number,
): ReplyOf<Endpoints['exam.monitor']>['rows'][number] => ({
  entrantId: card.id,
  entryNo: card.entryNo,
  name: card.name,
  team: card.team,
  state: attempt === undefined ? 'notStarted' : attemptState(attempt, now),
  answered,
  questions,
  deadlineAt: attempt?.deadlineAt ?? null,
  devices: attempt?.device ?? 0,
});
