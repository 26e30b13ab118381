import { fewUnits, signedIn, testHouse, type Client, type TestHouse } from '@leitai/testkit';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheet } from '../../platform/sheet/readSheet.ts';
import { xlsx } from '../../platform/sheet/xlsx.fixture.ts';
import { checkQuestions } from './checkQuestions.ts';

const HEADING = ['题型', '题干', '选项A', '选项B', '选项C', '答案', '解析', '章节', '难度'];
const ROWS = [
  ['单选', '火警电话是多少？', '110', '119', '120', 'B', '119 是火警', '消防', '易'],
  ['多选题', '高处作业要带什么？', '安全带', '安全网', '手电', 'A、B', '', '', 2],
  ['判断', '水能导电。', '', '', '', '对', '', '', ''],
];

describe('question sheets', () => {
  let test: TestHouse;
  let units: Awaited<ReturnType<typeof fewUnits>>;
  let keeper: Client;
  beforeAll(async () => {
    test = await testHouse();
    units = await fewUnits(test);
    keeper = await signedIn(test, 'organizer', units.a);
  });
  afterAll(() => test.close());

  const checked = async (rows: readonly (readonly ExcelJS.CellValue[])[]) => {
    const sheet = await readSheet({ name: 'a.xlsx', bytes: await xlsx(rows) });
    if (!sheet.ok) throw new Error(sheet.refusal.code);
    return checkQuestions(sheet.value);
  };
  const faultsOf = async (...row: ExcelJS.CellValue[]) =>
    (await checked([HEADING, row])).faults.map(({ column, code }) => [column, code]);
  const send = (
    code: string,
    file: { name: string; bytes: Buffer },
    more: { dryRun?: string; unitId?: string } = {},
  ) =>
    keeper.call('bank.import', {
      params: { unitId: more.unitId ?? units.a },
      query: { code, title: `题库 ${code}`, ...(more.dryRun === undefined ? {} : { dryRun: more.dryRun }) },
      file,
    });

  it('a row is one question of its kind: letters, words and signs of answers, tags, numbers as texts', async () => {
    const { faults, questions } = await checked([HEADING, ...ROWS]);
    expect(faults).toEqual([]);
    expect(questions).toEqual([
      {
        no: 1,
        type: 'single',
        stem: '火警电话是多少？',
        options: ['110', '119', '120'],
        key: [1],
        explanation: '119 是火警',
        tags: { chapter: '消防', difficulty: 1 },
      },
      {
        no: 2,
        type: 'multiple',
        stem: '高处作业要带什么？',
        options: ['安全带', '安全网', '手电'],
        key: [0, 1],
        explanation: '',
        tags: { difficulty: 2 },
      },
      { no: 3, type: 'trueFalse', stem: '水能导电。', options: [], key: [1], explanation: '', tags: {} },
    ]);
  });

  it('headings of other programs are known, and without a kind options and answer say it', async () => {
    const { faults, questions } = await checked([
      ['题号', '题目', 'A', 'B', 'C', '正确答案', '知识点'],
      [7, '一？', '甲', '乙', '丙', 'ｃ', '章'],
      [8, '二？', '甲', '乙', '丙', 'b,a', ''],
      [9, '三。', '', '', '', '×', ''],
      [10, '四。', '正确', '错误', '', 'B', ''],
      [11, '五？', '甲', '乙', '', '乙', ''],
      [12, '六。', '', '', '', true, ''],
    ]);
    expect(faults.map(({ row, code }) => [row, code])).toEqual([]);
    expect(questions.map(({ type, key }) => [type, ...key])).toEqual([
      ['single', 2],
      ['multiple', 0, 1],
      ['trueFalse', 0],
      ['single', 1],
      ['single', 1],
      ['trueFalse', 1],
    ]);
    const judged = await checked([HEADING, ['判断', '四。', '正确', '错误', '', 'B']]);
    expect(judged.questions[0]).toMatchObject({ type: 'trueFalse', options: [], key: [0] });
  });

  it.each<[string, ExcelJS.CellValue[], [string, string]]>([
    ['an unknown kind', ['填空', 'x', 'a', 'b', '', 'A'], ['题型', 'question.type']],
    ['no stem', ['单选', '', 'a', 'b', '', 'A'], ['题干', 'cell.missing']],
    ['no answer', ['单选', 'x', 'a', 'b', '', ''], ['答案', 'cell.missing']],
    ['one option', ['单选', 'x', 'a', '', '', 'A'], ['选项B', 'question.options']],
    ['a gap', ['单选', 'x', 'a', '', 'c', 'A'], ['选项B', 'question.optionGap']],
    ['two alike', ['单选', 'x', 'a', 'a', '', 'A'], ['选项B', 'question.optionTwice']],
    ['an answer that is none', ['单选', 'x', 'a', 'b', '', 'D'], ['答案', 'question.answer']],
    ['two for one', ['单选', 'x', 'a', 'b', '', 'AB'], ['答案', 'question.answerOne']],
    ['one for several', ['多选', 'x', 'a', 'b', '', 'A'], ['答案', 'question.answerSeveral']],
    ['neither true nor false', ['判断', 'x', '', '', '', '也许'], ['答案', 'question.answer']],
    ['a difficulty beyond', ['单选', 'x', 'a', 'b', '', 'A', '', '', 9], ['难度', 'question.difficulty']],
    ['a stem too long', ['单选', 'x'.repeat(2001), 'a', 'b', '', 'A'], ['题干', 'text.tooLong']],
    ['a formula', ['单选', { formula: '1+1' }, 'a', 'b', '', 'A'], ['题干', 'cell.formula']],
    ['a note beside the table', ['判断', 'x', '', '', '', '对', '', '', '', 'y'], ['J', 'cell.outside']],
  ])('%s is named by row and column', async (_what, row, fault) => {
    expect(await faultsOf(...row)).toEqual([fault]);
  });

  it('the same question twice is named with the row of the first; columns that are missing or unknown by their heading', async () => {
    const { faults } = await checked([HEADING, ROWS[0]!, ROWS[2]!, ROWS[0]!]);
    expect(faults).toMatchObject([
      { row: 4, column: '题干', code: 'question.twice', suggestions: ['第 2 行'] },
    ]);
    const heading = await checked([['题干', '密码'], ['x']]);
    expect(heading.faults.map(({ column, code }) => [column, code])).toEqual([
      ['密码', 'column.unknown'],
      ['答案', 'column.missing'],
    ]);
  });

  it('a dry run stores nothing; the bank is then published as a whole, with its units and its audit row', async () => {
    const file = { name: '题库.xlsx', bytes: await xlsx([HEADING, ...ROWS]) };
    const dry = await send('safety', file, { dryRun: 'true' });
    expect(dry.body).toMatchObject({ committed: false, questions: 3, faults: [], moreFaults: 0 });
    expect(dry.body.preview).toHaveLength(3);
    const has = async () =>
      (await keeper.call('bank.list')).body.banks.map(({ code, keeps }) => [code, keeps]);
    expect(await has()).toEqual([]);
    const faulty = await send('safety', {
      name: 'x.csv',
      bytes: Buffer.from('题干,答案\n水能导电。,对\n火能灭。,可能'),
    });
    expect(faulty.body).toMatchObject({ committed: false, questions: 1, faults: [{ row: 3 }] });
    expect(await has()).toEqual([]);
    expect((await send('safety', file)).body).toMatchObject({ committed: true, questions: 3 });
    expect(await has()).toEqual([['safety', true]]);
    const { rows } = await test.house.platform.pool.query(
      `select detail from audit where action = 'bank.publish'`,
    );
    expect(rows).toMatchObject([{ detail: { code: 'safety', questions: 3 } }]);
  });

  it('a taken code, an empty sheet, and a neighbour’s unit are refused', async () => {
    const file = { name: '题库.xlsx', bytes: await xlsx([HEADING, ...ROWS]) };
    await send('taken', file);
    expect((await send('taken', file)).body).toMatchObject({ code: 'bank.codeTaken' });
    expect((await send('taken', file, { dryRun: 'true' })).body).toMatchObject({ code: 'bank.codeTaken' });
    const empty = { name: '题库.xlsx', bytes: await xlsx([HEADING]) };
    expect((await send('empty', empty)).body).toMatchObject({ code: 'import.noRows' });
    expect((await send('other', file, { unitId: units.b })).status).toBe(404);
    const both = await Promise.all([send('race', file), send('race', file)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('the template’s own examples are questions, and its heading is understood', async () => {
    const params = { unitId: units.a };
    const reply = await keeper.call('bank.template', { params });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(reply.raw as unknown as ExcelJS.Buffer);
    const [sheet, notes] = workbook.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet];
    const texts = (row: ExcelJS.Row) => (row.values as ExcelJS.CellValue[]).slice(1);
    expect((await checked([texts(sheet.getRow(1))])).faults).toEqual([]);
    const rows: ExcelJS.CellValue[][] = [];
    notes.eachRow((row) => rows.push(texts(row)));
    const from = rows.findIndex(([first]) => first === '题型');
    const examples = await checked(rows.slice(from));
    expect([examples.faults, examples.questions.length]).toEqual([[], 3]);
  });
});
