import { add, isDecimal } from '@leitai/rules';

/** Sum of the weights typed so far; empty ones count nothing, null while one of them is no number. */
export function weightsTotal(weights: readonly string[]): string | null {
  const typed = weights.map((weight) => weight.trim()).filter((weight) => weight !== '');
  return typed.every(isDecimal) ? add(...typed) : null;
}
