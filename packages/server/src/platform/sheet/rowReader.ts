import type { SheetFault, SheetFaultCode } from './fault.ts';
import type { Column } from './heading.ts';
import type { Cell, Row } from './row.ts';

/** Longest text of a fault's value, in characters. */
const VALUE_LENGTH = 40;

export const isEmpty = ({ cells }: Row): boolean =>
  cells.every(({ text, fault }) => text.trim() === '' && fault === undefined);

/** Reads one row cell by cell, noting what is wrong; null for a value that cannot be used. */
export class RowReader<K extends string, C extends string = never> {
  readonly #row: Row;
  readonly #columns: readonly Column<K>[];
  readonly #at: ReadonlyMap<K, number>;
  readonly #faults: SheetFault<C>[];

  constructor(row: Row, columns: readonly Column<K>[], at: ReadonlyMap<K, number>, faults: SheetFault<C>[]) {
    this.#row = row;
    this.#columns = columns;
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

  /** Empty, and nothing wrong with it. */
  blank(key: K): boolean {
    const { text, fault, merged } = this.#cell(key);
    return merged === true || (text.trim() === '' && fault === undefined);
  }

  /** The trimmed text; a fault when there is none. Of a merged area only the first cell, unless `fromMerged`. */
  text(key: K, fromMerged = false): string | null {
    const cell = this.#cell(key);
    if (cell.fault !== undefined) return this.fault(key, cell.fault);
    const text = cell.merged && !fromMerged ? '' : cell.text.trim();
    return text === '' ? this.fault(key, 'cell.missing') : text;
  }

  fault(key: K, code: SheetFaultCode | C, value?: string, suggestions: readonly string[] = []): null {
    const { title } = this.#columns.find((column) => column.key === key)!;
    const short = value === undefined ? {} : { value: [...value].slice(0, VALUE_LENGTH).join('') };
    this.#faults.push({ row: this.#row.row, column: title, code, ...short, suggestions });
    return null;
  }

  #cell(key: K): Cell {
    return this.#row.cells[this.#at.get(key) ?? -1] ?? { text: '' };
  }
}

/** Column letters of a 0-based index, as Excel heads them. */
function letters(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : letters(Math.floor(index / 26) - 1) + letters(index % 26);
}
