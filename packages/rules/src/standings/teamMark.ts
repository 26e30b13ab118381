import { add, divide, largest, never, type Decimal } from '../kernel/index.ts';
import type { Mark, StandingRule, StandingRow } from './types.ts';

/** What one entry has from all its marks; `total` is exact, not yet rounded. */
export interface TeamMark {
  readonly status: StandingRow['status'];
  readonly total: Decimal | null;
  /** Sum over the scored members; null when one of them has no time. */
  readonly elapsedMs: number | null;
  readonly best: Decimal | null;
  readonly decider: number | null;
  readonly eliminated: number | null;
}

interface Scored extends Mark {
  readonly score: Decimal;
}

function combine(rule: StandingRule['teamScore'], scores: readonly [Decimal, ...Decimal[]]): Decimal {
  switch (rule) {
    case 'sum':
      return add(...scores);
    case 'mean':
      return divide(add(...scores), String(scores.length));
    case 'best':
      return largest(...scores);
    default:
      return never(rule);
  }
}

/** Best place among the marks that have one. */
const bestDecider = (marks: readonly Mark[]): number | null =>
  marks.reduce<number | null>(
    (best, { decider }) => (decider === null || (best !== null && best <= decider) ? best : decider),
    null,
  );

/**
 * The team's score from its members' (SK-74). Members without a score add nothing and are never counted as 0;
 * an entry none of whose members is scored is absent (SK-76). A disqualified mark of the entry itself
 * (`entrant` null) disqualifies it whole.
 */
export function teamMark(teamScore: StandingRule['teamScore'], marks: readonly Mark[]): TeamMark {
  const scored = marks.filter((mark): mark is Scored => mark.status === 'scored' && mark.score !== null);
  const out = marks.filter(({ status }) => status === 'disqualified');
  const [first, ...rest] = scored.map(({ score }) => score);
  if (first === undefined || out.some(({ entrant }) => entrant === null)) {
    const status = out.length > 0 ? 'disqualified' : 'absent';
    return { status, total: null, elapsedMs: null, best: null, decider: null, eliminated: null };
  }
  return {
    status: 'scored',
    total: combine(teamScore, [first, ...rest]),
    elapsedMs: scored.reduce<number | null>(
      (sum, { elapsedMs }) => (sum === null || elapsedMs === null ? null : sum + elapsedMs),
      0,
    ),
    best: largest(first, ...rest),
    decider: bestDecider(scored),
    eliminated: scored.find(({ entrant }) => entrant === null)?.eliminated ?? null,
  };
}
