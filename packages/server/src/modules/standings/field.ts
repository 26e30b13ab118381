import type { Mark } from '@leitai/rules';
import type { Database, Tx } from '../../platform/database.ts';
import { readEntrants, readEntries } from '../entry/index.ts';

export interface FieldMember {
  readonly entrantId: string;
  readonly entryNo: string;
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
  const entries = await readEntries(db, contestId);
  const byEntry = Map.groupBy(await readEntrants(db, contestId), ({ entryId }) => entryId);
  return new Map(
    entries.map(({ id, no, name, unitName, status }) => {
      const members = (byEntry.get(id) ?? []).map((entrant): FieldMember => ({
        entrantId: entrant.id,
        entryNo: entrant.entryNo,
        name: entrant.name,
        unitName: entrant.unitName,
      }));
      return [id, { id, no, name, unitName, status, members }];
    }),
  );
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
