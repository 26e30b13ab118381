import { add, compare, divide, multiply, never, round, type Decimal } from '../kernel/index.ts';
import { teamMark, type TeamMark } from './teamMark.ts';
import type {
  Mark,
  ResultComponent,
  ResultPart,
  ResultRow,
  StandingRow,
  StandingRule,
  WeightedResult,
} from './types.ts';

/** A component with what its stage says: the stage's own team rule, its marks, and the score that counts as 100. */
export interface WeightedPart {
  readonly component: ResultComponent;
  readonly teamScore: StandingRule['teamScore'];
  readonly full: Decimal;
  readonly marks: readonly Mark[];
}

interface Line {
  readonly entry: string;
  readonly status: StandingRow['status'];
  readonly total: Decimal | null;
  readonly parts: readonly ResultPart[];
  readonly lastElapsedMs: number;
}

const product = (factors: readonly Decimal[]): Decimal =>
  factors.reduce((all, one) => multiply(all, one), '1');

/** Σ score ÷ full × weight, over one denominator: divided once, so that no figure is cut off before it is rounded (SK-60). */
function weigh(parts: readonly WeightedPart[], totals: readonly Decimal[]): Decimal {
  const terms = parts.map(({ component }, i) =>
    multiply(
      multiply(totals[i]!, component.weightPct),
      product(parts.filter((_, j) => j !== i).map(({ full }) => full)),
    ),
  );
  return divide(add(...terms), product(parts.map(({ full }) => full)));
}

function statusOf(marks: readonly TeamMark[]): StandingRow['status'] {
  if (marks.some(({ status }) => status === 'disqualified')) return 'disqualified';
  return marks.some(({ status }) => status === 'absent') ? 'absent' : 'scored';
}

function lineOf(rule: WeightedResult, parts: readonly WeightedPart[], entry: string): Line {
  const marks = parts.map((part) =>
    teamMark(
      part.teamScore,
      part.marks.filter((mark) => mark.entry === entry),
    ),
  );
  const status = statusOf(marks);
  const totals = marks.flatMap(({ total }) => (total === null ? [] : [total]));
  return {
    entry,
    status,
    total: status === 'scored' ? round(weigh(parts, totals), rule.places) : null,
    parts: parts.map(({ component: { stage, passMark }, full }, i): ResultPart => {
      const { total } = marks[i]!;
      if (total === null) return { stage, score: null, passed: null };
      const score = round(divide(multiply(total, '100'), full), rule.places);
      return { stage, score, passed: passMark === null ? null : compare(score, passMark) >= 0 };
    }),
    lastElapsedMs: marks.at(-1)!.elapsedMs ?? Number.POSITIVE_INFINITY,
  };
}

const higher = (a: Line, b: Line, at: number): number => compare(b.parts[at]!.score!, a.parts[at]!.score!);

function afterTotal(rule: WeightedResult, a: Line, b: Line): number {
  const last = rule.components.length - 1;
  switch (rule.ties) {
    case 'shared':
      return 0;
    case 'lastComponent':
      if (higher(a, b, last) !== 0) return higher(a, b, last);
      return a.lastElapsedMs === b.lastElapsedMs ? 0 : a.lastElapsedMs - b.lastElapsedMs;
    case 'componentOrder':
      return rule.components.map((_, i) => higher(a, b, i)).find((decided) => decided !== 0) ?? 0;
    default:
      return never(rule.ties);
  }
}

/**
 * Result of `entries` from weighted components (SK-32, SK-33). Each is brought to a scale of 100, and the total is
 * rounded once; `parts` in the order of the rule's components. An entry without a mark in one of them is absent, never
 * scored 0 (SK-76). A failed pass mark costs no place (SK-34). Places as `rank` gives them.
 */
export function weighted(
  rule: WeightedResult,
  parts: readonly WeightedPart[],
  entries: readonly string[],
): ResultRow[] {
  const byId = (a: Line, b: Line): number => (a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : 0);
  const lines = [...new Set(entries)].map((entry) => lineOf(rule, parts, entry)).sort(byId);
  const before = (a: Line, b: Line): number => compare(b.total!, a.total!) || afterTotal(rule, a, b);
  const scored = lines.filter(({ status }) => status === 'scored').sort((a, b) => before(a, b) || byId(a, b));
  const places: number[] = [];
  for (const [i, line] of scored.entries())
    places.push(i > 0 && before(scored[i - 1]!, line) === 0 ? places[i - 1]! : i + 1);
  const row = (line: Line, place: number | null, tied: boolean): ResultRow => ({
    entry: line.entry,
    place,
    total: line.total,
    elapsedMs: null,
    tied,
    status: line.status,
    parts: line.parts,
  });
  return [
    ...scored.map((line, i) =>
      row(line, places[i]!, places[i - 1] === places[i] || places[i + 1] === places[i]),
    ),
    ...(['absent', 'disqualified'] as const).flatMap((status) =>
      lines.filter((line) => line.status === status).map((line) => row(line, null, false)),
    ),
  ];
}
