/** PostgreSQL keeps no NUL, and `jsonb` no half of a surrogate pair; JSON frames can carry both. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** Path of the first text at any depth that cannot be kept, e.g. `options.1`; `null`: all can. */
export function unstorable(value: object): string | null {
  // A list and not a recursion: the sender chooses the depth.
  const waiting: [string, unknown][] = Object.entries(value);
  for (let at = 0; at < waiting.length; at += 1) {
    const [path, one] = waiting[at]!;
    if (typeof one === 'string') {
      if (!isStorable(one)) return path;
    } else if (typeof one === 'object' && one !== null)
      for (const [key, inner] of Object.entries(one)) waiting.push([`${path}.${key}`, inner]);
  }
  return null;
}
