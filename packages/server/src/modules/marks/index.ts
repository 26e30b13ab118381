import type { Mark } from '@leitai/rules';
import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database.ts';

/** Who or what a mark comes from. */
export interface MarkSource {
  /** `exam`, `show`, …: the stage kind that made it. */
  readonly source: string;
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
}

/** Stores marks of a stage as new versions; older ones stay (corrections supersede, they never overwrite). */
export async function recordMarks(
  tx: Tx,
  stageId: string,
  marks: readonly Mark[],
  { source, by, at }: MarkSource,
): Promise<void> {
  if (marks.length === 0) return;
  const versions = await tx
    .selectFrom('mark')
    .select(['entry_id', 'member', (eb) => eb.fn.max('version').as('version')])
    .where('stage_id', '=', stageId)
    .groupBy(['entry_id', 'member'])
    .execute();
  const last = new Map(versions.map((row) => [`${row.entry_id}/${row.member}`, row.version]));
  await tx
    .insertInto('mark')
    .values(
      marks.map((mark) => ({
        stage_id: stageId,
        entry_id: mark.entry,
        member: mark.entrant ?? '',
        version: (last.get(`${mark.entry}/${mark.entrant ?? ''}`) ?? 0) + 1,
        score: mark.score,
        elapsed_ms: mark.elapsedMs,
        decider: mark.decider,
        eliminated: mark.eliminated ?? null,
        status: mark.status,
        source,
        recorded_by: by,
        recorded_at: new Date(at),
      })),
    )
    .execute();
}

/** The marks that count: the last version of each. */
export async function currentMarks(db: Database | Tx, stageId: string): Promise<Mark[]> {
  const rows = await db
    .selectFrom('mark')
    .distinctOn(['entry_id', 'member'])
    .select([
      'entry_id',
      'member',
      sql<string | null>`score::text`.as('score'),
      'elapsed_ms',
      'decider',
      'eliminated',
      'status',
    ])
    .where('stage_id', '=', stageId)
    .orderBy('entry_id')
    .orderBy('member')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    entry: row.entry_id,
    entrant: row.member === '' ? null : row.member,
    score: row.score,
    elapsedMs: row.elapsed_ms === null ? null : Number(row.elapsed_ms),
    decider: row.decider,
    ...(row.eliminated === null ? {} : { eliminated: row.eliminated }),
    status: row.status as Mark['status'],
  }));
}
