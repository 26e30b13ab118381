import { expect, it } from 'vitest';
import { compareCells, csvText, tabText } from './tableText.ts';

it('CSV quotes, marks its encoding and disarms formulas, but leaves negative scores alone', () => {
  expect(csvText([['a"b', '=1+1', '-10', '-x', null]])).toBe('\uFEFF"a""b","\'=1+1","-10","\'-x",""\r\n');
});

it('a copied cell never breaks the grid', () => {
  expect(
    tabText([
      ['a\tb', 'c\nd'],
      [1, null],
    ]),
  ).toBe('a b\tc d\n1\t');
});

it('points sort by value, empty cells last', () => {
  expect(['9.5', '100', null, '20'].toSorted(compareCells)).toEqual(['9.5', '20', '100', null]);
});
