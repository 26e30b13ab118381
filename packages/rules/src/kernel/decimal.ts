import { Decimal as DecimalJs } from 'decimal.js';

/** A decimal number as a string, e.g. `"83.56"` (SK-60). Never a JavaScript number: binary floats lose cents. */
export type Decimal = string;

/** Places after the point of a final figure (SK-60, CFG 0–4). */
export type Places = 0 | 1 | 2 | 3 | 4;

const D = DecimalJs.clone({ precision: 60, rounding: DecimalJs.ROUND_HALF_UP });

const SHAPE = /^-?\d{1,15}(\.\d{1,15})?$/;

/** Whether text is a plain decimal: optional minus, digits, optional fraction; no exponent, no blanks. */
export const isDecimal = (text: string): boolean => SHAPE.test(text);

const plain = (d: DecimalJs): Decimal => (d.isZero() ? '0' : d.toFixed());

export const add = (...terms: readonly Decimal[]): Decimal =>
  plain(terms.reduce((sum, term) => sum.plus(term), new D(0)));

export const subtract = (a: Decimal, b: Decimal): Decimal => plain(new D(a).minus(b));

export const multiply = (a: Decimal, b: Decimal): Decimal => plain(new D(a).times(b));

/** Quotient to 60 significant digits; round the final figure once with `round`. `b` must not be zero. */
export const divide = (a: Decimal, b: Decimal): Decimal => plain(new D(a).div(b));

export const negate = (a: Decimal): Decimal => plain(new D(a).negated());

/** −1, 0 or 1: `a` below, equal to or above `b`. */
export const compare = (a: Decimal, b: Decimal): -1 | 0 | 1 => new D(a).comparedTo(b) as -1 | 0 | 1;

/** Rounds half-up (away from zero) to fixed places, keeping trailing zeros: `round("60.185", 2)` is `"60.19"` (SK-60). */
export const round = (a: Decimal, places: Places): Decimal => {
  const rounded = new D(a).toDecimalPlaces(places, DecimalJs.ROUND_HALF_UP);
  // Nothing is published as "-0.00".
  return (rounded.isZero() ? rounded.abs() : rounded).toFixed(places);
};

/** The greatest of one or more. */
export const largest = (first: Decimal, ...rest: readonly Decimal[]): Decimal =>
  rest.reduce((best, term) => (compare(term, best) > 0 ? term : best), first);

/** Whole number by the stated rounding: quotas and award counts (SK-97). */
export const toWhole = (a: Decimal, rounding: 'halfUp' | 'floor' | 'ceil'): number =>
  new D(a)
    .toDecimalPlaces(
      0,
      { halfUp: DecimalJs.ROUND_HALF_UP, floor: DecimalJs.ROUND_FLOOR, ceil: DecimalJs.ROUND_CEIL }[rounding],
    )
    .toNumber();
