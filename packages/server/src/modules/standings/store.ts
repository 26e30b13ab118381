import { json, type Database, type Tx } from '../../platform/database.ts';
import type { CutLineView } from './present.ts';

export interface StoredCut {
  readonly rows: CutLineView[];
  readonly fingerprint: string;
  readonly confirmedAt: number;
  readonly confirmedBy: string;
}

export async function readCut(db: Database | Tx, stageId: string): Promise<StoredCut | undefined> {
  const row = await db.selectFrom('cut').selectAll().where('stage_id', '=', stageId).executeTakeFirst();
  return (
    row && {
      rows: row.rows as unknown as CutLineView[],
      fingerprint: row.fingerprint,
      confirmedAt: row.confirmed_at.getTime(),
      confirmedBy: row.confirmed_by,
    }
  );
}

export async function insertCut(tx: Tx, stageId: string, cut: StoredCut): Promise<void> {
  await tx
    .insertInto('cut')
    .values({
      stage_id: stageId,
      rows: json(cut.rows),
      fingerprint: cut.fingerprint,
      confirmed_at: new Date(cut.confirmedAt),
      confirmed_by: cut.confirmedBy,
    })
    .execute();
}
