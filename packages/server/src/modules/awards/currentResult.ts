import type { ResultLife } from '@leitai/rules';
import { PROVISIONAL } from '@leitai/rules';
import type { Database, Tx } from '../../platform/database.ts';
import type { ContestRow } from '../contest/index.ts';
import { computeResult, type ComputedResult } from './computeResult.ts';
import { readResult, type StoredResult } from './store.ts';

export interface CurrentResult {
  readonly computed: ComputedResult;
  /** The last sealed version; undefined before the first. */
  readonly stored: StoredResult | undefined;
  /** The marks say something else than the sealed version, which is not final: it has to be sealed and posted anew (SE-34). */
  readonly changed: boolean;
  readonly life: ResultLife;
}

/** Where a contest's result is in its life, after looking whether its marks have changed since it was sealed. */
export async function currentResult(db: Database | Tx, contest: ContestRow): Promise<CurrentResult> {
  const stored = await readResult(db, contest.id);
  const computed = await computeResult(db, contest);
  const changed =
    stored !== undefined && stored.state !== 'final' && stored.fingerprint !== computed.fingerprint;
  const life =
    stored === undefined || changed
      ? PROVISIONAL
      : { state: stored.state, lastDay: stored.notice?.lastDay ?? null };
  return { computed, stored, changed, life };
}
