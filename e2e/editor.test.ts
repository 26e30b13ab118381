import { AxeBuilder } from '@axe-core/playwright';
import type { ShowConfig } from '@leitai/rules/show';
import {
  type Client,
  cookieOf,
  fewUnits,
  hostPage,
  liveHouse,
  showContest,
  signedIn,
  type LiveHouse,
} from '@leitai/testkit';
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
    // Who writes already is not called to the field that the new part would begin with.
    const points = panel().getByLabel('每题分值');
    await points.focus();
    await page.waitForTimeout(500);
    expect(await points.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await printed()).toContain('由 20 分均匀降至 10 分');
    await picture(page, 'speed');
    await points.fill('30.5');
    await panel().getByLabel('最低得分').fill('5');
    await panel().getByLabel('答题时限').fill('１５');
    await panel().getByRole('switch', { name: '答错即出局' }).click();
    await expect.poll(printed).toContain('由 30.5 分均匀降至 5 分');
    expect(await printed()).toContain('答题限时 15 秒');
    expect(await printed()).toContain('退出本轮');

    await panel().getByRole('button', { name: '从 Excel 粘贴' }).click();
    await dialog(page)
      .getByRole('textbox')
      .fill('题目\t选项A\t选项B\t答案\n先做什么\t断电\t泼水\tA\n再做什么\t报告\t离开\tA');
    await dialog(page).getByText('识别出 2 题').waitFor();
    expect(await faults()).toEqual([]);
    await confirm(page, '添加 2 题');
    await page.getByRole('button', { name: '保存环节与题目' }).click();
    await page.getByText('已保存', { exact: true }).waitFor();
    expect((await stored()).rounds[3]).toMatchObject({
      kind: 'speed',
      points: '30.5',
      floorPoints: '5',
      timeLimitSec: 15,
      wrongIsOut: true,
      questions: [
        { stem: '先做什么', answer: '断电', options: ['断电', '泼水'] },
        { stem: '再做什么', answer: '报告' },
      ],
    });
    await page.reload();
    await page.getByRole('button', { name: /4\. 计时答题/ }).click();
    await expect.poll(() => panel().getByLabel('每题分值').inputValue()).toBe('30.5');
    await picture(page, 'saved');
  });

  it('a wrong value is refused beside its field, holds the print and the save, and is taken back by Ctrl+Z', async () => {
    const points = panel().getByLabel('每题分值');
    await points.fill('三十');
    await panel().getByText('请填写数字（不小于 0）').waitFor();
    expect(await points.getAttribute('aria-invalid')).toBe('true');
    expect(await printed()).toContain('由 30.5 分');
    await panel().getByLabel('答题时限').fill('2.5');
    await panel().getByText('请填写整数（不小于 1）').waitFor();
    await picture(page, 'wrong');
    expect(await faults()).toEqual([]);
    await panel().getByLabel('最低得分').focus();
    await page.getByRole('button', { name: '保存环节与题目' }).click();
    await page.getByText('填写有误，尚未保存').waitFor();
    // The first wrong field has the focus.
    await expect.poll(() => points.evaluate((field) => field === document.activeElement)).toBe(true);
    expect((await stored()).rounds[3]).toMatchObject({ points: '30.5', timeLimitSec: 15 });
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => points.inputValue()).toBe('30.5');
    expect(await panel().getByLabel('答题时限').inputValue()).toBe('15');
    expect(await page.getByRole('button', { name: '重做' }).isEnabled()).toBe(true);
  });

  it('QZ-20 known rules and a whole programme are shown before they are taken, and can be undone', async () => {
    const second = page.getByRole('button', { name: /2\. 抢答题/ });
    await second.click();
    const buzzer = page.locator('.ant-collapse-item-active', { has: page.getByLabel('抢答时限') });
    await buzzer.getByRole('button', { name: '套用常见规则' }).click();
    await dialog(page)
      .getByRole('radio', { name: /两次犯规/ })
      .click();
    expect(await dialog(page).locator('mark').allInnerTexts()).toHaveLength(2);
    await picture(page, 'apply');
    await confirm(page, '套用（题目不变）');
    await buzzer.getByLabel('几队答错后交观众').waitFor();
    expect(await buzzer.getByLabel('几队答错后交观众').inputValue()).toBe('2');
    await choose(buzzer, '答错之后', '本题作废');
    await expect.poll(() => buzzer.getByLabel('几队答错后交观众').count()).toBe(0);

    await page.getByRole('button', { name: '选用整套赛制' }).click();
    await dialog(page)
      .getByRole('radio', { name: /民法典/ })
      .click();
    await dialog(page).getByText('“计时答题”及其 2 道题将被移出').waitFor();
    await picture(page, 'preset');
    await confirm(page, '换用这套赛制');
    await page.getByRole('button', { name: /3\. 观众题/ }).waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('button', { name: /4\. 计时答题/ }).waitFor();
    await page.getByRole('button', { name: '放弃修改' }).click();
    expect((await stored()).rounds.map(({ kind }) => kind)).toEqual(['mandatory', 'buzzer', 'risk', 'speed']);
  });

  it('a show that has begun is looked at and printed, not changed', async () => {
    const config = await stored();
    const question = (id: string, points = '10') => ({ id, stem: `题 ${id}`, answer: '答', points });
    const rounds = config.rounds.map((round) =>
      round.kind === 'speed'
        ? round
        : { ...round, questions: [1, 2, 3, 4, 5, 6].map((no) => question(`${round.id}-${no}`)) },
    );
    const saved = await client.call('show.update', {
      params: { stageId },
      body: { config: { ...config, tableOrder: 'listed', rounds } },
    });
    expect(saved.status).toBe(200);
    const host = await hostPage(live.url, stageId, cookieOf(client));
    expect(await host.cmd({ type: 'start', step: host.view!.step })).toMatchObject({ ok: true });
    host.close();
    await page.goto(at);
    await page.getByText('此处只供查看').waitFor();
    await page.getByRole('button', { name: /4\. 计时答题/ }).click();
    await panel().getByText('先做什么').waitFor();
    expect(await panel().getByLabel('每题分值').isDisabled()).toBe(true);
    for (const name of ['添加环节', '编辑', '添加题目', '保存环节与题目', '删除', '套用常见规则'])
      expect(await page.getByRole('button', { name }).count(), name).toBe(0);
    await picture(page, 'started');
    expect(await faults()).toEqual([]);
    await page.getByRole('link', { name: '打印规则' }).click();
    await page.getByRole('heading', { name: '五、计时答题' }).waitFor();
    await page.getByText('由 30.5 分均匀降至 5 分').waitFor();
    expect(people.pageErrors).toEqual([]);
  });
});
