import type { CutRow, CutRule, StandingRow } from './types.ts';

/**
 * Who goes on (SK-72). Equals are never separated: a group that the cut would split goes through whole with
 * `tiesGoThrough`, and without it stays behind whole, `tiedAtCut`, until a decider gives it distinct places.
 */
export function cut(rule: CutRule, rows: readonly StandingRow[]): CutRow[] {
  const sharing = new Map<number, number>();
  for (const { place } of rows) if (place !== null) sharing.set(place, (sharing.get(place) ?? 0) + 1);
  return rows.map(({ entry, place, status }): CutRow => {
    if (place === null)
      return { entry, place, advances: false, reason: status === 'disqualified' ? status : 'absent' };
    if (place > rule.count) return { entry, place, advances: false, reason: 'below' };
    const within = place + sharing.get(place)! - 1 <= rule.count;
    if (within) return { entry, place, advances: true, reason: 'within' };
    return { entry, place, advances: rule.tiesGoThrough, reason: 'tiedAtCut' };
  });
}
