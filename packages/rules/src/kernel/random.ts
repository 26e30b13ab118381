/**
 * Randomness enters the rules as a stored seed (SK-41): the same seed gives the same draw for ever, on any machine.
 * sfc32 seeded by FNV-1a over the seed's UTF-8 bytes; a public algorithm, so that anyone can re-run a draw.
 */
export const DRAW_ALGORITHM = 'sfc32-fnv1a/1';

function hash(text: string, basis: number): number {
  let h = basis >>> 0;
  for (const char of text) {
    let code = char.codePointAt(0)!;
    do {
      h = Math.imul(h ^ (code & 0xff), 0x01000193) >>> 0;
      code >>>= 8;
    } while (code > 0);
  }
  return h;
}

/** A source of 32-bit unsigned integers from a seed. */
export function random(seed: string): () => number {
  let a = hash(seed, 0x811c9dc5);
  let b = hash(seed, 0x01234567);
  let c = hash(seed, 0x89abcdef);
  let counter = 1;
  const next = (): number => {
    const t = (((a + b) >>> 0) + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = ((c << 21) | (c >>> 11)) >>> 0;
    c = (c + t) >>> 0;
    return t;
  };
  for (let i = 0; i < 12; i += 1) next();
  return next;
}

/** An integer in [0, bound), without modulo bias. */
export function below(next: () => number, bound: number): number {
  const limit = 0x1_0000_0000 - (0x1_0000_0000 % bound);
  let value = next();
  while (value >= limit) value = next();
  return value % bound;
}

/** Fisher–Yates on a copy; a bijection of the input (SK-41). */
export function shuffle<T>(items: readonly T[], seed: string): T[] {
  const next = random(seed);
  const result = [...items];
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = below(next, i + 1);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}
