/** A unit of the registry as far as names matter. */
export interface NamedUnit {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly aliases: readonly string[];
}

/** Built once for a registry; then each name costs about the same, however many units there are. */
export interface UnitIndex {
  /** Ids by normalised official name. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** Ids by normalised short name or alias. */
  readonly others: ReadonlyMap<string, readonly string[]>;
  /** Ids by two neighbouring characters of any of their names. */
  readonly bigrams: ReadonlyMap<string, readonly string[]>;
  /** How many bigrams each id has. */
  readonly sizes: ReadonlyMap<string, number>;
}

export type UnitMatch =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'ambiguous'; readonly ids: readonly string[] }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

const SUGGESTIONS = 3;
/** Postings looked at for one unknown name: rare bigrams tell most, frequent ones (工会) nearly nothing. */
const POSTINGS = 3_000;

/** Half-width, lower case, one kind of brackets, no blanks: what two writings of one name have in common (PF-31). */
export const normaliseUnitName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[[{【〔〖「『〈《<]/g, '(')
    .replaceAll(/[\]}】〕〗」』〉》>]/g, ')')
    .replaceAll(/[\s\u200B-\u200D\u2060\uFEFF]/g, '');

const bigramsOf = (text: string): Set<string> => {
  const letters = [...text];
  return new Set(letters.slice(1).map((letter, i) => letters[i]! + letter));
};

function push(map: Map<string, string[]>, key: string, id: string): void {
  if (key === '') return;
  const ids = map.get(key);
  if (ids === undefined) map.set(key, [id]);
  else if (!ids.includes(id)) ids.push(id);
}

export function unitIndex(units: readonly NamedUnit[]): UnitIndex {
  const names = new Map<string, string[]>();
  const others = new Map<string, string[]>();
  const bigrams = new Map<string, string[]>();
  const sizes = new Map<string, number>();
  for (const unit of units) {
    const writings = [unit.name, unit.short, ...unit.aliases].map(normaliseUnitName);
    push(names, writings[0]!, unit.id);
    for (const writing of writings.slice(1)) push(others, writing, unit.id);
    const own = new Set(writings.flatMap((writing) => [...bigramsOf(writing)]));
    for (const bigram of own) {
      const ids = bigrams.get(bigram);
      if (ids === undefined) bigrams.set(bigram, [unit.id]);
      else ids.push(unit.id);
    }
    sizes.set(unit.id, own.size);
  }
  return { names, others, bigrams, sizes };
}

/** At most three ids with the most bigrams in common, longest overlap first, then by id. */
function suggest(index: UnitIndex, name: string): string[] {
  const lists = [...bigramsOf(name)]
    .map((bigram) => index.bigrams.get(bigram) ?? [])
    .sort((a, b) => a.length - b.length);
  const common = new Map<string, number>();
  let looked = 0;
  for (const ids of lists) {
    for (const id of ids.slice(0, POSTINGS - looked)) common.set(id, (common.get(id) ?? 0) + 1);
    looked += ids.length;
    if (looked >= POSTINGS) break;
  }
  return [...common]
    .sort(
      ([a, x], [b, y]) => y - x || index.sizes.get(a)! - index.sizes.get(b)! || (a < b ? -1 : a > b ? 1 : 0),
    )
    .slice(0, SUGGESTIONS)
    .map(([id]) => id);
}

/** Official names go before short names and aliases; a name that several units share is never guessed (PF-31). */
export function resolveUnit(name: string, index: UnitIndex): UnitMatch {
  const wanted = normaliseUnitName(name);
  const ids = index.names.get(wanted) ?? index.others.get(wanted) ?? [];
  if (ids.length === 1) return { kind: 'found', id: ids[0]! };
  if (ids.length > 1) return { kind: 'ambiguous', ids };
  return { kind: 'unknown', suggestions: suggest(index, wanted) };
}
