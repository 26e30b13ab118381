import type { ContestSettings } from '@leitai/rules';
import type { Fault } from './fault.ts';
import type { Row } from './row.ts';

export const COLUMNS = {
  team: '队名',
  seat: '座位',
  name: '姓名',
  unit: '单位',
  memberNo: '会员号',
} as const;
export type ColumnKey = keyof typeof COLUMNS;

/** Columns of the sheet, in the template's order. Nothing else is asked for (DP-04). */
export const columnsOf = ({ ranked }: ContestSettings): readonly ColumnKey[] =>
  ranked.kind === 'team' ? ['team', 'seat', 'name', 'unit', 'memberNo'] : ['name', 'unit', 'memberNo'];

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[\s*]/g, '');

/** Where each column stands; faults name columns that are missing, double, or not asked for (DP-04). */
export function readHeading(
  heading: Row | undefined,
  wanted: readonly ColumnKey[],
): { readonly at: ReadonlyMap<ColumnKey, number>; readonly faults: readonly Fault[] } {
  const at = new Map<ColumnKey, number>();
  const faults: Fault[] = [];
  const row = heading?.row ?? 1;
  for (const [index, { text }] of (heading?.cells ?? []).entries()) {
    const title = plain(text);
    if (title === '') continue;
    const key = wanted.find((one) => COLUMNS[one] === title);
    const column = title.slice(0, 40);
    if (key === undefined) faults.push({ row, column, code: 'column.unknown' });
    else if (at.has(key)) faults.push({ row, column, code: 'column.duplicate' });
    else at.set(key, index);
  }
  for (const key of wanted)
    if (!at.has(key)) faults.push({ row, column: COLUMNS[key], code: 'column.missing' });
  return { at, faults };
}
