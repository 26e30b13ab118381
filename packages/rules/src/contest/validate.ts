import { validateAwardRule, validateNoticeRule } from '../awards/index.ts';
import { validateExamSettings } from '../exam/index.ts';
import { filled, never, oneOf, under, unique, wholeIn, type FieldIssue } from '../kernel/index.ts';
import { PRESETS } from '../show/presetTitles.ts';
import { validateRecheckRule, validateStandingRule } from '../standings/index.ts';
import { recheckRuleOf } from './resultRule.ts';
import type { ContestSettings, StageSettings } from './types.ts';
import { validateResultRule } from './validateResult.ts';

function kindIssues(stage: StageSettings): FieldIssue[] {
  switch (stage.kind) {
    case 'exam':
      return under('exam', validateExamSettings(stage.exam));
    case 'show':
      return oneOf('preset', stage.preset, PRESETS);
    default:
      return never(stage);
  }
}

/** Every stage but the last says who goes on; a later cut lets no more through than an earlier one (SK-30, SK-72). */
function cutIssues(stages: readonly StageSettings[], at: number): FieldIssue[] {
  const count = stages[at]!.cut?.count;
  if (at === stages.length - 1) return count === undefined ? [] : [{ field: 'cut', code: 'misplaced' }];
  if (count === undefined) return [{ field: 'cut', code: 'required' }];
  const before = at === 0 ? undefined : stages[at - 1]!.cut?.count;
  return wholeIn('cut.count', count, 1, before ?? 10_000_000);
}

/** Faults of a contest's settings; none: they may be published. Fields are paths, `stages[0].exam.durationSec`. */
export function validateSettings(settings: ContestSettings): FieldIssue[] {
  const { ranked, stages, award, notice } = settings;
  return [
    ...(ranked.kind === 'team' ? wholeIn('ranked.size', ranked.size, 1, 50) : []),
    ...oneOf('ranked.kind', ranked.kind, ['team', 'person']),
    ...(stages.length === 0 ? [{ field: 'stages', code: 'required' as const }] : []),
    ...stages.flatMap((stage, i) =>
      under(`stages[${i}]`, [
        ...filled('name', stage.name),
        ...kindIssues(stage),
        ...under('standing', validateStandingRule(stage.standing)),
        ...cutIssues(stages, i),
      ]),
    ),
    ...unique(
      stages,
      ({ name }) => name,
      (_, i) => `stages[${i}].name`,
    ),
    ...under('award', validateAwardRule(award)),
    ...under('notice', validateNoticeRule(notice)),
    ...under('result', validateResultRule(settings)),
    ...under('recheck', validateRecheckRule(recheckRuleOf(settings))),
  ];
}
