import { add, multiply, ok, type Decimal, type Result } from '../kernel/index.ts';
import {
  rank,
  settleByLot,
  weighted,
  type Draw,
  type Mark,
  type RecheckRule,
  type ResultComponent,
  type ResultRow,
  type ResultRule,
} from '../standings/index.ts';
import type { ContestSettings } from './types.ts';

// Settings stored before these rules existed do not name them: what they then meant is given here, once.
export const resultRuleOf = ({ result }: ContestSettings): ResultRule => result ?? { from: 'lastStage' };
export const placesAreShared = ({ sharedPlaces }: ContestSettings): boolean => sharedPlaces ?? true;
export const recheckRuleOf = ({ recheck }: ContestSettings): RecheckRule => recheck ?? { rule: 'off' };

/** The score of a component that counts as 100 (SK-33): an exam's full marks, of all members where they are added up. */
export function fullScoreOf(
  { ranked, stages }: ContestSettings,
  { stage, fullScore }: ResultComponent,
): Decimal | null {
  const of = stages[stage - 1];
  if (of?.kind !== 'exam') return fullScore;
  const paper = add(...of.exam.draws.map(({ count, points }) => multiply(String(count), points)));
  return ranked.kind === 'team' && of.standing.teamScore === 'sum'
    ? multiply(paper, String(ranked.size))
    : paper;
}

/** Weights seen in published contests, theory first (SK-32). */
export const WEIGHT_PRESETS = [
  ['20', '80'],
  ['25', '75'],
  ['30', '70'],
  ['25', '55', '20'],
] as const;

/** What a stage hands to the result. */
export interface StageField {
  readonly marks: readonly Mark[];
  readonly entries: readonly string[];
}

/**
 * Rows of every stage as the result reads them, in the order of the stages: each by its own standing, the last one by the
 * contest's result rule. Refuses `result.tieUndecided {place, entries}` where places may not be shared (SK-73).
 */
export function resultRows(
  settings: ContestSettings,
  fields: readonly StageField[],
  lots: Draw | null,
): Result<ResultRow[][], 'result.tieUndecided'> {
  const rule = resultRuleOf(settings);
  const ranked = fields.map(({ marks, entries }, i): ResultRow[] =>
    rule.from === 'weighted' && i === settings.stages.length - 1
      ? weighted(
          rule,
          rule.components.map((component) => ({
            component,
            teamScore: settings.stages[component.stage - 1]!.standing.teamScore,
            full: fullScoreOf(settings, component)!,
            marks: fields[component.stage - 1]!.marks,
          })),
          entries,
        )
      : rank(settings.stages[i]!.standing, marks, entries),
  );
  if (placesAreShared(settings)) return ok(ranked);
  const settled: ResultRow[][] = [];
  for (const [i, rows] of ranked.entries()) {
    // Who went on is placed by the later stage; only those who went out here keep this stage's place.
    const later = new Set(fields[i + 1]?.entries);
    const own = settleByLot(
      rows.filter(({ entry }) => !later.has(entry)),
      lots,
    );
    if (!own.ok) return own;
    settled.push([...rows.filter(({ entry }) => later.has(entry)), ...own.value]);
  }
  return ok(settled);
}
