import { chaowaiShow } from '@leitai/testkit';
import { expect, it } from 'vitest';
import { display, drawer, next, nextUntil } from '../support/desk.ts';
import { picture } from '../support/browser.ts';
import { buzz } from '../support/show.ts';
import { answered } from './buzzers.ts';
import { inSize, looked, type Hall } from './hall.ts';

const FAULT = '抢答器无反应';
const PROTEST = '对抢答先后有异议';

/** Scores hidden, a pause, a protest, the decider, and the winners called one by one. */
export function ending(hall: Hall): void {
  const dialog = () => hall.host.locator('dialog.ask[open]');
  /** What the hall sees of the scores; the radio button moves when the server has heard. */
  it('QZ-20 the scores are hidden from all but the desk before the end', async () => {
    await display(hall.host, '暂不显示');
    await hall.screen.getByText('130').first().waitFor({ state: 'detached' });
    await expect.poll(() => hall.screen.locator('.board strong').first().innerText()).toBe('—');
    for (const page of [hall.overlay, hall.home, hall.crowd[0]!])
      expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/1[0-5]0/);
    // A team knows what it has itself, not where that puts it.
    await hall.team(1).getByText('名次待揭晓').waitFor();
    expect(await hall.host.locator('.teams').innerText()).toContain('150');
    await looked(hall.screen, 'screen-hidden');
    await looked(hall.home, 'live-hidden');
    await picture(hall.overlay, 'overlay-hidden');
  });

  it('QZ-41 an equipment fault stops the show with its note, and it goes on', async () => {
    await hall.host.locator('.host-top').getByRole('button', { name: '暂停' }).click();
    await dialog().getByLabel('设备故障').check();
    await dialog().getByRole('button', { name: FAULT }).click();
    await looked(hall.host, 'host-pause-dialog');
    await dialog().getByRole('button', { name: '确定' }).click();
    await hall.screen.getByText('设备检修，请稍候').waitFor();
    await looked(hall.screen, 'screen-paused');
    await looked(hall.host, 'host-paused');
    await picture(hall.team(1), 'team-paused');
    await next(hall.host, '继续比赛');
    await hall.screen.getByText('设备检修，请稍候').waitFor({ state: 'detached' });
  });

  it('QZ-03 a protest is recorded by the host and ruled by the jury', async () => {
    await hall.host.locator('.host-top').getByRole('button', { name: '异议' }).click();
    await hall.host.getByRole('button', { name: '登记异议' }).click();
    await dialog()
      .getByLabel('队伍')
      .selectOption({ label: hall.nameOf(7) });
    await dialog().getByRole('button', { name: PROTEST }).click();
    await dialog().getByRole('button', { name: '确定' }).click();
    await hall.host.keyboard.press('Escape');
    await drawer(hall.jury, '异议', async () => {
      await hall.jury.getByText(`${hall.nameOf(7)}：${PROTEST}`).waitFor();
      await looked(hall.jury, 'jury-protest');
      await hall.jury.getByLabel('裁定理由').fill('抢答记录显示第四社区在前');
      await hall.jury.getByRole('button', { name: '不成立' }).click();
      await hall.jury.getByText('不成立 · 抢答记录显示第四社区在前').waitFor();
    });
    await drawer(hall.host, '异议', () => looked(hall.host, 'host-protest'));
  });

  it('QZ-50 the first place is decided by sudden death: a false start, then team 4', async () => {
    await next(hall.host, '开始加赛（第 1 名）');
    await looked(hall.screen, 'screen-decider');
    for (const [at, plan] of chaowaiShow.decider.questions.entries()) {
      await next(hall.host, at === 0 ? '出示第一题' : '出示下一题');
      if ('foul' in plan) {
        await hall.team(plan.foul).locator('[data-state=locked]').waitFor();
        await buzz(hall.team(plan.foul));
        await hall.team(plan.foul).locator('[data-state=foul]').waitFor();
        await picture(hall.screen, 'screen-decider-foul');
      } else if ('first' in plan) {
        await next(hall.host, '宣布开始抢答');
        await answered(hall, hall.host, plan);
        await looked(hall.screen, 'screen-decided');
      }
      await nextUntil(hall.host, '出示下一题', '结束本轮', '宣布最终成绩');
    }
    await nextUntil(hall.host, '宣布最终成绩');
  });

  it('QZ-51 the places are called one by one; totals, places and ledger are the planned ones', async () => {
    await display(hall.host, '颁奖：逐个揭晓');
    await hall.host.locator('button.next').click();
    await dialog().getByRole('button', { name: '确定' }).click();
    await hall.screen.getByText('即将揭晓').waitFor();
    await looked(hall.screen, 'screen-ceremony');
    await hall.team(4).locator('[data-state=idle]').getByText('即将揭晓').waitFor();
    await picture(hall.team(4), 'team-ceremony');
    await hall.host.locator('.host-top').getByRole('button', { name: '大屏显示' }).click();
    for (const [place, no] of [
      [3, 5],
      [2, 1],
      [1, 4],
    ] as const) {
      await hall.host.getByRole('button', { name: `揭晓第 ${place} 名` }).click();
      await hall.screen.locator('.called h1', { hasText: hall.nameOf(no) }).waitFor();
      await looked(hall.screen, `screen-called-${place}`);
      if (place > 1)
        expect(await hall.screen.evaluate(() => document.body.innerText)).not.toContain(hall.nameOf(4));
    }
    await looked(hall.host, 'host-ceremony');
    await hall.host.getByRole('button', { name: '关闭' }).click();
    await display(hall.host, '全部显示');
    await hall.screen.locator('.final-scene').waitFor();
    await looked(hall.screen, 'screen-final');
    await inSize(hall.screen, 3840, 2160, 'screen-final-4k');
    await hall.team(4).locator('[data-state=first]').getByText('最终第 1 名').waitFor();
    await looked(hall.team(4), 'team-final');
    await looked(hall.crowd[0]!, 'audience-final');
    await looked(hall.home, 'live-final');
    await looked(hall.overlay, 'overlay-final');
    await picture(hall.host, 'host-final');

    const board = await hall.home.locator('.home-board li').allInnerTexts();
    const lines = board.map((text) => text.split(/\s+/));
    for (const { no, total, place } of chaowaiShow.teams) {
      const line = lines.find((words) => words.includes(hall.nameOf(no)))!;
      expect([line[0], line.at(-1)]).toEqual([String(place), total]);
    }
    const { ledger, presses } = await hall.record();
    const counts: Record<string, number> = {};
    for (const { reason } of ledger as { reason: string }[]) counts[reason] = (counts[reason] ?? 0) + 1;
    expect(counts).toEqual(chaowaiShow.ledger);
    const late = [...chaowaiShow.buzzer, ...chaowaiShow.decider.questions].flatMap((plan) =>
      'first' in plan ? (plan.later ?? []) : [],
    );
    expect(presses.filter(({ verdict }) => verdict === 'notFirst')).toHaveLength(late.length);
    await drawer(hall.host, '得分明细', () => looked(hall.host, 'host-ledger'));
    expect(await hall.organizer.call('show.close', { params: hall.params })).toEqual({ entries: 8 });
  });
}
