import { ok, refuse, type Result } from '../kernel/index.ts';
import type { Draw } from './draw.ts';
import type { ResultRow } from './types.ts';

/**
 * Rows without shared places (SK-73, 排名不并列): those still level after every tie-breaker stand in the order of their
 * lots and are marked `byLot`. `lots` is one draw over everybody who entered, so that a later correction never draws
 * again. Refuses `result.tieUndecided {place, entries}` while lots are needed and not drawn.
 */
export function settleByLot(
  rows: readonly ResultRow[],
  lots: Draw | null,
): Result<ResultRow[], 'result.tieUndecided'> {
  const groups = new Map<number | null, ResultRow[]>();
  for (const row of rows) groups.set(row.place, [...(groups.get(row.place) ?? []), row]);
  const level = [...groups].find(([place, group]) => place !== null && group.length > 1);
  if (level === undefined) return ok([...rows]);
  if (lots === null)
    return refuse('result.tieUndecided', { place: level[0], entries: level[1].map(({ entry }) => entry) });
  const lotOf = new Map(lots.order.map((entry, i) => [entry, i]));
  return ok(
    [...groups].flatMap(([place, group]) =>
      place === null || group.length === 1
        ? group
        : group
            .toSorted((a, b) => lotOf.get(a.entry)! - lotOf.get(b.entry)!)
            .map((row, i): ResultRow => ({ ...row, place: place + i, tied: false, byLot: true })),
    ),
  );
}
