import { random } from '../kernel/index.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Check character of ISO 7064 MOD 37,36: catches every single wrong character and nearly every swap of neighbours. */
function checkCharacter(text: string): string {
  let product = 36;
  for (const char of text) {
    const sum = (product + ALPHABET.indexOf(char)) % 36;
    product = ((sum === 0 ? 36 : sum) * 2) % 37;
  }
  return ALPHABET[(37 - product) % 36]!;
}

const letters = (text: string): string => text.replaceAll('-', '');

/** Contest code in capitals; a long one is cut and told apart by five characters drawn from the whole, so that a number stays within 40. */
function printed(contestCode: string): string {
  const code = contestCode
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (code !== '' && code.length <= 20) return code;
  const mark = random(contestCode)().toString(36).toUpperCase().padStart(5, '0').slice(-5);
  return [code.slice(0, 14).replace(/-$/, ''), mark].filter(Boolean).join('-');
}

/** Number of the n-th certificate of a contest, `LT-2025-CEAIR-0001-K`; the last character checks the others. */
export function certificateNo(year: number, contestCode: string, n: number): string {
  const body = `LT-${year}-${printed(contestCode)}-${String(n).padStart(4, '0')}`;
  return `${body}-${checkCharacter(letters(body))}`;
}

/** Whether a number as typed (any case, blanks around it) can be one of ours. It says nothing about its being issued. */
export function checkCertificateNo(no: string): boolean {
  const parts = /^(LT-\d{4}-[0-9A-Z]+(?:-[0-9A-Z]+)*-\d{4,9})-([0-9A-Z])$/.exec(no.trim().toUpperCase());
  return parts !== null && checkCharacter(letters(parts[1]!)) === parts[2];
}
