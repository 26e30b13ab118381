import { draw, resultRows, type Refusal, type ResultRow } from '@leitai/rules';
import type { Database, Tx } from '../../platform/database.ts';
import { readStages, type ContestRow } from '../contest/index.ts';
import { readField, type FieldEntry } from './field.ts';
import { overall } from './overall.ts';
import { presentStanding, type Line } from './present.ts';
import { stageStanding } from './stageStanding.ts';
import { readLots, type StoredLots } from './store.ts';

export interface ContestStanding {
  /** Everybody, by the result rule of the contest and the stage each reached. */
  readonly rows: readonly ResultRow[];
  /** The same with names, and the members' scores of the last stage they reached. */
  readonly lines: readonly Line[];
  /** Those of the last stage. */
  readonly last: readonly ResultRow[];
  readonly field: ReadonlyMap<string, FieldEntry>;
  readonly lots: StoredLots | null;
  /** Why it is not the result yet: `result.noStages`, `result.stageOpen {stage}`, `result.tieUndecided {place, entries}`. */
  readonly refusal: Refusal | null;
}

/** The standing of a whole contest from the marks that count now. */
export async function contestStanding(db: Database | Tx, contest: ContestRow): Promise<ContestStanding> {
  const field = await readField(db, contest.id);
  const lots = await readLots(db, contest.id);
  const stages = await readStages(db, contest.id);
  if (contest.settings === null || stages.length === 0)
    return { rows: [], lines: [], last: [], field, lots, refusal: { code: 'result.noStages' } };

  const fields = [];
  for (const stage of stages) fields.push(await stageStanding(db, stage, field));
  const settings = { ...contest.settings, stages: stages.map((stage) => stage.settings) };
  const lotsDrawn = lots === null ? null : draw(fields[0]!.entries, lots.seed);
  const settled = resultRows(settings, fields, lotsDrawn);
  // Until lots are drawn the places are shown as shared.
  const ranked = settled.ok ? settled : resultRows({ ...settings, sharedPlaces: true }, fields, null);
  const byStage = ranked.ok ? ranked.value : [];

  const lines = new Map<string, Line>();
  for (const [i, rows] of byStage.entries())
    for (const line of presentStanding(rows, fields[i]!.marks, field)) lines.set(line.entryId, line);
  const rows = overall(byStage);
  const open = stages.find(({ status }) => status === 'planned' || status === 'open');
  return {
    rows,
    lines: rows.map(({ entry }) => lines.get(entry)!),
    last: byStage.at(-1)!,
    field,
    lots,
    refusal:
      open !== undefined
        ? { code: 'result.stageOpen', facts: { stage: open.name } }
        : settled.ok
          ? null
          : settled.refusal,
  };
}
