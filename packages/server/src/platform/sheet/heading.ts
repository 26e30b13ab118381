import type { SheetFault } from './fault.ts';
import type { Row } from './row.ts';

export interface Column<K extends string> {
  readonly key: K;
  /** As the template heads it and faults name it. */
  readonly title: string;
  /** Other headings by which people know it. */
  readonly also?: readonly string[];
  readonly optional?: true;
}

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[\s*]/g, '');

/** Where each column stands; faults name columns that are missing, double, or not asked for (DP-04). */
export function readHeading<K extends string>(
  heading: Row | undefined,
  columns: readonly Column<K>[],
): { readonly at: ReadonlyMap<K, number>; readonly faults: readonly SheetFault[] } {
  const at = new Map<K, number>();
  const faults: SheetFault[] = [];
  const row = heading?.row ?? 1;
  for (const [index, { text }] of (heading?.cells ?? []).entries()) {
    const title = plain(text);
    if (title === '') continue;
    const known = columns.find((one) => one.title === title || one.also?.includes(title));
    const column = title.slice(0, 40);
    if (known === undefined) faults.push({ row, column, code: 'column.unknown' });
    else if (at.has(known.key)) faults.push({ row, column, code: 'column.duplicate' });
    else at.set(known.key, index);
  }
  for (const { key, title, optional } of columns)
    if (!optional && !at.has(key)) faults.push({ row, column: title, code: 'column.missing' });
  return { at, faults };
}
