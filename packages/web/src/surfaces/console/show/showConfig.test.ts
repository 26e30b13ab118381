import type { RoundKind } from '@leitai/rules/show';
import { expect, it } from 'vitest';
import { cellsOf, pastedQuestions } from './pastedQuestions.ts';
import { samples } from './pasteSamples.ts';
import { answerIsNoOption, questionShapes } from './questionKinds.ts';
import { NO_VALUES, toQuestion, toQuestionValues } from './showConfig.ts';

it('questions pasted from Excel get ids of their own and their parts by the kind of the round', () => {
  expect(pastedQuestions('risk', '题一\tB\t甲|乙\t20\t因为\r\n\r\n题二\t对', new Set(['q1']))).toEqual([
    { id: 'q2', stem: '题一', answer: 'B', options: ['甲', '乙'], points: '20', explanation: '因为' },
    { id: 'q3', stem: '题二', answer: '对' },
  ]);
  expect(pastedQuestions('charades', '第一组\t安全帽|灭火器', new Set())[0]).toEqual({
    id: 'q1',
    stem: '第一组',
    answer: '',
    words: ['安全帽', '灭火器'],
  });
});

it('a question goes through the form and comes back the same, with its picture', () => {
  const item = {
    id: 'v1',
    stem: '找违章',
    answer: '三处',
    hits: ['未戴安全帽', '未系带'],
    media: { kind: 'image', url: '/x.png' },
  } as const;
  expect(toQuestion('video', 'v1', toQuestionValues(item))).toEqual(item);
});

it('a cell of Excel with a line break or quotes stays one cell; a row without a stem is no question', () => {
  expect(cellsOf('"他说""好""\n第二行"\t答\r\n\t空题\n说"是"吗\t对')).toEqual([
    ['他说"好"\n第二行', '答'],
    ['', '空题'],
    ['说"是"吗', '对'],
  ]);
  expect(pastedQuestions('buzzer', '\t空题\n题\t答', new Set())).toEqual([
    { id: 'q1', stem: '题', answer: '答' },
  ]);
});

it('an estimate keeps its number and unit in whatever width they were typed', () => {
  expect(
    toQuestion('estimate', 'e', {
      ...NO_VALUES,
      stem: '登机口',
      answer: '１，２８0',
      unit: ' 个 ',
      options: 'a',
    }),
  ).toEqual({ id: 'e', stem: '登机口', answer: '1280', unit: '个' });
  expect(pastedQuestions('estimate', '登机口\t128\t个\t20', new Set())).toEqual([
    { id: 'q1', stem: '登机口', answer: '128', unit: '个', points: '20' },
  ]);
});

it('rapid items are pasted as lines or cells, a turn ends at an empty line or at another name', () => {
  const turn = (stem: string, ...items: [string, string][]) => ({
    stem,
    answer: '',
    items: items.map(([one, answer]) => ({ stem: one, answer })),
  });
  const pasted = (text: string) =>
    pastedQuestions('rapid', text, new Set()).map(({ stem, answer, items }) => ({ stem, answer, items }));
  expect(pasted('火警＝119\n急救=120\n\n1＋1＝？＝2')).toEqual([
    turn('', ['火警', '119'], ['急救', '120']),
    turn('', ['1＋1＝？', '2']),
  ]);
  expect(pasted('组名\t题干\t答案\n甲\t火警\t119\n甲\t急救\t120\n乙\t交通\t122')).toEqual([
    turn('甲', ['火警', '119'], ['急救', '120']),
    turn('乙', ['交通', '122']),
  ]);
  expect(pasted('火警\t119')).toEqual([turn('', ['火警', '119'])]);
  const item = { id: 'r', ...turn('甲', ['火警', '119']) };
  expect(toQuestion('rapid', 'r', toQuestionValues(item))).toEqual(item);
});

it('columns are known by their headings, options may have one each, a letter means its option', () => {
  const text = '正确答案\t题目\t选项A\t选项B\tC\nB\t题一\t甲\t乙\t丙\n丙\t题二\t甲\t\t丙';
  expect(pastedQuestions('speed', text, new Set())).toEqual([
    { id: 'q1', stem: '题一', answer: '乙', options: ['甲', '乙', '丙'] },
    { id: 'q2', stem: '题二', answer: '丙', options: ['甲', '丙'] },
  ]);
  expect(
    pastedQuestions('cardRaise', '先断电\t√\n用水\t错误', new Set()).map(({ answer }) => answer),
  ).toEqual(['对', '错']);
  // Where a human rules, the answer stays as it was written.
  expect(pastedQuestions('risk', '题\tB\t甲|乙', new Set())[0]!.answer).toBe('B');
});

it('an answer that is none of the options is found where the program compares them', () => {
  const item = { answer: 'A', options: ['甲', '乙'] };
  expect(answerIsNoOption('speed', item)).toBe(true);
  expect(answerIsNoOption('speed', { ...item, answer: '乙' })).toBe(false);
  expect(answerIsNoOption('cardRaise', { answer: '正确' })).toBe(true);
  expect(answerIsNoOption('mandatory', item)).toBe(false);
  expect(answerIsNoOption('wager', { answer: '自由作答' })).toBe(false);
});

const kinds = Object.keys(questionShapes) as RoundKind[];
it.each(kinds)('the sample for %s is understood as it is copied, in both languages', (kind) => {
  for (const language of ['zh', 'en'] as const) {
    const [headings, ...rows] = samples(language)[kind];
    const text = [headings!, ...rows].map((row) => row.join('\t')).join('\n');
    const made = pastedQuestions(kind, text, new Set());
    expect(made.map(({ stem }) => stem)).toEqual([...new Set(rows.map(([first]) => first))]);
    expect(pastedQuestions(kind, rows.map((row) => row.join('\t')).join('\n'), new Set())).toEqual(made);
    expect(made.every((item) => !answerIsNoOption(kind, item))).toBe(true);
    const { list } = questionShapes[kind];
    expect(made.every((item) => list === null || item[list]!.length > 0)).toBe(true);
  }
});
