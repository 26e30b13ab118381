import {
  assignedDefault,
  mandatoryDefault,
  rapidDefault,
  riskDefault,
  teamMandatoryDefault,
  type ShowConfig,
} from '@leitai/rules/show';
import { expect, it } from 'vitest';
import { picture } from '../support/browser.ts';
import { question, type Hall, type Halls } from './hall.ts';

const offer = { rule: 'offer', points: '10', firstLoses: '10', wrongPenalty: '5' } as const;
const some = (round: string, count: number, points?: string) =>
  Array.from({ length: count }, (_, n) =>
    question(`${round}${n + 1}`, points === undefined ? {} : { points }),
  );
const tiers = (round: string) => [...some(`${round}a`, 3, '10'), ...some(`${round}b`, 3, '20')];

/** Three teams of 100 points; every comment after a ruling counts the totals by hand. */
const show: Partial<ShowConfig> = {
  rounds: [
    { ...teamMandatoryDefault, id: 'try', title: '热身题', practice: true, questions: some('t', 3) },
    {
      ...teamMandatoryDefault,
      audienceOnFail: false,
      steal: { ...offer, windowSec: 60, nobody: 'nothing' },
      questions: some('c', 4),
    },
    {
      ...riskDefault,
      order: 'table',
      values: ['10', '20'],
      steal: { ...offer, windowSec: 3, nobody: 'rightForFirst' },
      questions: tiers('r'),
    },
    { ...assignedDefault, values: ['10', '20'], askerGains: true, questions: tiers('a') },
    {
      ...rapidDefault,
      wrongPenalty: '5',
      timeLimitSec: 300,
      eliminate: 1,
      questions: ['k1', 'k2', 'k3'].map((id) =>
        question(id, {
          stem: '安全生产速答',
          answer: '',
          items: [
            { stem: '火警电话是多少', answer: '119' },
            { stem: '急救电话是多少', answer: '120' },
            { stem: '安全带应当高挂低用还是低挂高用', answer: '高挂低用' },
          ],
        }),
      ),
    },
    { ...mandatoryDefault, turnsPerTeam: 1, audienceOnFail: false, questions: some('m', 5) },
  ],
};

