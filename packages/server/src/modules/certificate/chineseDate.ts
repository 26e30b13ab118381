import { shanghaiTime } from '@leitai/rules';

const DIGITS = '〇一二三四五六七八九';

const small = (n: number): string => {
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]!}十`}${ones === 0 ? '' : DIGITS[ones]!}`;
};

/** Epoch ms as a date on paper, by Shanghai's calendar: 二〇二五年十月十日. */
export function chineseDate(ms: number): string {
  const [year, month, day] = shanghaiTime(ms).slice(0, 10).split('-') as [string, string, string];
  const digits = [...year].map((digit) => DIGITS[Number(digit)]!).join('');
  return `${digits}年${small(Number(month))}月${small(Number(day))}日`;
}
