/** What is wrong with one cell, or with a row or column as a whole; `C`: what else a kind of sheet may get wrong. */
export interface SheetFault<C extends string = never> {
  readonly row: number;
  /** The column's heading; null for a row as a whole. */
  readonly column: string | null;
  readonly code: SheetFaultCode | C;
  /** What stands there, shortened; absent for personal numbers, which are never handed on (DP-24). */
  readonly value?: string;
  readonly suggestions?: readonly string[];
}

export type SheetFaultCode =
  | 'column.missing'
  | 'column.duplicate'
  | 'column.unknown'
  | 'cell.outside'
  | 'cell.formula'
  | 'cell.error'
  | 'cell.number'
  | 'cell.missing'
  | 'cell.personalData';

export const byPlace = (a: { readonly row: number }, b: { readonly row: number }): number => a.row - b.row;

const SHOWN = 200;

/** The first faults, and how many more there are, as a reply says them. */
export const presentFaults = (faults: readonly SheetFault<string>[]) => ({
  faults: faults.slice(0, SHOWN).map(({ row, column, code, value, suggestions }) => ({
    row,
    column,
    code,
    value: value ?? null,
    suggestions: [...(suggestions ?? [])],
  })),
  moreFaults: Math.max(0, faults.length - SHOWN),
});
