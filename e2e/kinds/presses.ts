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
            questions: [question('b1', { stem: '片段中哪一处违章', media: clip! })],
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
    await expect
      .poll(() => hall.host.locator('.presses li b').allInnerTexts(), PATIENT)
      .toEqual(['并列', '并列']);
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

  it('QZ-22 a picture and a sound: the hall sees the one, hears the other in step; it stops at the buzz and goes on', async () => {
    const page = await halls.people.page('desktop', '/');
    const poster = { name: '灭火器.png', type: 'image/png', bytes: await page.screenshot() };
    await page.close();
    const alarm = { name: '报警声.wav', type: 'audio/wav', bytes: tone(12) };
    const hall = await halls.open(
      2,
      (image, sound) => ({
        order: order('earlier'),
        rounds: [
          {
            ...buzzerDefault,
            pressWindowSec: 60,
            afterWrong: 'reopen',
            questions: [
              question('b1', { stem: '图中是哪一种灭火器', media: image! }),
              question('b2', { stem: '这是哪一种报警声', media: sound! }),
            ],
          },
        ],
      }),
      poster,
      alarm,
    );
    await hall.next('比赛开始', '开始：抢答题', '出示第一题');
    const shown = hall.screen.locator('img.media');
    await expect
      .poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth), PATIENT)
      .toBeGreaterThan(1_000);
    await picture(hall.screen, 'image');
    await picture(hall.phone(1), 'image');
    await hall.next('宣布开始抢答');
    await hall.press(1);
    await hall.onPhone(1, '抢到了');
    await hall.next('回答完毕');
    await hall.ruled('答对');
    await hall.next('公布答案', '下一题');
    const sound = hall.screen.locator('.sound .media');
    const at = () => sound.evaluate((audio: HTMLMediaElement) => audio.currentTime);
    const stands = () => sound.evaluate((audio: HTMLMediaElement) => audio.paused);
    await hall.other('播放');
    await expect.poll(at, PATIENT).toBeGreaterThan(0.3);
    await picture(hall.screen, 'sound');
    await picture(hall.host, 'sound');
    await hall.next('宣布开始抢答');
    await hall.press(2);
    await hall.onPhone(2, '抢到了');
    await expect.poll(stands, PATIENT).toBe(true);
    const stoodAt = await at();
    await picture(hall.screen, 'sound-stands');
    await hall.next('回答完毕');
    await hall.ruled('答错');
    await hall.next('再次开放抢答');
    await expect.poll(at, PATIENT).toBeGreaterThan(stoodAt + 0.2);
    await hall.press(1);
    await hall.next('回答完毕');
    await hall.ruled('答对');
    await hall.totals('120', '90'); // 100 + 10 + 10; 100 − 10
    expect(halls.people.pageErrors).toEqual([]);
  });
}

/** So many seconds of a tone as a WAV file: 8,000 samples a second of 8 bits. */
function tone(seconds: number): Buffer {
  const samples = seconds * 8_000;
  const head = Buffer.alloc(44);
  head.write('RIFF');
  head.writeUInt32LE(36 + samples, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples, 40);
  const wave = Array.from({ length: samples }, (_, i) => 128 + Math.round(60 * Math.sin(i / 2.5)));
  return Buffer.concat([head, Buffer.from(wave)]);
}
