import type { Database, Tx } from '../../platform/database.ts';
import type { ContestRow } from '../contest/index.ts';
import { recheckRefusal } from '../recheck/index.ts';
import { currentResult } from './currentResult.ts';
import { presentProvisional, presentStored, type View } from './present.ts';

/** The result as staff see it: the sealed version that stands, or what the marks say now and why it cannot be sealed. */
export async function readView(db: Database | Tx, contest: ContestRow, now: number): Promise<View> {
  const { computed, stored, life } = await currentResult(db, contest);
  if (stored !== undefined && life.state !== 'provisional') return presentStored(stored, computed.lots, now);
  const refusal = computed.refusal ?? (await recheckRefusal(db, contest));
  return presentProvisional({ ...computed, refusal }, now);
}
