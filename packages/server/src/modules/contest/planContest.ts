import type { ContestTier } from '@leitai/rules';
import { json, type Tx } from '../../platform/database.ts';

/** A contest of the year's plan, before anyone has drafted its rules (PG-05). */
export interface PlannedContest {
  readonly seasonId: string;
  readonly unitId: string;
  readonly code: string;
  readonly title: string;
  readonly tier: ContestTier;
  readonly fieldCode: string | null;
  readonly directionCode: string | null;
  readonly flagship: boolean;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly toFill: readonly string[];
}

/** The caller audits: a plan comes with its season. */
export async function planContest(tx: Tx, contest: PlannedContest, at: number): Promise<void> {
  await tx
    .insertInto('contest')
    .values({
      season_id: contest.seasonId,
      unit_id: contest.unitId,
      code: contest.code,
      title: contest.title,
      tier: contest.tier,
      field_code: contest.fieldCode,
      direction_code: contest.directionCode,
      flagship: contest.flagship,
      status: 'planned',
      facts: json(contest.facts),
      to_fill: json(contest.toFill),
      created_at: new Date(at),
    })
    .execute();
}
