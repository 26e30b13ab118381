import type PDFKit from 'pdfkit';
import { create } from 'qrcode';

/** A QR code as filled squares, level M: readable from a photocopy. */
export function qr(
  doc: PDFKit.PDFDocument,
  text: string,
  { x, y, size, colour }: { x: number; y: number; size: number; colour: string },
): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const cell = size / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let from = 0; from < modules.size; from += 1) {
      if (modules.get(row, from) === 0) continue;
      let to = from;
      while (to < modules.size && modules.get(row, to) !== 0) to += 1;
      doc.rect(x + from * cell, y + row * cell, (to - from) * cell, cell);
      from = to;
    }
  }
  doc.fill(colour);
}
