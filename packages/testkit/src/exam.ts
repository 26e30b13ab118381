import type { BankQuestion, ExamSettings, StageSettings } from '@leitai/rules';
import type { House } from '@leitai/server/main';
import { publishBank } from '@leitai/server/modules/bank';
import { plainSettings, runningContest } from './runningContest.ts';

const LETTERS = ['甲', '乙', '丙', '丁', '戊'];

/** A bank of `each` questions of every type; every key and explanation can be recognised wherever it turns up. */
export const bankQuestions = (each: number): BankQuestion[] =>
  (['single', 'multiple', 'trueFalse'] as const).flatMap((type, at) =>
    Array.from({ length: each }, (_, i): BankQuestion => {
      const no = at * each + i + 1;
      return {
        no,
        type,
        stem: `第 ${no} 题：下列说法正确的是`,
        options: type === 'trueFalse' ? [] : LETTERS.slice(0, 4).map((letter) => `选项${letter}-${no}`),
        key: type === 'single' ? [no % 4] : type === 'multiple' ? [0, 1 + (no % 3)] : [no % 2],
        explanation: `解析机密-${no}`,
        tags: { chapter: `章节机密-${no % 3}` },
      };
    }),
  );

export const examSettings = (bank: string, perType: number): ExamSettings => ({
  draws: [
    { bank, type: 'single', count: perType, points: '5' },
    { bank, type: 'multiple', count: perType, points: '2.5' },
    { bank, type: 'trueFalse', count: perType, points: '0.1' },
  ],
  durationSec: 600,
  multiple: 'fewerHalf',
  shuffleQuestions: true,
  shuffleOptions: true,
});

export interface ExamContest {
  readonly contestId: string;
  readonly stageIds: readonly string[];
  /** In the order of their seats: team 1 seat 1, team 1 seat 2, … */
  readonly entrantIds: readonly string[];
  readonly entryIds: readonly string[];
}

const standing = { teamScore: 'sum', places: 2, tieBreakers: ['elapsedAsc'] } as const;

export const examStage = (name: string, exam: ExamSettings): StageSettings => ({
  kind: 'exam',
  name,
  exam,
  standing,
});

/** A running contest of teams of two with a bank of its own; everyone takes part in its first stage. */
export async function examContest(
  { platform }: House,
  unitId: string,
  options: { code: string; teams: number; perType?: number; each?: number; stages?: StageSettings[] },
): Promise<ExamContest> {
  const { db, clock } = platform;
  const now = new Date(clock.now());
  const { code } = options;
  const stages = options.stages ?? [examStage('初赛', examSettings(code, options.perType ?? 4))];
  const settings = plainSettings(2, stages);
  return db.transaction().execute(async (tx) => {
    const unit = await tx
      .selectFrom('unit')
      .select('path')
      .where('id', '=', unitId)
      .executeTakeFirstOrThrow();
    const bank = {
      unitId,
      unitPath: unit.path,
      code,
      title: code,
      questions: bankQuestions(options.each ?? 10),
    };
    await publishBank(tx, bank, 'test', clock.now());
    const { contestId, stageIds } = await runningContest(tx, { unitId, code, settings, now });
    const entryIds: string[] = [];
    const entrantIds: string[] = [];
    for (let no = 1; no <= options.teams; no += 1) {
      const entry = await tx
        .insertInto('entry')
        .values({ contest_id: contestId, no, name: `第${no}队`, unit_id: unitId })
        .returning('id')
        .executeTakeFirstOrThrow();
      entryIds.push(entry.id);
      const members = await tx
        .insertInto('entrant')
        .values(
          [1, 2].map((seat) => ({
            contest_id: contestId,
            entry_id: entry.id,
            entry_no: `${code}-${no}-${seat}`,
            seat,
            name: `选手${no}${seat}`,
            unit_id: unitId,
          })),
        )
        .returning('id')
        .execute();
      entrantIds.push(...members.map(({ id }) => id));
    }
    await tx
      .insertInto('stage_entry')
      .values(entryIds.map((entry_id) => ({ stage_id: stageIds[0]!, entry_id })))
      .execute();
    return { contestId, stageIds, entrantIds, entryIds };
  });
}
