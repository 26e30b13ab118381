import {
  drawPaper,
  grade,
  type BankQuestion,
  type Choice,
  type ContestSettings,
  type Mark,
} from '@leitai/rules';
import { sql } from 'kysely';
import { json } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { enterStage, setStageStatus } from '../contest/index.ts';
import { recordMarks } from '../marks/index.ts';

const QUESTIONS: readonly BankQuestion[] = Array.from({ length: 10 }, (_, i) => ({
  no: i + 1,
  type: 'single',
  stem: `第${i + 1}题`,
  options: ['甲', '乙', '丙', '丁'],
  key: [i % 4],
  explanation: '',
  tags: {},
}));
const BANKS = { drill: QUESTIONS };

const standing = { teamScore: 'sum', places: 2, tieBreakers: [] } as const;
const exam = {
  draws: [{ bank: 'drill', count: 10, points: '10' }],
  durationSec: 600,
  multiple: 'allOrNothing',
  shuffleQuestions: true,
  shuffleOptions: true,
} as const;

/** Two exams, the best `cut` teams go on; one first, two second prizes; five working days of notice. */
export const twoExams = (cut: number): ContestSettings => ({
  ranked: { kind: 'team', size: 2 },
  stages: [
    { kind: 'exam', name: '初赛', exam, standing, cut: { count: cut, tiesGoThrough: true } },
    { kind: 'exam', name: '决赛', exam, standing },
  ],
  award: {
    kind: 'count',
    tiers: [
      { name: '一等奖', value: '1' },
      { name: '二等奖', value: '2' },
    ],
    rounding: 'halfUp',
    minOne: false,
    boundaryTie: 'promote',
  },
  notice: { unit: 'workday', length: 5, firstDayCountsBeforeHour: 9 },
});

/** How many of ten questions each member has right; null did not come. */
export type Sitting = readonly (number | null)[];

export interface PlayedEntry {
  readonly id: string;
  readonly name: string;
  readonly entrants: readonly { readonly id: string; readonly name: string; readonly memberNo: string }[];
}

export interface PlayedContest {
  readonly contestId: string;
  readonly code: string;
  readonly stageIds: readonly string[];
  readonly entries: readonly PlayedEntry[];
  /** Every team's members sit the exam: papers, answers with a first thought and a second, marks; the stage closes. */
  sit(stage: number, sittings: ReadonlyMap<number, Sitting>): Promise<void>;
}

let count = 0;

