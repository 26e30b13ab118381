import { compare, filled, isDecimal, oneOf, wholeIn, type FieldIssue } from '../kernel/index.ts';
import { MULTIPLE_RULES, QUESTION_TYPES, type DrawRule, type ExamSettings } from './types.ts';

const positive = (field: string, value: string): FieldIssue[] => {
  if (!isDecimal(value)) return [{ field, code: 'notDecimal' }];
  return compare(value, '0') > 0 ? [] : [{ field, code: 'outOfRange' }];
};

const drawIssues = (rule: DrawRule, path: string): FieldIssue[] => [
  ...filled(`${path}.bank`, rule.bank),
  ...wholeIn(`${path}.count`, rule.count, 1, 200),
  ...(rule.type === undefined ? [] : oneOf(`${path}.type`, rule.type, QUESTION_TYPES)),
  ...(rule.chapter === undefined ? [] : filled(`${path}.chapter`, rule.chapter)),
  ...positive(`${path}.points`, rule.points),
];

/** Faults of an exam's settings; paths are relative to them, e.g. `draws[0].count`. */
export function validateExamSettings(settings: ExamSettings): FieldIssue[] {
  return [
    ...(settings.draws.length === 0 ? [{ field: 'draws', code: 'required' as const }] : []),
    ...settings.draws.flatMap((rule, i) => drawIssues(rule, `draws[${i}]`)),
    ...wholeIn('durationSec', settings.durationSec, 10, 86_400),
    ...oneOf('multiple', settings.multiple, MULTIPLE_RULES),
    ...(settings.lateMin === undefined || settings.lateMin === null
      ? []
      : wholeIn('lateMin', settings.lateMin, 0, 1440)),
  ];
}
