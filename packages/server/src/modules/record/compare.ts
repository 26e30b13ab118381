/** The first place at which two JSON values differ, in words; null when they are equal. */
export function firstDifference(recorded: unknown, recomputed: unknown, path = ''): string | null {
  if (isBranch(recorded) && isBranch(recomputed) && Array.isArray(recorded) === Array.isArray(recomputed)) {
    const [a, b] = [recorded as Record<string, unknown>, recomputed as Record<string, unknown>];
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const found = firstDifference(a[key], b[key], path === '' ? key : `${path}.${key}`);
      if (found !== null) return found;
    }
    return null;
  }
  return Object.is(recorded, recomputed)
    ? null
    : `${path}: recorded ${JSON.stringify(recorded)}, recomputed ${JSON.stringify(recomputed)}`;
}

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;
