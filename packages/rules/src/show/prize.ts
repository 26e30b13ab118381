import { shuffle } from '../kernel/index.ts';
import type { Prize } from './state.ts';

/** Which option is the right one; `null` when the answer is none of them. */
export function rightOption(item: {
  readonly options?: readonly string[] | null;
  readonly answer: string;
}): number | null {
  const index = item.options?.indexOf(item.answer) ?? -1;
  return index < 0 ? null : index;
}

/** Codes in the order that counts, each once: who came in when decides nothing (SK-41). */
const candidates = (codes: readonly string[]): string[] => [...new Set(codes)].sort();

/** What the digest of a draw is taken of. */
export const prizeText = (codes: readonly string[]): string => candidates(codes).join('\n');

/** The first `count` of the shuffled codes; the same codes and seed give the same winners for ever. */
export const prizeWinners = (codes: readonly string[], seed: string, count: number): string[] =>
  shuffle(candidates(codes), seed).slice(0, count);

/**
 * Draws again from the kept codes and says where the record differs; `[]`: it is true. `sha256` of UTF-8, in hex: the
 * rules compute no digests.
 */
export function checkPrize(
  prize: Pick<Prize, 'seed' | 'of' | 'digest' | 'winners'>,
  codes: readonly string[],
  sha256: (text: string) => string,
): ('of' | 'digest' | 'winners')[] {
  const again = prizeWinners(codes, prize.seed, prize.winners.length);
  const faults: ('of' | 'digest' | 'winners')[] = [];
  if (new Set(codes).size !== prize.of) faults.push('of');
  if (sha256(prizeText(codes)) !== prize.digest) faults.push('digest');
  if (again.join('\n') !== prize.winners.join('\n')) faults.push('winners');
  return faults;
}
