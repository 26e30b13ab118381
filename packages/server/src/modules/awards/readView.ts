import type { Refusal } from '@leitai/rules';
import type { Database, Tx } from '../../platform/database.ts';
import type { ContestRow } from '../contest/index.ts';
import { recheckRefusal } from '../recheck/index.ts';
import type { ComputedResult } from './computeResult.ts';
import { currentResult } from './currentResult.ts';
import { presentProvisional, presentStored, type View } from './present.ts';

/** Stages first, then the re-check, whose corrections may part those level; only then lots and awards. */
export async function sealingRefusal(
  db: Database | Tx,
  contest: ContestRow,
  { refusal }: Pick<ComputedResult, 'refusal'>,
): Promise<Refusal | null> {
  if (refusal?.code === 'result.stageOpen' || refusal?.code === 'result.noStages') return refusal;
  return (await recheckRefusal(db, contest)) ?? refusal;
}

/** The result as staff see it: the sealed version that stands, or what the marks say now and why it cannot be sealed. */
export async function readView(db: Database | Tx, contest: ContestRow, now: number): Promise<View> {
  const { computed, stored, life } = await currentResult(db, contest);
  if (stored !== undefined && life.state !== 'provisional') return presentStored(stored, computed.lots, now);
  const refusal = await sealingRefusal(db, contest, computed);
  return presentProvisional({ ...computed, refusal }, now);
}
