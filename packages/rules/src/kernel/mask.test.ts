import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { findPersonalData, idNumberIsValid, maskName, maskPhone } from './index.ts';

it('DP-22 a mobile number keeps three and four digits', () => {
  for (const phone of ['13812345678', '138 1234 5678', '+86-138-1234-5678', '１３８１２３４５６７８'])
    expect(maskPhone(phone)).toBe('138****5678');
});

it('DP-22 what is not a mobile number shows nothing', () => {
  for (const phone of ['', '010-85012345', '1381234567', 'no phone']) expect(maskPhone(phone)).toBe('****');
});

it('DP-23 a name keeps its surname, compound surnames whole', () => {
  const names = ['张三', '张三丰', '欧阳修远', '欧阳', '司马光', '买买提·艾力', ' 李四 ', '𠮷田', ''];
  expect(names.map(maskName)).toEqual(['张*', '张*', '欧阳*', '欧*', '司马*', '买*', '李*', '𠮷*', '']);
});

it('DP-26 the standard’s ID number is valid; a wrong check character or birth date is not', () => {
  expect(idNumberIsValid('11010519491231002X')).toBe(true);
  expect(idNumberIsValid('11010519491231002x')).toBe(true);
  expect(idNumberIsValid('110105194912310021')).toBe(false);
  expect(idNumberIsValid('11010519491331002X')).toBe(false);
});

it('DP-24 DP-26 a file with an ID number or a mobile number is caught, and where', () => {
  expect(findPersonalData('张三，11010519491231002X，13812345678')).toEqual([
    { kind: 'idNumber', at: 3 },
    { kind: 'mobile', at: 22 },
  ]);
});

it('DP-24 disguises are seen through: blanks, dashes, full-width digits, country code', () => {
  for (const text of ['110105 19491231 002x', '１１０１０５１９４９１２３１００２Ｘ', '110105-19491231-002X'])
    expect(findPersonalData(text).map(({ kind }) => kind)).toEqual(['idNumber']);
  for (const text of ['138-1234-5678', '138\u00A01234\u30005678', '+8613812345678', '电话013812345678止'])
    expect(findPersonalData(text).map(({ kind }) => kind)).toEqual(['mobile']);
});

it('DP-24 dates, numbers of certificates and long numbers are let through', () => {
  for (const text of [
    '158 2025-10-09',
    'LT-2025-CEAIR-0001',
    '110105194912310021',
    '138123456789',
    '12381234567',
  ])
    expect(findPersonalData(text)).toEqual([]);
});

it('DP-24 a mobile number is found wherever it stands between other text', () => {
  const word = fc.string({ unit: fc.constantFrom('张', 'a', '，', '\n', '.'), maxLength: 12 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }), (a, b, phone) => {
      expect(findPersonalData(`${a}${phone}${b}`)).toEqual([{ kind: 'mobile', at: a.length }]);
    }),
    { seed: 22, numRuns: 200 },
  );
});
