import { COLUMNS, type ColumnKey } from './columns.ts';
import { MAX_QUESTIONS } from './uploadBank.ts';

/** Options of the template; the sheet may have up to ten. */
const SHOWN: readonly ColumnKey[] = [
  'type',
  'stem',
  'optionA',
  'optionB',
  'optionC',
  'optionD',
  'optionE',
  'optionF',
  'answer',
  'explanation',
  'chapter',
  'article',
  'difficulty',
];
const WIDTHS: Partial<Record<ColumnKey, number>> = {
  type: 8,
  stem: 50,
  answer: 10,
  explanation: 40,
  difficulty: 8,
};

const NOTES = [
  '题库填写说明',
  '1. 每行一题，只填写第一张表；列的顺序可以变，列名不要改。',
  '2. 题型填“单选”“多选”或“判断”；不填时按选项和答案判断。',
  '3. 答案：单选填一个字母，多选填几个字母（如 ACD），判断填“对”或“错”。判断题不用填选项。',
  '4. 选项从 A 起依次填写，中间不要空；需要更多选项时加列，列名“选项G”至“选项J”。',
  '5. 解析、章节、依据可以不填；章节可用于组卷时分配题量。难度填 1 至 5，或者“易”“中”“难”。',
  `6. 不要使用公式；一次最多 ${MAX_QUESTIONS} 题。发布以后不能修改，可以另发一个题库。`,
  '7. 例：',
];
const EXAMPLES = [
  ['单选', '发现有人触电，首先应当做什么？', '切断电源', '用手拉开', '泼水', '呼叫围观', 'A'],
  ['多选', '下列哪些属于高处作业的防护用品？', '安全带', '安全网', '手电筒', '', 'AB'],
  ['判断', '电器着火时可以直接泼水灭火。', '', '', '', '', '错'],
];

/** The sheet to fill in, with notes and examples on a second one. */
export async function writeTemplate(): Promise<Buffer> {
  // A large library, loaded when the first sheet is asked for: the house starts without it.
  const { Workbook } = (await import('exceljs')).default;
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('题库', { views: [{ state: 'frozen', ySplit: 1 }] });
  const columns = SHOWN.map((wanted) => COLUMNS.find(({ key }) => key === wanted)!);
  sheet.columns = columns.map(({ key, title: header }) => ({ key, header, width: WIDTHS[key] ?? 18 }));
  sheet.getRow(1).font = { bold: true };
  const notes = workbook.addWorksheet('填写说明');
  notes.getColumn(1).width = 12;
  notes.getColumn(2).width = 50;
  notes.addRows(NOTES.map((note) => [note]));
  notes.addRow(['题型', '题干', '选项A', '选项B', '选项C', '选项D', '答案']).font = { bold: true };
  notes.addRows(EXAMPLES);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
