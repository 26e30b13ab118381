import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import type { HostView, PressRecord, TeamView } from '@leitai/rules/show';
import {
  act,
  buzzerShow,
  cookieOf,
  fewUnits,
  hostPage,
  liveHouse,
  playShow,
  showContest,
  signedIn,
  teamPage,
  type Client,
  type LiveHouse,
  type LivePage,
  type ShowContest,
} from '@leitai/testkit';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../../platform/audit.ts';

/** A PDF's words without its blanks. */
const wordsOf = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString().replaceAll(/\s/g, '');

describe('after the show', () => {
  let test: LiveHouse;
  let organizer: Client;
  let show: ShowContest;
  let key: string;
  let host: LivePage<HostView>;
  const pages = new Map<string, LivePage<TeamView>>();
  const params = () => ({ stageId: show.stageId });
  const replay = (query: Record<string, string>, stageId = show.stageId) =>
    test.client().call('show.replay', { params: { stageId }, query });

  beforeAll(async () => {
    test = await liveHouse();
    const units = await fewUnits(test);
    organizer = await signedIn(test, 'organizer', units.a);
    show = await showContest(test.house, units.a, { code: 'after', teams: 3, preset: 'std-3' });
    await buzzerShow(organizer, show, { afterWrong: 'reopen' });
    const { replay: path } = (await organizer.call('show.links', { params: params() })).body;
    expect(path).toMatch(new RegExp(`^/replay/${show.stageId}\\?key=[\\w-]{43}$`));
    key = new URL(path, test.url).searchParams.get('key')!;
    host = await hostPage(test.url, show.stageId, cookieOf(organizer));
    for (const { id, cookie } of show.teams) pages.set(id, await teamPage(test.url, show.stageId, cookie));

    await act(host, { type: 'mapInput', input: 'key:KeyQ', team: show.teams[1]!.id });
    await act(host, { type: 'startTest' });
    for (const { id } of show.teams.slice(0, 2))
      await pages.get(id)!.cmd({ type: 'press', question: 'test' });
    await act(host, { type: 'endTest' });
    await playShow(host, pages, {
      until: ({ question, phase }) => question?.id === 'q2' && phase === 'reading',
    });
    const [a, b] = show.teams;
    await act(host, { type: 'adjust', team: a!.id, delta: '0.1', reason: '计时误差补分' });
    await act(host, { type: 'adjust', team: a!.id, delta: '-20', reason: '桌面有纸条' });
    await act(host, {
      type: 'reverse',
      ledgerNo: host.ledger.at(-1)!.no,
      reason: '纸条系工作人员遗留',
    });
    await act(host, { type: 'pause', reason: 'equipmentFault', note: '二号台断线' });
    await act(host, { type: 'resume' });
    await act(host, { type: 'fileProtest', team: b!.id, question: 'q1', text: '认为本队先按下' });
    await act(host, { type: 'ruleProtest', no: 1, verdict: 'dismissed', note: '记录显示晚于首位' });
  }, 60_000);
  afterAll(() => test.close());

  it('before the end there is no replay and no result sheet, with the right key too; the ledger there is', async () => {
    expect(await replay({ key })).toMatchObject({ status: 409, body: { code: 'show.notFinished' } });
    expect((await organizer.call('show.result', { params: params() })).body).toMatchObject({
      code: 'show.notFinished',
    });
    expect((await organizer.call('show.ledger', { params: params() })).status).toBe(200);
    await playShow(host, pages, { until: ({ phase }) => phase === 'finished' });
  }, 60_000);

  it('a missing, forged or foreign key and a show that is not there sound alike', async () => {
    const { screen } = (await organizer.call('show.links', { params: params() })).body;
    const foreign = new URL(screen, test.url).searchParams.get('key')!;
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const refused = await Promise.all([
      replay({}),
      replay({ key: '' }),
      replay({ key: `${key}A` }),
      replay({ key: `${key.slice(0, -2)}AA` }),
      replay({ key: foreign }),
      replay({ key }, show.contestId),
      replay({ key }, nowhere),
    ]);
    for (const { status, body } of refused) expect([status, body]).toMatchObject([404, { code: 'notFound' }]);
  });

  it('QZ-32 the replay tells every press with Δms and verdict, the totals end as the board, and nothing leaks', async () => {
    const { status, body, raw } = await replay({ key });
    expect(status).toBe(200);
    const state = host.view!;
    expect(body.teams.map(({ name, table }) => [name, table])).toEqual([
      ['第1队', 1],
      ['第2队', 2],
      ['第3队', 3],
    ]);
    const record = (await organizer.call('show.record', { params: params() })).body;
    const presses = body.moments.filter(({ type }) => type === 'press');
    expect(presses.map(({ team, deltaMs, verdict }) => ({ team, deltaMs, verdict }))).toEqual(
      record.presses.map(({ team, deltaMs, verdict }) => ({ team, deltaMs, verdict })),
    );
    expect(presses.map(({ uncertaintyMs }) => uncertaintyMs)).toEqual(
      record.presses.map(({ uncertaintyMs }) => uncertaintyMs),
    );
    for (const { at, pressedAt, basis } of record.presses as unknown as PressRecord[])
      expect([basis, pressedAt <= at]).toEqual([expect.stringMatching(/^(claimed|fallback|arrival)$/), true]);
    expect(presses.length).toBeGreaterThanOrEqual(6);
    const totals = body.moments.at(-1)!['totals'] as string[];
    for (const { team, total } of state.scores)
      expect(totals[body.teams.findIndex(({ id }) => id === team)]).toBe(total);
    expect(body.faultMs).toBeGreaterThanOrEqual(0);
    const text = raw.toString();
    const people = host.ledger.map(({ by }) => by).filter((by) => by !== 'system');
    expect(people.length).toBeGreaterThan(0);
    for (const secret of [
      '题目 d2',
      '答案机密 d2',
      ...people,
      '二号台断线',
      '认为本队先按下',
      '记录显示晚于首位',
      'key:KeyQ',
      'organizer',
    ])
      expect(text).not.toContain(secret);
    for (const told of ['答案机密 q1', '题目 q3', '桌面有纸条', '纸条系工作人员遗留'])
      expect(text).toContain(told);
  });

  it('QZ-11 the workbook holds every row and press; its sums are formulas that come to the board’s totals', async () => {
    const { raw } = await organizer.call('show.ledger', { params: params() });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(raw as never);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '得分明细',
      '各队总分',
      '抢答记录',
      '暂停与故障',
      '异议',
    ]);
    const record = (await organizer.call('show.record', { params: params() })).body;
    const rows = cells(workbook, '得分明细');
    expect(rows.map((row) => [row['序号'], row['分值']])).toEqual(
      record.ledger.map(({ no, delta }) => [no, Number(delta)]),
    );
    expect(rows.at(-1)).toMatchObject({ 环节: '1 抢答题', 题号: 'q3', 题干: '题目 q3' });
    expect(rows.find((row) => row['冲正序号'])).toMatchObject({
      原因: '冲正',
      说明: '纸条系工作人员遗留',
      分值: 20,
    });
    const stored = new Date(Number(record.ledger[0]!['at']) + 8 * 3_600_000).toISOString();
    expect((rows[0]!['时间'] as Date).toISOString().slice(0, 19)).toBe(stored.slice(0, 19));

    // What Excel would compute: each SUMIFS by hand over the sheet that was written.
    const totals = workbook.getWorksheet('各队总分')!;
    const labels = totals.getColumn(1).values.slice(1) as string[];
    expect(labels).toEqual([
      '环节',
      '台号',
      '基础分',
      '1 抢答题',
      '环节外',
      '合计',
      '记分牌',
      '核对',
      '名次',
    ]);
    for (const [i, { name, id }] of show.teams.entries()) {
      const column = totals.getColumn(i + 2).values as ExcelJS.CellFormulaValue[];
      expect(column[1]).toBe(`${i + 1} 号台 ${name}`);
      const parts = [3, 4, 5].map((row) => {
        const { formula, result } = column[row]!;
        const own = rows.filter((line) => line['环节'] === labels[row - 1] && line['台号'] === i + 1);
        const sum = own.reduce((all, line) => all + Number(line['分值']), 0);
        expect(formula).toBe(
          `SUMIFS('得分明细'!$H$2:$H$${rows.length + 1},'得分明细'!$C$2:$C$${rows.length + 1},$A${row},` +
            `'得分明细'!$F$2:$F$${rows.length + 1},${'BCD'[i]}$2)`,
        );
        // The library leaves a result of 0 out.
        expect(result ?? 0).toBeCloseTo(sum, 9);
        return sum;
      });
      expect(column[6]).toMatchObject({ formula: `SUM(${'BCD'[i]}3:${'BCD'[i]}5)` });
      const board = host.view!.scores.find(({ team }) => team === id)!;
      expect(parts.reduce((a, b) => a + b)).toBeCloseTo(Number(board.total), 9);
      expect(column[7]).toBe(Number(board.total));
      expect(column[9]).toBe(board.place);
    }

    expect(cells(workbook, '抢答记录').map((row) => [row['用时（毫秒）'], row['判定']])).toEqual(
      record.presses.map(({ deltaMs, verdict }) => [
        Math.round(Number(deltaMs) * 10) / 10,
        verdict === 'first' ? '抢到' : '未抢到',
      ]),
    );
    expect(cells(workbook, '暂停与故障')[0]).toMatchObject({ 原因: '设备故障' });
    expect(cells(workbook, '异议')).toMatchObject([{ 编号: 1, 代表队: '第2队', 裁定: '不成立' }]);
    // DP-24: teams, no people and no free words about them.
    const text = JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()));
    for (const word of ['organizer', '选手', '认为本队先按下', '二号台断线'])
      expect(text).not.toContain(word);
  });

  it('the result sheet is a paper to sign: places, sums, faults, protests, corrections and the digest of the log', async () => {
    const { raw } = await organizer.call('show.result', { params: params() });
    const words = wordsOf(raw);
    const { rows } = await test.house.platform.pool.query<{ event: unknown }>(
      'select event from show_event where stage_id = $1 order by seq',
      [show.stageId],
    );
    const log = rows.map(({ event }) => `${JSON.stringify(canonical(event))}\n`).join('');
    expect(words).toContain(createHash('sha256').update(log).digest('hex'));
    for (const { team, total, place } of host.view!.scores) {
      const { name } = show.teams.find(({ id }) => id === team)!;
      expect(words).toContain(
        `${place}${show.teams.findIndex(({ id }) => id === team) + 1}${name}${total!.replace('-', '−')}`,
      );
    }
    for (const part of [
      '成绩确认单',
      '设备故障累计',
      '认为本队先按下',
      '不成立',
      '记录显示晚于首位',
      '桌面有纸条',
    ])
      expect(words).toContain(part);
    for (const role of ['主持人：', '裁判长：', '记分员：', '监督：', '第1页']) expect(words).toContain(role);
    expect(raw.toString('latin1').match(/\/FontFile2/g)!.length).toBeGreaterThanOrEqual(1);
  });

  it('QZ-33 the sheet of the test press lists each device that was heard, and those that were not', async () => {
    const { raw } = await organizer.call('show.testSheet', { params: params() });
    const words = wordsOf(raw);
    for (const part of ['抢答器试按记录', '1第1队手机', '2第2队key:KeyQ', '3第3队手机', '未收到', '技术保障'])
      expect(words).toContain(part);
    expect(words).toContain('共4件设备，2件未收到');
  });

  it('DP-24 who took a file out is in the audit', async () => {
    const { rows } = await test.house.platform.pool.query<{ file: string; actor: string }>(
      `select detail->>'file' as file, actor from audit where action = 'show.export' order by seq`,
    );
    expect(rows.map(({ file }) => file)).toEqual([
      'ledger.xlsx',
      'ledger.xlsx',
      'result.pdf',
      'test-sheet.pdf',
    ]);
    for (const { actor } of rows) expect(actor).not.toBe('');
  });
});

/** The rows of a sheet by the titles of its columns. */
function cells(workbook: ExcelJS.Workbook, name: string): Record<string, ExcelJS.CellValue>[] {
  const sheet = workbook.getWorksheet(name)!;
  const titles = sheet.getRow(1).values as string[];
  const rows: Record<string, ExcelJS.CellValue>[] = [];
  sheet.eachRow((row, no) => {
    const values = row.values as ExcelJS.CellValue[];
    if (no > 1) rows.push(Object.fromEntries(titles.slice(1).map((title, i) => [title, values[i + 1]])));
  });
  return rows;
}
