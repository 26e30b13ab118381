import { findPersonalData, type ContestSettings } from '@leitai/rules';
import { byPlace } from '../../platform/sheet/fault.ts';
import { readHeading } from '../../platform/sheet/heading.ts';
import { isEmpty, RowReader } from '../../platform/sheet/rowReader.ts';
import type { Row } from '../../platform/sheet/row.ts';
import { columnsOf, type ColumnKey } from './columns.ts';
import type { Fault, FaultCode } from './fault.ts';
import { formEntries, type Known, type NewEntry, type Person } from './formEntries.ts';
import type { FoundUnit, UnitLookup } from './unitLookup.ts';

export interface Checked {
  readonly faults: readonly Fault[];
  /** In order of appearance; meant to be stored only when there are no faults. */
  readonly entries: readonly NewEntry[];
}

/** Longest name of a person or team, in characters. */
const NAME_LENGTH = 40;
const UNIT_LENGTH = 80;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const MEMBER_NO = /^[A-Z0-9][A-Z0-9-]{0,31}$/;

/** Checks all rows against the contest's settings and the unit registry (PF-31); knows no database. */
export function checkRows(
  rows: readonly Row[],
  settings: ContestSettings,
  lookup: UnitLookup,
  known: Known,
): Checked {
  const columns = columnsOf(settings);
  const { at, faults: heading } = readHeading(rows[0], columns);
  if (heading.length > 0) return { faults: heading, entries: [] };
  const faults: Fault[] = [];
  const people: Person[] = [];
  const size = settings.ranked.kind === 'team' ? settings.ranked.size : 1;
  for (const row of rows.slice(1)) {
    if (isEmpty(row)) continue;
    const reader = new PersonReader(row, columns, at, faults);
    reader.outside();
    people.push({
      row: row.row,
      team: settings.ranked.kind === 'team' ? reader.name('team') : '',
      seat: settings.ranked.kind === 'team' ? reader.seat(size) : 1,
      name: reader.name('name'),
      unit: reader.unit(lookup),
      memberNo: reader.memberNo(),
    });
  }
  const formed = formEntries(people, settings.ranked, known);
  return { faults: [...faults, ...formed.faults].sort(byPlace), entries: formed.entries };
}

class PersonReader extends RowReader<ColumnKey, FaultCode> {
  name(key: 'team' | 'name'): string | null {
    // Merged cells are how organisers write a team's name once; one person's name is never two persons'.
    const text = this.#known(key, key === 'team');
    if (text === null) return null;
    if (INVISIBLE.test(text)) return this.fault(key, 'name.control', text);
    return [...text].length > NAME_LENGTH ? this.fault(key, 'name.tooLong', text) : text;
  }

  seat(size: number): number | null {
    const text = this.#known('seat', false);
    if (text === null) return null;
    const digits = text.normalize('NFKC');
    const seat = /^\d{1,3}$/.test(digits) ? Number(digits) : 0;
    return seat >= 1 && seat <= size ? seat : this.fault('seat', 'seat.invalid', text);
  }

  unit(lookup: UnitLookup): FoundUnit | null {
    const text = this.#known('unit', true);
    if (text === null) return null;
    if ([...text].length > UNIT_LENGTH) return this.fault('unit', 'name.tooLong', text);
    const found = lookup(text);
    if (found.kind === 'found') return found.unit;
    return this.fault('unit', `unit.${found.kind}`, text, found.suggestions);
  }

  /** May be left out. Written in capitals, so that one person counts once in all contests (PG-03). */
  memberNo(): string | null {
    if (this.blank('memberNo')) return null;
    const text = this.#known('memberNo', false);
    if (text === null) return null;
    const memberNo = text.normalize('NFKC').toUpperCase();
    return MEMBER_NO.test(memberNo) ? memberNo : this.fault('memberNo', 'memberNo.invalid', text);
  }

  /** A text that holds no personal number (DP-24). */
  #known(key: ColumnKey, fromMerged: boolean): string | null {
    const text = this.text(key, fromMerged);
    return text !== null && findPersonalData(text).length > 0 ? this.fault(key, 'cell.personalData') : text;
  }
}
