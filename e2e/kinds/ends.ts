import { deciderDefault, mandatoryDefault, type DeciderRule, type ShowConfig } from '@leitai/rules/show';
import { expect, it } from 'vitest';
import { picture } from '../support/browser.ts';
import { question, type Hall, type Halls } from './hall.ts';

const some = (id: string, count: number, points?: string) =>
  Array.from({ length: count }, (_, n) => question(`${id}${n + 1}`, points === undefined ? {} : { points }));
const tied = (rule: DeciderRule, more: Partial<ShowConfig> = {}): Partial<ShowConfig> => ({
  rounds: [{ ...mandatoryDefault, questions: some('m', 9) }],
  placesThatMatter: [1],
  decider: {
    rule,
    round: {
      ...deciderDefault,
      values: ['10', '20'],
      questions: rule === 'risk' ? [...some('x', 3, '10'), ...some('y', 3, '20')] : some('x', 6),
    },
  },
  ...more,
});

/** Shows whose teams are still level when the last round ends. */
export function ends(halls: Halls): void {
  const level = async (config: Partial<ShowConfig>): Promise<Hall> => {
    const hall = await halls.open(3, config);
    await hall.next('比赛开始', '开始：必答题');
    await hall.cut();
    await hall.next('开始加赛（第 1 名）');
    return hall;
  };
  const answered = async (hall: Hall, verdict: string): Promise<void> => {
    await hall.next('开始计时', '回答完毕');
    await hall.ruled(verdict);
    await hall.next('公布答案');
  };

  it('QZ-50 QZ-51 an extra round: its points stand apart from the score, those level go on', async () => {
    const hall = await level(tied('extraRound'));
    await picture(hall.screen, 'extra-card');
    await hall.onCrowd('并列的队轮流作答');
    await hall.next('出示第一题');
    await hall.onPhone(1, '请准备');
    await hall.onPhone(2, '等待');
    await answered(hall, '答对');
    await hall.next('出示下一题');
    await answered(hall, '答对');
    await hall.next('出示下一题');
    await picture(hall.screen, 'extra-question');
    await picture(hall.host, 'extra-question');
    await picture(hall.phone(1), 'extra-question');
    await answered(hall, '答错');
    await hall.onScreen('加赛 10 分');
    await hall.next('出示下一题'); // 10, 10, 0: the third is out, the others play on
    await answered(hall, '答错');
    await hall.next('出示下一题');
    await answered(hall, '答对'); // 10, 20
    await hall.totals('100', '100', '100');
    await hall.next('结束本轮');
    await hall.announce();
    await hall.onPhone(2, '最终第 1 名');
    await hall.onPhone(1, '最终第 2 名');
    await hall.onPhone(3, '最终第 3 名');
    await hall.onScreen('加赛决出');
    await picture(hall.screen, 'extra-final');
    await picture(hall.phone(1), 'extra-final');
  });

  it('QZ-50 SK-41 a risk decider, and a lot for those who stay level', async () => {
    const hall = await level(tied('risk', { ties: 'lot' }));
    const chosen = async (table: number, value: string, verdict: string) => {
      await hall.next('请下一队选分');
      await hall.onPhone(table, '请选择分值');
      if (table === 1) await picture(hall.phone(1), 'risk-decider');
      await hall.tap(table, `${value} 分`);
      await hall.tap(table, `确定选 ${value} 分`);
      await answered(hall, verdict);
    };
    await chosen(1, '20', '答对');
    await chosen(2, '10', '答错');
    await picture(hall.screen, 'risk-decider');
    await chosen(3, '10', '答错'); // 20, −10, −10
    await hall.totals('100', '100', '100');
    await hall.next('结束本轮');
    await hall.announce();
    await hall.onPhone(1, '最终第 1 名');
    await hall.onScreen('抽签决出');
    await hall.onCrowd('抽签决出');
    await picture(hall.screen, 'lot-final');
    await picture(hall.host, 'lot-final');
    await picture(hall.crowd, 'lot-final');
    expect(await hall.crowd.getByText('抽签决出').count()).toBe(2);
    expect(halls.people.pageErrors).toEqual([]);
  });
}
