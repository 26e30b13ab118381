import type { ContestSettings } from '@leitai/rules';
import type ExcelJS from 'exceljs';
import { columnsOf, type ColumnKey } from './columns.ts';
import { MAX_ROWS } from '../../platform/sheet/row.ts';

const WIDTHS: Record<ColumnKey, number> = { team: 18, seat: 8, name: 14, unit: 36, memberNo: 18 };
const UNIT_SHEET = '单位名录';

/** The sheet to fill in, with notes and the registry's unit names to choose from (PF-30, PF-31). */
export async function writeTemplate(
  settings: ContestSettings,
  title: string,
  unitNames: readonly string[],
): Promise<Buffer> {
  // A large library, loaded when the first sheet is asked for: the house starts without it.
  const { Workbook } = (await import('exceljs')).default;
  const workbook = new Workbook();
  const columns = columnsOf(settings);
  const at = (key: ColumnKey): number => columns.findIndex((column) => column.key === key);
  const sheet = workbook.addWorksheet('报名表', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ key, title: header }) => ({ key, header, width: WIDTHS[key] }));
  sheet.getRow(1).font = { bold: true };
  // As text, Excel keeps leading zeros of member numbers.
  sheet.getColumn('memberNo').numFmt = '@';
  const notes = workbook.addWorksheet('填写说明');
  notes.getColumn(1).width = 90;
  notes.addRows(notesOf(settings, title).map((note) => [note]));
  const units = workbook.addWorksheet(UNIT_SHEET);
  units.getColumn(1).width = 40;
  units.addRows(['单位名称', ...unitNames].map((name) => [name]));
  choose(sheet, at('unit'), {
    type: 'list',
    allowBlank: true,
    formulae: [`'${UNIT_SHEET}'!$A$2:$A$${unitNames.length + 1}`],
    // A short name or an alias is as good: warn, do not forbid.
    showErrorMessage: true,
    errorStyle: 'warning',
    error: '不在单位名录中。简称和曾用名也可以，导入时会核对。',
  });
  if (settings.ranked.kind === 'team')
    choose(sheet, at('seat'), {
      type: 'whole',
      operator: 'between',
      allowBlank: true,
      formulae: [1, settings.ranked.size],
      showErrorMessage: true,
      error: `座位为 1 至 ${settings.ranked.size} 的整数。`,
    });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The library's types leave out the range form, which keeps the file small. */
function choose(sheet: ExcelJS.Worksheet, index: number, rule: ExcelJS.DataValidation): void {
  const letter = String.fromCharCode(65 + index);
  const { dataValidations } = sheet as unknown as {
    dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void };
  };
  dataValidations.add(`${letter}2:${letter}${MAX_ROWS + 1}`, rule);
}

const notesOf = ({ ranked }: ContestSettings, title: string): string[] => [
  `${title} 报名表填写说明`,
  '1. 只填写第一张表“报名表”，不要改动第一行的列名，也不要增加列。',
  ...(ranked.kind === 'team'
    ? [`2. 每队 ${ranked.size} 人，每人一行；同队各行的队名要一致，座位为 1 至 ${ranked.size}，不重复。`]
    : ['2. 每人一行。']),
  `3. 单位请从下拉列表选择，或者填写“${UNIT_SHEET}”中的名称、简称、曾用名。`,
  '4. 会员号可以不填；填写时不得重复。',
  '5. 不要填写身份证号、手机号等个人信息，含有这些内容的表格不能导入。',
  `6. 不要使用公式；一次最多 ${MAX_ROWS} 行。`,
];
