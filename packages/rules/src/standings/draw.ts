import { DRAW_ALGORITHM, shuffle } from '../kernel/index.ts';

/** A draw of lots as evidence: with `algorithm` and `seed` anyone gets the same `order` again (SK-41). */
export interface Draw {
  readonly algorithm: string;
  readonly seed: string;
  /** Lot 1 first; each id once. */
  readonly order: readonly string[];
}

/** Draws lots. Ids are put in order first, so that the order they came in decides nothing (SK-41). */
export function draw(ids: readonly string[], seed: string): Draw {
  return { algorithm: DRAW_ALGORITHM, seed, order: shuffle([...new Set(ids)].sort(), seed) };
}
