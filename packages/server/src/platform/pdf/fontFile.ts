import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

/** What setting a text needs to know of a font file: which characters it has, and how wide they are. */
export interface FontFile {
  /** Advance width in ems; null when the file has no glyph for the character. */
  advance(codePoint: number): number | null;
  /** The file unpacked to TrueType, to embed: a packed one is inflated anew for every glyph, which takes seconds. */
  readonly bytes: Buffer;
}

/** Reads a WOFF 1 file: its tables `cmap` (formats 4 and 12), `hmtx`, `hhea` and `head`; unpacks all. */
export function readFontFile(path: string): FontFile {
  const file = readFileSync(path);
  const tables = tablesOf(file);
  const table = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (found === undefined) throw new Error(`${path} has no table ${tag}`);
    return found;
  };
  const glyphs = glyphsOf(table('cmap'));
  const metrics = table('hmtx');
  const wide = table('hhea').readUInt16BE(34);
  const perEm = table('head').readUInt16BE(18);
  return {
    bytes: trueType(file.readUInt32BE(4), tables),
    advance: (codePoint) => {
      const glyph = glyphs.get(codePoint);
      return glyph === undefined ? null : metrics.readUInt16BE(Math.min(glyph, wide - 1) * 4) / perEm;
    },
  };
}

function tablesOf(file: Buffer): Map<string, Buffer> {
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file');
  const tables = new Map<string, Buffer>();
  for (let i = 0; i < file.readUInt16BE(12); i += 1) {
    const at = 44 + i * 20;
    const offset = file.readUInt32BE(at + 4);
    const packed = file.readUInt32BE(at + 8);
    const bytes = file.subarray(offset, offset + packed);
    tables.set(
      file.toString('latin1', at, at + 4),
      packed < file.readUInt32BE(at + 12) ? inflateSync(bytes) : bytes,
    );
  }
  return tables;
}

function trueType(flavour: number, tables: ReadonlyMap<string, Buffer>): Buffer {
  const head = Buffer.alloc(12 + tables.size * 16);
  const power = 2 ** Math.floor(Math.log2(tables.size));
  head.writeUInt32BE(flavour, 0);
  head.writeUInt16BE(tables.size, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((tables.size - power) * 16, 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (const [i, [tag, bytes]] of [...tables].entries()) {
    const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4);
    head.write(tag, 12 + i * 16, 'latin1');
    // The table's checksum (+4) stays 0: nobody reads it here.
    head.writeUInt32BE(offset, 12 + i * 16 + 8);
    head.writeUInt32BE(bytes.length, 12 + i * 16 + 12);
    parts.push(bytes, padding);
    offset += bytes.length + padding.length;
  }
  return Buffer.concat(parts);
}

function glyphsOf(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) segments(table, glyphs);
    else if (format === 12) groups(table, glyphs);
  }
  return glyphs;
}

function segments(table: Buffer, glyphs: Map<number, number>): void {
  const bytes = table.readUInt16BE(6);
  for (let i = 0; i < bytes; i += 2) {
    const end = table.readUInt16BE(14 + i);
    const start = table.readUInt16BE(16 + bytes + i);
    const delta = table.readUInt16BE(16 + 2 * bytes + i);
    const at = 16 + 3 * bytes + i;
    const offset = table.readUInt16BE(at);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const raw = offset === 0 ? code : table.readUInt16BE(at + offset + (code - start) * 2);
      const glyph = raw === 0 && offset !== 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}

function groups(table: Buffer, glyphs: Map<number, number>): void {
  for (let i = 0; i < table.readUInt32BE(12); i += 1) {
    const at = 16 + i * 12;
    const [start, end, first] = [0, 4, 8].map((field) => table.readUInt32BE(at + field)) as [
      number,
      number,
      number,
    ];
    for (let code = start; code <= end; code += 1) glyphs.set(code, first + code - start);
  }
}
