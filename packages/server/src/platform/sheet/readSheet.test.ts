import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ZIP_LIMITS } from './checkZip.ts';
import { MAX_BYTES, MAX_ROWS } from './row.ts';
import { readSheet } from './readSheet.ts';
import { xlsx, zip } from './xlsx.fixture.ts';

const EXAMPLE = new URL('../../../../../examples/beijing-2025/entrants.csv', import.meta.url);
const HEADING = ['队名', '座位', '姓名', '单位', '会员号'];
const read = (name: string, bytes: Buffer) => readSheet({ name, bytes });
const texts = async (name: string, bytes: Buffer): Promise<string[][]> => {
  const sheet = await read(name, bytes);
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.refusal));
  return sheet.value.map(({ cells }) => cells.map(({ text }) => text));
};
const refusal = async (name: string, bytes: Buffer) => {
  const sheet = await read(name, bytes);
  return sheet.ok ? null : sheet.refusal;
};
/** GB18030 as an old Excel writes it; Node only reads it. */
const gb18030 = (text: string): Buffer => {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, number[]>();
  for (let high = 0xb0; high <= 0xf7; high += 1)
    for (let low = 0xa1; low <= 0xfe; low += 1)
      table.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  return Buffer.from([...text].flatMap((char) => table.get(char) ?? [char.charCodeAt(0)]));
};

