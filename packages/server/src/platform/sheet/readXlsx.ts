import { ok, refuse, type Result } from '@leitai/rules';
import type ExcelJS from 'exceljs';
import { checkZip } from './checkZip.ts';
import type { Cell, Row } from './row.ts';

/** Parts of a sheet that hold no answers, and that the library unrolls cell by cell or stumbles over. */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'autoFilter',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'tableParts',
  'extLst',
  'sheetPr',
  'sheetViews',
  'rowBreaks',
  'colBreaks',
  'headerFooter',
  'pageSetup',
];

/** The rows of the first sheet; refuses before anything big is loaded. */
export async function readXlsx(bytes: Buffer, maxRows: number): Promise<Result<Row[]>> {
  const checked = await checkZip(bytes);
  if (!checked.ok) return checked;
  // The heading is a row too.
  if (checked.value.rows > maxRows + 1)
    return refuse('import.tooManyRows', { limit: maxRows, rows: checked.value.rows - 1 });
  try {
    const { Workbook } = (await import('exceljs')).default;
    const workbook = new Workbook();
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer, { ignoreNodes: IGNORED });
    const rows: Row[] = [];
    workbook.worksheets[0]!.eachRow((row, number) => {
      const cells: Cell[] = [];
      row.eachCell((cell, at) => {
        cells[at - 1] = cellOf(cell);
      });
      rows.push({ row: number, cells: Array.from(cells, (cell) => cell ?? { text: '' }) });
    });
    return ok(rows);
  } catch {
    return refuse('import.unreadable');
  }
}

/** From 10^15 on Excel itself has dropped digits, so the number is not what was typed. */
const EXACT = 1e15;

function cellOf(cell: ExcelJS.Cell): Cell {
  const merged = cell.isMerged && cell.master.address !== cell.address ? { merged: true as const } : {};
  return { ...valueOf(cell.value), ...merged };
}

function valueOf(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return { text: '' };
  if (typeof value === 'string') return { text: value };
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' };
  if (typeof value === 'number')
    return Math.abs(value) < EXACT ? { text: String(value) } : { text: String(value), fault: 'cell.number' };
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? { text: '', fault: 'cell.error' } : { text: dateText(value) };
  if ('richText' in value) return { text: value.richText.map(({ text }) => text).join('') };
  if ('formula' in value || 'sharedFormula' in value) return { text: '', fault: 'cell.formula' };
  if ('error' in value) return { text: String(value.error), fault: 'cell.error' };
  // A hyperlink's text may itself be rich text.
  if ('text' in value) return valueOf(value.text as ExcelJS.CellValue);
  return { text: '', fault: 'cell.error' };
}

const dateText = (date: Date): string => date.toISOString().slice(0, 10);
