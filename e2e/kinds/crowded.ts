import { buzzerDefault, cardRaiseDefault, mandatoryDefault } from '@leitai/rules/show';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { picture } from '../support/browser.ts';
import { display, drawer } from '../support/desk.ts';
import { PATIENT, question, type Hall, type Halls } from './hall.ts';

const NAME = '“匠心筑安全 技能绽芳华”第三届地面服务岗位技能大赛暨职工职业技能大赛决赛';
const TEAMS = Array.from({ length: 12 }, (_, n) => `城市轨道交通建设领域第${n + 1}标段项目部代表队`);
const LAW =
  '根据《中华人民共和国安全生产法》的规定，生产经营单位的主要负责人对本单位的安全生产工作全面负责。';
const DUTY =
  '建立健全并落实本单位全员安全生产责任制，加强安全生产标准化建设，组织制定并实施本单位规章制度和操作规程';
const long = (id: string) => {
  const options = ['一是', '二是', '三是', '四是'].map((which) => which + DUTY);
  const stem = `${LAW.repeat(4)}下列哪一项说法正确？`;
  return question(id, { stem, options, answer: options[1]!, explanation: LAW.repeat(3) });
};

/** What is cut off or leaves the page; `but`: what is shortened on purpose or only read aloud. */
const lost = (page: Page, but: string): Promise<string[]> =>
  page.evaluate((spared) => {
    const told = (element: Element): string =>
      `${element.className} ${element.textContent?.trim().slice(0, 12)}`;
    return [...document.querySelectorAll('body *')].flatMap((element) => {
      if (!element.checkVisibility() || element.closest(spared) !== null) return [];
      const { left, right, width } = element.getBoundingClientRect();
      const leaves = width > 0 && (left < -1 || right > innerWidth + 1);
      const style = getComputedStyle(element);
      // The ascent of a letter may leave a tight line by a little.
      const spill = 0.3 * Number.parseFloat(style.fontSize);
      const hidden = (overflow: string, whole: number, seen: number): boolean =>
        /hidden|clip/.test(overflow) && whole > seen + spill;
      const isCut =
        hidden(style.overflowX, element.scrollWidth, element.clientWidth) ||
        hidden(style.overflowY, element.scrollHeight, element.clientHeight);
      return leaves || isCut ? [told(element)] : [];
    });
  }, but);

/** The scores of a row of teams lie each in its own cell, clear of its badge. */
const scoresFit = (row: Locator): Promise<boolean> =>
  row.locator('li').evaluateAll((cells) =>
    cells.every((cell) => {
      const [score, badge, all] = [cell.querySelector('strong')!, cell.querySelector('svg')!, cell].map(
        (it) => it.getBoundingClientRect(),
      );
      const clear = score!.left >= badge!.right - 1 || score!.top >= badge!.bottom - 1;
      return clear && score!.right <= all!.right + 1 && score!.left >= all!.left;
    }),
  );

/** Twelve teams with long names and a question of two hundred characters with four long options. */
export function crowded(halls: Halls): void {
  let overlay: Page;
  let home: Page;
  const legible = async (hall: Hall, name: string): Promise<void> => {
    for (const [who, page] of Object.entries({
      screen: hall.screen,
      host: hall.host,
      small: hall.phone(1),
      wide: hall.phone(2),
      crowd: hall.crowd,
      overlay,
      home,
    }))
      await picture(page, `crowded-${name}-${who}`);
    await expect
      .poll(() => lost(hall.screen, '.show-name, .asked, .cell-team, svg, .unseen'), PATIENT)
      .toEqual([]);
    for (const page of [hall.phone(1), hall.phone(2), hall.crowd, home])
      await expect.poll(() => lost(page, 'svg, .unseen'), PATIENT).toEqual([]);
    await expect.poll(() => lost(overlay, 'svg, .unseen, .watch-name'), PATIENT).toEqual([]);
    await expect.poll(() => lost(hall.host, '.host-top, .upcoming, svg, .unseen'), PATIENT).toEqual([]);
  };

  it('long names, long questions and twelve teams stay whole on every surface', async () => {
    const hall = await halls.open(TEAMS, {
      name: NAME,
      rounds: [
        {
          ...mandatoryDefault,
          turnsPerTeam: 1,
          audienceOnFail: false,
          questions: TEAMS.map((_, n) => long(`m${n}`)),
        },
        { ...buzzerDefault, questions: [long('b1')] },
        { ...cardRaiseDefault, questions: [long('c1')] },
      ],
      baseScore: '1000',
    });
    await hall.phone(1).setViewportSize({ width: 320, height: 568 });
    await hall.phone(2).setViewportSize({ width: 740, height: 360 });
    await hall.crowd.setViewportSize({ width: 320, height: 568 });
    overlay = await halls.people.page('screen', `/overlay/${hall.show.stageId}`);
    home = await halls.people.page('desktop', `/watch/${hall.show.stageId}`);
    await legible(hall, 'lobby');
    await hall.next('比赛开始', '开始：', '出示第一题', '开始计时');
    for (const row of [hall.screen.locator('.strip'), overlay.locator('.watch-scores')])
      expect(await scoresFit(row)).toBe(true);
    await legible(hall, 'answering');
    // On a low laptop too the big button and what only the desk sees are in sight.
    await hall.host.setViewportSize({ width: 1366, height: 700 });
    await picture(hall.host, 'crowded-low-host');
    for (const part of ['button.next', '.private .answer'])
      expect(
        await hall.host
          .locator(part)
          .evaluate((element) => element.getBoundingClientRect().top < innerHeight - 60),
        part,
      ).toBe(true);
    await hall.host.setViewportSize({ width: 820, height: 1180 });
    await legible(hall, 'tablet');
    await hall.host.setViewportSize({ width: 1366, height: 850 });
    await hall.next('回答完毕');
    await hall.ruled('答错');
    await hall.next('公布答案');
    await legible(hall, 'closed');
    await hall.cut();
    await legible(hall, 'board');
    await hall.next('开始：', '出示第一题', '宣布开始抢答');
    await hall.press(3);
    await hall.onPhone(3, '抢到了');
    await legible(hall, 'won');
    await hall.next('回答完毕');
    await hall.ruled('答对');
    await hall.next('公布答案', '结束本轮', '开始：', '出示第一题', '开始计时');
    // Every option of a small phone can be reached and taken.
    const last = hall.phone(1).locator('.choice button').last();
    await last.click();
    await legible(hall, 'cards');
    await hall.other('作废本题');
    await hall.next('公布答案', '结束本轮');
    await display(hall.host, '颁奖：逐个揭晓');
    await hall.announce();
    // Eleven share the second place.
    for (const place of [2, 1]) {
      await drawer(hall.host, '大屏显示', () =>
        hall.host.getByRole('button', { name: `揭晓第 ${place} 名` }).click(),
      );
      await expect.poll(() => hall.screen.locator('.called .winner').count()).toBe(place === 2 ? 11 : 1);
      await legible(hall, `called-${place}`);
    }
    await display(hall.host, '全部显示');
    await hall.screen.locator('.final-scene').waitFor();
    await legible(hall, 'final');
  });
}
