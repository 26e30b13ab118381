import type { HolidayYear } from '@leitai/rules';
import data from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

const inYear = (dates: object, year: number): string[] =>
  Object.keys(dates)
    .filter((date) => date.startsWith(`${year}-`))
    .sort();

/**
 * State Council holidays and made-up workdays of every year the package has data for (SE-31). Only its tables are
 * read: its functions answer for any year, inventing those it does not know. A year without its National Day is not
 * one the State Council has announced.
 */
export function holidayYears(): HolidayYear[] {
  const years = new Set(Object.keys(data.holidays).map((date) => Number(date.slice(0, 4))));
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => ({
      year,
      holidays: inYear(data.holidays, year),
      workdays: inYear(data.workdays, year),
    }))
    .filter(({ year, holidays }) => holidays.includes(`${year}-10-01`));
}
