import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { certificateNo, checkCertificateNo } from './index.ts';

const code = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/);

it('DP-20 a certificate number holds year, contest and count only, and checks itself', () => {
  const no = certificateNo(2025, 'ceair-ground', 1);
  expect(no).toMatch(/^LT-2025-CEAIR-GROUND-0001-[0-9A-Z]$/);
  expect(checkCertificateNo(no)).toBe(true);
  expect(checkCertificateNo(` ${no.toLowerCase()} `)).toBe(true);
});

it('DP-20 any one wrong character in a certificate number is found', () => {
  fc.assert(
    fc.property(
      code,
      fc.integer({ min: 1, max: 99_999 }),
      fc.nat(),
      fc.constantFrom(...'0189AZ'),
      (c, n, at, put) => {
        const no = certificateNo(2025, c, n);
        expect(no.length).toBeLessThanOrEqual(40);
        expect(checkCertificateNo(no)).toBe(true);
        const i = at % no.length;
        const wrong = no.slice(0, i) + put + no.slice(i + 1);
        if (wrong !== no && no[i] !== '-') expect(checkCertificateNo(wrong)).toBe(false);
      },
    ),
    { seed: 20, numRuns: 500 },
  );
});

it('DP-20 long contest codes with one beginning still give different numbers', () => {
  const long = 'beijing-2025-district-contest-';
  expect(certificateNo(2025, `${long}one`, 1)).not.toBe(certificateNo(2025, `${long}two`, 1));
});
