import { add, compare, filled, isDecimal, oneOf, unique, wholeIn, type FieldIssue } from '../kernel/index.ts';
import { SHORTEST_NOTICE, type AwardRule, type NoticeRule } from './types.ts';

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

/** A notice below the minimum is the organiser's to answer for: it needs a reason, and only then has one (SE-30). */
function shorterIssues({ unit, length, shorterReason }: NoticeRule): FieldIssue[] {
  const least = unit === 'workday' ? SHORTEST_NOTICE.workday : SHORTEST_NOTICE.calendarDay;
  if (length < least) return filled('shorterReason', shorterReason ?? '');
  return shorterReason === undefined ? [] : [{ field: 'shorterReason', code: 'misplaced' }];
}

/** Faults of a notice rule (SE-30). */
export const validateNoticeRule = (rule: NoticeRule): FieldIssue[] => {
  const length = wholeIn('length', rule.length, 1, 60);
  return [
    ...oneOf('unit', rule.unit, ['workday', 'calendarDay']),
    ...length,
    ...(rule.firstDayCountsBeforeHour === null
      ? []
      : wholeIn('firstDayCountsBeforeHour', rule.firstDayCountsBeforeHour, 0, 24)),
    ...(length.length === 0 ? shorterIssues(rule) : []),
  ];
};
