import { add, compare, type Decimal, negate, subtract } from '../kernel/index.ts';
import type { TeamId } from './config.ts';
import type { LedgerReason, LedgerRow } from './event.ts';
import type { ShowState } from './state.ts';

/** A team's total: the sum of its rows (QZ-11). */
export const total = (ledger: readonly LedgerRow[], team: TeamId): Decimal =>
  add('0', ...ledger.filter((row) => row.team === team).map((row) => row.delta));

/** The part of a deduction that the floor leaves (QZ-12). */
function floored(state: ShowState, team: TeamId, delta: Decimal): Decimal {
  const { floor } = state.config;
  if (floor === null || compare(delta, '0') >= 0) return delta;
  const room = subtract(floor, total(state.ledger, team));
  const most = compare(room, '0') > 0 ? '0' : room;
  return compare(delta, most) < 0 ? most : delta;
}

/** One new row for the question on stage; a zero is written too, so that every ruling has its row. */
export function scoreRow(
  state: ShowState,
  score: { team: TeamId; delta: Decimal; reason: LedgerReason; by: string; at: number; note?: string },
): LedgerRow {
  const { team, delta, reason, by, at, note } = score;
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

/** Whether a row is taken back now: by a row that was not taken back itself. */
export const isReversed = (ledger: readonly LedgerRow[], no: number): boolean =>
  ledger.some((row) => row.reverses === no && !isReversed(ledger, row.no));

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
