const KEY = 'leitai.elder';

export function readElder(): boolean {
  try {
    return localStorage.getItem(KEY) === '1';
  } catch {
    return false;
  }
}

/** Large text (DP-41) for this page and the next ones. */
export function keepElder(elder: boolean): void {
  document.documentElement.classList.toggle('elder', elder);
  try {
    localStorage.setItem(KEY, elder ? '1' : '0');
  } catch {
    // Storage forbidden: the choice lasts as long as the page.
  }
}
