import type { ContestSettings, ContestTier, ResultState } from '@leitai/rules';
import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database.ts';

export type ContestStatus = 'planned' | 'draft' | 'running' | 'closed';

export interface ContestRow {
  readonly id: string;
  readonly seasonId: string;
  readonly seasonTitle: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: string;
  readonly code: string;
  readonly title: string;
  readonly tier: ContestTier;
  readonly fieldCode: string | null;
  readonly directionCode: string | null;
  readonly flagship: boolean;
  readonly status: ContestStatus;
  /** Null while the contest is only planned. */
  readonly settings: ContestSettings | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly toFill: readonly string[];
  readonly startedAt: Date | null;
}

const select = (db: Database | Tx) =>
  db
    .selectFrom('contest')
    .innerJoin('unit', 'unit.id', 'contest.unit_id')
    .innerJoin('season', 'season.id', 'contest.season_id')
    .select([
      'contest.id',
      'contest.season_id as seasonId',
      'season.title as seasonTitle',
      'contest.unit_id as unitId',
      'unit.name as unitName',
      'unit.path as unitPath',
      'contest.code',
      'contest.title',
      sql<ContestTier>`contest.tier`.as('tier'),
      'contest.field_code as fieldCode',
      'contest.direction_code as directionCode',
      'contest.flagship',
      sql<ContestStatus>`contest.status`.as('status'),
      sql<ContestSettings | null>`contest.settings`.as('settings'),
      sql<Record<string, unknown>>`contest.facts`.as('facts'),
      sql<string[]>`contest.to_fill`.as('toFill'),
      'contest.started_at as startedAt',
    ]);

export const readContest = (db: Database | Tx, contestId: string): Promise<ContestRow | undefined> =>
  select(db).where('contest.id', '=', contestId).executeTakeFirst();

export const readContestByCode = (
  db: Database | Tx,
  seasonId: string,
  code: string,
): Promise<ContestRow | undefined> =>
  select(db).where('contest.season_id', '=', seasonId).where('contest.code', '=', code).executeTakeFirst();

/** Contests of a season, flagships first, then as their codes sort. */
export const readContests = (db: Database | Tx, seasonId: string): Promise<ContestRow[]> =>
  select(db)
    .where('contest.season_id', '=', seasonId)
    .orderBy('contest.flagship', 'desc')
    .orderBy('contest.code')
    .execute();

/** The contest, held against other changes of itself, its settings and its entries until the transaction ends. */
export async function lockContest(tx: Tx, contestId: string): Promise<ContestRow | undefined> {
  await tx.selectFrom('contest').select('id').where('id', '=', contestId).forNoKeyUpdate().execute();
  return readContest(tx, contestId);
}

/** Scope of a contest: the path of the unit that holds it. */
export async function contestPaths(db: Database | Tx, contestId: string): Promise<readonly string[]> {
  const contest = await readContest(db, contestId);
  return contest === undefined ? [] : [contest.unitPath];
}

/** The caller audits: only it knows who acts and why. */
export async function setContestStatus(tx: Tx, contestId: string, status: ContestStatus): Promise<void> {
  await tx.updateTable('contest').set({ status }).where('id', '=', contestId).execute();
}

export interface ContestCounts {
  readonly entries: number;
  readonly entrants: number;
  readonly resultState: ResultState | null;
}

/** What stands on a contest in the modules above; a report that changes nothing. */
export async function countContest(db: Database | Tx, contestId: string): Promise<ContestCounts> {
  const { rows } = await sql<{ entries: number; entrants: number; state: string | null; decided: boolean }>`
    select (select count(*) from entry where contest_id = ${contestId}) as entries,
           (select count(*) from entrant where contest_id = ${contestId}) as entrants,
           (select state from result where contest_id = ${contestId} order by version desc limit 1) as state,
           exists (select from stage where contest_id = ${contestId} and status in ('closed', 'decided')) as decided
  `.execute(db);
  const { entries, entrants, state, decided } = rows[0]!;
  return {
    entries,
    entrants,
    resultState: (state ?? (decided ? 'provisional' : null)) as ResultState | null,
  };
}
