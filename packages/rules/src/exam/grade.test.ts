import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { add, compare } from '../kernel/index.ts';
import { checkChoice, grade, MULTIPLE_RULES } from './index.ts';
import type { BankQuestion, Choice, ExamSettings, MultipleRule, PaperItem, QuestionType } from './index.ts';

const question = (no: number, type: QuestionType, key: number[]): BankQuestion => ({
  no,
  type,
  stem: '',
  options: type === 'trueFalse' ? [] : ['甲', '乙', '丙', '丁'],
  key,
  explanation: '',
  tags: {},
});
const bank = [question(1, 'single', [2]), question(2, 'multiple', [0, 1, 3]), question(3, 'trueFalse', [1])];
const item = (no: number, optionOrder: number[], points = '3'): PaperItem => ({
  no,
  bank: 'b',
  question: no,
  optionOrder,
  points,
});
/** Shown order of the multiple-choice question: D C B A. */
const paper = [item(1, [2, 0, 1, 3]), item(2, [3, 2, 1, 0]), item(3, [])];
const settings = (multiple: MultipleRule): ExamSettings => ({
  draws: [],
  durationSec: 600,
  multiple,
  shuffleQuestions: true,
  shuffleOptions: true,
});
const pointsOf = (multiple: MultipleRule, choice: Choice, on = paper) =>
  grade(settings(multiple), on, { b: bank }, new Map([[2, choice]])).items[1]!.points;
const check = (no: number, choice: Choice) => checkChoice(paper[no - 1]!, bank[no - 1]!, choice).ok;

it.each([
  ['allOrNothing', [0, 2, 3], '3'],
  ['allOrNothing', [0, 2], '0'],
  ['fewerHalf', [0, 2, 3], '3'],
  ['fewerHalf', [0, 2], '1.5'],
  ['fewerHalf', [0], '1.5'],
  ['fewerHalf', [0, 1], '0'],
  ['fewerHalf', [], '0'],
  ['halfPointPerRight', [0, 2, 3], '3'],
  ['halfPointPerRight', [0, 2], '1'],
  ['halfPointPerRight', [3], '0.5'],
  ['halfPointPerRight', [0, 1, 2, 3], '0'],
] as const)('SK-6B %s: shown options %j score %s', (rule, choice, points) => {
  expect(pointsOf(rule, choice)).toBe(points);
});

it('SK-6B half a point a right option never exceeds the question’s points', () => {
  expect(pointsOf('halfPointPerRight', [0, 2], [paper[0]!, item(2, [3, 2, 1, 0], '0.5')])).toBe('0.5');
});

it('SK-6B single choice and true-or-false are right or nothing; no answer is worth nothing', () => {
  const answers = new Map([
    [1, [0]],
    [3, [1]],
  ]);
  const graded = grade(settings('fewerHalf'), paper, { b: bank }, answers);
  expect(graded.total).toBe('6');
  expect(graded.items.map(({ right }) => right)).toEqual([true, false, true]);
  expect(grade(settings('fewerHalf'), paper, { b: bank }, new Map([[1, [1]]])).total).toBe('0');
  expect(grade(settings('fewerHalf'), paper, { b: bank }, new Map()).total).toBe('0');
});

it('OQ-12 the order in which options are shown decides nothing', () => {
  const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
  const chosen = fc.subarray([0, 1, 2, 3]);
  fc.assert(
    fc.property(order, chosen, fc.constantFrom(...MULTIPLE_RULES), (shown, options, rule) => {
      const as = (optionOrder: number[]) => {
        const choice = options.map((option) => optionOrder.indexOf(option)).sort((a, b) => a - b);
        return pointsOf(rule, choice, [paper[0]!, item(2, optionOrder)]);
      };
      expect(as(shown)).toBe(as([0, 1, 2, 3]));
    }),
    { seed: 6, numRuns: 200 },
  );
});

it('SK-6B the total is the sum of the items, each from 0 to its points', () => {
  const choice = fc.subarray([0, 1, 2, 3]);
  fc.assert(
    fc.property(choice, choice, choice, fc.constantFrom(...MULTIPLE_RULES), (a, b, c, rule) => {
      const answers = new Map([a, b, c].map((chosen, i) => [i + 1, chosen]));
      const graded = grade(settings(rule), paper, { b: bank }, answers);
      expect(graded.total).toBe(add(...graded.items.map(({ points }) => points)));
      for (const { points } of graded.items) {
        expect(compare(points, '0')).not.toBe(-1);
        expect(compare(points, '3')).not.toBe(1);
      }
    }),
    { seed: 60, numRuns: 200 },
  );
});

it('OQ-12 only shown indexes, ascending and once each, are a choice', () => {
  expect([check(1, [3]), check(1, []), check(2, [0, 3]), check(3, [0])]).toEqual([true, true, true, true]);
  expect([check(1, [0, 1]), check(1, [4]), check(3, [2]), check(3, [0, 1])]).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect([check(2, [3, 0]), check(2, [1, 1]), check(2, [-1]), check(2, [0.5])]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
