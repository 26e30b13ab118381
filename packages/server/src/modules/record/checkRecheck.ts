import { recheckList, recheckProgress, recheckRuleOf } from '@leitai/rules';
import { firstDifference } from './compare.ts';
import type { ContestRecord, RecordRecheck } from './format.ts';
import { resultAt } from './rebuild.ts';

/** The re-check list is the one its seed draws, its corrections are marks, and it was done before anything was sealed (SK-83, SK-84). */
export function* checkRecheck(record: ContestRecord): Iterable<string> {
  const rule = recheckRuleOf(record.contest.settings);
  const recheck = record.recheck ?? null;
  if (rule.rule === 'off') {
    if (recheck !== null) yield 'a re-check that the rules do not ask for';
    return;
  }
  const sealed = record.results[0];
  if (recheck === null) {
    if (sealed !== undefined) yield 'sealed without a re-check';
    return;
  }
  const { list, drawnAt, closedAt, findings } = recheck;
  const drawn = recheckList(rule, resultAt(record, drawnAt).rows, list.seed);
  const difference = firstDifference(list, drawn);
  if (difference !== null) yield `list.${difference}`;
  for (const finding of findings) yield* checkFinding(record, finding);
  const audited = record.audit.filter(({ action }) => action === 'recheck.record').length;
  if (audited !== findings.length) yield `${findings.length} findings, ${audited} in the audit log`;
  if (sealed !== undefined && (closedAt === null || closedAt > sealed.sealedAt))
    yield 'sealed before the re-check was closed';
  if (closedAt === null) return;
  const outcomes = new Map(
    findings.toSorted((a, b) => a.version - b.version).map(({ entryId, outcome }) => [entryId, outcome]),
  );
  const { open } = recheckProgress(rule, list, outcomes);
  if (open.length > 0) yield `closed with ${open.length} entries left`;
  if (findings.some(({ foundAt }) => foundAt > closedAt)) yield 'a finding after it was closed';
}

function* checkFinding(
  { stages }: ContestRecord,
  { entryId, outcome, reason, corrections, foundAt }: RecordRecheck['findings'][number],
): Iterable<string> {
  if (outcome === 'error' ? reason === '' : corrections.length > 0)
    yield `finding on ${entryId}: ${outcome} with ${corrections.length} corrections`;
  for (const { stageId, entrantId, old, new: now } of corrections) {
    const versions = (stages.find(({ id }) => id === stageId)?.marks ?? []).filter(
      (mark) => mark.entry === entryId && mark.entrant === entrantId,
    );
    const made = versions.find(
      ({ source, score, at }) => source === 'correction' && score === now && at === foundAt,
    );
    const before = versions.find(({ version }) => version === (made?.version ?? 0) - 1);
    if (made === undefined || before?.score !== old)
      yield `correction of ${entryId}: no mark from ${old} to ${now}`;
  }
}
