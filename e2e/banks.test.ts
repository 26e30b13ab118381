import { fewUnits, liveHouse, signedIn, type LiveHouse } from '@leitai/testkit';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graveFaults } from './support/axe.ts';
import { People, picture } from './support/browser.ts';

const WEB = process.env['LEITAI_WEB'] ?? new URL('../packages/web/dist', import.meta.url).pathname;

/** An organiser's own questions, from a sheet to a bank that papers may be drawn from. */
describe('question banks', () => {
  let house: LiveHouse;
  let people: People;
  let page: Page;
  beforeAll(async () => {
    house = await liveHouse(undefined, { webRoot: WEB });
    const { a } = await fewUnits(house);
    const client = await signedIn(house, 'organizer', a);
    people = await People.start(house.url);
    const context = await people.person('desktop');
    await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: house.url })));
    page = await context.newPage();
  });
  afterAll(async () => {
    await people?.close();
    await house?.close();
  });

  const drop = (name: string, lines: readonly string[]) =>
    page.locator('input[type=file]').setInputFiles({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(`\uFEFF${lines.join('\n')}`),
    });
  const HEADING = '题型,题干,选项A,选项B,选项C,答案,解析';

  it('an empty shelf says what to do; a sheet without a name for its bank is not sent', async () => {
    await page.goto('/console/banks');
    await page.getByText('用 Excel 表格导入试题').waitFor();
    await picture(page, 'banks-empty');
    await page.getByRole('link', { name: '导入题库' }).click();
    await drop('题库.csv', [HEADING, '判断,水能导电。,,,,对,']);
    await page.locator('.ant-form-item-explain-error').first().waitFor();
    expect(await page.getByText('核对通过').count()).toBe(0);
  });

  it('faults are listed by row and column, and nothing is published', async () => {
    await page.getByLabel('题库名称').fill('安全知识题库');
    await page.getByLabel('代码').fill('safety-2026');
    await drop('题库.csv', [HEADING, '单选,火警电话是多少？,110,119,,C,', '填空,水能导__。,,,,电,']);
    await page.getByText('有 2 处需要修改').waitFor();
    const rows = page.locator('.ant-table-tbody tr.ant-table-row');
    expect(await rows.count()).toBe(2);
    expect(await rows.first().innerText()).toMatch(/2\s+答案\s+C\s+答案与选项对不上/);
    await picture(page, 'banks-faults');
    expect(await graveFaults(page)).toEqual([]);
  });

  it('a clean sheet is shown as understood, published, and opened with its keys', async () => {
    await drop('题库.csv', [
      HEADING,
      '单选,火警电话是多少？,110,119,120,B,119 是火警电话',
      '多选,高处作业要带什么？,安全带,安全网,手电,AB,',
      '判断,水能导电。,,,,对,',
    ]);
    await page.getByText('核对通过，共 3 题').waitFor();
    await picture(page, 'banks-checked');
    await page.getByRole('button', { name: '发布 3 题' }).click();
    await page.getByRole('link', { name: '安全知识题库' }).click();
    const cells = page.locator('.ant-table-tbody tr.ant-table-row');
    await cells.nth(2).waitFor();
    expect(await cells.nth(0).innerText()).toMatch(/单选[\s\S]*B\. 119[\s\S]*\sB\s/);
    expect(await cells.nth(1).innerText()).toContain('AB');
    expect(await cells.nth(2).innerText()).toMatch(/判断[\s\S]*对/);
    await picture(page, 'banks-open');
    expect(await graveFaults(page)).toEqual([]);
    expect(people.pageErrors).toEqual([]);
  });

  it('a code that is taken is refused in words', async () => {
    await page.goto('/console/banks/new');
    await page.getByLabel('题库名称').fill('另一个');
    await page.getByLabel('代码').fill('safety-2026');
    await drop('题库.csv', [HEADING, '判断,水能导电。,,,,对,']);
    await page.getByText('题库代码已被使用').waitFor();
  });
});
