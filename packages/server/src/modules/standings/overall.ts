import type { ResultRow } from '@leitai/rules';

/**
 * The whole field in one list, from the standings of the stages in their order: the last stage first, then those
 * who went out in the stage before it, and so on back. Everyone has the place and total of the last stage they
 * reached; places therefore go on where the next stage's end (8 in the final: the best of those cut is 9th).
 * Entries without a place follow, those who came further first (SK-76).
 */
export function overall(stages: readonly (readonly ResultRow[])[]): ResultRow[] {
  const seen = new Set<string>();
  const rows = [...stages].reverse().flatMap((stage) => {
    const left = stage.filter(({ entry }) => !seen.has(entry));
    for (const { entry } of left) seen.add(entry);
    return left;
  });
  return [...rows.filter(({ place }) => place !== null), ...rows.filter(({ place }) => place === null)];
}
