import { chaowaiShow } from '@leitai/testkit';
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { drawer, next } from '../support/desk.ts';
import { picture } from '../support/browser.ts';
import { buzz } from '../support/show.ts';
import { inDark, inSize, looked, type Hall } from './hall.ts';

/** The key on the host's laptop that team 8's wired buzzer presses. */
export const WIRED = { team: 8, key: 'q' } as const;

/** Doors open: every page, the draw, the test press. */
export function lobby(hall: Hall): void {
  it('QZ-01 every role opens its page: desks, screen, teams, audience, overlay and live page', async () => {
    const links = await hall.organizer.call('show.links', { params: hall.params });
    hall.host = await hall.signedIn('desktop', links.host);
    hall.jury = await hall.signedIn('desktop', `${links.host}?desk=jury`, 'caipan');
    hall.remote = await hall.signedIn('phone', `${links.host}?desk=remote`);
    hall.screen = await hall.people.page('screen', links.screen);
    hall.overlay = await hall.people.page('screen', `/overlay/${hall.params.stageId}`);
    hall.home = await hall.people.page('desktop', `/watch/${hall.params.stageId}`);
    for (const { no } of chaowaiShow.teams)
      hall.phones.push(await hall.phone(links.teams.find(({ teamId }) => teamId === hall.idOf(no))!.path));
    for (let seat = 1; seat <= 3; seat += 1) hall.crowd.push(await hall.people.page('phone', links.audience));
    await hall.crowd[2]!.setViewportSize({ width: 320, height: 568 });
    // Nothing was drawn yet, and no desk says so.
    await hall.host.locator('.mirror-word', { hasText: '比赛即将开始' }).waitFor();
    for (const desk of [hall.host, hall.jury, hall.remote]) await next(desk, '接管主持台');
    await hall.screen.getByText('第一社区代表队').waitFor();
    for (const phone of hall.crowd) await phone.locator('.crowd-code b').waitFor();
    await looked(hall.screen, 'screen-lobby');
    await looked(hall.host, 'host-lobby');
    await looked(hall.team(1), 'team-lobby');
    await looked(hall.crowd[0]!, 'audience-lobby');
    await looked(hall.home, 'live-lobby');
  });

  it('QZ-02 tables are drawn from a seed in sight; every page shows the same tables', async () => {
    await hall.host.getByLabel('抽签种子').fill('chaowai');
    await next(hall.host, '抽取台号');
    await hall.screen.getByText('台号已抽定').waitFor();
    const seated = async (list: Locator) =>
      (await list.allInnerTexts()).map((text) => text.replace(/\s/g, ''));
    const drawn = await seated(hall.screen.locator('.lobby-teams li'));
    expect(drawn.map((text) => hall.numberOf(text.slice(1)))).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await expect.poll(() => seated(hall.host.locator('.lobby-tables li'))).toEqual(drawn);
    await expect.poll(() => seated(hall.home.locator('.home-board li'))).toHaveLength(8);
    await hall.team(1).getByText('号台').waitFor();
    await looked(hall.screen, 'screen-drawn');
    await looked(hall.host, 'host-drawn');
    await inSize(hall.host, 820, 1180, 'host-drawn-tablet');
  });

  it('QZ-33 test press: all eight are heard, and a wired buzzer is given to its team', async () => {
    await hall.host.locator('.host-top').getByRole('button', { name: '设备' }).click();
    const panel = hall.host.locator('dialog.drawer[open]');
    await panel.getByRole('button', { name: '开始试按' }).click();
    await hall.screen.locator('.test-scene').waitFor();
    await hall.team(1).locator('[data-state=armed]').waitFor();
    await picture(hall.team(1), 'team-test');
    for (const phone of hall.phones) await buzz(phone);
    for (const phone of hall.phones) await phone.getByText('收到').waitFor();
    await expect.poll(() => hall.screen.locator('.test .heard').count()).toBe(8);
    for (const heard of await hall.screen.locator('.test .heard b').allInnerTexts())
      expect(heard).toMatch(/^✔ ±\d+\.\d ms$/);
    await looked(hall.screen, 'screen-test');
    await looked(hall.team(2), 'team-tested');
    await inSize(hall.team(2), 320, 568, 'team-tested-small');

    const row = panel.locator('tr', { hasText: hall.nameOf(WIRED.team) });
    await row.getByRole('button', { name: '＋ 对应' }).click();
    await panel.getByText(`请按一下“${hall.nameOf(WIRED.team)}”的抢答器`).waitFor();
    await looked(hall.host, 'host-devices-learning');
    await hall.host.keyboard.press(WIRED.key);
    await row.getByRole('button', { name: '取消对应 key:KeyQ' }).waitFor();
    await hall.host.keyboard.press(WIRED.key);
    await expect.poll(() => row.innerText()).toMatch(/✔ ±.*✔ ±.* key:KeyQ/s);
    await looked(hall.host, 'host-devices');
    await inDark(hall.host, 'host-devices-dark');
    await inSize(hall.host, 820, 1180, 'host-devices-tablet');
    await panel.getByRole('button', { name: '结束试按' }).click();
    await panel.getByRole('button', { name: '开始试按' }).waitFor();
    await panel.getByRole('button', { name: '关闭' }).click();
    await hall.screen.locator('.lobby-scene').waitFor();
  });

  it('QZ-01 each drawer of the desk is fit for everybody', async () => {
    for (const name of ['得分明细', '大屏显示', '异议'])
      await drawer(hall.host, name, async () => {
        await looked(hall.host, `host-drawer-${name}`);
        await inDark(hall.host, `host-drawer-${name}-dark`);
      });
    await looked(hall.jury, 'jury-lobby');
    await looked(hall.remote, 'remote-lobby');
  });
}
