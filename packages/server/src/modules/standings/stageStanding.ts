import { rank, type Mark, type StandingRow } from '@leitai/rules';
import type { Database, Tx } from '../../platform/database.ts';
import { stageEntries, type StageRow } from '../contest/index.ts';
import { currentMarks } from '../marks/index.ts';
import { countingMarks, type FieldEntry } from './field.ts';

export interface StageStanding {
  readonly rows: readonly StandingRow[];
  readonly marks: readonly Mark[];
}

/** The standing of a stage from its current marks, of the entries that take part in it; `field` from `readField`. */
export async function stageStanding(
  db: Database | Tx,
  stage: StageRow,
  field: ReadonlyMap<string, FieldEntry>,
): Promise<StageStanding> {
  const marks = countingMarks(await currentMarks(db, stage.id), field);
  return { rows: rank(stage.settings.standing, marks, await stageEntries(db, stage.id)), marks };
}
