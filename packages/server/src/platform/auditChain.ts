import type pg from 'pg';
import { chainHash, GENESIS } from './audit.ts';

export type ChainReport =
  | { readonly whole: true; readonly rows: number; readonly head: string }
  | { readonly whole: false; readonly rows: number; readonly seq: number; readonly why: ChainBreak };

/** `missing`: a row was taken out; `link`: it does not continue the one before; `content`: it was changed. */
export type ChainBreak = 'missing' | 'link' | 'content';

interface Row {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly unit_path: string;
  readonly detail: unknown;
  readonly prev: string;
  readonly hash: string;
}

const PAGE = 2_000;

/** Recomputes the hash chain of the audit (DP-35) page by page; the head is worth writing down elsewhere. */
export async function checkChain(client: Pick<pg.Pool, 'query'>): Promise<ChainReport> {
  let head = GENESIS;
  let last = 0;
  for (;;) {
    const { rows } = await client.query<Row>(
      'select seq, at, actor, action, object, unit_path, detail, prev, hash from audit where seq > $1 order by seq limit $2',
      [last, PAGE],
    );
    for (const row of rows) {
      const broken = breakOf(row, last, head);
      if (broken !== null) return { whole: false, rows: last, seq: row.seq, why: broken };
      head = row.hash;
      last = row.seq;
    }
    if (rows.length < PAGE) return { whole: true, rows: last, head };
  }
}

function breakOf(row: Row, last: number, head: string): ChainBreak | null {
  if (row.seq !== last + 1) return 'missing';
  if (row.prev !== head) return 'link';
  const { seq, actor, action, object, detail } = row;
  const computed = chainHash(row.prev, {
    seq,
    at: row.at.getTime(),
    actor,
    action,
    object,
    unitPath: row.unit_path,
    detail,
  });
  return computed === row.hash ? null : 'content';
}
