import { compare, ok, refuse, type Mark, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockContest, lockStage, readStages, type ContestRow } from '../contest/index.ts';
import { currentMarks, recordMarks } from '../marks/index.ts';
import { presentRecheck, type View } from './present.ts';
import { counting, progressOf } from './progress.ts';
import { insertFinding, readRecheck, type Correction } from './store.ts';

export interface Found {
  readonly outcome: 'asStated' | 'error';
  readonly reason: string;
  readonly corrections: readonly {
    readonly stageId: string;
    readonly entrantId: string | null;
    readonly score: string;
  }[];
}

/**
 * Records what was found on an entry's sheets. An error needs a reason; its corrections supersede marks, so that places
 * follow from them, and keep the old values (SK-84). Refuses `recheck.notDrawn`, `recheck.closed`,
 * `recheck.notListed`, `recheck.corrected` (an entry with corrected marks is not as stated), `recheck.reasonMissing`,
 * `recheck.markUnknown {field}`, `recheck.scoreSame {field}`, `request.invalid {field}`.
 */
export async function recordFinding(
  { db, clock }: Platform,
  contestId: string,
  entryId: string,
  found: Found,
  actor: string,
): Promise<Result<View>> {
  return db.transaction().execute(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (contest === undefined) return refuse('notFound');
    const stored = await readRecheck(tx, contestId);
    const progress = stored === null ? null : progressOf(contest, stored);
    if (stored === null || progress === null) return refuse('recheck.notDrawn');
    if (stored.closedAt !== null) return refuse('recheck.closed');
    const { top, sample, rest } = stored.list;
    if (![...top, ...sample, ...(progress.full ? rest : [])].includes(entryId))
      return refuse('recheck.notListed');
    const before = stored.findings.filter((finding) => finding.entryId === entryId);
    const reason = found.reason.trim();
    if (found.outcome === 'asStated') {
      if (found.corrections.length > 0) return refuse('request.invalid', { field: 'corrections' });
      if (before.some(({ corrections }) => corrections.length > 0)) return refuse('recheck.corrected');
    } else if (reason === '') return refuse('recheck.reasonMissing', { field: 'reason' });

    const now = clock.now();
    const corrected = await correct(tx, contest, entryId, found, { by: actor, at: now });
    if (!corrected.ok) return corrected;
    const version = (counting(stored).get(entryId)?.version ?? 0) + 1;
    const { outcome } = found;
    const finding = { entryId, version, outcome, reason, corrections: corrected.value };
    await insertFinding(tx, contestId, { ...finding, foundAt: now, foundBy: actor });
    await audit(tx, now, {
      actor,
      action: 'recheck.record',
      object: `contest:${contestId}`,
      unitPath: contest.unitPath,
      detail: finding,
    });
    return ok(await presentRecheck(tx, contest));
  });
}

/** New versions of the marks, or the first fault; nothing is written before all corrections have been looked at. */
async function correct(
  tx: Tx,
  contest: ContestRow,
  entryId: string,
  { corrections }: Found,
  told: { readonly by: string; readonly at: number },
): Promise<Result<Correction[]>> {
  const stages = new Set((await readStages(tx, contest.id)).map(({ id }) => id));
  const kept: Correction[] = [];
  const marks: { stageId: string; mark: Mark }[] = [];
  for (const [i, { stageId, entrantId, score }] of corrections.entries()) {
    const field = `corrections[${i}]`;
    if (kept.some((other) => other.stageId === stageId && other.entrantId === entrantId))
      return refuse('request.invalid', { field });
    if (!stages.has(stageId)) return refuse('recheck.markUnknown', { field });
    await lockStage(tx, stageId);
    const mark = (await currentMarks(tx, stageId)).find(
      (one) => one.entry === entryId && one.entrant === entrantId,
    );
    // A missing score is not one to be corrected: who did not sit is absent (SK-76).
    if (mark === undefined || mark.score === null) return refuse('recheck.markUnknown', { field });
    if (compare(mark.score, score) === 0) return refuse('recheck.scoreSame', { field });
    kept.push({ stageId, entrantId, old: mark.score, new: score });
    marks.push({ stageId, mark: { ...mark, score } });
  }
  for (const { stageId, mark } of marks)
    await recordMarks(tx, stageId, [mark], { source: 'correction', ...told });
  return ok(kept);
}
