import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  drawPaper,
  type BankQuestion,
  type DrawRule,
  type ExamSettings,
  type QuestionType,
} from './index.ts';

const question = (no: number, type: QuestionType, chapter: string): BankQuestion => ({
  no,
  type,
  stem: `题${no}`,
  options: type === 'trueFalse' ? [] : ['甲', '乙', '丙', '丁'],
  key: [1],
  explanation: '',
  tags: { chapter },
});
const TYPES = ['single', 'multiple', 'trueFalse'] as const;
const bank = Array.from({ length: 30 }, (_, i) => question(i + 1, TYPES[i % 3]!, i < 15 ? '上' : '下'));

const settings = (...draws: Partial<DrawRule>[]): ExamSettings => ({
  draws: draws.map((draw) => ({ bank: 'b', count: 1, points: '5', ...draw })),
  durationSec: 600,
  multiple: 'allOrNothing',
  shuffleQuestions: true,
  shuffleOptions: true,
});
const drawn = (exam: ExamSettings, seed = 's') => {
  const paper = drawPaper(exam, { b: bank }, seed);
  if (!paper.ok) throw new Error(paper.refusal.code);
  return paper.value;
};

it('OQ-12 a paper is the same for the same seed, without repeats, options a permutation', () => {
  const exam = settings({ count: 5, type: 'single' }, { count: 5, chapter: '上' }, { count: 10 });
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const paper = drawn(exam, seed);
      expect(drawn(exam, seed)).toEqual(paper);
      expect(paper.map(({ no }) => no)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      expect(new Set(paper.map((item) => item.question)).size).toBe(20);
      for (const item of paper)
        expect(item.optionOrder.toSorted()).toEqual(bank[item.question - 1]!.options.map((_, i) => i));
    }),
    { seed: 12, numRuns: 100 },
  );
});

it('OQ-12 papers of different seeds differ', () => {
  const papers = Array.from({ length: 50 }, (_, i) =>
    JSON.stringify(drawn(settings({ count: 10 }), `s${i}`)),
  );
  expect(new Set(papers).size).toBe(50);
});

it('OQ-12 each question of a bank is drawn about as often as the others', () => {
  const counts = new Map<number, number>();
  for (let i = 0; i < 3000; i += 1)
    for (const item of drawn(settings({ count: 10 }), `even${i}`))
      counts.set(item.question, (counts.get(item.question) ?? 0) + 1);
  expect(counts.size).toBe(30);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(130);
});

it('OQ-12 without shuffling, questions come by blueprint row and bank number, options as in the bank', () => {
  const exam = { ...settings({ count: 3, type: 'multiple' }, { count: 3, type: 'single' }) };
  const paper = drawn({ ...exam, shuffleQuestions: false, shuffleOptions: false });
  const numbers = paper.map((item) => item.question);
  expect(numbers.map((no) => bank[no - 1]!.type).join()).toBe(
    'multiple,multiple,multiple,single,single,single',
  );
  expect(numbers.slice(0, 3)).toEqual(numbers.slice(0, 3).toSorted((a, b) => a - b));
  expect(paper[0]!.optionOrder).toEqual([0, 1, 2, 3]);
});

it('OQ-10 overlapping rows never starve each other while any choice can fill them', () => {
  for (let i = 0; i < 50; i += 1) {
    const paper = drawn(settings({ count: 20 }, { count: 10, type: 'multiple' }), `tight${i}`);
    expect(new Set(paper.map((item) => item.question)).size).toBe(30);
  }
});

it('OQ-10 a bank too small or unknown is refused by name', () => {
  expect(drawPaper(settings({ count: 11, type: 'single' }), { b: bank }, 's')).toEqual({
    ok: false,
    refusal: { code: 'exam.bankTooSmall', facts: { bank: 'b', row: 0, wanted: 11, available: 10 } },
  });
  expect(drawPaper(settings({ count: 25 }, { count: 6 }), { b: bank }, 's')).toMatchObject({
    refusal: { code: 'exam.bankTooSmall', facts: { row: 1 } },
  });
  for (const name of ['x', 'constructor', 'toString'])
    expect(drawPaper(settings({ bank: name }), { b: bank }, 's')).toMatchObject({
      refusal: { code: 'exam.bankUnknown', facts: { bank: name } },
    });
});
