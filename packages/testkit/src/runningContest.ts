import type { ContestSettings, StageSettings } from '@leitai/rules';
import type { Tx } from '@leitai/server/platform/database';

/** Settings of a contest of teams without prizes; its notice is the usual one. */
export const plainSettings = (size: number, stages: readonly StageSettings[]): ContestSettings => ({
  ranked: { kind: 'team', size },
  stages,
  award: { kind: 'count', tiers: [], rounding: 'halfUp', minOne: false, boundaryTie: 'promote' },
  notice: { unit: 'workday', length: 5, firstDayCountsBeforeHour: 9 },
});

/** A contest under way in a season of its own, its stages planned; nobody is entered yet. */
export async function runningContest(
  tx: Tx,
  { unitId, code, settings, now }: { unitId: string; code: string; settings: ContestSettings; now: Date },
): Promise<{ contestId: string; stageIds: string[] }> {
  const season = await tx
    .insertInto('season')
    .values({ unit_id: unitId, code, title: code, year: 2025, programme: JSON.stringify({}) })
    .returning('id')
    .executeTakeFirstOrThrow();
  const contest = await tx
    .insertInto('contest')
    .values({
      season_id: season.id,
      unit_id: unitId,
      code,
      title: `竞赛 ${code}`,
      tier: 'unit',
      status: 'running',
      settings: JSON.stringify(settings),
      created_at: now,
      started_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const stages = await tx
    .insertInto('stage')
    .values(
      settings.stages.map((stage, i) => ({
        contest_id: contest.id,
        ordinal: i + 1,
        kind: stage.kind,
        name: stage.name,
        status: 'planned',
        settings: JSON.stringify(stage),
      })),
    )
    .returning('id')
    .execute();
  return { contestId: contest.id, stageIds: stages.map(({ id }) => id) };
}
