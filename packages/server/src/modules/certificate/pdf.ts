import { ok, refuse, type Result } from '@leitai/rules';
import { pdfOf } from '../../platform/pdf/document.ts';
import { missingGlyph } from '../../platform/pdf/typeface.ts';
import { drawCertificate, PAGE, sentence, type CertificateText } from './draw.ts';

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
  const pdf = await pdfOf({ title: '荣誉证书', size: [PAGE.width, PAGE.height] }, async (doc) => {
    for (const [i, text] of certificates.entries()) {
      doc.addPage();
      drawCertificate(doc, text, `${origin}/v/${encodeURIComponent(text.no)}`);
      // A long run of certificates must not hold up the buzzers: let the event loop breathe.
      if (i % 20 === 19) await new Promise((resolve) => setImmediate(resolve));
    }
  });
  return ok(pdf);
}
