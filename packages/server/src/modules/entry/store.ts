import type { Database, Tx } from '../../platform/database.ts';
import { personKey, type Known } from './formEntries.ts';

export interface EntrantRow {
  readonly id: string;
  readonly contestId: string;
  readonly entryId: string;
  /** Number on the badge and the ticket, e.g. `0102`. */
  readonly entryNo: string;
  readonly seat: number;
  readonly name: string;
  readonly unitName: string;
  readonly memberNo: string | null;
}

export interface EntryRow {
  readonly id: string;
  readonly contestId: string;
  readonly no: number;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly status: 'qualified' | 'withdrawn' | 'disqualified';
}

const selectEntrants = (db: Database | Tx) =>
  db
    .selectFrom('entrant')
    .innerJoin('unit', 'unit.id', 'entrant.unit_id')
    .select([
      'entrant.id',
      'entrant.contest_id as contestId',
      'entrant.entry_id as entryId',
      'entrant.entry_no as entryNo',
      'entrant.seat',
      'entrant.name',
      'unit.name as unitName',
      'entrant.member_no as memberNo',
    ]);

/** Entries of a contest by number. */
export async function readEntries(db: Database | Tx, contestId: string): Promise<EntryRow[]> {
  const rows = await db
    .selectFrom('entry')
    .innerJoin('unit', 'unit.id', 'entry.unit_id')
    .select([
      'entry.id',
      'entry.contest_id as contestId',
      'entry.no',
      'entry.name',
      'entry.unit_id as unitId',
      'unit.name as unitName',
      'entry.status',
    ])
    .where('entry.contest_id', '=', contestId)
    .orderBy('entry.no')
    .execute();
  return rows.map((row) => ({ ...row, status: row.status as EntryRow['status'] }));
}

/** Entrants of a contest by entry and seat. */
export const readEntrants = (db: Database | Tx, contestId: string): Promise<EntrantRow[]> =>
  selectEntrants(db)
    .innerJoin('entry', 'entry.id', 'entrant.entry_id')
    .where('entrant.contest_id', '=', contestId)
    .orderBy('entry.no')
    .orderBy('entrant.seat')
    .execute();

export const readEntrant = (db: Database | Tx, entrantId: string): Promise<EntrantRow | undefined> =>
  selectEntrants(db).where('entrant.id', '=', entrantId).executeTakeFirst();

/** What an import must not repeat, and the highest entry number so far. */
export async function readKnown(tx: Tx, contestId: string): Promise<Known & { readonly lastNo: number }> {
  const entries = await tx
    .selectFrom('entry')
    .select(['no', 'name'])
    .where('contest_id', '=', contestId)
    .execute();
  const entrants = await tx
    .selectFrom('entrant')
    .select(['name', 'unit_id', 'member_no'])
    .where('contest_id', '=', contestId)
    .execute();
  return {
    entryNames: new Set(entries.map(({ name }) => name)),
    memberNos: new Set(entrants.flatMap(({ member_no }) => member_no ?? [])),
    people: new Set(entrants.map(({ unit_id, name }) => personKey(unit_id, name))),
    lastNo: entries.reduce((last, { no }) => Math.max(last, no), 0),
  };
}
