import type PDFKit from 'pdfkit';

/**
 * A PDF whose pages `draw` adds. Pages leave memory as they are drawn, unless `numbered`: then `draw` may go back to
 * them at the end, when their number is known.
 */
export async function pdfOf(
  { title, size, numbered = false }: { title: string; size: [number, number]; numbered?: boolean },
  draw: (doc: PDFKit.PDFDocument) => void | Promise<void>,
): Promise<Buffer> {
  // Loaded when the first document is asked for: the house starts without it.
  const { default: PdfKit } = await import('pdfkit');
  const doc = new PdfKit({
    size,
    margin: 0,
    autoFirstPage: false,
    bufferPages: numbered,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, Creator: 'Leitai 擂台' },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  await draw(doc);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