/** A running contest of a unit, with entries; made in the database, as the modules below would have left it. */
export async function playedContest(
  { db, clock }: Platform,
  unitId: string,
  settings: ContestSettings,
  teams: number,
): Promise<PlayedContest> {
  count += 1;
  const code = `spring-${count}`;
  const at = new Date(clock.now());
  const insert = async (query: ReturnType<typeof sql<{ id: string }>>): Promise<string> =>
    (await query.execute(db)).rows[0]!.id;

  await sql`insert into bank (unit_id, code, title, published_at) values (${unitId}, 'drill', '练兵题库', ${at})
    on conflict do nothing`.execute(db);
  for (const q of QUESTIONS)
    await sql`insert into question (bank_id, no, type, stem, options, key, explanation, tags)
      select id, ${q.no}, ${q.type}, ${q.stem}, ${json(q.options)}, ${json(q.key)}, '', '{}' from bank
      where code = 'drill' on conflict do nothing`.execute(db);
  const seasonId = await insert(sql<{ id: string }>`insert into season (unit_id, code, title, year, programme)
    values (${unitId}, ${`season-${count}`}, '2025年度劳动和技能竞赛', 2025, '{"theme":"建功新时代"}') returning id`);
  const contestId = await insert(sql<{ id: string }>`insert into contest
    (season_id, unit_id, code, title, tier, status, settings, created_at, started_at)
    values (${seasonId}, ${unitId}, ${code}, '春季安全知识竞赛', 'unit', 'running', ${json(settings)}, ${at}, ${at})
    returning id`);
  const stageIds: string[] = [];
  for (const [i, stage] of settings.stages.entries())
    stageIds.push(
      await insert(sql<{ id: string }>`insert into stage (contest_id, ordinal, kind, name, status, settings)
        values (${contestId}, ${i + 1}, ${stage.kind}, ${stage.name}, 'planned', ${json(stage)}) returning id`),
    );
  const size = settings.ranked.kind === 'team' ? settings.ranked.size : 1;
  const entries: PlayedEntry[] = [];
  for (let no = 1; no <= teams; no += 1) {
    const name = settings.ranked.kind === 'team' ? `${no}号班组队` : `王小${'一二三四五六七八九十'[no - 1]!}`;
    const id = await insert(sql<{ id: string }>`insert into entry (contest_id, no, name, unit_id)
      values (${contestId}, ${no}, ${name}, ${unitId}) returning id`);
    const entrants = [];
    for (let seat = 1; seat <= size; seat += 1) {
      const memberName = size === 1 ? name : `队员${no}之${seat}`;
      const memberNo = `GH${count}${String(no * 10 + seat).padStart(6, '0')}`;
      const entrantId = await insert(sql<{ id: string }>`insert into entrant
        (contest_id, entry_id, entry_no, seat, name, unit_id, member_no)
        values (${contestId}, ${id}, ${`K${String(no).padStart(3, '0')}-${seat}`}, ${seat}, ${memberName}, ${unitId}, ${memberNo})
        returning id`);
      entrants.push({ id: entrantId, name: memberName, memberNo });
    }
    entries.push({ id, name, entrants });
  }
  await db.transaction().execute((tx) =>
    enterStage(
      tx,
      stageIds[0]!,
      entries.map(({ id }) => id),
    ),
  );

  return {
    contestId,
    code,
    stageIds,
    entries,
    sit: async (stage, sittings) => {
      const stageId = stageIds[stage]!;
      const marks: Mark[] = [];
      for (const [index, sitting] of sittings)
        for (const [seat, right] of sitting.entries()) {
          const entry = entries[index]!;
          const entrant = entry.entrants[seat]!.id;
          marks.push(
            right === null
              ? { entry: entry.id, entrant, score: null, elapsedMs: null, decider: null, status: 'absent' }
              : {
                  entry: entry.id,
                  entrant,
                  ...(await sitPaper(stageId, entrant, right)),
                  decider: null,
                  status: 'scored',
                },
          );
        }
      await db.transaction().execute(async (tx) => {
        await recordMarks(tx, stageId, marks, { source: 'exam', by: 'system', at: clock.now() });
        await setStageStatus(tx, stageId, 'closed');
      });
    },
  };

  async function sitPaper(stageId: string, entrantId: string, right: number) {
    const drawn = drawPaper(exam, BANKS, `${stageId}/${entrantId}`);
    if (!drawn.ok) throw new Error(drawn.refusal.code);
    const paper = drawn.value;
    const elapsedMs = 240_000;
    const startedAt = clock.now();
    const attemptId = await insert(sql<{ id: string }>`insert into attempt
      (stage_id, entrant_id, seed, paper, started_at, deadline_at, submitted_at)
      values (${stageId}, ${entrantId}, ${`${stageId}/${entrantId}`}, ${json(paper)}, ${new Date(startedAt)},
              ${new Date(startedAt + 600_000)}, ${new Date(startedAt + elapsedMs)}) returning id`);
    const answers = new Map<number, Choice>();
    for (const item of paper) {
      const key = QUESTIONS[item.question - 1]!.key[0]!;
      const shown = item.optionOrder.indexOf(key);
      const choice = [item.no <= right ? shown : (shown + 1) % 4];
      answers.set(item.no, choice);
      await sql`insert into answer (attempt_id, no, revision, choice, device, received_at) values
        (${attemptId}, ${item.no}, 1, ${[(shown + 2) % 4]}, 1, ${new Date(startedAt + 1000)}),
        (${attemptId}, ${item.no}, 2, ${choice}, 1, ${new Date(startedAt + 2000)})`.execute(db);
    }
    return { score: grade(exam, paper, BANKS, answers).total, elapsedMs };
  }
}
