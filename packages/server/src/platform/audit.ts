import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { json, type Tx } from './database.ts';

/** Who did what to which object (DP-32); `detail` holds before and after where there is one. */
export interface AuditFact {
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly unitPath: string;
  readonly detail: unknown;
}

export const GENESIS = '0'.repeat(64);
const LOCK = 7_310_002;

/** SM3(prev || row), hex (DP-35). The row is JSON with fixed key order and millisecond time. */
export function chainHash(prev: string, row: { seq: number; at: number } & AuditFact): string {
  const text = JSON.stringify([
    row.seq,
    row.at,
    row.actor,
    row.action,
    row.object,
    row.unitPath,
    canonical(row.detail),
  ]);
  return createHash('sm3').update(prev).update(text).digest('hex');
}

/** JSON with sorted keys: what `jsonb` gives back hashes like what went in. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const record = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.keys(record)
      .filter((key) => record[key] !== undefined)
      .sort()
      .map((key) => [key, canonical(record[key])]),
  );
}

/** Appends to the chain inside the caller's transaction, so that no act is stored without its record. */
export async function audit(tx: Tx, at: number, fact: AuditFact): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
  const last = await tx
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const seq = Number(last?.seq ?? 0) + 1;
  const prev = last?.hash ?? GENESIS;
  const detail = canonical(JSON.parse(JSON.stringify(fact.detail ?? null)));
  await tx
    .insertInto('audit')
    .values({
      seq,
      at: new Date(at),
      actor: fact.actor,
      action: fact.action,
      object: fact.object,
      unit_path: fact.unitPath,
      detail: json(detail),
      prev,
      hash: chainHash(prev, { seq, at, ...fact, detail }),
    })
    .execute();
}
