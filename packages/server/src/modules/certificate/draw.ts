import type PDFKit from 'pdfkit';
import { line, type Style } from '../../platform/pdf/line.ts';
import { qr } from '../../platform/pdf/qr.ts';
import { widthOf, wrap, type Weight } from '../../platform/pdf/typeface.ts';
import { chineseDate } from './chineseDate.ts';
import { CINNABAR, drawSeal } from './seal.ts';

/** What stands on a certificate; frozen when it is issued. */
export interface CertificateText {
  readonly no: string;
  readonly holder: string;
  /** Empty when persons are ranked. */
  readonly team: string;
  readonly unitName: string;
  readonly contestTitle: string;
  readonly award: string;
  /** The unit that organised the contest and issues the certificate. */
  readonly issuer: string;
  readonly issuedAt: number;
}

/** A4 landscape, points. */
export const PAGE = { width: 841.89, height: 595.28 } as const;

const INK = '#1B1F24';
const QUIET = '#5B636D';
const GOLD = '#B08D3C';
const LEFT = 116;
const WIDTH = PAGE.width - 2 * LEFT;

const centred = (doc: PDFKit.PDFDocument, text: string, y: number, style: Style): void =>
  line(doc, text, (PAGE.width - widthOf(text, style.weight, style.size, style.spacing)) / 2, y, style);

/** A double frame with the corners turned in, like the fret 回纹 of an old border. */
function frame(doc: PDFKit.PDFDocument): void {
  const { width, height } = PAGE;
  doc
    .lineWidth(2.2)
    .rect(28, 28, width - 56, height - 56)
    .stroke(CINNABAR);
  doc
    .lineWidth(0.6)
    .rect(35, 35, width - 70, height - 70)
    .stroke(GOLD);
  const corner = (x: number, y: number, dx: 1 | -1, dy: 1 | -1): void => {
    const points = [
      [0, 34], [0, 0], [34, 0], [34, 22], [12, 22], [12, 11], [23, 11],
    ] as const; // prettier-ignore
    doc.lineWidth(1.1);
    for (const [i, [px, py]] of points.entries()) {
      if (i === 0) doc.moveTo(x + dx * px, y + dy * py);
      else doc.lineTo(x + dx * px, y + dy * py);
    }
    doc.stroke(GOLD);
  };
  corner(43, 43, 1, 1);
  corner(width - 43, 43, -1, 1);
  corner(43, height - 43, 1, -1);
  corner(width - 43, height - 43, -1, -1);
}

/** A name between double quotation marks; its own become single ones. */
const quoted = (name: string): string => `“${name.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** The sentence that the certificate is for. */
export const sentence = (text: CertificateText): string =>
  `${text.team === '' ? '' : `代表${quoted(text.team)}`}在${quoted(text.contestTitle)}中获得${text.award}，特发此证。`;

/** Draws one certificate on the current page. Every character must have a glyph (`missingGlyph`). */
export function drawCertificate(doc: PDFKit.PDFDocument, text: CertificateText, verifyUrl: string): void {
  frame(doc);
  drawSeal(doc, PAGE.width / 2 - 15, 54, 30);
  centred(doc, '荣誉证书', 172, { weight: 600, size: 50, colour: CINNABAR, spacing: 16 });

  const body = paragraph(sentence(text));
  // A short sentence stands lower, so that the page does not look half empty.
  const top = 246 + Math.max(0, 140 - body.lines.length * body.leading) / 3;
  const name: Style = { weight: 600, size: fit(text.holder, 600, 30, WIDTH * 0.6), colour: INK, spacing: 2 };
  const after = LEFT + widthOf(text.holder, 600, name.size, 2) + 12;
  const unit = `（${text.unitName}）：`;
  const beside = fit(unit, 400, 16, PAGE.width - LEFT - after);
  // A long unit beside a long name would be too small to read: it gets a line of its own.
  const below = beside < 12;
  const first = below ? top - 18 : top;
  line(doc, text.holder, LEFT, first, name);
  if (below)
    line(doc, unit, LEFT - 8, first + 26, { weight: 400, size: fit(unit, 400, 15, WIDTH), colour: QUIET });
  else line(doc, unit, after, first, { weight: 400, size: beside, colour: QUIET });
  setBody(doc, body, below ? top + 46 : top + 52, text.award);

  // The issuer stamps over its name and the date by hand: this corner stays free of print.
  const right = PAGE.width - LEFT;
  const issuer: Style = { weight: 600, size: fit(text.issuer, 600, 18, 330), colour: INK, spacing: 1 };
  const date = chineseDate(text.issuedAt);
  const issuerWidth = widthOf(text.issuer, 600, issuer.size, 1);
  const dateWidth = widthOf(date, 400, 15, 1);
  const middle = right - Math.max(issuerWidth, dateWidth) / 2;
  line(doc, text.issuer, middle - issuerWidth / 2, 462, issuer);
  line(doc, date, middle - dateWidth / 2, 492, { weight: 400, size: 15, colour: INK, spacing: 1 });

  qr(doc, verifyUrl, { x: LEFT, y: 432, size: 66, colour: INK });
  line(doc, '证书编号', LEFT + 80, 462, { weight: 400, size: 10, colour: QUIET });
  line(doc, text.no, LEFT + 80, 478, { weight: 600, size: 11, colour: INK });
  line(doc, '扫描二维码可以查验本证书', LEFT + 80, 494, { weight: 400, size: 9, colour: QUIET });
}

/** The largest size not above `size` at which the text is no wider than `width`. */
const fit = (text: string, weight: Weight, size: number, width: number): number =>
  Math.min(size, (size * width) / Math.max(1, widthOf(text, weight, size, 2)));

interface Body {
  readonly lines: readonly string[];
  readonly size: number;
  readonly leading: number;
}

/** The sentence at the largest of three sizes at which it keeps to the room there is. */
function paragraph(text: string): Body {
  for (const size of [23, 20, 17]) {
    const body = { lines: wrap(text, 400, size, WIDTH, 2 * size), size, leading: size * 1.75 };
    if (body.lines.length * body.leading <= 140) return body;
  }
  return { lines: wrap(text, 400, 15, WIDTH, 30), size: 15, leading: 24 };
}

/** First line indented by two characters; the award, at the sentence's end, in the heavier weight even across a line's end. */
function setBody(doc: PDFKit.PDFDocument, { lines, size, leading }: Body, y: number, award: string): void {
  const from = lines.join('').lastIndexOf(award);
  let start = 0;
  for (const [i, words] of lines.entries()) {
    const cut = (at: number): number => Math.min(words.length, Math.max(0, at - start));
    const [a, b] = [cut(from), cut(from + award.length)];
    let x = LEFT + (i === 0 ? 2 * size : 0);
    for (const [part, weight] of [
      [words.slice(0, a), 400],
      [words.slice(a, b), 600],
      [words.slice(b), 400],
    ] as const) {
      line(doc, part, x, y + i * leading, { weight, size, colour: INK });
      x += widthOf(part, weight, size);
    }
    start += words.length;
  }
}
