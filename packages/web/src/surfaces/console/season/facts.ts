import type { ConsoleKey, ConsoleWords } from '../words.ts';

const known: Readonly<Record<string, ConsoleKey>> = {
  theme: 'fact.theme',
  lines: 'fact.lines',
  lots: 'fact.lots',
  workers: 'fact.workers',
  posts: 'fact.posts',
  edition: 'fact.edition',
  occupations: 'fact.occupations',
  areas: 'fact.areas',
  teams: 'fact.teams',
  units: 'fact.units',
  rounds: 'fact.rounds',
};

/** Name of a figure the season's source gives; one without a word of ours keeps its own. */
export const factLabel = (key: string, w: ConsoleWords): string => {
  const word = known[key];
  return word === undefined ? key : w(word);
};

export function factText(value: unknown): string {
  if (Array.isArray(value)) return value.map(factText).join('、');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, part]) => `${key} ${factText(part)}`)
      .join('；');
  }
  return typeof value === 'number' && value >= 10_000 ? value.toLocaleString('en-US') : String(value ?? '—');
}
