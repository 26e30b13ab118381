import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testHouse, type TestHouse } from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBanks } from '../bank/index.ts';
import { importSeasonFolder, readShowMaterial } from './index.ts';

const FOLDER = new URL('../../../../../examples/beijing-2025/', import.meta.url);

describe('the example season', () => {
  let test: TestHouse;
  beforeAll(async () => {
    test = await testHouse();
  });
  afterAll(() => test.close());
  const count = async (table: string): Promise<number> => {
    const { rows } = await test.house.platform.pool.query<{ n: number }>(
      `select count(*) as n from ${table}`,
    );
    return rows[0]!.n;
  };

  /** A copy of the folder with one file changed. */
  async function broken(file: string, change: (text: string) => string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'leitai-season-'));
    await cp(FOLDER, folder, { recursive: true });
    await writeFile(join(folder, file), change(await readFile(join(folder, file), 'utf8')));
    return folder;
  }

  it.each([
    ['season.yaml', 'year: 2025', 'year: soon', 'season.yaml: year must be integer'],
    ['season.yaml', 'code: D02', 'code: D01', 'season.yaml: fields[0].directions[1].code duplicate'],
    ['season.yaml', 'unit: bj', 'unit: nowhere', 'season.yaml: unit names the unknown unit nowhere'],
    ['contests.yaml', 'tier: unit', 'tier: street', 'contests.yaml: contests/5/tier must be equal to one of'],
    [
      'contests.yaml',
      'flagship: true',
      'flagship: true\n    prize: 1',
      'contests.yaml: contests/0 must NOT have',
    ],
    [
      'contests.yaml',
      'field: F3',
      'field: F9',
      'contests.yaml: contests/0/field must be a field of the season',
    ],
    ['units.csv', 'xicheng,bj,', 'xicheng,bjx,', 'units.csv: line 4/parent must stand above'],
    ['units.csv', 'xicheng,', 'dongcheng,', 'units.csv: line 4 repeats dongcheng'],
    ['banks/civil-code.yaml', 'key: [3]', 'key: [4]', 'questions/0/key must name options'],
    ['banks/civil-code.yaml', 'key: true', 'key: [1]', 'questions/15/key must be true or false'],
    [
      'shows/ceair-ground.yaml',
      'points: "10"',
      'points: ten',
      'rounds/0/questions/0/points must match pattern',
    ],
    [
      'shows/civil-code.yaml',
      'answer: 2021年1月1日',
      'answer: C',
      'shows/civil-code.yaml: rounds/0/questions/0/answer must be one of the options',
    ],
    [
      'shows/civil-code.yaml',
      '- 2020年10月1日',
      '- 2020年5月28日',
      'rounds/0/questions/0/options/1 repeats 2020年5月28日',
    ],
    ['shows/civil-code.yaml', 'no: 2', 'no: 1', 'rounds/0/questions/1 repeats 1'],
  ])(
    'a fault in %s names file, place and rule, and stores nothing (%s → %s)',
    async (file, from, to, message) => {
      const folder = await broken(file, (text) => text.replace(from, to));
      await expect(importSeasonFolder(test.house.platform, folder)).rejects.toThrow(message);
      expect(await count('season')).toBe(0);
      expect(await count('unit')).toBe(0);
      await rm(folder, { recursive: true });
    },
  );

  it('is loaded once, however often it is asked for', async () => {
    const lines: string[] = [];
    const first = await importSeasonFolder(test.house.platform, FOLDER, (line) => lines.push(line));
    expect(first).toEqual({ units: 42, contests: 10, questions: 201 });
    expect(lines).toHaveLength(4);
    expect(await importSeasonFolder(test.house.platform, FOLDER)).toEqual({
      units: 0,
      contests: 0,
      questions: 0,
    });
    expect([
      await count('unit'),
      await count('contest'),
      await count('question'),
      await count('occupation'),
    ]).toEqual([42, 10, 201, 30]);
  });

  it('units stand where their codes say, with aliases', async () => {
    const { rows } = await test.house.platform.pool.query(
      `select path, (select count(*) from unit_alias where unit_id = unit.id) as aliases from unit where code = 'ceair-ground-vip'`,
    );
    expect(rows).toEqual([{ path: '/bj/ceair-bj/ceair-ground/ceair-ground-vip/', aliases: 1 }]);
  });

  it('banks keep true statements as [1], false ones as [0], and are read from memory the second time', async () => {
    const { db } = test.house.platform;
    const banks = await readBanks(db, ['civil-code', 'ground-service', 'none'], '/');
    expect(Object.keys(banks)).toEqual(['civil-code', 'ground-service']);
    const keys = new Set(
      banks['civil-code']!.filter(({ type }) => type === 'trueFalse').map(({ key }) => key.join()),
    );
    expect(keys).toEqual(new Set(['0', '1']));
    expect((await readBanks(db, ['civil-code'], '/'))['civil-code']).toBe(banks['civil-code']);
  });

  it('the show material is checked and handed on', async () => {
    const material = await readShowMaterial(FOLDER, 'ceair-ground');
    expect(material.rounds.map(({ kind }) => kind)).toEqual([
      'mandatory',
      'video',
      'charades',
      'buzzer',
      'risk',
      'decider',
    ]);
    await expect(readShowMaterial(FOLDER, '../season')).rejects.toThrow('is missing');
  });

  it('the Civil Code show names an article under every question, and its audience answers by option', async () => {
    const { rounds } = await readShowMaterial(FOLDER, 'civil-code');
    const questions = rounds.flatMap((round) =>
      'lists' in round ? [] : round.questions.map((question) => ({ kind: round.kind, ...question })),
    );
    expect(rounds.map(({ kind }) => kind)).toEqual(['mandatory', 'buzzer', 'audience', 'decider']);
    for (const { stem, explanation } of questions)
      expect(explanation, stem).toMatch(/第[一二三四五六七八九十百千零]+条/);
    const offered = questions.flatMap(({ kind, options }) => (kind === 'audience' ? [options?.length] : []));
    expect(new Set(offered)).toEqual(new Set([4]));
    const asked = questions.map(({ stem }) => stem);
    expect(new Set(asked).size).toBe(asked.length);
  });
});
