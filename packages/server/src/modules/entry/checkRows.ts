import { findPersonalData, type ContestSettings } from '@leitai/rules';
import { COLUMNS, columnsOf, readHeading, type ColumnKey } from './columns.ts';
import { byPlace, type Fault, type FaultCode } from './fault.ts';
import { formEntries, type Known, type NewEntry, type Person } from './formEntries.ts';
import type { Cell, Row } from './row.ts';
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
  const wanted = columnsOf(settings);
  const { at, faults: heading } = readHeading(rows[0], wanted);
  if (heading.length > 0) return { faults: heading, entries: [] };
  const faults: Fault[] = [];
  const people: Person[] = [];
  const size = settings.ranked.kind === 'team' ? settings.ranked.size : 1;
  for (const row of rows.slice(1)) {
    if (row.cells.every(({ text, fault }) => text.trim() === '' && fault === undefined)) continue;
    const reader = new RowReader(row, at, faults);
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

/** Reads one row cell by cell, noting what is wrong; null for a value that cannot be used. */
class RowReader {
  readonly #row: Row;
  readonly #at: ReadonlyMap<ColumnKey, number>;
  readonly #faults: Fault[];

  constructor(row: Row, at: ReadonlyMap<ColumnKey, number>, faults: Fault[]) {
    this.#row = row;
    this.#at = at;
    this.#faults = faults;
  }

  /** Content beside the table is data nobody asked for (DP-04). */
  outside(): void {
    const inside = new Set(this.#at.values());
    for (const [index, { text }] of this.#row.cells.entries())
      if (!inside.has(index) && text.trim() !== '')
        this.#faults.push({ row: this.#row.row, column: letters(index), code: 'cell.outside' });
  }

  name(key: 'team' | 'name'): string | null {
    // Merged cells are how organisers write a team's name once; one person's name is never two persons'.
    const text = this.#text(key, key === 'team');
    if (text === null) return null;
    if (INVISIBLE.test(text)) return this.#fault(key, 'name.control', text);
    return [...text].length > NAME_LENGTH ? this.#fault(key, 'name.tooLong', text) : text;
  }

  seat(size: number): number | null {
    const text = this.#text('seat', false);
    if (text === null) return null;
    const digits = text.normalize('NFKC');
    const seat = /^\d{1,3}$/.test(digits) ? Number(digits) : 0;
    return seat >= 1 && seat <= size ? seat : this.#fault('seat', 'seat.invalid', text);
  }

  unit(lookup: UnitLookup): FoundUnit | null {
    const text = this.#text('unit', true);
    if (text === null) return null;
    if ([...text].length > UNIT_LENGTH) return this.#fault('unit', 'name.tooLong', text);
    const found = lookup(text);
    if (found.kind === 'found') return found.unit;
    return this.#fault('unit', `unit.${found.kind}`, text, found.suggestions);
  }

  /** May be left out. Written in capitals, so that one person counts once in all contests (PG-03). */
  memberNo(): string | null {
    const cell = this.#cell('memberNo');
    if (cell.merged || (cell.text.trim() === '' && cell.fault === undefined)) return null;
    const text = this.#text('memberNo', false);
    if (text === null) return null;
    const memberNo = text.normalize('NFKC').toUpperCase();
    return MEMBER_NO.test(memberNo) ? memberNo : this.#fault('memberNo', 'memberNo.invalid', text);
  }

  #cell(key: ColumnKey): Cell {
    return this.#row.cells[this.#at.get(key)!] ?? { text: '' };
  }

  #text(key: ColumnKey, fromMerged: boolean): string | null {
    const cell = this.#cell(key);
    if (cell.fault !== undefined) return this.#fault(key, cell.fault);
    const text = cell.merged && !fromMerged ? '' : cell.text.trim();
    if (text === '') return this.#fault(key, 'cell.missing');
    return findPersonalData(text).length > 0 ? this.#fault(key, 'cell.personalData') : text;
  }

  #fault(key: ColumnKey, code: FaultCode, value?: string, suggestions: readonly string[] = []): null {
    const short = value === undefined ? {} : { value: [...value].slice(0, NAME_LENGTH).join('') };
    this.#faults.push({ row: this.#row.row, column: COLUMNS[key], code, ...short, suggestions });
    return null;
  }
}

/** Column letters of a 0-based index, as Excel heads them. */
function letters(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : letters(Math.floor(index / 26) - 1) + letters(index % 26);
}
