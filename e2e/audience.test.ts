import { AxeBuilder } from '@axe-core/playwright';
import type { HostView } from '@leitai/rules/show';
import {
  audienceShow,
  cookieOf,
  fewUnits,
  hostPage,
  liveHouse,
  playShow,
  showContest,
  signedIn,
  type LiveHouse,
  type LivePage,
  type ShowContest,
} from '@leitai/testkit';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { People, picture } from './support/browser.ts';

const WEB = process.env['LEITAI_WEB'] ?? new URL('../packages/web/dist', import.meta.url).pathname;

/** The hall with real pages: two phones, the big screen and the host's desk, from the question to the prize. */
describe('the audience takes part', () => {
  let house: LiveHouse;
  let people: People;
  let show: ShowContest;
  let desk: LivePage<HostView>;
  let screen: Page;
  let host: Page;
  let phone: Page;
  let small: Page;

  beforeAll(async () => {
    house = await liveHouse(undefined, { webRoot: WEB });
    const units = await fewUnits(house);
    const organizer = await signedIn(house, 'organizer', units.a);
    show = await showContest(house.house, units.a, { code: 'hall', teams: 8, preset: 'std-3' });
    await audienceShow(organizer, show);
    const { body } = await organizer.call('show.links', { params: { stageId: show.stageId } });
    people = await People.start(house.url);
    desk = await hostPage(house.url, show.stageId, cookieOf(organizer));
    screen = await people.page('screen', body.screen);
    phone = await people.page('phone', body.audience);
    small = await people.page('phone', body.audience);
    await small.setViewportSize({ width: 320, height: 568 });
    const context = await people.person('desktop');
    await context.addCookies(
      [...organizer.cookies].map(([name, value]) => ({ name, value, url: house.url })),
    );
    host = await context.newPage();
    await host.goto(body.host);
  });
  afterAll(async () => {
    desk?.close();
    await people?.close();
    await house?.close();
  });

  async function looked(page: Page, name: string): Promise<void> {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await picture(page, `${name}-${colorScheme}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(grave.map(({ id, nodes }) => `${name} ${id} ${nodes[0]!.target.join(' ')}`)).toEqual([]);
    }
  }
  const code = (page: Page): Promise<string> => page.locator('.crowd-code b').innerText();
  const option = (page: Page, text: string) => page.locator('.crowd-option', { hasText: text });
  const panel = (name: string) => host.locator('.crowd-panel').getByRole('button', { name });

  it('QZ-37 a phone is somebody without an account, and the same one after a reload', async () => {
    const own = await code(phone);
    expect(own).toMatch(/^[2-9A-HJKMNP-Z]{5}$/);
    expect(await code(small)).not.toBe(own);
    await phone.reload();
    expect(await code(phone)).toBe(own);
    await looked(phone, 'phone-lobby');
  });

  it('QZ-20 a question is answered, changed, counted and told; the right ones may win', async () => {
    await playShow(desk, new Map(), { until: ({ phase }) => phase === 'reading' });
    await host.getByRole('button', { name: '接管主持台' }).first().click();
    await picture(host, 'host-reading');
    await panel('请观众作答').click();
    await option(phone, '甲').click();
    await phone.getByText('已收到').waitFor();
    await option(phone, '丁 1').click();
    await expect.poll(() => option(phone, '丁 1').getAttribute('aria-pressed')).toBe('true');
    await phone.getByText('已收到').waitFor();
    for (const button of await phone.locator('.crowd-option').all())
      expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(48);
    await looked(phone, 'phone-asking');
    await option(small, '乙').click();
    await small.getByText('已收到').waitFor();
    await looked(small, 'small-asking');
    await screen.getByText('已有 2 人作答').waitFor();
    await picture(screen, 'screen-asking');
    await host.getByText('已有 2 人作答').waitFor();
    await looked(host, 'host-asking');

    // A phone that is loaded again while it is asked knows what it has said.
    await phone.reload();
    await expect.poll(() => option(phone, '丁 1').getAttribute('aria-pressed')).toBe('true');

    await panel('截止作答').click();
    await phone.getByText('已截止，等待公布答案').waitFor();
    expect(await phone.locator('.crowd-bars .right').count()).toBe(0);
    await looked(small, 'small-counted');
    await picture(screen, 'screen-counted');
    await host.locator('button.next', { hasText: '公布答案' }).click();
    await phone.getByText('你答对了').waitFor();
    await small.getByText('你答错了').waitFor();
    await looked(phone, 'phone-revealed');
    await picture(screen, 'screen-revealed');
    await picture(host, 'host-revealed');

    await panel('抽出 1 人').click();
    await phone.getByText('您中奖了').waitFor();
    expect(await phone.locator('.crowd-won b').innerText()).toBe(await code(phone));
    await small.getByText('中奖参与码').waitFor();
    await looked(phone, 'phone-won');
    await screen.getByText(await code(phone)).waitFor();
    await picture(screen, 'screen-won');
    await looked(host, 'host-won');
  });

  it('QZ-20 cheers of a thumb arrive on the screen in one frame a second', async () => {
    const button = phone.locator('.cheer button', { hasText: '第3队' });
    for (let taps = 0; taps < 7; taps += 1) await button.click();
    await small.locator('.cheer button', { hasText: '第5队' }).click();
    await expect
      .poll(() => screen.locator('.cheer-row .num').allInnerTexts(), { timeout: 8_000 })
      .toEqual(['0', '0', '7', '0', '1', '0', '0', '0']);
    await button.scrollIntoViewIfNeeded();
    await looked(phone, 'phone-cheer');
  });

  it('QZ-20 a poll of the host’s own words', async () => {
    await panel('发起投票').click();
    const dialog = host.getByRole('dialog');
    await dialog.getByLabel('投票题目').fill('您最喜欢哪一轮？');
    await dialog.getByLabel('选项 1').fill('必答题');
    await dialog.getByLabel('选项 2').fill('抢答题');
    await dialog.getByRole('button', { name: '增加选项' }).click();
    await dialog.getByRole('textbox', { name: '选项 3' }).fill('风险题，选多少分由自己定');
    await looked(host, 'host-poll-dialog');
    await dialog.getByRole('button', { name: '开始投票' }).click();
    await option(phone, '抢答题').click();
    await phone.getByText('已收到').waitFor();
    await small.getByRole('button', { name: '大字' }).click();
    await looked(small, 'small-poll-elder');
    expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await picture(screen, 'screen-poll');
    await panel('截止投票').click();
    await phone.getByText('投票结束').waitFor();
    await looked(phone, 'phone-poll-result');
    await picture(screen, 'screen-poll-result');
    await host.locator('button.next').click();
    await expect.poll(() => phone.getByText('投票结束').count()).toBe(0);
    expect(await screen.locator('.crowd-scene').count()).toBe(0);
    expect(people.pageErrors).toEqual([]);
  });
});
