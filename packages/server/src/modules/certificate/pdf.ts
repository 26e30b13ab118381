import { ok, refuse, type Result } from '@leitai/rules';
import { drawCertificate, PAGE, sentence, type CertificateText } from './draw.ts';
import { missingGlyph } from './typeface.ts';

/**
 * Certificates as one PDF, a page each, A4 landscape, fonts embedded. `origin` (`https://leitai.example`) stands
 * before `/v/NUMBER` in the QR code. Pages leave memory as they are drawn; what is kept is the PDF itself.
 * Refused: `certificate.glyphMissing {character, no}` before anything is drawn.
 */
export async function certificatesPdf(
  certificates: readonly CertificateText[],
  origin: string,
): Promise<Result<Buffer>> {
  for (const text of certificates) {
    const character = missingGlyph(`${text.holder}${text.unitName}${sentence(text)}${text.issuer}${text.no}`);
    if (character !== null) return refuse('certificate.glyphMissing', { character, no: text.no });
  }
  // Loaded when the first certificate is asked for: the house starts without it.
  const { default: PdfKit } = await import('pdfkit');
  const doc = new PdfKit({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: '荣誉证书', Creator: 'Leitai 擂台' },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  for (const [i, text] of certificates.entries()) {
    doc.addPage();
    drawCertificate(doc, text, `${origin}/v/${encodeURIComponent(text.no)}`);
    // A long run of certificates must not hold up the buzzers: let the event loop breathe.
    if (i % 20 === 19) await new Promise((resolve) => setImmediate(resolve));
  }
  doc.end();
  await ended;
  return ok(Buffer.concat(chunks));
}