describe('reading a sheet', () => {
  it('CSV in UTF-8 with and without a mark, in UTF-16 and in GB18030 read alike', async () => {
    const text = '队名,座位\r\n领航队,1\r\n';
    const want = [
      ['队名', '座位'],
      ['领航队', '1'],
    ];
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le'),
      gb18030(text),
    ])
      expect(await texts('a.csv', bytes)).toEqual(want);
  });

  it('CSV that is no text, or has a broken quote, is refused by name', async () => {
    expect(await refusal('a.csv', Buffer.from([0x41, 0xff, 0xff, 0x00]))).toEqual({
      code: 'import.encoding',
    });
    expect(await refusal('a.csv', Buffer.from('队名\0,'))).toEqual({ code: 'import.encoding' });
    const bigEndian = Buffer.from('\uFEFF队名,座位\n', 'utf16le').swap16();
    expect(await refusal('a.csv', bigEndian)).toEqual({ code: 'import.encoding' });
    expect(await refusal('a.csv', Buffer.from('a,b\n"x,y\n'))).toMatchObject({ code: 'import.csvBroken' });
  });

  it('rows keep the numbers that Excel shows, blank ones left out', async () => {
    const csv = await read('a.csv', Buffer.from('a,b\n\n,\nx,y\n'));
    expect(csv.ok && csv.value.map(({ row }) => row)).toEqual([1, 4]);
    const sheet = await read('a.xlsx', await xlsx([['a'], [], ['x']]));
    expect(sheet.ok && sheet.value.map(({ row }) => row)).toEqual([1, 3]);
  });

  it('cells of every type become texts, formulas and errors faults', async () => {
    const bytes = await xlsx([
      [
        'a',
        7,
        1.5,
        true,
        new Date(Date.UTC(2025, 5, 1)),
        { richText: [{ text: '领' }, { text: '航' }] },
        { text: '链接', hyperlink: 'mailto:x@example.org' },
        null,
        { formula: '1+1', result: 2 },
        { error: '#N/A' },
        1101051949123100,
      ],
    ]);
    const sheet = await read('a.xlsx', bytes);
    expect(sheet.ok && sheet.value[0]!.cells).toEqual([
      { text: 'a' },
      { text: '7' },
      { text: '1.5' },
      { text: 'TRUE' },
      { text: '2025-06-01' },
      { text: '领航' },
      { text: '链接' },
      { text: '' },
      { text: '', fault: 'cell.formula' },
      { text: '#N/A', fault: 'cell.error' },
      { text: '1101051949123100', fault: 'cell.number' },
    ]);
    const csv = await read('a.csv', Buffer.from('a, =HYPERLINK("x")\n'));
    expect(csv.ok && csv.value[0]!.cells[1]).toEqual({ text: '', fault: 'cell.formula' });
  });

  it('files that are no XLSX are told apart', async () => {
    const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await refusal('a.xls', old)).toEqual({ code: 'import.oldXls' });
    const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await refusal('a.xlsx', locked)).toEqual({ code: 'import.encrypted' });
    expect(await refusal('a.xlsx', Buffer.from('队名,座位\n'))).toEqual({ code: 'import.notXlsx' });
    expect(await refusal('a.pdf', Buffer.from('%PDF-1.7'))).toEqual({ code: 'import.notXlsx' });
    expect(await refusal('a.xlsx', Buffer.alloc(0))).toEqual({ code: 'import.empty' });
    expect(await refusal('a.docx', zip([{ name: 'word/document.xml', bytes: Buffer.from('<x/>') }]))).toEqual(
      {
        code: 'import.notXlsx',
      },
    );
    const good = await xlsx([HEADING]);
    expect(await refusal('a.xlsx', good.subarray(0, good.length / 2))).toEqual({ code: 'import.notXlsx' });
    expect(await refusal('a.xlsx', Buffer.from('PK\x03\x04 nothing'))).toEqual({ code: 'import.notXlsx' });
    expect(await refusal('a.csv', Buffer.alloc(MAX_BYTES + 1, 0x61))).toMatchObject({
      code: 'import.tooLarge',
      facts: { what: 'file' },
    });
  });

  const workbook = '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>';
  const relations =
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="t"/></Relationships>';
  const parts = (sheet: Buffer | string, more: Parameters<typeof zip>[0] = [], book = workbook) => [
    { name: 'xl/workbook.xml', bytes: Buffer.from(book) },
    { name: 'xl/_rels/workbook.xml.rels', bytes: Buffer.from(relations) },
    { name: 'xl/worksheets/sheet1.xml', bytes: Buffer.from(sheet) },
    ...more,
  ];

  it('macros are refused wherever they show', async () => {
    const macro = { name: 'xl/vbaProject.bin', bytes: Buffer.from('vba') };
    expect(await refusal('a.xlsx', zip(parts('<worksheet/>', [macro])))).toEqual({ code: 'import.macro' });
    const types = {
      name: '[Content_Types].xml',
      bytes: Buffer.from('application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
    };
    expect(await refusal('a.xlsx', zip(parts('<worksheet/>', [types])))).toEqual({ code: 'import.macro' });
    expect(await refusal('a.xlsm', await xlsx([HEADING]))).toEqual({ code: 'import.macro' });
  });

  it('bombs are refused before they are unpacked: size, ratio, count, and a size that lies', async () => {
    const big = { name: 'xl/media/a.bin', bytes: Buffer.alloc(ZIP_LIMITS.bytes + 1) };
    expect(await refusal('a.xlsx', zip(parts('<worksheet/>', [big])))).toMatchObject({
      code: 'import.tooLarge',
      facts: { what: 'bytes' },
    });
    const flat = { name: 'xl/media/a.bin', bytes: Buffer.alloc(8 * 1024 * 1024) };
    expect(await refusal('a.xlsx', zip(parts('<worksheet/>', [flat])))).toMatchObject({
      code: 'import.tooLarge',
      facts: { what: 'ratio' },
    });
    const many = Array.from({ length: 250 }, (_, i) => ({ name: `xl/m/${i}`, bytes: Buffer.from('x') }));
    expect(await refusal('a.xlsx', zip(parts('<worksheet/>', many)))).toMatchObject({
      code: 'import.tooLarge',
      facts: { what: 'entries', limit: 200 },
    });
    const liar = { name: 'xl/media/a.bin', bytes: Buffer.alloc(32 * 1024 * 1024), claims: 100 };
    expect(await refusal('a.xlsx', zip(parts('<worksheet/>', [liar])))).toEqual({ code: 'import.notXlsx' });
    expect(await refusal('a.xlsx', zip(parts('<worksheet/>'), 'a comment'))).toEqual({
      code: 'import.notXlsx',
    });
  });

  it('ranges that a library would unroll cell by cell are refused: names, merged areas', async () => {
    const names = workbook.replace(
      '</workbook>',
      '<definedNames><definedName name="n">a!$A$1:&#36;XFD$1048576</definedName></definedNames></workbook>',
    );
    expect(await refusal('a.xlsx', zip(parts('<worksheet/>', [], names)))).toMatchObject({
      code: 'import.tooLarge',
      facts: { what: 'names' },
    });
    const merged = '<worksheet><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>';
    expect(await refusal('a.xlsx', zip(parts(merged)))).toMatchObject({
      code: 'import.tooLarge',
      facts: { what: 'names' },
    });
    const strings = { name: 'xl/sharedStrings.xml', bytes: Buffer.from('<si/>'.repeat(ZIP_LIMITS.tags + 1)) };
    const noise = { name: 'xl/media/noise.bin', bytes: randomBytes(200_000) };
    expect(await refusal('a.xlsx', zip(parts('<worksheet/>', [strings, noise])))).toMatchObject({
      code: 'import.tooLarge',
      facts: { what: 'tags' },
    });
    // A drop-down on a whole column is honest, and skipped.
    const whole = await xlsx([HEADING], (sheet) => {
      const { dataValidations } = sheet as unknown as {
        dataValidations: { add(r: string, v: object): void };
      };
      dataValidations.add('A1:XFD1048576', { type: 'list', formulae: ['"a,b"'] });
    });
    expect(await texts('a.xlsx', whole)).toEqual([HEADING]);
  });

  it('too many rows are counted without being loaded, formatted empty ones not among them', async () => {
    const rows = Array.from(
      { length: MAX_ROWS + 1 },
      (_, i) => `<row r="${i + 2}"><c r="A${i + 2}"><v>1</v></c></row>`,
    );
    const heading = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>';
    const sheet = (body: string) => `<worksheet><sheetData>${heading}${body}</sheetData></worksheet>`;
    // Noise keeps the ratio honest.
    const noise = { name: 'xl/media/noise.bin', bytes: await readFile(EXAMPLE) };
    expect(await refusal('a.xlsx', zip(parts(sheet(rows.join('')), [noise])))).toEqual({
      code: 'import.tooManyRows',
      facts: { limit: MAX_ROWS, rows: MAX_ROWS + 1 },
    });
    const csv = `a\n${'x\n'.repeat(MAX_ROWS + 1)}`;
    expect(await refusal('a.csv', Buffer.from(csv))).toEqual({
      code: 'import.tooManyRows',
      facts: { limit: MAX_ROWS, rows: MAX_ROWS + 1 },
    });
    const formatted = await xlsx([['a'], ['b']], (one) => {
      for (let i = 3; i < 4000; i += 1) one.getCell(i, 1).font = { bold: true };
    });
    expect((await texts('a.xlsx', formatted)).filter(([text]) => text !== '')).toEqual([['a'], ['b']]);
  });

  it('100,000 rows where 36 were meant are refused, as CSV and as XLSX', async () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => `队${i},1,员${i},单位,GH${i}`);
    const csv = Buffer.from([HEADING.join(','), ...lines].join('\n'));
    expect(await refusal('a.csv', csv)).toEqual({
      code: 'import.tooManyRows',
      facts: { limit: MAX_ROWS, rows: 100_000 },
    });
    const cell = (at: string, value: number) => `<c r="${at}"><v>${value}</v></c>`;
    const body = Array.from(
      { length: 100_000 },
      (_, i) => `<row r="${i + 1}">${['A', 'B', 'C'].map((at) => cell(`${at}${i + 1}`, i)).join('')}</row>`,
    ).join('');
    const sheet = `<worksheet><sheetData>${body}</sheetData></worksheet>`;
    expect(await refusal('a.xlsx', zip(parts(sheet)))).toMatchObject({ code: 'import.tooLarge' });
  });

  it('a full sheet of 2,000 rows is read', async () => {
    const rows = Array.from({ length: MAX_ROWS }, (_, i) => [`队${i}`, 1, `员${i}`, '单位', `GH${i}`]);
    expect(await texts('a.xlsx', await xlsx([HEADING, ...rows]))).toHaveLength(MAX_ROWS + 1);
  });

  it('broken XML inside a sound ZIP is refused', async () => {
    expect(
      await refusal('a.xlsx', zip(parts('<worksheet><sheetData><row r="1"><c r="??'.repeat(2)))),
    ).toEqual({
      code: 'import.unreadable',
    });
  });
});
