import { prizeWinners } from '@leitai/rules/show';
import { chaowaiShow } from '@leitai/testkit';
import { expect, it } from 'vitest';
import { next, nextUntil } from '../support/desk.ts';
import { picture } from '../support/browser.ts';
import { looked, type Hall } from './hall.ts';

/** The audience's own round: seven questions, a prize from a stored seed, a poll, cheers. */
export function audience(hall: Hall): void {
  const panel = (name: string) => hall.host.locator('.crowd-panel').getByRole('button', { name });
  const code = (at: number) => hall.crowd[at]!.locator('.crowd-code b').innerText();
  const questions = () => hall.config.rounds.find(({ kind }) => kind === 'audience')!.questions;

  /** Asks the phones the question on stage: the first two are right, the small one is not. */
  async function ask(): Promise<void> {
    const stem = (await hall.host.locator('.mirror-text p').first().innerText()).trim();
    const { options, answer } = questions().find((item) => item.stem === stem)!;
    const wrong = options!.findIndex((option) => option !== answer);
    await panel('请观众作答').click();
    for (const [at, phone] of hall.crowd.entries()) {
      const choice = at === 2 ? wrong : options!.indexOf(answer);
      await phone.locator('.crowd-option').nth(choice).click();
      await phone.getByText('已收到').waitFor();
    }
    await hall.screen.getByText('已有 3 人作答').waitFor();
    await next(hall.host, '截止观众作答');
    await nextUntil(hall.host, '出示下一题', '结束本轮');
  }

  it('QZ-20 the audience answers; a winner is drawn from a stored seed and knows it', async () => {
    await next(hall.host, '开始：观众题');
    await looked(hall.screen, 'screen-round-audience');
    await next(hall.host, '出示第一题');
    await ask();
    await hall.crowd[0]!.getByText('你答对了').waitFor();
    await panel('抽出 1 人').click();
    await hall.screen.locator('.crowd-prize li').waitFor();
    const won = (await hall.screen.locator('.crowd-prize li').innerText()).trim();
    const at = [await code(0), await code(1)].indexOf(won);
    expect(at).not.toBe(-1);
    await hall.crowd[at]!.getByText('您中奖了').waitFor();
    expect(await hall.crowd[1 - at]!.getByText('您中奖了').count()).toBe(0);
    await looked(hall.screen, 'screen-prize');
    await looked(hall.crowd[at]!, 'audience-won');
    await looked(hall.host, 'host-prize');
    const [draw] = (await hall.record()).prizes;
    expect(draw).toMatchObject({ of: 2, winners: [won] });
    expect(draw!.codes).toEqual([await code(0), await code(1)].toSorted());
    expect(prizeWinners(draw!.codes, draw!.seed, 1)).toEqual([won]);
  });

  it('QZ-20 a poll of the host’s own words, and cheers in one frame a second', async () => {
    await panel('发起投票').click();
    const dialog = hall.host.getByRole('dialog');
    await dialog.getByLabel('投票题目').fill('您最想了解民法典的哪一编？');
    await dialog.getByLabel('选项 1').fill('婚姻家庭');
    await dialog.getByLabel('选项 2').fill('继承');
    await looked(hall.host, 'host-poll');
    await dialog.getByRole('button', { name: '开始投票' }).click();
    for (const [at, phone] of hall.crowd.entries()) {
      await phone
        .locator('.crowd-option')
        .nth(at === 0 ? 0 : 1)
        .click();
      await phone.getByText('已收到').waitFor();
    }
    await looked(hall.screen, 'screen-poll');
    await panel('截止投票').click();
    await expect
      .poll(() => hall.screen.locator('.crowd-bars strong').allInnerTexts())
      .toEqual(['33%', '67%']);
    await looked(hall.screen, 'screen-poll-result');
    await looked(hall.crowd[2]!, 'audience-poll-small');
    const cheer = hall.crowd[0]!.locator('.cheer button', { hasText: hall.nameOf(4) });
    for (let taps = 0; taps < 5; taps += 1) await cheer.click();
    await hall.crowd[1]!.locator('.cheer button', { hasText: hall.nameOf(1) }).click();
    await expect
      .poll(() => hall.screen.locator('.cheer-row .num').allInnerTexts(), { timeout: 8_000 })
      .toEqual(expect.arrayContaining(['5', '1', '0']));
    await picture(hall.screen, 'screen-cheer');
  });

  it('QZ-50 the other questions of the audience move no team’s points', async () => {
    for (let turn = 2; turn <= chaowaiShow.audience; turn += 1) {
      await next(hall.host, '出示下一题');
      await ask();
    }
    const { ledger } = await hall.record();
    expect(ledger.filter(({ round }) => round === 'audience')).toEqual([]);
    await next(hall.host, '结束本轮');
  });
}
