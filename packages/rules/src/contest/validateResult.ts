import {
  add,
  compare,
  decimalIn,
  isDecimal,
  oneOf,
  unique,
  wholeIn,
  type FieldIssue,
} from '../kernel/index.ts';
import { RESULT_TIES, type ResultComponent } from '../standings/index.ts';
import { resultRuleOf } from './resultRule.ts';
import type { ContestSettings } from './types.ts';

function fullScoreIssues(
  kind: 'exam' | 'show' | undefined,
  full: string | null,
  field: string,
): FieldIssue[] {
  if (kind === undefined) return [];
  if (kind === 'exam') return full === null ? [] : [{ field, code: 'misplaced' }];
  return full === null ? [{ field, code: 'required' }] : decimalIn(field, full, '0', '1000000', true);
}

const componentIssues = (
  { stages }: ContestSettings,
  { stage, weightPct, passMark, fullScore }: ResultComponent,
  path: string,
): FieldIssue[] => [
  ...wholeIn(`${path}.stage`, stage, 1, stages.length),
  ...decimalIn(`${path}.weightPct`, weightPct, '0', '100', true),
  ...(passMark === null ? [] : decimalIn(`${path}.passMark`, passMark, '0', '100')),
  ...fullScoreIssues(stages[stage - 1]?.kind, fullScore, `${path}.fullScore`),
];

/** Faults of the result rule (SK-32…34); fields are relative to it, `components[0].weightPct`. */
export function validateResultRule(settings: ContestSettings): FieldIssue[] {
  const rule = resultRuleOf(settings);
  if (rule.from === 'lastStage') return [];
  const { components, places, ties } = rule;
  const weights = components.map(({ weightPct }) => weightPct);
  const whole = weights.every(isDecimal) && compare(add(...weights), '100') === 0;
  return [
    ...oneOf('from', rule.from, ['lastStage', 'weighted']),
    ...components.flatMap((component, i) => componentIssues(settings, component, `components[${i}]`)),
    ...unique(
      components,
      ({ stage }) => String(stage),
      (_, i) => `components[${i}].stage`,
    ),
    // The places are those of the last stage's field, so that stage has to count.
    ...(components.some(({ stage }) => stage === settings.stages.length)
      ? []
      : [{ field: 'components', code: 'required' as const }]),
    ...(whole ? [] : [{ field: 'components', code: 'notHundred' as const }]),
    ...wholeIn('places', places, 0, 4),
    ...oneOf('ties', ties, RESULT_TIES),
  ];
}

/** What theory counts in a published skill contest at most, in percent (SK-32). */
const THEORY_CAP = '30';

/** Weight of all exams together where it is above the usual cap (SK-32): worth a warning, never a refusal. */
export function theoryWarning(
  settings: ContestSettings,
): { readonly pct: string; readonly cap: string } | null {
  const rule = resultRuleOf(settings);
  if (rule.from === 'lastStage') return null;
  const exams = rule.components.filter(
    ({ stage, weightPct }) => settings.stages[stage - 1]?.kind === 'exam' && isDecimal(weightPct),
  );
  const pct = add(...exams.map(({ weightPct }) => weightPct));
  return compare(pct, THEORY_CAP) > 0 ? { pct, cap: THEORY_CAP } : null;
}
