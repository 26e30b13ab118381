import { ok, refuse, type Result } from '@leitai/rules';
import { parse } from 'csv-parse/sync';
import type { Row } from './row.ts';

/** Rows of a CSV in UTF-8, UTF-16 (with its mark) or GB18030; commas, or tabs or semicolons when the heading has them. */
export function readCsv(bytes: Buffer, maxRows: number): Result<Row[]> {
  const text = decode(bytes);
  if (text === null) return refuse('import.encoding');
  const heading = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = heading.includes('\t')
    ? '\t'
    : heading.includes(';') && !heading.includes(',')
      ? ';'
      : ',';
  const rows: Row[] = [];
  let count = 0;
  let line = 0;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      on_record: (record: string[]) => {
        line += 1;
        if (record.every((cell) => cell.trim() === '')) return null;
        count += 1;
        if (count <= maxRows + 1)
          rows.push({
            row: line,
            // A text that Excel would take for a formula is treated as one.
            cells: record.map((cell) =>
              /^\s*=/.test(cell) ? { text: '', fault: 'cell.formula' } : { text: cell },
            ),
          });
        return null;
      },
    });
  } catch (error) {
    return refuse('import.csvBroken', { line: (error as { lines?: number }).lines ?? null });
  }
  if (count > maxRows + 1) return refuse('import.tooManyRows', { limit: maxRows, rows: count - 1 });
  return ok(rows);
}

function decode(bytes: Buffer): string | null {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const encoding of utf16 ? ['utf-16le'] : ['utf-8', 'gb18030'])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      continue;
    }
  return null;
}
