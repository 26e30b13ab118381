import type { RecheckList } from '@leitai/rules';
import { json, type Database, type Tx } from '../../platform/database.ts';

/** One mark as it was and as it is (SK-84). */
export interface Correction {
  readonly stageId: string;
  readonly entrantId: string | null;
  readonly old: string;
  readonly new: string;
}

/** What was found on an entry's sheets. */
export interface Finding {
  readonly entryId: string;
  readonly version: number;
  readonly outcome: 'asStated' | 'error';
  readonly reason: string;
  readonly corrections: readonly Correction[];
  readonly foundAt: number;
  readonly foundBy: string;
}

export interface StoredRecheck {
  readonly list: RecheckList;
  readonly drawnAt: number;
  readonly drawnBy: string;
  readonly closedAt: number | null;
  readonly closedBy: string | null;
  /** Every version, in the order in which they were found. */
  readonly findings: readonly Finding[];
}

export async function readRecheck(db: Database | Tx, contestId: string): Promise<StoredRecheck | null> {
  const row = await db
    .selectFrom('recheck')
    .selectAll()
    .where('contest_id', '=', contestId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const findings = await db
    .selectFrom('recheck_finding')
    .selectAll()
    .where('contest_id', '=', contestId)
    .orderBy('found_at')
    .orderBy('entry_id')
    .orderBy('version')
    .execute();
  return {
    list: row.list as unknown as RecheckList,
    drawnAt: row.drawn_at.getTime(),
    drawnBy: row.drawn_by,
    closedAt: row.closed_at?.getTime() ?? null,
    closedBy: row.closed_by,
    findings: findings.map((found) => ({
      entryId: found.entry_id,
      version: found.version,
      outcome: found.outcome as Finding['outcome'],
      reason: found.reason,
      corrections: found.corrections as unknown as Correction[],
      foundAt: found.found_at.getTime(),
      foundBy: found.found_by,
    })),
  };
}

export async function insertRecheck(
  tx: Tx,
  contestId: string,
  { list, drawnAt, drawnBy }: Pick<StoredRecheck, 'list' | 'drawnAt' | 'drawnBy'>,
): Promise<void> {
  await tx
    .insertInto('recheck')
    .values({ contest_id: contestId, list: json(list), drawn_at: new Date(drawnAt), drawn_by: drawnBy })
    .execute();
}

export async function insertFinding(tx: Tx, contestId: string, finding: Finding): Promise<void> {
  await tx
    .insertInto('recheck_finding')
    .values({
      contest_id: contestId,
      entry_id: finding.entryId,
      version: finding.version,
      outcome: finding.outcome,
      reason: finding.reason,
      corrections: json(finding.corrections),
      found_at: new Date(finding.foundAt),
      found_by: finding.foundBy,
    })
    .execute();
}

export async function setClosed(tx: Tx, contestId: string, at: number, by: string): Promise<void> {
  await tx
    .updateTable('recheck')
    .set({ closed_at: new Date(at), closed_by: by })
    .where('contest_id', '=', contestId)
    .execute();
}
