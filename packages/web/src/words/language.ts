import { useSyncExternalStore } from 'react';

export type Language = 'zh' | 'en';

const KEY = 'leitai.language';
const listeners = new Set<() => void>();
let current: Language = read();
tell();

function read(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

/** To the browser, screen readers and style sheets; tests read words without a page. */
function tell(): void {
  if (typeof document !== 'undefined') document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en';
}

export function setLanguage(language: Language): void {
  current = language;
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // A private window may forbid storage: the choice then lasts as long as the page.
  }
  tell();
  for (const listener of listeners) listener();
}

export const useLanguage = (): Language =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );

export const language = (): Language => current;
