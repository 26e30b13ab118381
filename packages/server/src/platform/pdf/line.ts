import type PDFKit from 'pdfkit';
import { runsOf, widthOf, type Weight } from './typeface.ts';

export interface Style {
  readonly weight: Weight;
  readonly size: number;
  readonly colour: string;
  readonly spacing?: number;
}

/** Sets one line; `y` is its baseline. Faces change within the line where a character needs it. */
export function line(doc: PDFKit.PDFDocument, text: string, x: number, y: number, style: Style): void {
  const spacing = style.spacing ?? 0;
  let at = x;
  for (const run of runsOf(text, style.weight)) {
    doc.registerFont(run.face.name, run.face.file.bytes);
    doc.font(run.face.name).fontSize(style.size).fillColor(style.colour);
    doc.text(run.text, at, y, { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing });
    at += widthOf(run.text, style.weight, style.size, spacing) + spacing;
  }
}
