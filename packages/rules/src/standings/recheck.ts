import { compare, decimalIn, divide, multiply, oneOf, toWhole, wholeIn } from '../kernel/index.ts';
import type { Decimal, FieldIssue } from '../kernel/index.ts';
import { draw, type Draw } from './draw.ts';
import type { RecheckRule, StandingRow } from './types.ts';

type RecheckOn = Extract<RecheckRule, { rule: 'on' }>;

/** Who is re-checked. `sample` follows from `seed` and `rest` alone, so that anyone can draw it again (SK-83). */
export interface RecheckList {
  readonly algorithm: Draw['algorithm'];
  readonly seed: string;
  /** All of the top share, best first. */
  readonly top: readonly string[];
  readonly sample: readonly string[];
  /** Everybody else who has a place: re-checked only when the rate of errors demands it. */
  readonly rest: readonly string[];
}

/** 30 % of 47 is 14.1: 15 entries (SK-83). */
const share = (pct: Decimal, of: number): number => toWhole(divide(multiply(pct, String(of)), '100'), 'ceil');

/**
 * Draws the re-check list (SK-80, SK-83) from placed rows: the top share, with everyone level with its last, and a
 * random sample of the others.
 */
export function recheckList(
  rule: RecheckOn,
  rows: readonly Pick<StandingRow, 'entry' | 'place'>[],
  seed: string,
): RecheckList {
  const placed = rows.filter(({ place }) => place !== null).toSorted((a, b) => a.place! - b.place!);
  const wanted =
    'pct' in rule.top ? share(rule.top.pct, placed.length) : Math.min(rule.top.count, placed.length);
  const last = wanted === 0 ? 0 : placed[wanted - 1]!.place!;
  const ids = (of: typeof placed) => of.map(({ entry }) => entry);
  const others = ids(placed.filter(({ place }) => place! > last));
  const { algorithm, order } = draw(others, seed);
  const sample = order.slice(0, share(rule.samplePct, others.length));
  const sampled = new Set(sample);
  return {
    algorithm,
    seed,
    top: ids(placed.filter(({ place }) => place! <= last)),
    sample,
    rest: others.filter((entry) => !sampled.has(entry)),
  };
}

/** Whether everybody has to be re-checked: errors ÷ re-checked is strictly above the limit; 1 in 20 is not above 5 % (SK-82). */
export const fullRecheckNeeded = (
  { fullIfErrorRateOverPct }: RecheckOn,
  checked: number,
  errors: number,
): boolean =>
  checked > 0 && compare(String(errors * 100), multiply(fullIfErrorRateOverPct, String(checked))) > 0;

export interface RecheckProgress {
  /** The drawn list is done and its rate of errors demands that everybody is re-checked. */
  readonly full: boolean;
  /** Entries still to be re-checked. */
  readonly open: readonly string[];
}

/** Where a re-check stands; `outcomes` by entry. Nothing open: the record may be closed (SK-83). */
export function recheckProgress(
  rule: RecheckOn,
  { top, sample, rest }: RecheckList,
  outcomes: ReadonlyMap<string, 'asStated' | 'error'>,
): RecheckProgress {
  const drawn = [...top, ...sample];
  const open = drawn.filter((entry) => !outcomes.has(entry));
  if (open.length > 0) return { full: false, open };
  const errors = drawn.filter((entry) => outcomes.get(entry) === 'error').length;
  const full = fullRecheckNeeded(rule, drawn.length, errors);
  return { full, open: full ? rest.filter((entry) => !outcomes.has(entry)) : [] };
}

/** Faults of a re-check rule; fields are relative to it, `top.pct`. */
export function validateRecheckRule(rule: RecheckRule): FieldIssue[] {
  if (rule.rule === 'off') return [];
  return [
    ...oneOf('rule', rule.rule, ['off', 'on']),
    ...('pct' in rule.top
      ? decimalIn('top.pct', rule.top.pct, '0', '100')
      : wholeIn('top.count', rule.top.count, 1, 1_000_000)),
    ...decimalIn('samplePct', rule.samplePct, '0', '100'),
    ...decimalIn('fullIfErrorRateOverPct', rule.fullIfErrorRateOverPct, '0', '100'),
  ];
}
