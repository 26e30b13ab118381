import type { ContestSettings } from '@leitai/rules';
import type { Column } from '../../platform/sheet/heading.ts';

export const COLUMNS = {
  team: '队名',
  seat: '座位',
  name: '姓名',
  unit: '单位',
  memberNo: '会员号',
} as const;
export type ColumnKey = keyof typeof COLUMNS;

const KEYS: Readonly<Record<ContestSettings['ranked']['kind'], readonly ColumnKey[]>> = {
  team: ['team', 'seat', 'name', 'unit', 'memberNo'],
  person: ['name', 'unit', 'memberNo'],
};

/** Columns of the sheet, in the template's order. Nothing else is asked for (DP-04). */
export const columnsOf = ({ ranked }: ContestSettings): readonly Column<ColumnKey>[] =>
  KEYS[ranked.kind].map((key) => ({ key, title: COLUMNS[key] }));
