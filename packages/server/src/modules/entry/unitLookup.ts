import { resolveUnit, unitIndex } from '@leitai/rules';

export interface FoundUnit {
  readonly id: string;
  readonly name: string;
  readonly short: string;
}

export type Looked =
  | { readonly kind: 'found'; readonly unit: FoundUnit }
  | { readonly kind: 'unknown' | 'ambiguous'; readonly suggestions: readonly string[] };

export type UnitLookup = (text: string) => Looked;

interface RegistryUnit extends FoundUnit {
  readonly path: string;
  readonly aliases: readonly string[];
}

/**
 * Finds units by name, short name or alias (PF-31). Units below the contest's own go first, so that two branches may
 * each have a 一分部; a name the own branch does not know is looked for in the whole registry of units
 */
export function unitLookup(known: readonly RegistryUnit[], contestPath: string): UnitLookup {
  const byId = new Map(known.map((unit) => [unit.id, unit]));
  const own = unitIndex(known.filter(({ path }) => path.startsWith(contestPath)));
  const all = unitIndex(known);
  const names = (ids: readonly string[]): string[] => [...new Set(ids.map((id) => byId.get(id)!.name))];
  const seen = new Map<string, Looked>();
  const look = (text: string): Looked => {
    const near = resolveUnit(text, own);
    const match = near.kind === 'unknown' ? resolveUnit(text, all) : near;
    if (match.kind === 'found') {
      const { id, name, short } = byId.get(match.id)!;
      return { kind: 'found', unit: { id, name, short } };
    }
    if (match.kind === 'ambiguous') return { kind: 'ambiguous', suggestions: names(match.ids) };
    const suggestions = near.kind === 'unknown' && near.suggestions.length > 0 ? near : match;
    return { kind: 'unknown', suggestions: names(suggestions.suggestions) };
  };
  return (text) => {
    const looked = seen.get(text) ?? look(text);
    seen.set(text, looked);
    return looked;
  };
}
