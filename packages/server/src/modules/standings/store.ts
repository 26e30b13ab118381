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

/** 抽签 of a contest: with algorithm and seed anyone draws the same lots again (SK-41). */
export interface StoredLots {
  readonly algorithm: string;
  readonly seed: string;
  readonly drawnAt: number;
  readonly drawnBy: string;
}

export async function readLots(db: Database | Tx, contestId: string): Promise<StoredLots | null> {
  const row = await db.selectFrom('lots').selectAll().where('contest_id', '=', contestId).executeTakeFirst();
  if (row === undefined) return null;
  return {
    algorithm: row.algorithm,
    seed: row.seed,
    drawnAt: row.drawn_at.getTime(),
    drawnBy: row.drawn_by,
  };
}

/** The caller holds the contest, sees that lots are due, and audits. */
export async function insertLots(tx: Tx, contestId: string, lots: StoredLots): Promise<void> {
  await tx
    .insertInto('lots')
    .values({
      contest_id: contestId,
      algorithm: lots.algorithm,
      seed: lots.seed,
      drawn_at: new Date(lots.drawnAt),
      drawn_by: lots.drawnBy,
    })
    .execute();
}
