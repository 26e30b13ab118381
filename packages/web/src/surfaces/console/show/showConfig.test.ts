import { expect, it } from 'vitest';
import { cellsOf, pastedQuestions } from './pastedQuestions.ts';
import { toQuestion, toQuestionValues } from './showConfig.ts';

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
