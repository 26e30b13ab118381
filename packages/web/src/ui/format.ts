import { language as chosen, type Language } from '../words/language.ts';

const ZONE = 'Asia/Shanghai';

/** Day and minute in Shanghai, whatever the device thinks its zone is. */
export const dateTime = (ms: number, language: Language = chosen()): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: ZONE,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(ms);

/** From minute to minute in Shanghai; the day once where it is the same. */
export const period = (from: number, until: number, language: Language = chosen()): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: ZONE,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).formatRange(from, until);

export const day = (ms: number, language: Language = chosen()): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: ZONE,
    dateStyle: 'long',
  }).format(ms);

/** `m:ss`, never negative, rounded up so that 0:00 means over. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Time used: `m:ss.t`. */
export function elapsed(ms: number): string {
  const tenths = Math.round(ms / 100);
  return `${Math.floor(tenths / 600)}:${String(Math.floor((tenths % 600) / 10)).padStart(2, '0')}.${tenths % 10}`;
}
