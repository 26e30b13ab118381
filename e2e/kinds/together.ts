import {
  cardRaiseDefault,
  estimateDefault,
  speedDefault,
  wagerDefault,
  type ShowConfig,
} from '@leitai/rules/show';
import { expect, it } from 'vitest';
import { picture } from '../support/browser.ts';
import { PATIENT, question, type Hall, type Halls } from './hall.ts';

const options = ['甲方案', '乙方案', '丙方案'];

/** Four teams of 100 points, all answering at once. */
const show: Partial<ShowConfig> = {
  rounds: [
    {
      ...cardRaiseDefault,
      title: '站立淘汰',
      timeLimitSec: 300,
      wrongIsOut: true,
      questions: [
        question('s1', { stem: '高处作业应当系安全带', answer: '对' }),
        question('s2', { stem: '灭火器可以上锁保管', answer: '错' }),
        question('s3', { stem: '多余的一题', answer: '对' }),
      ],
    },
    {
      ...estimateDefault,
      exactBonus: '5',
      timeLimitSec: 300,
      questions: [question('e1', { stem: '跨海大桥主塔有多高', answer: '41.5', unit: '米' })],
    },
    {
      ...speedDefault,
      // So long that nobody at this machine is slow enough to lose a whole point.
      timeLimitSec: 3_600,
      wrongPenalty: '5',
      questions: [question('v1', { options, answer: '乙方案' })],
    },
    {
      ...wagerDefault,
      most: '50',
      stakeSec: null,
      timeLimitSec: 300,
      questions: [question('w1', { options, answer: '甲方案' })],
    },
  ],
};

export function together(halls: Halls): void {
  let hall: Hall;

  it('QZ-20 QZ-36 cards: what was raised is kept from the hall until the ruling; who is wrong is out', async () => {
    hall = await halls.open(4, show);
    await hall.next('比赛开始', '开始：站立淘汰', '出示第一题', '开始计时');
    await hall.onPhone(1, '请作答');
    await picture(hall.phone(1), 'cards');
    await hall.tap(1, '错');
    await hall.onPhone(1, '已提交，可修改');
    await hall.tap(1, '对');
    await hall.tap(2, '对');
    await hall.tap(3, '错');
    await expect.poll(() => hall.screen.locator('.strip .sent').count(), PATIENT).toBe(3);
    await picture(hall.screen, 'cards-raised');
    await picture(hall.host, 'cards-raised');
    await picture(hall.phone(1), 'cards-raised');
    await hall.next('截止作答');
    await hall.ruled('确认 2 队答对');
    await hall.totals('110', '110', '100', '100');
    await hall.onPhone(1, '答对', '+10');
    await hall.onPhone(3, '答错');
    await hall.onPhone(4, '未作答');
    await hall.onScreen('2 队答对');
    await hall.undoes('撤销：各队的裁定');
    await picture(hall.screen, 'cards-judged');
    await picture(hall.host, 'cards-judged');
    await picture(hall.phone(3), 'cards-judged');
    await hall.next('公布答案');
    await picture(hall.screen, 'cards-closed');
    await picture(hall.crowd, 'cards-closed');
    await hall.next('出示下一题', '开始计时');
    await hall.onPhone(3, '本轮出局');
    await hall.tap(1, '对');
    await hall.tap(2, '错');
    await picture(hall.screen, 'cards-out');
    await picture(hall.host, 'cards-out');
    await picture(hall.phone(3), 'cards-out');
    await hall.next('截止作答');
    await hall.ruled('确认 1 队答对');
    await hall.totals('110', '120', '100', '100');
    await hall.next('公布答案', '结束本轮');
  });

  it('QZ-20 estimate: the nearest number with its unit, a bonus for the exact one', async () => {
    await hall.next('开始：估数题', '出示第一题', '开始计时');
    await hall.write(1, '41.4');
    await hall.write(2, '416');
    await hall.write(2, '41.6');
    await hall.write(3, '41.5');
    await hall.write(4, '50');
    await picture(hall.phone(1), 'estimate');
    await picture(hall.host, 'estimate');
    await hall.next('截止作答');
    await hall.ruled('确认 1 队答对');
    await hall.totals('110', '120', '115', '100'); // 100 + 10 + 5
    await hall.next('公布答案');
    await hall.onScreen('41.5 米');
    await picture(hall.screen, 'estimate-closed');
    await picture(hall.phone(2), 'estimate-closed');
    await hall.next('结束本轮');
  });

  it('QZ-20 speed: the first answer is final, the phone is closed after it', async () => {
    await hall.next('开始：计时答题', '出示第一题');
    await picture(hall.phone(1), 'speed-reading');
    await hall.next('开始计时');
    await hall.tap(1, '乙方案');
    await hall.onPhone(1, '已提交', '首次提交即为最终答案');
    expect(await hall.phone(1).locator('.choice button:enabled').count()).toBe(0);
    await hall.tap(2, '甲方案');
    await hall.tap(3, '乙方案');
    await picture(hall.phone(1), 'speed-sent');
    await picture(hall.screen, 'speed');
    await hall.next('截止作答');
    await hall.ruled('确认 2 队答对');
    // 20 − 10 × t ⁄ 3600, rounded: 20 for the first three minutes; wrong and silent −5
    await hall.totals('130', '115', '135', '95');
    await hall.next('公布答案');
    await picture(hall.screen, 'speed-closed');
    await hall.next('结束本轮');
  });

  it('QZ-20 wager: stakes before the question, shown to the hall with the ruling', async () => {
    await hall.next('开始：押分题', '出示第一题');
    await hall.onPhone(1, '请押分', '最多押 50 分');
    await hall.phone(1).locator('.choice input').fill('51');
    expect(await hall.phone(1).locator('.choice .sure').isDisabled()).toBe(true);
    await picture(hall.phone(1), 'wager-staking');
    await hall.write(1, '50');
    await hall.write(2, '30');
    await hall.write(3, '0');
    await hall.onPhone(1, '已押分，可修改');
    await expect.poll(() => hall.screen.locator('.strip .sent').count(), PATIENT).toBe(3);
    await picture(hall.screen, 'wager-staking');
    await picture(hall.host, 'wager-staking');
    await picture(hall.phone(1), 'wager-staked');
    await hall.next('截止押分，出示题目', '开始计时');
    await hall.tap(1, '甲方案');
    await hall.tap(2, '乙方案');
    await hall.tap(3, '甲方案');
    await picture(hall.host, 'wager-answered');
    await hall.next('截止作答');
    expect(await hall.screen.getByText('押 50 分').count()).toBe(0);
    await hall.ruled('确认 2 队答对');
    await hall.totals('180', '85', '135', '95'); // 130 + 50, 115 − 30, 135 + 0, 95 − 0
    await hall.onScreen('押 50 分');
    await picture(hall.screen, 'wager-judged');
    await hall.next('公布答案');
    await picture(hall.screen, 'wager-closed');
    await hall.next('结束本轮');
    expect(halls.people.pageErrors).toEqual([]);
  });
}
