import type PDFKit from 'pdfkit';
import { line, type Style } from './line.ts';
import { printable, widthOf, wrap } from './typeface.ts';

/** A4, points. */
export const A4: [number, number] = [595.28, 841.89];
const MARGIN = 48;
const FOOT = 40;
export const INK = '#1B1F24';
export const QUIET = '#5B636D';
const HAIR = '#B9B2A4';

export interface Column {
  readonly title: string;
  /** Parts of the width; the columns share it all. */
  readonly share: number;
  readonly align?: 'left' | 'right' | 'centre';
}

/** Pages of a sheet to sign: what is put on it follows what stands there, and goes on overleaf. */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  readonly left = MARGIN;
  readonly width = A4[0] - 2 * MARGIN;
  /** Where the next thing begins. */
  y = 0;

  constructor(doc: PDFKit.PDFDocument) {
    this.doc = doc;
    this.#turn();
  }

  /** Goes overleaf when less than this is left. */
  need(height: number): void {
    if (this.y + height > A4[1] - MARGIN - FOOT) this.#turn();
  }

  gap(height: number): void {
    this.y += height;
  }

  /** One line in the middle, made smaller where it is too long. */
  centred(text: string, size: number, weight: 400 | 600 = 600): void {
    const words = printable(text);
    const fits = Math.min(size, (size * this.width) / Math.max(1, widthOf(words, weight, size)));
    this.need(size * 1.6);
    const x = this.left + (this.width - widthOf(words, weight, fits)) / 2;
    line(this.doc, words, x, this.y + size, { weight, size: fits, colour: INK });
    this.y += size * 1.6;
  }

  heading(text: string): void {
    // A heading stays with at least two rows of what it heads.
    this.need(70);
    this.y += 14;
    this.line(text, { weight: 600, size: 11.5 });
    this.y += 3;
  }

  /** As many lines as it takes. */
  line(text: string, style: Partial<Style> = {}): void {
    const { size = 10, weight = 400, colour = INK } = style;
    for (const words of wrap(printable(text), weight, size, this.width)) {
      this.need(size * 1.6);
      line(this.doc, words, this.left, this.y + size * 1.15, { weight, size, colour });
      this.y += size * 1.6;
    }
  }

  /** Lines to the right of something `indent` wide that begins where they do. */
  beside(indent: number, texts: readonly string[]): void {
    for (const text of texts)
      for (const words of wrap(printable(text), 400, CELL, this.width - indent)) {
        line(this.doc, words, this.left + indent, this.y + 12, { weight: 400, size: CELL, colour: INK });
        this.y += CELL * 1.7;
      }
  }

  /** A name and a line to sign on, in the left (0) or right (1) half, its foot at `y`; then the date. */
  signature(role: string, half: number): void {
    const room = this.width / 2 - 12;
    const x = this.left + half * (this.width / 2 + 12);
    const style = { weight: 400, size: 10, colour: INK } as const;
    const date = '　　年　　月　　日';
    const before = widthOf(`${role}：`, 400, 10);
    line(this.doc, `${role}：`, x, this.y, style);
    line(this.doc, date, x + room - widthOf(date, 400, 10), this.y, style);
    this.doc
      .lineWidth(0.6)
      .moveTo(x + before, this.y + 3)
      .lineTo(x + room - widthOf(date, 400, 10), this.y + 3)
      .stroke(QUIET);
  }

  /** The heading row comes again on each page; a row stays whole. */
  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => (share / shares) * this.width);
    const heads = columns.map(({ title }) => title);
    this.need(48);
    this.#row(columns, widths, heads, 600);
    for (const row of rows) {
      const height = this.#height(widths, row);
      if (this.y + height > A4[1] - MARGIN - FOOT) {
        this.#turn();
        this.#row(columns, widths, heads, 600);
      }
      this.#row(columns, widths, row, 400);
    }
  }

  /** On every page, once all are there. */
  foot(text: string): void {
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.doc.switchToPage(start + page);
      const y = A4[1] - MARGIN + 8;
      const style = { weight: 400, size: 8, colour: QUIET } as const;
      const no = `第 ${page + 1} 页，共 ${count} 页`;
      line(this.doc, printable(text), this.left, y, style);
      line(this.doc, no, this.left + this.width - widthOf(no, 400, 8), y, style);
    }
  }

  #turn(): void {
    this.doc.addPage();
    this.y = MARGIN;
  }

  #cells(widths: readonly number[], row: readonly string[], weight: 400 | 600): string[][] {
    return row.map((text, i) => wrap(printable(text), weight, CELL, widths[i]! - 2 * PAD));
  }

  #height(widths: readonly number[], row: readonly string[]): number {
    const lines = this.#cells(widths, row, 400).map((cell) => cell.length);
    return Math.max(1, ...lines) * CELL * 1.4 + 2 * PAD;
  }

  #row(
    columns: readonly Column[],
    widths: readonly number[],
    row: readonly string[],
    weight: 400 | 600,
  ): void {
    const cells = this.#cells(widths, row, weight);
    const height = Math.max(1, ...cells.map((cell) => cell.length)) * CELL * 1.4 + 2 * PAD;
    let x = this.left;
    for (const [i, cell] of cells.entries()) {
      for (const [at, words] of cell.entries()) {
        const room = widths[i]! - 2 * PAD - widthOf(words, weight, CELL);
        const { align = 'left' } = columns[i]!;
        const indent = align === 'left' ? 0 : align === 'right' ? room : room / 2;
        const colour = weight === 600 ? QUIET : INK;
        const y = this.y + PAD + CELL * (1.1 + at * 1.4);
        line(this.doc, words, x + PAD + indent, y, { weight, size: CELL, colour });
      }
      x += widths[i]!;
    }
    this.y += height;
    this.doc
      .lineWidth(weight === 600 ? 0.9 : 0.4)
      .moveTo(this.left, this.y)
      .lineTo(this.left + this.width, this.y)
      .stroke(weight === 600 ? INK : HAIR);
  }
}

const CELL = 9.5;
const PAD = 4;
