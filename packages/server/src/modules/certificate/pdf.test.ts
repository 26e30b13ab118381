import { execFileSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { faceOf, missingGlyph, runsOf, widthOf, wrap } from '../../platform/pdf/typeface.ts';
import { chineseDate } from './chineseDate.ts';
import { sentence, type CertificateText } from './draw.ts';
import { certificatesPdf } from './pdf.ts';

const text: CertificateText = {
  no: 'LT-2025-CEAIR-0001-K',
  holder: '欧阳頔',
  team: '地服一队',
  unitName: '东航北京分公司工会',
  contestTitle: '民航地面服务职工职业技能竞赛',
  award: '一等奖',
  issuer: '北京市总工会',
  issuedAt: Date.UTC(2025, 9, 9, 16),
};

/** Every drawing stream of the file, unpacked. */
function streams(pdf: Buffer): string {
  const found: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    try {
      found.push(inflateSync(pdf.subarray(at + 7, pdf.indexOf('endstream', at))).toString('latin1'));
    } catch {
      // Not a packed stream: the word inside another one.
    }
  }
  return found.join('\n');
}

describe('typeface', () => {
  it('sets common and rare characters from the files that have them', () => {
    expect(runsOf('张頔', 600)).toHaveLength(1);
    expect(runsOf('张龘靐', 400).length).toBeGreaterThan(1);
    expect(faceOf('靐', 400)?.name).not.toBe(faceOf('张', 400)?.name);
    expect(widthOf('一等奖', 400, 20, 2)).toBeCloseTo(64);
  });

  it('names a character that no file has', () => {
    expect(missingGlyph('王㛃')).toBe('㛃');
    expect(missingGlyph('买买提·吐尔逊 José')).toBeNull();
  });

  it('begins no line with a closing mark and ends none with an opening one', () => {
    for (let width = 60; width < 300; width += 7)
      for (const words of wrap(sentence(text), 400, 20, width)) {
        expect('，。”'.includes(words[0]!), words).toBe(false);
        expect(words.endsWith('“'), words).toBe(false);
      }
    expect(wrap(sentence(text), 400, 20, 200, 40).join('')).toBe(sentence(text));
  });
});

describe('certificate', () => {
  it('dates by Shanghai in Chinese numerals', () => {
    expect(chineseDate(text.issuedAt)).toBe('二〇二五年十月十日');
    expect(chineseDate(Date.UTC(2025, 10, 21, 3))).toBe('二〇二五年十一月二十一日');
  });

  it('puts quotation marks of a title inside its own', () => {
    expect(sentence({ ...text, team: '', contestTitle: '“安康杯”竞赛' })).toBe(
      '在“‘安康杯’竞赛”中获得一等奖，特发此证。',
    );
  });

  it('prints a page each with embedded subsets', async () => {
    const made = await certificatesPdf([text, { ...text, no: 'LT-2025-CEAIR-0002-X' }], 'http://hall:8080');
    if (!made.ok) throw new Error(made.refusal.code);
    const body = made.value.toString('latin1');
    expect(body.startsWith('%PDF-1.')).toBe(true);
    expect(body.match(/\/Type \/Page\b/g)).toHaveLength(2);
    expect(body.match(/\/FontFile2/g)!.length).toBeGreaterThanOrEqual(2);
    expect(streams(made.value)).toContain('begincmap');
    expect(made.value.length).toBeLessThan(120_000);
  });

  it('gives its words back to a reader', async () => {
    const made = await certificatesPdf([text], 'http://hall:8080');
    if (!made.ok) throw new Error(made.refusal.code);
    const words = execFileSync('pdftotext', ['-', '-'], { input: made.value }).toString();
    const flat = words.replaceAll(/\s/g, '');
    for (const part of ['荣誉证书', text.holder, sentence(text), text.issuer, text.no, '二〇二五年十月十日'])
      expect(flat).toContain(part);
  });

  it('refuses a name it cannot print, naming the character', async () => {
    expect(await certificatesPdf([text, { ...text, holder: '王㛃' }], 'http://hall')).toEqual({
      ok: false,
      refusal: { code: 'certificate.glyphMissing', facts: { character: '㛃', no: text.no } },
    });
  });
});
