import type { Mark } from '@leitai/rules';
import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database.ts';

export interface FieldMember {
  readonly entrantId: string;
  readonly entryNo: string;
  readonly seat: number;
  readonly name: string;
  readonly unitName: string;
}

/** An entry as standings, awards and certificates name it. */
export interface FieldEntry {
  readonly id: string;
  readonly no: number;
  readonly name: string;
  readonly unitName: string;
  readonly status: 'qualified' | 'withdrawn' | 'disqualified';
  /** By seat. */
  readonly members: readonly FieldMember[];
}

/** Everyone entered in the contest, with their members, by entry number. */
export async function readField(db: Database | Tx, contestId: string): Promise<Map<string, FieldEntry>> {
  const { rows } = await sql<FieldEntry>`
    select entry.id, entry.no, entry.name, unit.name as "unitName", entry.status,
           coalesce((
             select json_agg(json_build_object('entrantId', entrant.id, 'entryNo', entrant.entry_no, 'seat', entrant.seat,
                                               'name', entrant.name, 'unitName', own.name) order by entrant.seat)
             from entrant join unit own on own.id = entrant.unit_id where entrant.entry_id = entry.id
           ), '[]') as members
    from entry join unit on unit.id = entry.unit_id
    where entry.contest_id = ${contestId} order by entry.no`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Marks that count after the entries' own status: a disqualified entry is out whole, a withdrawn one is absent
 * whatever was marked (SK-76).
 */
export function countingMarks(marks: readonly Mark[], field: ReadonlyMap<string, FieldEntry>): Mark[] {
  const out = [...field.values()].filter(({ status }) => status === 'disqualified');
  return [
    ...marks.filter(({ entry }) => field.get(entry)?.status === 'qualified'),
    ...out.map(({ id }): Mark => ({
      entry: id,
      entrant: null,
      score: null,
      elapsedMs: null,
      decider: null,
      status: 'disqualified',
    })),
  ];
}
