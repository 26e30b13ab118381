import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFontFile, type FontFile } from './fontFile.ts';

/**
 * Noto Serif SC (OFL) as @fontsource packs it: one file with the common characters, and slices by Unicode range for
 * the rest. A text is set as runs, each in the first file that really has a glyph for its characters
 * (docs/decisions/2026-11-22-certificate-font.md).
 */
export type Weight = 400 | 600;

const require = createRequire(import.meta.url);
const FOLDER = require.resolve('@fontsource/noto-serif-sc/package.json').replace(/package\.json$/, '');
const COMMON = 'chinese-simplified';

export interface Face {
  /** Name to register the file under, e.g. `noto-serif-sc-87-400-normal`. */
  readonly name: string;
  readonly file: FontFile;
}

export interface Run {
  readonly face: Face;
  readonly text: string;
}

type Range = readonly [from: number, to: number];

function readSlices(): ReadonlyMap<string, readonly Range[]> {
  const table = JSON.parse(readFileSync(`${FOLDER}unicode.json`, 'utf8')) as Record<string, string>;
  return new Map(
    Object.entries(table).map(([key, ranges]) => [
      key.replaceAll(/[[\]]/g, ''),
      ranges.split(',').map((range): Range => {
        const [from, to] = range.trim().slice(2).split('-');
        return [Number.parseInt(from!, 16), Number.parseInt(to ?? from!, 16)];
      }),
    ]),
  );
}

let slices: ReadonlyMap<string, readonly Range[]> | undefined;
const faces = new Map<string, Face>();

function open(slice: string, weight: Weight): Face {
  const name = `noto-serif-sc-${slice}-${weight}-normal`;
  let face = faces.get(name);
  if (face === undefined) {
    face = { name, file: readFontFile(`${FOLDER}files/${name}.woff`) };
    faces.set(name, face);
  }
  return face;
}

/** The file that has the character; null when none has. The ranges promise more than the files hold, so the file is asked. */
export function faceOf(character: string, weight: Weight): Face | null {
  const code = character.codePointAt(0)!;
  const common = open(COMMON, weight);
  if (common.file.advance(code) !== null) return common;
  slices ??= readSlices();
  for (const [slice, ranges] of slices) {
    if (!ranges.some(([from, to]) => code >= from && code <= to)) continue;
    const face = open(slice, weight);
    if (face.file.advance(code) !== null) return face;
  }
  return null;
}

/** The first character that cannot be printed; null when all can. */
export function missingGlyph(text: string): string | null {
  for (const character of text) if (faceOf(character, 400) === null) return character;
  return null;
}

/** Stands for a character that no file has: to be completed by hand. */
export const UNPRINTED = '□';

/** The text with what cannot be printed replaced. */
export const printable = (text: string): string =>
  missingGlyph(text) === null
    ? text
    : Array.from(text, (character) => (faceOf(character, 400) === null ? UNPRINTED : character)).join('');

/** Text as runs of one face each. Throws on a character without a glyph: ask `missingGlyph` first. */
export function runsOf(text: string, weight: Weight): Run[] {
  const runs: Run[] = [];
  for (const character of text) {
    const face = faceOf(character, weight);
    if (face === null) throw new Error(`no glyph for ${character}`);
    const last = runs.at(-1);
    if (last?.face === face) runs[runs.length - 1] = { face, text: last.text + character };
    else runs.push({ face, text: character });
  }
  return runs;
}

const advances = new Map<string, number>();

/** Width of the text in points, without kerning: as `drawText` sets it. */
export function widthOf(text: string, weight: Weight, size: number, spacing = 0): number {
  let width = 0;
  let count = 0;
  for (const character of text) {
    const key = `${weight}${character}`;
    let advance = advances.get(key);
    if (advance === undefined) {
      advance = faceOf(character, weight)!.file.advance(character.codePointAt(0)!)!;
      advances.set(key, advance);
    }
    width += advance * size;
    count += 1;
  }
  return width + Math.max(0, count - 1) * spacing;
}

const NEVER_FIRST = '，。、；：！？”’）》〉」』】…·';
const NEVER_LAST = '“‘（《〈「『【';

/** Lines no wider than `width`; a mark that may not begin or end a line moves its neighbour along (避头尾). */
export function wrap(text: string, weight: Weight, size: number, width: number, indent = 0): string[] {
  const lines: string[] = [];
  let line = '';
  const room = (): number => width - (lines.length === 0 ? indent : 0);
  for (const unit of text.match(/[\w.-]+|./gsu) ?? []) {
    if (line !== '' && widthOf(line + unit, weight, size) > room()) {
      let carry = '';
      const characters = [...line];
      while (
        characters.length > 1 &&
        (NEVER_FIRST.includes((carry || unit)[0]!) || NEVER_LAST.includes(characters.at(-1)!))
      )
        carry = characters.pop()! + carry;
      lines.push(characters.join(''));
      line = carry + unit;
    } else line += unit;
  }
  return line === '' ? lines : [...lines, line];
}
