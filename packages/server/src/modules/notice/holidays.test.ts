import { noticeEnd, type NoticeRule } from '@leitai/rules';
import { expect, it } from 'vitest';
import { holidayYears } from './holidays.ts';

const rule: NoticeRule = { unit: 'workday', length: 5, firstDayCountsBeforeHour: 9 };

it('SE-31 knows 2004 to 2026 and invents no other year', () => {
  const years = holidayYears().map(({ year }) => year);
  expect(years).toEqual(Array.from({ length: 23 }, (_, i) => 2004 + i));
});

it('SE-31 the 2025 National Day: posted 09-26 before nine ends on 10-09, the made-up Sunday counted', () => {
  expect(noticeEnd(rule, '2025-09-26T08:00', holidayYears())).toEqual({
    ok: true,
    value: {
      firstDay: '2025-09-26',
      lastDay: '2025-10-09',
      days: ['2025-09-26', '2025-09-28', '2025-09-29', '2025-09-30', '2025-10-09'],
    },
  });
  const late = noticeEnd(rule, '2025-09-26T09:00', holidayYears());
  expect(late.ok && late.value.lastDay).toBe('2025-10-10');
});

it('SE-31 a year without data is refused, also when only the end reaches it', () => {
  const refused = { ok: false, refusal: { code: 'notice.calendarUnknown', facts: { year: 2027 } } };
  expect(noticeEnd(rule, '2027-03-01T08:00', holidayYears())).toEqual(refused);
  expect(noticeEnd(rule, '2026-12-30T08:00', holidayYears())).toEqual(refused);
});
