import { add, compare, filled, isDecimal, oneOf, unique, wholeIn, type FieldIssue } from '../kernel/index.ts';
import type { AwardRule, NoticeRule } from './types.ts';

function valueIssues(kind: AwardRule['kind'], value: string, field: string): FieldIssue[] {
  if (!isDecimal(value)) return [{ field, code: 'notDecimal' }];
  if (kind === 'count') return wholeIn(field, Number(value), 1, 1_000_000);
  const fits = compare(value, '0') > 0 && compare(value, '100') <= 0;
  return fits ? [] : [{ field, code: 'outOfRange' }];
}

/** Faults of an award rule (SK-97); fields are relative to it, `tiers[0].value`. */
export function validateAwardRule(rule: AwardRule): FieldIssue[] {
  const values = rule.tiers.map(({ value }) => value);
  const share = values.every(isDecimal) ? add(...values) : '0';
  return [
    ...oneOf('kind', rule.kind, ['count', 'ratio']),
    ...oneOf('rounding', rule.rounding, ['halfUp', 'floor', 'ceil']),
    ...oneOf('boundaryTie', rule.boundaryTie, ['promote', 'tieBreak']),
    ...rule.tiers.flatMap(({ name, value }, i) => [
      ...filled(`tiers[${i}].name`, name),
      ...valueIssues(rule.kind, value, `tiers[${i}].value`),
    ]),
    ...unique(
      rule.tiers,
      ({ name }) => name,
      (_, i) => `tiers[${i}].name`,
    ),
    ...(rule.kind === 'ratio' && compare(share, '100') > 0
      ? [{ field: 'tiers', code: 'tooMuch' as const }]
      : []),
  ];
}

/** Faults of a notice rule (SE-30). */
export const validateNoticeRule = (rule: NoticeRule): FieldIssue[] => [
  ...oneOf('unit', rule.unit, ['workday', 'calendarDay']),
  ...wholeIn('length', rule.length, 1, 60),
  ...(rule.firstDayCountsBeforeHour === null
    ? []
    : wholeIn('firstDayCountsBeforeHour', rule.firstDayCountsBeforeHour, 0, 24)),
];
