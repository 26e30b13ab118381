import { cut, ok, refuse, type CutRule, type Result } from '@leitai/rules';
import type { Database, Tx } from '../../platform/database.ts';
import { readStage, type StageRow } from '../contest/index.ts';
import { readField } from './field.ts';
import { fingerprint } from './fingerprint.ts';
import { presentCut, type CutLineView, type CutView } from './present.ts';
import { stageStanding } from './stageStanding.ts';
import { readCut, type StoredCut } from './store.ts';

export const viewOf = (
  rule: CutRule,
  rows: CutLineView[],
  print: string,
  confirmed?: Pick<StoredCut, 'confirmedAt' | 'confirmedBy'>,
): CutView => ({
  count: rule.count,
  advancing: rows.filter(({ advances }) => advances).length,
  rows,
  fingerprint: print,
  confirmedAt: confirmed?.confirmedAt ?? null,
  confirmedBy: confirmed?.confirmedBy ?? null,
});

/**
 * Who would go on from a closed stage and why (SK-72); once confirmed, the cut as it was confirmed.
 * Refuses `cut.none` (nothing follows this stage), `cut.stageOpen`.
 */
export async function previewCut(db: Database | Tx, stageId: string): Promise<Result<CutView>> {
  const stage = await readStage(db, stageId);
  return stage === undefined ? refuse('notFound') : computeCut(db, stage);
}

export async function computeCut(db: Database | Tx, stage: StageRow): Promise<Result<CutView>> {
  const rule = stage.settings.cut;
  if (rule === undefined) return refuse('cut.none');
  const stored = await readCut(db, stage.id);
  if (stored !== undefined) return ok(viewOf(rule, stored.rows, stored.fingerprint, stored));
  if (stage.status !== 'closed') return refuse('cut.stageOpen', { status: stage.status });
  const field = await readField(db, stage.contestId);
  const standing = await stageStanding(db, stage, field);
  const rows = presentCut(cut(rule, standing.rows), standing.rows, field);
  return ok(viewOf(rule, rows, fingerprint(rows)));
}
