import { readFile } from 'node:fs/promises';
import { signedIn, testHouse, type Client, type TestHouse } from '@leitai/testkit';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importSeasonFolder } from '../example/index.ts';
import { xlsx } from '../../platform/sheet/xlsx.fixture.ts';

const FOLDER = new URL('../../../../../examples/beijing-2025/', import.meta.url);
const HEADING = ['队名', '座位', '姓名', '单位', '会员号'];
const VIP = '高端旅客服务中心';

describe('importing entries', () => {
  let test: TestHouse;
  let client: Client;
  let example: string[][];
  let teams: string;
  let persons: string;
  beforeAll(async () => {
    test = await testHouse();
    await importSeasonFolder(test.house.platform, FOLDER);
    const unit = await test.house.platform.db
      .selectFrom('unit')
      .select('id')
      .where('code', '=', 'ceair-bj')
      .executeTakeFirstOrThrow();
    client = await signedIn(test, 'organizer', unit.id);
    const season = (await client.call('season.list')).body.seasons[0]!;
    const create = async (code: string, template: string): Promise<string> => {
      const body = {
        seasonId: season.id,
        unitId: unit.id,
        code,
        title: '地服',
        template,
        tier: 'unit',
        fieldCode: null,
        directionCode: null,
      };
      const made = await client.call('contest.create', { body });
      expect(made.status).toBe(200);
      return made.body.id;
    };
    teams = await create('ceair-ground-2025', 'ground-service');
    persons = await create('persons', 'skill-theory');
    const csv = await readFile(new URL('entrants.csv', FOLDER), 'utf8');
    example = csv
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','));
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    for (const contestId of [teams, persons]) await client.call('entry.clear', { params: { contestId } });
  });

  const send = (contestId: string, file: { name: string; bytes: Buffer }, dryRun = false) =>
    client.call('entry.import', { params: { contestId }, query: dryRun ? { dryRun: 'true' } : {}, file });
  const csv = (rows: readonly (readonly string[])[]) => ({
    name: 'entrants.csv',
    bytes: Buffer.from(rows.map((row) => row.join(',')).join('\n')),
  });
  const team = (name: string, rows: readonly (readonly string[])[]) => [
    HEADING,
    ...rows.map((row) => [name, ...row]),
  ];
  const stored = async (): Promise<number[]> => {
    const { rows } = await test.house.platform.pool.query<{ n: number }>(
      'select count(*) as n from entry union all select count(*) from entrant',
    );
    return rows.map(({ n }) => n);
  };
  /** The report must refuse, and nothing may be stored. */
  async function faults(contestId: string, rows: readonly (readonly string[])[]) {
    const report = await send(contestId, csv(rows));
    expect(report.body).toMatchObject({ committed: false });
    expect(await stored()).toEqual([0, 0]);
    return report.body.faults.map(({ row, column, code }) => [row, column, code]);
  }

  it.each(['csv', 'xlsx'])(
    'PF-31 SK-23 the 36 entrants of the example as %s, aliases resolved',
    async (kind) => {
      const file = kind === 'csv' ? csv(example) : { name: 'entrants.xlsx', bytes: await xlsx(example) };
      const dry = await send(teams, file, true);
      expect(dry.body).toMatchObject({
        committed: false,
        entries: 12,
        entrants: 36,
        faults: [],
        moreFaults: 0,
      });
      expect(await stored()).toEqual([0, 0]);
      const done = await send(teams, file);
      expect(done.body).toMatchObject({ committed: true, entries: 12, entrants: 36 });
      const { entries } = (await client.call('entry.list', { params: { contestId: teams } })).body;
      expect(entries.map(({ name }) => name)).toEqual([...new Set(example.slice(1).map(([name]) => name))]);
      // 高端旅客中心 and 地服示例三分部 are aliases.
      expect(entries[0]).toMatchObject({ no: 1, name: '领航队', unitName: VIP, status: 'qualified' });
      expect(
        entries[0]!.entrants.map(({ entryNo, seat, unitName, memberNo }) => [
          entryNo,
          seat,
          unitName,
          memberNo,
        ]),
      ).toEqual([
        ['0101', 1, VIP, 'GH20253187'],
        ['0102', 2, VIP, 'GH20250642'],
        ['0103', 3, VIP, 'GH20257719'],
      ]);
      expect(entries[3]!.entrants[0]!.unitName).toBe('示例三分部');
      expect(entries[11]!.entrants[2]!.entryNo).toBe('1203');
      const again = await send(teams, file);
      expect(again.body.faults.filter(({ code }) => code === 'team.exists')).toHaveLength(12);
      expect(again.body.faults.filter(({ code }) => code === 'memberNo.duplicate')).toHaveLength(36);
      expect(await stored()).toEqual([12, 36]);
    },
  );

  it('two imports at once: one is stored, the other is told', async () => {
    const reports = await Promise.all([send(teams, csv(example)), send(teams, csv(example))]);
    expect(reports.map(({ body }) => body.committed).sort()).toEqual([false, true]);
    expect(await stored()).toEqual([12, 36]);
  });

  it('faults name row, column and rule, and nothing is stored', async () => {
    const good = [
      ['1', '沈亦宁', VIP, 'GH1'],
      ['2', '顾思远', VIP, 'GH2'],
      ['3', '梁若溪', VIP, 'GH3'],
    ];
    const change = (row: number, column: number, value: string) =>
      team(
        '领航队',
        good.map((cells, i) => (i === row ? cells.with(column, value) : cells)),
      );
    const cases: [string[][], [number, string, string][]][] = [
      [change(1, 0, ''), [[3, '座位', 'cell.missing']]],
      [change(1, 0, '4'), [[3, '座位', 'seat.invalid']]],
      [change(1, 0, '一'), [[3, '座位', 'seat.invalid']]],
      [change(1, 0, '1'), [[3, '座位', 'seat.duplicate']]],
      [change(0, 1, ' \u3000'), [[2, '姓名', 'cell.missing']]],
      [change(0, 1, '长'.repeat(41)), [[2, '姓名', 'name.tooLong']]],
      [change(0, 1, '沈\u202E宁'), [[2, '姓名', 'name.control']]],
      [change(0, 1, '=A1'), [[2, '姓名', 'cell.formula']]],
      [change(2, 2, ''), [[4, '单位', 'cell.missing']]],
      [change(2, 2, '不存在的单位'), [[4, '单位', 'unit.unknown']]],
      [change(2, 3, 'GH1'), [[4, '会员号', 'memberNo.duplicate']]],
      [change(2, 3, 'gh1'), [[4, '会员号', 'memberNo.duplicate']]],
      [change(2, 3, '号码'), [[4, '会员号', 'memberNo.invalid']]],
      [team('领航队', good.slice(0, 2)), [[2, '队名', 'team.sizeWrong']]],
      [
        team('领航队', [...good, ['1', '多一人', VIP, '']]),
        [
          [2, '队名', 'team.sizeWrong'],
          [5, '座位', 'seat.duplicate'],
        ],
      ],
      [team('', good.slice(0, 1)), [[2, '队名', 'cell.missing']]],
      [
        team(
          '领航队',
          good.map((row) => [...row, 'x']),
        ),
        [
          [2, 'F', 'cell.outside'],
          [3, 'F', 'cell.outside'],
          [4, 'F', 'cell.outside'],
        ],
      ],
    ] as [string[][], [number, string, string][]][];
    for (const [rows, want] of cases) expect(await faults(teams, rows)).toEqual(want);
  });

  it('DP-04 DP-24 personal numbers stop the import and are not repeated in the report', async () => {
    const rows = team('领航队', [
      ['1', '沈亦宁', VIP, '13800138000'],
      ['2', '顾思远11010519491231002X', VIP, ''],
      ['3', '梁若溪', '110105 19491231 002x', ''],
    ]);
    const report = await send(teams, csv(rows));
    expect(report.body.faults.map(({ row, code, value }) => [row, code, value])).toEqual([
      [2, 'cell.personalData', null],
      [3, 'cell.personalData', null],
      [4, 'cell.personalData', null],
    ]);
    expect(JSON.stringify(report.body)).not.toMatch(/13800138000|19491231/);
    const columns = [[...HEADING, '身份证号'], ...rows.slice(1)];
    expect(await faults(teams, columns)).toEqual([[1, '身份证号', 'column.unknown']]);
  });

  it('the heading names what is missing or double; its order is free', async () => {
    expect(
      await faults(teams, [
        ['队名', '姓名', '姓名'],
        ['a', 'b', 'c'],
      ]),
    ).toEqual([
      [1, '姓名', 'column.duplicate'],
      [1, '座位', 'column.missing'],
      [1, '单位', 'column.missing'],
      [1, '会员号', 'column.missing'],
    ]);
    const turned = example.map((row) => row.toReversed());
    expect((await send(teams, csv(turned))).body.committed).toBe(true);
  });

  it('PF-31 unknown units come with suggestions, ambiguous ones with the candidates', async () => {
    const { platform } = test.house;
    await platform.pool.query(
      `insert into unit_alias (unit_id, alias) select id, '某分部' from unit where code in ('ceair-ground-01', 'ceair-ground-02')`,
    );
    const report = await send(
      teams,
      csv(
        team('领航队', [
          ['1', '甲', '高端旅客服务中新', ''],
          ['2', '乙', '某分部', ''],
          ['3', '丙', '北京科技大学', ''],
        ]),
      ),
    );
    expect(
      report.body.faults.map(({ row, code, value, suggestions }) => [row, code, value, suggestions]),
    ).toEqual([
      [2, 'unit.unknown', '高端旅客服务中新', expect.arrayContaining([VIP])],
      [3, 'unit.ambiguous', '某分部', expect.arrayContaining(['示例一分部', '示例二分部'])],
    ]);
    await platform.pool.query(`delete from unit_alias where alias = '某分部'`);
  });

  it('XLSX: formulas are faults, a merged team name counts for all its rows', async () => {
    const rows = team('领航队', [
      ['1', '沈亦宁', VIP, ''],
      ['2', '顾思远', VIP, ''],
      ['3', '梁若溪', VIP, ''],
    ]);
    const formula = await xlsx(rows, (sheet) => {
      sheet.getCell('C3').value = { formula: 'C2', result: '顾思远' };
    });
    const report = await send(teams, { name: 'a.xlsx', bytes: formula });
    expect(report.body.faults).toMatchObject([{ row: 3, column: '姓名', code: 'cell.formula', value: null }]);
    const merged = await xlsx(rows, (sheet) => sheet.mergeCells('A2:A4'));
    expect((await send(teams, { name: 'a.xlsx', bytes: merged })).body).toMatchObject({
      committed: true,
      entries: 1,
      entrants: 3,
    });
    await client.call('entry.clear', { params: { contestId: teams } });
    const names = await xlsx(rows, (sheet) => sheet.mergeCells('C2:C3'));
    expect((await send(teams, { name: 'a.xlsx', bytes: names })).body.faults).toMatchObject([
      { row: 3, column: '姓名', code: 'cell.missing' },
    ]);
  });

  it('the first 200 faults are listed, the others counted', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => ['队', '9', `员${i}`, VIP, '']);
    const report = await send(teams, csv([HEADING, ...rows]));
    expect(report.body.faults).toHaveLength(200);
    expect(report.body.moreFaults).toBe(101);
  });

  it('refused files answer with their code', async () => {
    const cases: [string, Buffer, string][] = [
      ['a.csv', Buffer.from(HEADING.join(',')), 'import.noRows'],
      ['a.xlsx', Buffer.from('no zip'), 'import.notXlsx'],
      ['a.csv', Buffer.from(`${HEADING.join(',')}\n${'a,1,b,c,d\n'.repeat(2001)}`), 'import.tooManyRows'],
    ];
    for (const [name, bytes, code] of cases) {
      const { status, body } = await send(teams, { name, bytes });
      expect([status, body]).toMatchObject([409, { code }]);
    }
    const huge = await send(teams, { name: 'a.csv', bytes: Buffer.alloc(9 * 1024 * 1024, 0x61) });
    expect([huge.status, huge.body]).toMatchObject([413, { code: 'request.tooLarge' }]);
    const nothing = await client.call('entry.import', { params: { contestId: teams }, body: {} });
    expect([nothing.status, nothing.body]).toMatchObject([400, { code: 'request.invalid' }]);
    expect(await stored()).toEqual([0, 0]);
  });

  it('DP-23 persons of one name are told apart by unit; without numbers twins are refused', async () => {
    const heading = HEADING.slice(2);
    const twins = [
      heading,
      ['张伟', VIP, 'GH1'],
      ['张伟', '示例一分部', 'GH2'],
      ['张伟', VIP, 'GH3'],
      ['李芳', VIP, ''],
    ];
    expect((await send(persons, csv(twins))).body).toMatchObject({
      committed: true,
      entries: 4,
      entrants: 4,
    });
    const { entries } = (await client.call('entry.list', { params: { contestId: persons } })).body;
    expect(entries.map(({ name, entrants }) => [name, entrants[0]!.entryNo])).toEqual([
      ['张伟（高端中心）', '0001'],
      ['张伟（一分部）', '0002'],
      ['张伟（高端中心，2）', '0003'],
      ['李芳', '0004'],
    ]);
    const again = await send(persons, csv([heading, ['李芳', VIP, '']]));
    expect(again.body.faults).toMatchObject([{ row: 2, column: '姓名', code: 'person.duplicate' }]);
    const more = await send(persons, csv([heading, ['李芳', '示例一分部', 'GH9']]));
    expect(more.body).toMatchObject({ committed: true, preview: [{ team: '李芳（一分部）', seat: 1 }] });
  });

  it('PF-30 the template can be filled in and imported; unit names are there to choose from', async () => {
    const file = await client.call('entry.template', { params: { contestId: teams } });
    expect(file.status).toBe(200);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file.raw as unknown as ExcelJS.Buffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['报名表', '填写说明', '单位名录']);
    const [sheet, , units] = workbook.worksheets;
    expect(sheet!.getRow(1).values).toEqual([undefined, ...HEADING]);
    expect(units!.getColumn(1).values).toContain(VIP);
    // Only the organiser's own branch.
    expect(units!.getColumn(1).values).not.toContain('北京科技大学工会');
    expect(sheet!.getCell('D2').dataValidation).toMatchObject({ type: 'list' });
    expect((await send(teams, { name: 'a.xlsx', bytes: file.raw })).body).toMatchObject({
      code: 'import.noRows',
    });
    example.slice(1).forEach((row, i) => {
      sheet!.getRow(i + 2).values = row;
    });
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    expect((await send(teams, { name: 'a.xlsx', bytes })).body).toMatchObject({
      committed: true,
      entrants: 36,
    });
  });

  it('an import and a clearing leave their audit rows, without names', async () => {
    await send(teams, csv(example));
    await client.call('entry.clear', { params: { contestId: teams } });
    const { rows } = await test.house.platform.pool.query<{ action: string; detail: unknown }>(
      `select action, detail from audit where action like 'entry.%' order by seq desc limit 2`,
    );
    expect(rows).toEqual([
      { action: 'entry.clear', detail: { entries: 12 } },
      { action: 'entry.import', detail: { entrants: 36, entries: 12, file: 'entrants.csv' } },
    ]);
  });
});
