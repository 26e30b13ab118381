import { refuse, type Result } from '@leitai/rules';
import type { Upload } from '../http/handler.ts';
import { readCsv } from './readCsv.ts';
import { readXlsx } from './readXlsx.ts';
import { MAX_BYTES, MAX_ROWS, type Row } from './row.ts';

const begins = (bytes: Buffer, ...magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte);

/**
 * The rows of an uploaded XLSX or CSV, told apart by their bytes. Refuses `import.empty`, `import.tooLarge`,
 * `import.notXlsx`, `import.macro`, `import.oldXls`, `import.encrypted`, `import.unreadable`, `import.encoding`,
 * `import.csvBroken`, `import.tooManyRows` (below the heading).
 */
export async function readSheet({ name, bytes }: Upload, maxRows = MAX_ROWS): Promise<Result<Row[]>> {
  if (bytes.length === 0) return refuse('import.empty');
  if (bytes.length > MAX_BYTES)
    return refuse('import.tooLarge', { what: 'file', value: bytes.length, limit: MAX_BYTES });
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04))
    return /\.xl(sm|tm|am)$/i.test(name) ? refuse('import.macro') : readXlsx(bytes, maxRows);
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return refuse(
      bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'import.encrypted' : 'import.oldXls',
    );
  if (begins(bytes, 0x50, 0x4b) || !/\.(csv|txt)$/i.test(name)) return refuse('import.notXlsx');
  return readCsv(bytes, maxRows);
}
