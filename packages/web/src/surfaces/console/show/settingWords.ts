import type { ConsoleKey } from '../words.ts';

/** Words of those settings of the whole show that may be wrong. */
export const SETTING_WORDS = {
  teams: 'show.teams',
  rounds: 'show.rounds',
  baseScore: 'show.base',
  floor: 'show.floor',
  order: 'show.order',
  placesThatMatter: 'show.placesThatMatter',
  stream: 'show.stream',
  tableOrder: 'show.tables',
} as const satisfies Readonly<Record<string, ConsoleKey>>;
