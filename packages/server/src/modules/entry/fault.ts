/** What is wrong with one cell, or with a row or column as a whole. */
export interface Fault {
  readonly row: number;
  /** The column's heading; null for a row as a whole. */
  readonly column: string | null;
  readonly code: FaultCode;
  /** What stands there, shortened; absent for personal numbers, which are never handed on (DP-24). */
  readonly value?: string;
  readonly suggestions?: readonly string[];
}

export type FaultCode =
  | 'column.missing'
  | 'column.duplicate'
  | 'column.unknown'
  | 'cell.outside'
  | 'cell.formula'
  | 'cell.error'
  | 'cell.number'
  | 'cell.missing'
  | 'cell.personalData'
  | 'name.tooLong'
  | 'name.control'
  | 'seat.invalid'
  | 'seat.duplicate'
  | 'memberNo.invalid'
  | 'memberNo.duplicate'
  | 'unit.unknown'
  | 'unit.ambiguous'
  | 'team.sizeWrong'
  | 'team.exists'
  | 'person.duplicate';

export const byPlace = (a: Fault, b: Fault): number => a.row - b.row;
