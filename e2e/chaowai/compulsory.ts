import type { MandatoryRound } from '@leitai/rules/show';
import { chaowaiShow } from '@leitai/testkit';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { next, nextUntil, rule } from '../support/desk.ts';
import { picture } from '../support/browser.ts';
import { inSize, looked, readable, type Hall } from './hall.ts';

const VERDICT = { right: '答对', wrong: '答错', help: '队友提示', void: '判作废' } as const;

/** The compulsory round: the host leads, the jury rules. */
export function compulsory(hall: Hall): void {
  /** Team and seat on turn, as the desk shows them. */
  async function onTurn(): Promise<{ no: number; seat: number }> {
    const who = hall.host.locator('.mirror-who');
    const seat = /\d+/.exec(await who.locator('span').first().innerText())!;
    return { no: hall.numberOf(await who.locator('strong').innerText()), seat: Number(seat[0]) };
  }
  const questions = () =>
    (hall.config.rounds.find(({ kind }) => kind === 'mandatory') as MandatoryRound).questions;
  const planned = ({ no, seat }: { no: number; seat: number }) =>
    chaowaiShow.teams[no - 1]!.mandatory[seat - 1]!;
  const rows = async () => (await hall.record()).ledger.length;

  /** Brings the next question on stage and ends the answer; the desk then waits for a ruling. */
  async function ask(words: '出示第一题' | '出示下一题') {
    await next(hall.host, words);
    const turn = await onTurn();
    await next(hall.host, '开始计时');
    await hall.screen.locator('.ring').waitFor();
    await readable(hall.screen);
    await next(hall.host, '回答完毕');
    return turn;
  }

  it('QZ-40 the first question on every page, from the title card to the clock', async () => {
    await next(hall.host, '比赛开始');
    await next(hall.host, '开始：必答题');
    await hall.screen.locator('.round-scene').waitFor();
    await looked(hall.screen, 'screen-round');
    await next(hall.host, '出示第一题');
    const { no } = await onTurn();
    await looked(hall.screen, 'screen-reading');
    await looked(hall.host, 'host-reading');
    await looked(hall.team(no), 'team-mine-reading');
    await next(hall.host, '开始计时');
    await hall.team(no).locator('[data-state=mine]').waitFor();
    await picture(hall.team(no), 'team-mine');
    await inSize(hall.team(no), 320, 568, 'team-mine-small');
    await picture(hall.screen, 'screen-answering');
    await inSize(hall.screen, 3840, 2160, 'screen-answering-4k');
    await looked(hall.overlay, 'overlay-answering');
    await picture(hall.crowd[0]!, 'audience-answering');
    await picture(hall.home, 'live-answering');
    await picture(hall.remote, 'remote-answering');
    await nextUntil(hall.host, '请裁定：答对或答错');
    await looked(hall.jury, 'jury-ruling');
    await inSize(hall.jury, 820, 1180, 'jury-ruling-tablet');
  });

  it('QZ-03 jury and host rule at once: it counts once', async () => {
    const { no, seat } = await onTurn();
    const before = await rows();
    const verdict = planned({ no, seat });
    const at = Date.now() + 700;
    const press = (desk: Page) =>
      desk.evaluate(
        async ([words, when]) => {
          await new Promise((resolve) => setTimeout(resolve, when - Date.now()));
          const buttons = [...document.querySelectorAll<HTMLButtonElement>('.rulings button')];
          buttons.find((button) => button.textContent.includes(words))!.click();
        },
        [VERDICT[verdict], at] as const,
      );
    await Promise.all([press(hall.host), press(hall.jury)]);
    await hall.jury.locator('.rulings').getByText('现在不需要裁定').waitFor();
    expect(await rows()).toBe(before + 1);
    await nextUntil(hall.host, '出示下一题');
  });

  it('QZ-36 the jury rules the round as planned; what a team fails falls to the audience', async () => {
    const fallen: string[] = [];
    let asked = false;
    for (let turn = 2; turn <= 24; turn += 1) {
      const { no, seat } = await ask('出示下一题');
      const verdict = planned({ no, seat });
      await rule(hall.jury, VERDICT[verdict]);
      if (turn === 3) {
        await looked(hall.screen, 'screen-judged');
        await looked(hall.team(no), 'team-judged');
      }
      const after = await nextUntil(hall.host, '交给观众', '出示下一题', '结束本轮');
      if (after !== '交给观众') continue;
      fallen.push(`${no}.${seat}`);
      await next(hall.host, '交给观众');
      if (!asked) await askAudience();
      asked = true;
      await nextUntil(hall.host, '出示下一题', '结束本轮');
    }
    // The very first question of the round was ruled in the test before.
    const all = chaowaiShow.toAudience.mandatory.map(([no, seat]) => `${no}.${seat}`);
    expect(all).toEqual(expect.arrayContaining(fallen));
    expect(all.length - fallen.length).toBeLessThanOrEqual(1);
    expect(asked).toBe(true);
  });

  /** A fallen question on the audience's phones: two are right, the small one is wrong. */
  async function askAudience(): Promise<void> {
    const stem = (await hall.host.locator('.mirror-text p').first().innerText()).trim();
    const { options, answer } = questions().find((item) => item.stem === stem)!;
    const wrong = options!.find((option) => option !== answer)!;
    await hall.host.locator('.crowd-panel').getByRole('button', { name: '请观众作答' }).click();
    for (const [index, phone] of hall.crowd.entries()) {
      await phone
        .locator('.crowd-option', { hasText: index === 2 ? wrong : answer })
        .first()
        .click();
      await phone.getByText('已收到').waitFor();
    }
    await hall.screen.getByText('已有 3 人作答').waitFor();
    await looked(hall.screen, 'screen-asking');
    await looked(hall.host, 'host-asking');
    await looked(hall.crowd[0]!, 'audience-asking');
    await looked(hall.crowd[2]!, 'audience-asking-small');
    await hall.host.locator('.crowd-panel').getByRole('button', { name: '截止作答' }).click();
    await hall.screen.locator('.crowd-bars').waitFor();
    expect(await hall.screen.locator('.crowd-bars .right').count()).toBe(0);
    await next(hall.host, '公布答案');
    await hall.screen.locator('.crowd-bars .right', { hasText: answer }).waitFor();
    expect(await hall.screen.locator('.crowd-bars .right strong').innerText()).toBe('67%');
    await hall.crowd[0]!.getByText('你答对了').waitFor();
    await hall.crowd[2]!.getByText('你答错了').waitFor();
    await looked(hall.screen, 'screen-bars');
    await looked(hall.crowd[0]!, 'audience-right');
    await looked(hall.crowd[2]!, 'audience-wrong-small');
  }

  it('QZ-11 the board after the compulsory round is the planned one, on every page', async () => {
    await next(hall.host, '结束本轮');
    await hall.screen.locator('.board-scene').waitFor();
    await expect
      .poll(() => scores(hall))
      .toEqual(chaowaiShow.teams.map(({ afterMandatory }) => afterMandatory));
    await looked(hall.screen, 'screen-board');
    await picture(hall.team(1), 'team-between');
    await inSize(hall.crowd[1]!, 320, 568, 'audience-board-small');
    await looked(hall.home, 'live-board');
    await picture(hall.overlay, 'overlay-board');
  });
}

/** Totals on the big screen's board, team 1 first. */
export async function scores(hall: Hall): Promise<(string | null)[]> {
  const rows = hall.screen.locator('.board li');
  const byName = new Map<string, string>();
  for (const row of await rows.all())
    byName.set(await row.locator('.name').innerText(), await row.locator('strong').innerText());
  return chaowaiShow.teams.map(({ no }) => byName.get(hall.nameOf(no)) ?? null);
}
