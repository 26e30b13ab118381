import { add, compare, type Decimal, negate, subtract } from '../kernel/index.ts';
import type { TeamId } from './config.ts';
import type { LedgerReason, LedgerRow } from './event.ts';
import { currentRound } from './programme.ts';
import type { ShowState } from './state.ts';

interface Sums {
  readonly totals: ReadonlyMap<TeamId, Decimal>;
  /** Numbers of the rows that are taken back now. */
  readonly reversed: ReadonlySet<number>;
}

/** A ledger never changes, a longer one takes its place: each is added up once, however many views ask. */
const known = new WeakMap<readonly LedgerRow[], Sums>();

function sums(ledger: readonly LedgerRow[]): Sums {
  let result = known.get(ledger);
  if (result === undefined) {
    const deltas = new Map<TeamId, Decimal[]>();
    const reversed = new Set<number>();
    // From the end: a row that takes another back was written after it, and counts unless it was itself taken back.
    for (const row of ledger.toReversed()) {
      const own = deltas.get(row.team);
      if (own === undefined) deltas.set(row.team, [row.delta]);
      else own.push(row.delta);
      if (row.reverses !== undefined && !reversed.has(row.no)) reversed.add(row.reverses);
    }
    const totals = new Map([...deltas].map(([team, own]) => [team, add('0', ...own)]));
    result = { totals, reversed };
    known.set(ledger, result);
  }
  return result;
}

/** A team's total: the sum of its rows (QZ-11). */
export const total = (ledger: readonly LedgerRow[], team: TeamId): Decimal =>
  sums(ledger).totals.get(team) ?? '0';

/** The part of a deduction that the floor leaves (QZ-12). */
function floored(state: ShowState, team: TeamId, delta: Decimal): Decimal {
  const { floor } = state.config;
  if (floor === null || compare(delta, '0') >= 0) return delta;
  const room = subtract(floor, total(state.ledger, team));
  const most = compare(room, '0') > 0 ? '0' : room;
  return compare(delta, most) < 0 ? most : delta;
}

interface Score {
  readonly team: TeamId;
  readonly delta: Decimal;
  readonly reason: LedgerReason;
  readonly by: string;
  readonly at: number;
  readonly note?: string;
}

/**
 * One new row for the question on stage; a zero is written too, so that every ruling has its row. A practice round
 * scores 0 by rule; only the jury's own adjustments count in it.
 */
export function scoreRow(state: ShowState, score: Score): LedgerRow {
  const { team, reason, by, at, note } = score;
  const delta = reason !== 'adjust' && currentRound(state)?.practice ? '0' : score.delta;
  return {
    no: state.ledger.length + 1,
    team,
    round: state.round?.id ?? null,
    question: state.stage?.question ?? null,
    delta: floored(state, team, delta),
    reason,
    by,
    at,
    ...(note === undefined ? {} : { note }),
  };
}

/** Several rows of one ruling, each on top of the ones before it. */
export const scoreRows = (
  state: ShowState,
  scores: readonly Score[],
  before: readonly LedgerRow[] = [],
): LedgerRow[] =>
  scores.reduce<LedgerRow[]>(
    (rows, score) => [...rows, scoreRow({ ...state, ledger: [...state.ledger, ...rows] }, score)],
    [...before],
  );

/** Whether a row is taken back now: by a row that was not taken back itself. */
export const isReversed = (ledger: readonly LedgerRow[], no: number): boolean =>
  sums(ledger).reversed.has(no);

/** Rows that take back the given ones exactly; those already taken back are left alone. The floor does not apply. */
export function reversalRows(
  state: ShowState,
  nos: readonly number[],
  by: string,
  at: number,
  note?: string,
): LedgerRow[] {
  return state.ledger
    .filter((row) => nos.includes(row.no) && !isReversed(state.ledger, row.no))
    .map((row, index) => ({
      no: state.ledger.length + 1 + index,
      team: row.team,
      round: row.round,
      question: row.question,
      delta: negate(row.delta),
      reason: 'reversal',
      by,
      at,
      reverses: row.no,
      ...(note === undefined ? {} : { note }),
    }));
}

const EARNED: readonly LedgerReason[] = ['right', 'wrong', 'late', 'help', 'word', 'hits', 'steal'];

/** What a question of the running round has scored so far: not its fouls, not the jury's adjustments. */
export const earnedBy = (state: ShowState, question: string | null): number[] =>
  state.ledger
    .filter(
      (row) =>
        question !== null &&
        row.question === question &&
        row.round === state.round?.id &&
        EARNED.includes(row.reason),
    )
    .map((row) => row.no);
