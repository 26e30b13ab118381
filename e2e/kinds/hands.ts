import { buzzerDefault, mandatoryDefault } from '@leitai/rules/show';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { picture } from '../support/browser.ts';
import { question, type Halls } from './hall.ts';

/** A pad with four buttons, as the Gamepad API shows it; `hit` presses one of them and lets go. */
async function plugPad(page: Page): Promise<(button: number) => Promise<void>> {
  await page.addInitScript(() => {
    const buttons = Array.from({ length: 4 }, () => ({ pressed: false, touched: false, value: 0 }));
    Object.assign(window, { padButtons: buttons });
    navigator.getGamepads = () => [{ index: 0, connected: true, buttons } as never, null];
  });
  await page.reload();
  return (button) =>
    page.evaluate(async (index) => {
      const { padButtons } = window as never as { padButtons: { pressed: boolean }[] };
      padButtons[index]!.pressed = true;
      await new Promise((resolve) => setTimeout(resolve, 60));
      padButtons[index]!.pressed = false;
      await new Promise((resolve) => setTimeout(resolve, 60));
    }, button);
}

/** What teams hold in their hands: phones that are loaded again, and buttons on a wire. */
export function hands(halls: Halls): void {
  it('QZ-37 loaded again before the start it comes in by itself; it says when it may go dark', async () => {
    const hall = await halls.open(2, {
      rounds: [{ ...mandatoryDefault, turnsPerTeam: 1, questions: [question('m1'), question('m2')] }],
    });
    const [waiting, dark] = [hall.phone(1), hall.phone(2)];
    await waiting.reload();
    await waiting.getByRole('button', { name: '进入比赛现场' }).waitFor();
    // As over plain http://, where browsers have no wake lock.
    await dark.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'wakeLock', { get: () => undefined });
    });
    await dark.reload();
    await dark.getByRole('button', { name: '进入比赛现场' }).click();
    await dark.getByText('自动锁屏调到最长').waitFor();
    await picture(dark, 'may-go-dark');
    await hall.next('比赛开始', '开始：', '出示第一题');
    await waiting.locator('.team-phone').waitFor();
    await hall.onPhone(1, '请准备');
    await dark.getByText('自动锁屏调到最长').waitFor({ state: 'detached' });
  });

  it('QZ-33 a gamepad’s button is learnt by pressing it, and presses for its team once', async () => {
    const hall = await halls.open(2, {
      rounds: [{ ...buzzerDefault, pressWindowSec: 60, questions: [question('b1'), question('b2')] }],
    });
    const hit = await plugPad(hall.host);
    await hall.host.locator('.host-top').getByRole('button', { name: '设备' }).click();
    const panel = hall.host.locator('dialog.drawer[open]');
    const row = panel.locator('tr', { hasText: '第2队' });
    await row.getByRole('button', { name: '＋ 对应' }).click();
    await hit(3);
    await row.getByRole('button', { name: '取消对应 pad:0:3' }).waitFor();
    await picture(hall.host, 'pad-mapped');
    await panel.getByRole('button', { name: '关闭' }).click();
    await hall.next('比赛开始', '开始：', '出示第一题', '宣布开始抢答');
    await hit(1);
    await hit(3);
    await hall.onPhone(2, '抢到了');
    await hall.onPhone(1, '锁定');
    await hit(3);
    // One press of one team: what belongs to nobody and what comes again is no press.
    await expect.poll(() => hall.host.locator('.presses li').count()).toBe(1);
  });
}
