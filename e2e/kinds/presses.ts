import { buzzerDefault, type DeadHeatRule, type ShowConfig } from '@leitai/rules/show';
import { teamPage } from '@leitai/testkit';
import { expect, it } from 'vitest';
import { picture } from '../support/browser.ts';
import { film } from '../support/film.ts';
import { PATIENT, question, type Hall, type Halls } from './hall.ts';

const order = (deadHeat: DeadHeatRule): ShowConfig['order'] => ({
  rule: 'compensated',
  capMs: 100,
  maxOneWayMs: 300,
  deadHeat,
});
const buzzers = (deadHeat: DeadHeatRule): Partial<ShowConfig> => ({
  order: order(deadHeat),
  rounds: [{ ...buzzerDefault, pressWindowSec: 60, questions: [question('b1'), question('b2')] }],
});

/** Two fingers at the same moment: no hand could, so two more devices of the teams claim one. */
async function atOnce(halls: Halls, { show }: Hall, id: string, ...tables: number[]): Promise<void> {
  const pages = await Promise.all(
    tables.map((table) => teamPage(halls.house.url, show.stageId, show.teams[table - 1]!.cookie)),
  );
  await Promise.all(pages.map((page) => page.until(({ buzzer }) => buzzer === 'armed')));
  const claimedAt = Date.now();
  const acks = await Promise.all(pages.map((page) => page.cmd({ type: 'press', question: id, claimedAt })));
  expect(acks.map(({ ok }) => ok)).toEqual(tables.map(() => true));
  for (const page of pages) page.close();
}

export function presses(halls: Halls): void {
  const opened = async (rule: DeadHeatRule): Promise<Hall> => {
    const hall = await halls.open(3, buzzers(rule));
    await hall.next('比赛开始', '开始：抢答题', '出示第一题', '宣布开始抢答');
    return hall;
  };

  it('QZ-33 a dead heat is settled by the earlier estimate, and says so', async () => {
    const hall = await opened('earlier');
    await atOnce(halls, hall, 'b1', 1, 2);
    await hall.onScreen('同时抢答，以较早者为先');
    await hall.host.getByText('同时抢答，以较早者为先').waitFor();
    await hall.onPhone(3, '锁定');
    await picture(hall.screen, 'tie-earlier');
  });

  it('QZ-33 a dead heat is settled by lot', async () => {
    const hall = await opened('lot');
    await atOnce(halls, hall, 'b1', 1, 2, 3);
    await hall.onScreen('同时抢答，抽签决定');
    await picture(hall.screen, 'tie-lot');
    await picture(hall.host, 'tie-lot');
    await hall.next('回答完毕');
    await hall.ruled('答对');
    await hall.next('公布答案', '出示下一题');
    expect(await hall.screen.getByText('同时抢答').count()).toBe(0);
  });

  it('QZ-33 a dead heat is pressed again by those who tied', async () => {
    const hall = await opened('again');
    await atOnce(halls, hall, 'b1', 1, 2);
    await hall.onScreen('同时抢答，准备再抢');
    await hall.onPhone(1, '同时抢答', '请准备再抢');
    await hall.onPhone(3, '未抢到');
    await picture(hall.screen, 'tie-again');
    await picture(hall.host, 'tie-again');
    await picture(hall.phone(1), 'tie-again');
    await hall.next('请并列的队再次抢答');
    await hall.onScreen('并列的队再次抢答');
    await hall.onPhone(3, '锁定');
    await picture(hall.screen, 'tie-again-open');
    await hall.press(2);
    await hall.onPhone(2, '抢到了');
    await hall.onPhone(1, '锁定');
    await hall.next('回答完毕');
    await hall.ruled('答错');
    await hall.totals('100', '90', '100'); // 100 − 10
  });

  it('QZ-33 the jury names the team; the buzzers open at a random moment; the clip stops at the buzz and goes on', async () => {
    const page = await halls.people.page('desktop', '/');
    const bytes = await film(page, 200);
    await page.close();
    const media = { name: '违章片段.webm', type: 'video/webm', bytes };
    const hall = await halls.open(
      3,
      (clip) => ({
        order: order('jury'),
        rounds: [
          {
            ...buzzerDefault,
            pressWindowSec: 60,
            afterWrong: 'reopen',
            startDelay: { minMs: 1_500, maxMs: 2_000 },
            questions: [question('b1', { stem: '片段中哪一处违章', media: clip })],
          },
        ],
      }),
      media,
    );
    await hall.next('比赛开始', '开始：抢答题', '出示第一题');
    const clip = hall.screen.locator('video.media');
    const stands = () => clip.evaluate((video: HTMLVideoElement) => video.paused);
    const at = () => clip.evaluate((video: HTMLVideoElement) => video.currentTime);
    expect(await stands()).toBe(true);
    await hall.next('宣布开始抢答');
    await hall.host.getByText('即将开放抢答（随机延时）').first().waitFor();
    await picture(hall.host, 'arming');
    await hall.onPhone(1, '先别按');
    await hall.onPhone(1, '抢答');
    await hall.other('播放');
    await expect.poll(at, PATIENT).toBeGreaterThan(0.3);
    await picture(hall.screen, 'clip');
    await picture(hall.host, 'clip');
    await atOnce(halls, hall, 'b1', 1, 2);
    await hall.onScreen('同时抢答，等待裁定');
    await expect.poll(stands, PATIENT).toBe(true);
    await hall.onPhone(1, '同时抢答', '等待裁判裁定');
    await picture(hall.screen, 'tie-jury');
    await picture(hall.host, 'tie-jury');
    await picture(hall.phone(1), 'tie-jury');
    await hall.ruled('第2队');
    await hall.onPhone(2, '抢到了');
    await hall.onPhone(1, '未抢到');
    await hall.onScreen('同时抢答，裁判裁定');
    const stoodAt = await at();
    await hall.next('回答完毕');
    await hall.ruled('答错');
    await hall.totals('100', '90', '100'); // 100 − 10
    await hall.next('再次开放抢答');
    await expect.poll(at, PATIENT).toBeGreaterThan(stoodAt + 0.2);
    await hall.press(1);
    await hall.onPhone(1, '抢到了');
    await hall.next('回答完毕');
    await hall.ruled('答对');
    await hall.totals('110', '90', '100'); // 100 + 10
    await hall.next('公布答案');
    expect(halls.people.pageErrors).toEqual([]);
  });
}
