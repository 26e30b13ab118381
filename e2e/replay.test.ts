import { AxeBuilder } from '@axe-core/playwright';
import type { HostView, TeamView } from '@leitai/rules/show';
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
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { People, picture } from './support/browser.ts';

const PAGES = process.env['WEB_ROOT'] ?? new URL('../packages/web/dist', import.meta.url).pathname;

/** A finished show as anyone with its address reads it, and what its officer takes away. */
describe('after a show', () => {
  let test: LiveHouse;
  let people: People;
  let organizer: Client;
  let show: ShowContest;
  let host: LivePage<HostView>;
  let replay: string;

  beforeAll(async () => {
    test = await liveHouse(undefined, { webRoot: PAGES });
    people = await People.start(test.url);
    const units = await fewUnits(test);
    organizer = await signedIn(test, 'organizer', units.a);
    show = await showContest(test.house, units.a, { code: 'replay', teams: 3, preset: 'std-3' });
    await buzzerShow(organizer, show, { afterWrong: 'reopen' });
    const params = { stageId: show.stageId };
    replay = (await organizer.call('show.links', { params })).body.replay;
    host = await hostPage(test.url, show.stageId, cookieOf(organizer));
    const teams = new Map<string, LivePage<TeamView>>();
    for (const { id, cookie } of show.teams) teams.set(id, await teamPage(test.url, show.stageId, cookie));
    await playShow(host, teams, {
      until: ({ question, phase }) => question?.id === 'q2' && phase === 'reading',
    });
    const team = show.teams[0]!.id;
    await act(host, { type: 'adjust', team, delta: '-20', reason: '桌面有纸条' });
    await act(host, { type: 'pause', reason: 'equipmentFault' });
    await act(host, { type: 'resume' });
    await playShow(host, teams);
  });
  afterAll(async () => {
    expect(people?.pageErrors ?? []).toEqual([]);
    await people?.close();
    await test?.close();
  });

  async function faults(page: Page, name: string): Promise<string[]> {
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.waitForTimeout(400);
      await picture(page, `${name}-${colorScheme}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical') found.push(`${id} ${String(nodes[0]?.target)}`);
    }
    return found;
  }
  const running = (page: Page): Promise<string[]> => page.locator('.running .total').allInnerTexts();

  it('QZ-32 tells rounds, questions, presses in their order, and totals that follow the reader to the board', async () => {
    const page = await people.page('desktop', replay);
    await page.getByRole('heading', { name: '抢答题' }).waitFor();
    const first = page.locator('.block', { hasText: '题目 q1' });
    const rows = await first.locator('.presses').first().locator('li').allInnerTexts();
    expect(rows).toHaveLength(3);
    expect(rows.filter((row) => row.includes('✓ 抢到'))).toHaveLength(1);
    expect(rows[0]).toContain('✓ 抢到');
    await page.getByText('桌面有纸条').waitFor();
    await page.getByText('设备故障暂停').waitFor();

    await page.keyboard.press('ArrowRight');
    await expect.poll(() => running(page)).toEqual(['100', '100', '100']);
    for (let i = 0; i < 20; i += 1) await page.keyboard.press('ArrowRight');
    const board = host.view!.scores.map(({ total }) => Number(total)).sort((a, b) => b - a);
    await expect.poll(async () => (await running(page)).map(Number)).toEqual(board);
    await page.waitForTimeout(1_300);
    await page.mouse.wheel(0, -100_000);
    await expect.poll(() => running(page)).toEqual(['0', '0', '0']);

    await page.getByRole('button', { name: '复制链接' }).click();
    await page.getByRole('status').getByText('链接已复制').waitFor();
    expect(await faults(page, 'replay')).toEqual([]);
  });

  it('fits a phone, and without the right key says nothing', async () => {
    const page = await people.page('phone', replay);
    await page.locator('.presses').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await faults(page, 'replay-phone')).toEqual([]);
    const other = await people.page('phone', `${replay.slice(0, -2)}AA`);
    await other.getByRole('alert').waitFor();
    expect(await other.getByText('第1队').count()).toBe(0);
  });

  it('the officer takes ledger, result sheet and test sheet from the record', async () => {
    const person = await people.person('desktop');
    await person.addCookies(
      [...organizer.cookies].map(([name, value]) => ({
        name,
        value: decodeURIComponent(value),
        url: test.url,
      })),
    );
    const page = await person.newPage();
    await page.goto(`/console/contests/${show.contestId}/stages/${show.stageId}`);
    await page.getByRole('tab', { name: '现场记录' }).click();
    for (const [button, file] of [
      ['得分明细 XLSX', '得分明细.xlsx'],
      ['成绩确认单 PDF', '成绩确认单.pdf'],
      ['试按记录 PDF', '抢答器试按记录.pdf'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ]);
      expect(download.suggestedFilename()).toContain(file);
    }
    await page.getByRole('button', { name: '复制回放链接' }).click();
    await page.getByText('已复制').first().waitFor();
    await picture(page, 'record');
  });
});
