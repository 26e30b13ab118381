import type { Unit } from '../nouns.ts';

export interface UnitNode {
  readonly unit: Unit;
  readonly children: readonly UnitNode[];
}

/** The list as a tree; a unit whose parent is not in the list stands at the top. */
export function unitTree(units: readonly Unit[]): UnitNode[] {
  const known = new Set(units.map((unit) => unit.id));
  const below = new Map<string | null, Unit[]>();
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const grow = (parent: string | null): UnitNode[] =>
    (below.get(parent) ?? []).map((unit) => ({ unit, children: grow(unit.id) }));
  return grow(null);
}
