import { rank, type Mark, type StandingRow } from '@leitai/rules';
import type { Database, Tx } from '../../platform/database.ts';
import { stageEntries, type StageRow } from '../contest/index.ts';
import { currentMarks } from '../marks/index.ts';
import { countingMarks, type FieldEntry } from './field.ts';

export interface StageStanding {
  readonly rows: readonly StandingRow[];
  readonly marks: readonly Mark[];
  /** Entries that take part. */
  readonly entries: readonly string[];
}

/** The standing of a stage from its current marks, of the entries that take part in it; `field` from `readField`. */
export async function stageStanding(
  db: Database | Tx,
  stage: StageRow,
  field: ReadonlyMap<string, FieldEntry>,
): Promise<StageStanding> {
  const marks = countingMarks(await currentMarks(db, stage.id), field);
  const entries = await stageEntries(db, stage.id);
  return { rows: rank(stage.settings.standing, marks, entries), marks, entries };
}
