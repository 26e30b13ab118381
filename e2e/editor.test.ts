import { AxeBuilder } from '@axe-core/playwright';
import type { ShowConfig } from '@leitai/rules/show';
import { Client, fewUnits, liveHouse, showContest, signedIn, type LiveHouse } from '@leitai/testkit';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, confirm, dialog } from './support/antd.ts';
import { People, picture } from './support/browser.ts';

const WEB = process.env['WEB_ROOT'] ?? new URL('../packages/web/dist', import.meta.url).pathname;

describe('the editor of rounds', () => {
  let live: LiveHouse;
  let people: People;
  let page: Page;
  let client: Client;
  let stageId: string;
  let at: string;
  beforeAll(async () => {
    live = await liveHouse(undefined, { webRoot: WEB });
    const { a } = await fewUnits(live);
    client = await signedIn(live, 'organizer', a);
    const show = await showContest(live.house, a, { code: 'editor', teams: 2, preset: 'std-3' });
    stageId = show.stageId;
    at = `/console/contests/${show.contestId}/stages/${stageId}`;
    people = await People.start(live.url);
    const context = await people.person('desktop');
    await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: live.url })));
    page = await context.newPage();
    await page.goto(at);
  });
  afterAll(async () => {
    await people?.close();
    await live?.close();
  });

  const stored = async (): Promise<ShowConfig> =>
    (await client.call('show.get', { params: { stageId } })).body.config as unknown as ShowConfig;
  const panel = () => page.locator('.ant-collapse-item-active').last();
  const printed = () => panel().getByRole('complementary', { name: '印在竞赛规则上的文字' }).innerText();
  const faults = async (): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
  };

  it('QZ-20 a speed round is added, its printed rule follows every setting, and the server has it', async () => {
    await page.getByRole('button', { name: '添加环节' }).click();
    await picture(page, 'add');
    await dialog(page).getByRole('radio', { name: '计时', exact: true }).click();
    await picture(page, 'add-speed');
    await confirm(page, '添加');
    expect(await printed()).toContain('由 20 分均匀降至 10 分');
    await picture(page, 'speed');
    await panel().getByLabel('每题分值').fill('30.5');
    await panel().getByLabel('最低得分').fill('5');
    await panel().getByLabel('答题时限').fill('１５');
    await panel().getByRole('switch', { name: '答错即出局' }).click();
    expect(await printed()).toContain('由 30.5 分均匀降至 5 分');
    expect(await printed()).toContain('限时 15 秒');
    expect(await printed()).toContain('退出本轮');
  });
});
