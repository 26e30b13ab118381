import { firstDifference } from './compare.ts';
import type { ContestRecord, RecordAudit } from './format.ts';

interface Act {
  readonly action: string;
  readonly object: string;
  readonly at: number;
  /** Null: the record names nobody besides the audit row. */
  readonly actor: string | null;
  /** Fields the row's detail must have. */
  readonly detail: Readonly<Record<string, unknown>>;
}

function* acts({ contest, stages, results, certificates, lots, recheck }: ContestRecord): Iterable<Act> {
  const object = `contest:${contest.id}`;
  for (const { id, cut } of stages)
    if (cut !== null)
      yield {
        action: 'cut.confirm',
        object: `stage:${id}`,
        at: cut.confirmedAt,
        actor: cut.confirmedBy,
        detail: { fingerprint: cut.fingerprint },
      };
  for (const { version, fingerprint, sealedAt, sealedBy, notice, finalAt } of results) {
    yield { action: 'result.seal', object, at: sealedAt, actor: sealedBy, detail: { version, fingerprint } };
    if (notice !== null)
      yield { action: 'result.post', object, at: notice.postedAt, actor: null, detail: { version, notice } };
    if (finalAt !== null)
      yield { action: 'result.finalise', object, at: finalAt, actor: null, detail: { version, fingerprint } };
  }
  if (lots) {
    const { algorithm, seed } = lots;
    yield {
      action: 'result.drawLots',
      object,
      at: lots.drawnAt,
      actor: lots.drawnBy,
      detail: { algorithm, seed },
    };
  }
  if (recheck) {
    const { seed, top, sample } = recheck.list;
    yield {
      action: 'recheck.draw',
      object,
      at: recheck.drawnAt,
      actor: recheck.drawnBy,
      detail: { seed, top, sample },
    };
    for (const { foundAt, foundBy, ...detail } of recheck.findings)
      yield { action: 'recheck.record', object, at: foundAt, actor: foundBy, detail };
    if (recheck.closedAt !== null)
      yield { action: 'recheck.close', object, at: recheck.closedAt, actor: recheck.closedBy, detail: {} };
  }
  for (const [at, batch] of Map.groupBy(certificates, ({ issuedAt }) => issuedAt))
    yield { action: 'certificate.issue', object, at, actor: null, detail: { count: batch.length } };
}

/** Every act of the record stands in the audit log, with its time, its actor and what was done. */
export function* checkActs(record: ContestRecord): Iterable<string> {
  for (const act of acts(record)) {
    const rows = record.audit.filter(({ action, object }) => action === act.action && object === act.object);
    const faults = rows.map((row) => faultOf(row, act));
    if (!faults.includes(null)) yield `${act.action}: ${faults.at(-1) ?? 'no audit row'}`;
  }
  const versions = record.results.map(({ version }) => version);
  if (versions.some((version, i) => version !== i + 1)) yield `sealed versions are ${versions.join(', ')}`;
}

const faultOf = (row: RecordAudit, { at, actor, detail }: Act): string | null =>
  firstDifference(
    { at, actor: actor ?? row.actor, ...detail },
    { at: row.at, actor: row.actor, ...pick(row.detail, Object.keys(detail)) },
  );

const pick = (detail: unknown, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, (detail as Record<string, unknown> | null)?.[key]]));
