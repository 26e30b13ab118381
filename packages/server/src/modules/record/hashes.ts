import { createHash } from 'node:crypto';
import type { ContestRecord } from './format.ts';

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}

/** SHA-256, hex, of JSON with sorted keys: what was seen when a cut was confirmed or a result sealed. */
export const fingerprint = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(value)))
    .digest('hex');

/** Every audit row hashes to what it says (SM3, DP-35), and neighbours in the chain are linked. */
export function* checkAudit({ audit }: ContestRecord): Iterable<string> {
  for (const [i, row] of audit.entries()) {
    const { seq, at, actor, action, object, unitPath, detail, prev, hash } = row;
    const text = JSON.stringify([seq, at, actor, action, object, unitPath, canonical(detail)]);
    if (createHash('sm3').update(prev).update(text).digest('hex') !== hash) yield `row ${seq} was changed`;
    const before = audit[i - 1];
    if (before !== undefined && before.seq >= seq) yield `row ${seq} is out of order`;
    if (before?.seq === seq - 1 && before.hash !== prev) yield `row ${seq} does not follow row ${before.seq}`;
  }
}