export function turns(halls: Halls): void {
  let hall: Hall;

  it('QZ-20 a practice round is marked everywhere and moves no score', async () => {
    hall = await halls.open(3, show);
    await hall.next('比赛开始', '开始：热身题');
    await hall.onScreen('练习，不计分');
    await picture(hall.screen, 'practice-card');
    await hall.next('出示第一题');
    await hall.onPhone(1, '请准备');
    await hall.phone(1).getByText('练习，不计分').waitFor();
    await hall.onCrowd('练习，不计分');
    await hall.next('开始计时', '回答完毕');
    await hall.ruled('答对');
    await hall.totals('100', '100', '100');
    await picture(hall.host, 'practice-judged');
    await picture(hall.phone(1), 'practice-judged');
    await hall.next('公布答案');
    await hall.cut();
  });

  it('QZ-22 a failed question is taken over by a press, by the host’s word, or by nobody', async () => {
    const fail = async (first: string) => {
      await hall.next(first, '开始计时', '回答完毕');
      await hall.ruled('答错');
    };
    await hall.next('开始：共答题');
    await fail('出示第一题');
    await hall.totals('90', '100', '100'); // the first loses 10 only, not 20
    await picture(hall.host, 'steal-judged');
    await hall.next('交给其他队抢答');
    await hall.onScreen('其他队可以抢答');
    await hall.onScreen('第1队未答对');
    await hall.onPhone(1, '锁定');
    await picture(hall.screen, 'steal-open');
    await picture(hall.host, 'steal-open');
    await picture(hall.phone(1), 'steal-first');
    await hall.press(2);
    await hall.onPhone(2, '抢到了');
    await hall.onPhone(3, '锁定');
    await hall.onScreen('接答，第1队未答对');
    await picture(hall.screen, 'steal-taken');
    await picture(hall.phone(2), 'steal-taken');
    await hall.next('回答完毕');
    await hall.ruled('答对');
    await hall.totals('90', '110', '100'); // 100 + 10
    await hall.next('公布答案');

    await fail('出示下一题');
    await hall.totals('90', '100', '100'); // 110 − 10
    await hall.ruled('第3队');
    await hall.onScreen('接答，第2队未答对');
    await hall.onPhone(3, '请作答');
    await hall.next('回答完毕');
    await hall.ruled('答错');
    await hall.totals('90', '100', '95'); // 100 − 5
    await hall.next('公布答案');

    await fail('出示下一题');
    await hall.totals('90', '100', '85'); // 95 − 10
    await hall.next('交给其他队抢答', '无人抢答，公布答案');
    await hall.totals('90', '100', '85');
    await hall.next('结束本轮');
  });

  it('QZ-21 QZ-22 values are chosen on the phone; a question that nobody takes counts right for the first', async () => {
    await hall.next('开始：风险题', '请下一队选分');
    await hall.onPhone(1, '请选择分值');
    await picture(hall.screen, 'risk-choosing');
    await hall.tap(1, '20 分');
    await hall.tap(1, '确定选 20 分');
    await hall.next('开始计时', '回答完毕');
    await hall.ruled('答错');
    await hall.totals('80', '100', '85'); // 90 − 10
    await hall.next('交给其他队抢答');
    // Three seconds later nobody has pressed.
    await hall.onScreen('无人接答，等待裁定');
    await hall.host.getByText('无人接答，建议判答对（+20 分）').waitFor();
    await picture(hall.host, 'steal-nobody');
    await hall.next('无人接答，判答对');
    await hall.totals('100', '100', '85'); // 80 + 10 back + 10
    await hall.next('公布答案', '请下一队选分');
    await hall.tap(2, '弃选');
    await hall.tap(2, '确定弃选');
    await hall.onScreen('弃选');
    await hall.undoes('撤销：第2队 弃选');
    await hall.cut();
    await hall.totals('100', '100', '85');
  });

  it('QZ-22 assigned: a table chooses for the next, and gains what it fails', async () => {
    await hall.next('开始：指定题', '请下一队选分');
    await hall.onPhone(1, '请选择分值', '为第2队选定分值');
    await hall.onScreen('为第2队选定分值');
    await picture(hall.screen, 'assigned-choosing');
    await picture(hall.phone(1), 'assigned-choosing');
    await picture(hall.phone(2), 'assigned-waiting');
    await hall.tap(1, '20 分');
    await hall.tap(1, '确定选 20 分');
    await hall.onScreen('由第1队指定');
    await hall.next('开始计时');
    await hall.onPhone(2, '请作答');
    await picture(hall.screen, 'assigned-answering');
    await hall.next('回答完毕');
    await hall.ruled('答错');
    await hall.totals('120', '80', '85'); // 100 + 20, 100 − 20
    await picture(hall.screen, 'assigned-judged');
    await hall.next('公布答案');
    await hall.cut();
  });

  it('QZ-20 rapid: item after item with its answer at the desk; SK-72 the last team leaves', async () => {
    await hall.next('开始：速答题', '请下一队上场');
    await picture(hall.screen, 'rapid-ready');
    await hall.next('开始计时');
    await hall.onScreen('火警电话是多少');
    await hall.host.locator('.word-now', { hasText: '119' }).waitFor();
    expect(await hall.screen.getByText('119').count()).toBe(0);
    await hall.ruled('答对');
    await hall.onScreen('急救电话是多少');
    await hall.undoes('第1队 上一小题“答对”');
    await hall.ruled('跳过');
    await hall.onScreen('已答对 1 题');
    await picture(hall.screen, 'rapid');
    await picture(hall.host, 'rapid');
    await picture(hall.phone(1), 'rapid');
    await picture(hall.crowd, 'rapid');
    await hall.ruled('答错');
    await hall.totals('125', '80', '85'); // 120 + 10 − 5
    await hall.next('公布答案');
    await hall.onScreen('高挂低用');
    await picture(hall.screen, 'rapid-closed');
    await picture(hall.host, 'rapid-closed');
    await hall.cut();
    await hall.onScreen('已淘汰');
    await hall.onPhone(2, '已淘汰');
    await hall.onCrowd('已淘汰');
    await picture(hall.screen, 'eliminated-board');
    await picture(hall.host, 'eliminated');
    await picture(hall.phone(2), 'eliminated');
    await picture(hall.crowd, 'eliminated');
  });

  it('QZ-20 QZ-11 set aside, back to the last question, the end and again after it', async () => {
    await hall.next('开始：必答题', '出示第一题');
    await hall.onScreen('第 m1 题的题目');
    await hall.other('留到最后');
    await hall.undoes('撤销：本题留到最后');
    await hall.next('出示第一题');
    await hall.onScreen('第 m2 题的题目');
    await picture(hall.screen, 'eliminated-strip');
    await hall.next('开始计时', '回答完毕');
    await hall.ruled('答对');
    await hall.totals('135', '80', '85'); // 125 + 10
    await hall.next('公布答案');
    await hall.other('退回上一题');
    await hall.totals('125', '80', '85');
    await hall.undoes('撤销：退回上一题');
    await picture(hall.host, 'gone-back');
    await hall.ruled('答错');
    await hall.totals('125', '80', '85');
    await hall.next('公布答案', '出示下一题', '开始计时', '回答完毕');
    await hall.onPhone(2, '已淘汰');
    await hall.ruled('答对');
    await hall.totals('125', '80', '95'); // 85 + 10
    await hall.next('公布答案', '结束本轮');
    await hall.announce();
    await hall.onPhone(3, '最终第 2 名');
    await picture(hall.screen, 'final-eliminated');
    await hall.other('恢复比赛');
    await hall.host.getByRole('button', { name: '加减分 第3队' }).click();
    await hall.host.locator('dialog[open]').getByRole('button', { name: '+20' }).click();
    await hall.host.locator('dialog[open] .chips').last().locator('button').first().click();
    await hall.host.locator('dialog[open]').getByRole('button', { name: '确定' }).click();
    await hall.totals('125', '80', '115'); // 95 + 20
    await hall.announce();
    await hall.onPhone(1, '最终第 1 名');
    await hall.onPhone(2, '最终第 3 名');
    expect(halls.people.pageErrors).toEqual([]);
  });
}
