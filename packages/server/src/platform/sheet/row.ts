/** Rows below the heading. */
export const MAX_ROWS = 2000;
export const MAX_BYTES = 8 * 1024 * 1024;

export interface Cell {
  readonly text: string;
  readonly fault?: 'cell.formula' | 'cell.error' | 'cell.number';
  /** Part of a merged area and not its first cell: `text` is the area's. */
  readonly merged?: true;
}

/** A row as the organiser sees it: `row` is the number at its left in Excel, from 1. */
export interface Row {
  readonly row: number;
  readonly cells: readonly Cell[];
}
