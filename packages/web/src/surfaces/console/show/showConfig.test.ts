import { expect, it } from 'vitest';
import { pastedQuestions, toQuestion, toQuestionValues } from './showConfig.ts';

it('questions pasted from Excel get ids of their own and their parts by the kind of the round', () => {
  expect(pastedQuestions('risk', '题一\tB\t甲|乙\t20\t因为\r\n\r\n题二\t对', new Set(['q1']))).toEqual([
    { id: 'q2', stem: '题一', answer: 'B', options: ['甲', '乙'], points: '20', explanation: '因为' },
    { id: 'q3', stem: '题二', answer: '对' },
  ]);
  expect(pastedQuestions('charades', '第一组\t\t安全帽|灭火器', new Set())[0]).toEqual({
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
  expect(toQuestion('video', 'v1', toQuestionValues(item), item)).toEqual(item);
});
