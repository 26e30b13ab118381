/** What this phone remembers of a show; where storage is forbidden, as long as the page lives. */
const page = new Map<string, string>();

export function keep(key: string, value: string): void {
  page.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // Kept in the page.
  }
}

export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? page.get(key) ?? null;
  } catch {
    return page.get(key) ?? null;
  }
}
