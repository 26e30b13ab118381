import type { Column } from '../../platform/sheet/heading.ts';

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'] as const;
type Letter = (typeof LETTERS)[number];

export type ColumnKey =
  | 'no'
  | 'type'
  | 'stem'
  | `option${Letter}`
  | 'answer'
  | 'explanation'
  | 'chapter'
  | 'article'
  | 'difficulty';

export const OPTION_COLUMNS: readonly Column<`option${Letter}`>[] = LETTERS.map((letter) => ({
  key: `option${letter}`,
  title: `选项${letter}`,
  also: [letter, `选项${letter.toLowerCase()}`, letter.toLowerCase()],
  optional: true,
}));

/** A sheet of questions, in the template's order; also the headings under which other programs export theirs. */
export const COLUMNS: readonly Column<ColumnKey>[] = [
  { key: 'no', title: '序号', also: ['题号', '编号'], optional: true },
  { key: 'type', title: '题型', also: ['类型', '试题类型', '题目类型'], optional: true },
  { key: 'stem', title: '题干', also: ['题目', '试题', '试题内容', '题目内容', '问题'] },
  ...OPTION_COLUMNS,
  { key: 'answer', title: '答案', also: ['正确答案', '标准答案', '参考答案'] },
  { key: 'explanation', title: '解析', also: ['试题解析', '答案解析', '说明'], optional: true },
  { key: 'chapter', title: '章节', also: ['知识点', '分类'], optional: true },
  { key: 'article', title: '依据', also: ['条款', '出处'], optional: true },
  { key: 'difficulty', title: '难度', also: ['难易程度'], optional: true },
];
