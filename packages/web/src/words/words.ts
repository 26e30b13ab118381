import { dateTime } from '../ui/format.ts';
import { language, useLanguage, type Language } from './language.ts';
import { refusalsEn } from './refusals.en.ts';
import { refusalsZh } from './refusals.zh.ts';

export type Facts = Readonly<Record<string, unknown>>;
export type Say<Key extends string> = (key: Key, facts?: Facts) => string;

/** Fills `{name}` with facts; what is missing stays visible. */
export const fill = (text: string, facts: Facts = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in facts ? String(facts[name]) : whole));

/** A surface's words in both languages; `const useWords = wordsOf({ zh, en })` once a surface. */
export function wordsOf<Key extends string>(texts: Record<Language, Record<Key, string>>): () => Say<Key> {
  return () => {
    const chosen = texts[useLanguage()];
    return (key, facts) => fill(chosen[key], facts);
  };
}

/** Epoch milliseconds among the facts are read as times, lists by their length. */
const readable = (facts: Facts, of: Language): Facts =>
  Object.fromEntries(
    Object.entries(facts)
      .filter(([, fact]) => fact !== null && fact !== undefined)
      .map(([name, fact]) => {
        if (typeof fact === 'number' && fact > 1e12) return [name, dateTime(fact, of)];
        return [name, Array.isArray(fact) ? fact.length : fact];
      }),
  );

/** Words for a refusal's code; an unknown code is shown as it is, a bracket whose fact is missing is left out. */
export function refusalWords(code: string, facts: Facts = {}): string {
  const of = language();
  const texts: Readonly<Record<string, string>> = of === 'zh' ? refusalsZh : refusalsEn;
  const text = fill(texts[code] ?? texts['unknown'] ?? code, { code, ...readable(facts, of) });
  return text.replace(/ ?[（(][^（()）]*\{\w+\}[^（()）]*[）)]/g, '');
}
