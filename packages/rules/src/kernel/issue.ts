import { compare, isDecimal, type Decimal } from './decimal.ts';

/** A fault in settings that someone typed: where (`stages[0].exam.durationSec`) and what (`outOfRange`). */
export interface FieldIssue {
  readonly field: string;
  readonly code:
    | 'required'
    | 'outOfRange'
    | 'notDecimal'
    | 'unknown'
    | 'duplicate'
    | 'misplaced'
    | 'tooMuch'
    | 'notHundred';
}

/** Puts issues of a part under the path of the whole. */
export const under = (path: string, issues: readonly FieldIssue[]): FieldIssue[] =>
  issues.map(({ field, code }) => ({ field: `${path}.${field}`, code }));

/** `outOfRange` unless `value` is a whole number from `least` to `most`. */
export const wholeIn = (field: string, value: number, least: number, most: number): FieldIssue[] =>
  Number.isInteger(value) && value >= least && value <= most ? [] : [{ field, code: 'outOfRange' }];

/** `unknown` unless `value` is one of `words`. */
export const oneOf = (field: string, value: string, words: readonly string[]): FieldIssue[] =>
  words.includes(value) ? [] : [{ field, code: 'unknown' }];

/** `required` when nothing but blanks. */
export const filled = (field: string, text: string): FieldIssue[] =>
  text.trim() === '' ? [{ field, code: 'required' }] : [];

/** `duplicate` for each item whose key an earlier one has already. */
export function unique<T>(
  items: readonly T[],
  key: (item: T) => string,
  field: (item: T, index: number) => string,
): FieldIssue[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const known = seen.has(key(item));
    seen.add(key(item));
    return known ? [{ field: field(item, index), code: 'duplicate' as const }] : [];
  });
}

/** `notDecimal`, or `outOfRange` unless `least` ≤ value ≤ `most`, both as decimals; `above` leaves `least` itself out. */
export function decimalIn(
  field: string,
  value: Decimal,
  least: Decimal,
  most: Decimal,
  above = false,
): FieldIssue[] {
  if (!isDecimal(value)) return [{ field, code: 'notDecimal' }];
  const fits = compare(value, least) >= (above ? 1 : 0) && compare(value, most) <= 0;
  return fits ? [] : [{ field, code: 'outOfRange' }];
}
