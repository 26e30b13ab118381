import { recheckProgress, recheckRuleOf, type RecheckProgress, type Refusal } from '@leitai/rules';
import type { Database, Tx } from '../../platform/database.ts';
import type { ContestRow } from '../contest/index.ts';
import { readRecheck, type Finding, type StoredRecheck } from './store.ts';

/** The finding that counts for each entry: its last version. */
export const counting = ({ findings }: StoredRecheck): ReadonlyMap<string, Finding> =>
  new Map(findings.toSorted((a, b) => a.version - b.version).map((finding) => [finding.entryId, finding]));

/** Where a drawn re-check stands; null where the rules of the contest ask for none. */
export function progressOf(contest: ContestRow, stored: StoredRecheck): RecheckProgress | null {
  const rule = contest.settings === null ? { rule: 'off' as const } : recheckRuleOf(contest.settings);
  if (rule.rule === 'off') return null;
  return recheckProgress(
    rule,
    stored.list,
    new Map([...counting(stored)].map(([entry, { outcome }]) => [entry, outcome])),
  );
}

/** `result.recheckOpen {left}` while a re-check that the rules ask for is not closed (SK-83); `left` null: not drawn yet. */
export async function recheckRefusal(db: Database | Tx, contest: ContestRow): Promise<Refusal | null> {
  if (contest.settings === null || recheckRuleOf(contest.settings).rule === 'off') return null;
  const stored = await readRecheck(db, contest.id);
  if (stored === null) return { code: 'result.recheckOpen', facts: { left: null } };
  if (stored.closedAt !== null) return null;
  return { code: 'result.recheckOpen', facts: { left: progressOf(contest, stored)!.open.length } };
}
