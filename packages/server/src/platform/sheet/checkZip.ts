import type { Readable } from 'node:stream';
import { ok, refuse, type Result } from '@leitai/rules';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

export const ZIP_LIMITS = {
  entries: 200,
  bytes: 64 * 1024 * 1024,
  ratio: 200,
  tags: 1_000_000,
  cells: 100_000,
  names: 200_000,
} as const;

type ZipRefusal = 'import.notXlsx' | 'import.macro' | 'import.tooLarge' | 'import.encrypted';

/**
 * Looks at an XLSX before a spreadsheet library does: nothing is unpacked that would be too big, every part is inflated
 * once and has the size it claims, no macros, and no range so wide that a library would fill memory with it.
 * Gives the number of rows with content in the first sheet.
 */
export async function checkZip(bytes: Buffer): Promise<Result<{ rows: number }, ZipRefusal>> {
  try {
    const zip = await openZip(bytes);
    // Two readers of one ZIP may disagree about where its directory is when a comment follows it.
    if (zip.comment.length > 0) return refuse('import.notXlsx');
    if (zip.entryCount > ZIP_LIMITS.entries) return tooLarge('entries', zip.entryCount);
    const entries = await entriesOf(zip);
    const names = entries.map(({ fileName }) => fileName);
    if (entries.some((entry) => entry.isEncrypted())) return refuse('import.encrypted');
    if (names.some((name) => /vbaproject\.bin$|^xl\/macrosheets\//i.test(name)))
      return refuse('import.macro');
    if (new Set(names).size < names.length || !names.includes('xl/workbook.xml'))
      return refuse('import.notXlsx');
    const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
    if (total > ZIP_LIMITS.bytes) return tooLarge('bytes', total);
    if (total > bytes.length * ZIP_LIMITS.ratio) return tooLarge('ratio', Math.round(total / bytes.length));
    return await readParts(zip, entries);
  } catch {
    return refuse('import.notXlsx');
  }
}

const tooLarge = (what: keyof typeof ZIP_LIMITS, value: number) =>
  refuse('import.tooLarge', { what, value, limit: ZIP_LIMITS[what] });

async function readParts(
  zip: ZipFile,
  entries: readonly Entry[],
): Promise<Result<{ rows: number }, ZipRefusal>> {
  const texts = new Map<string, string>();
  const rows = new Map<string, number>();
  let tags = 0;
  let cells = 0;
  let names = 0;
  for (const entry of entries) {
    const sheet = /^xl\/worksheets\/[^/]+\.xml$/.test(entry.fileName);
    const small = /^(xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|\[Content_Types\]\.xml)$/.test(
      entry.fileName,
    );
    const scan = new Scan();
    const chunks: Buffer[] = [];
    for await (const chunk of await readStream(zip, entry)) {
      if (/\.(xml|rels|vml)$/.test(entry.fileName)) tags += tagsIn(chunk as Buffer);
      if (tags > ZIP_LIMITS.tags) return tooLarge('tags', tags);
      if (small) chunks.push(chunk as Buffer);
      if (sheet) scan.add((chunk as Buffer).toString('latin1'));
    }
    if (small) texts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
    if (sheet) rows.set(entry.fileName, scan.rows);
    cells += scan.cells;
    names += scan.merged;
  }
  if ((texts.get('[Content_Types].xml') ?? '').includes('macroEnabled')) return refuse('import.macro');
  names += areaOf(texts.get('xl/workbook.xml')!);
  if (cells > ZIP_LIMITS.cells) return tooLarge('cells', cells);
  if (names > ZIP_LIMITS.names) return tooLarge('names', names);
  const first = firstSheet(texts.get('xl/workbook.xml')!, texts.get('xl/_rels/workbook.xml.rels') ?? '');
  const count = first === undefined ? undefined : rows.get(first);
  return count === undefined ? refuse('import.notXlsx') : ok({ rows: count });
}

const tagsIn = (chunk: Buffer): number => {
  let count = 0;
  for (let at = chunk.indexOf(0x3c); at >= 0; at = chunk.indexOf(0x3c, at + 1)) count += 1;
  return count;
};

/** Counts in a sheet's XML as it streams by: cells, rows with content, and how many cells are merged. */
class Scan {
  cells = 0;
  rows = 0;
  merged = 0;
  #rest = '';
  #counted = true;

  add(chunk: string): void {
    const text = this.#rest + chunk;
    const open = text.lastIndexOf('<');
    // A tag that is not whole yet waits for the next chunk, unless it is longer than any honest one.
    const cut = open >= 0 && !text.includes('>', open) && text.length - open < 65_536 ? open : text.length;
    this.#rest = text.slice(cut);
    for (const [tag, name] of text
      .slice(0, cut)
      .matchAll(/<(?:\w+:)?(row|c|v|is|f|mergeCell)(?=[\s>/])[^>]*/g)) {
      if (name === 'row') this.#counted = false;
      else if (name === 'c') this.cells += 1;
      else if (name === 'mergeCell') this.merged += areaOf(tag);
      else if (!this.#counted) {
        this.#counted = true;
        this.rows += 1;
      }
    }
  }
}

/** Cells of all ranges `A1:C9` that a text names. */
function areaOf(xml: string): number {
  const text = xml
    .replaceAll(/<!--.*?-->|<!\[CDATA\[|\]\]>/gs, '')
    .replaceAll(/&#(x?)([\da-f]+);/gi, (_, hex: string, digits: string) =>
      String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(digits, hex === '' ? 10 : 16))),
    );
  let area = 0;
  for (const [, a, b, c, d] of text.matchAll(/\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})/gi))
    area += (Math.abs(column(c!) - column(a!)) + 1) * (Math.abs(Number(d) - Number(b)) + 1);
  return area;
}

const column = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Part of the first sheet in the order of the tabs. */
function firstSheet(workbook: string, relations: string): string | undefined {
  const id = /<(?:\w+:)?sheet\s[^>]*?\w+:id="([^"]+)"/.exec(workbook)?.[1];
  const relation = [...relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => /\sId="([^"]+)"/.exec(tag)?.[1] === id);
  const target = relation === undefined ? undefined : /\sTarget="([^"]+)"/.exec(relation)?.[1];
  return target?.replace(/^(?:\/?xl\/)?/, 'xl/');
}

const openZip = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });

const entriesOf = (zip: ZipFile): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });

const readStream = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
