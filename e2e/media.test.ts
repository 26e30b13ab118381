import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { ShowConfig } from '@leitai/rules/show';
import { open, type House } from '@leitai/server/main';
import {
  buzzerShow,
  Client,
  FakeClock,
  freshDatabase,
  fewUnits,
  showContest,
  signedIn,
} from '@leitai/testkit';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialog } from './support/antd.ts';
import { People, picture } from './support/browser.ts';
import { film as record } from './support/film.ts';

const WEB = process.env['WEB_ROOT'] ?? join(new URL('..', import.meta.url).pathname, 'packages/web/dist');
const ADD = '添加图片、声音或视频';

const drawn = (page: Page, type: string): Promise<string> =>
  page.evaluate((wanted) => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 360;
    const paint = canvas.getContext('2d')!;
    paint.fillStyle = '#c3272b';
    paint.fillRect(0, 0, 640, 360);
    paint.fillStyle = '#fff';
    paint.font = '48px sans-serif';
    paint.fillText('灭火器', 220, 200);
    return canvas.toDataURL(wanted).split(',')[1]!;
  }, type);

describe('a question’s image, sound or video', () => {
  let house: House;
  let people: People;
  let page: Page;
  let client: Client;
  let stageId: string;
  const at = (base64: string) => Buffer.from(base64, 'base64');
  beforeAll(async () => {
    house = await open({ databaseUrl: await freshDatabase(), webRoot: WEB });
    const url = await house.app.listen({ port: 0, host: '127.0.0.1' });
    const test = {
      house,
      clock: new FakeClock(Date.now()),
      client: () => new Client(house),
      close: () => house.close(),
    };
    const { a } = await fewUnits(test);
    client = await signedIn(test, 'organizer', a);
    const show = await showContest(house, a, { code: 'media', teams: 2, preset: 'std-3' });
    stageId = show.stageId;
    await buzzerShow(client, show);
    people = await People.start(url);
    const context = await people.person('desktop');
    await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url })));
    page = await context.newPage();
    await page.goto(`/console/contests/${show.contestId}/stages/${stageId}`);
    await picture(page, 'media-stage');
    await page.locator('.ant-collapse-title').nth(1).click();
  });
  afterAll(async () => {
    await people?.close();
    await house?.close();
  });

  const pick = (name: string, mimeType: string, buffer: Buffer) =>
    dialog(page).locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
  const edit = (row: number) => page.getByRole('button', { name: '编辑' }).nth(row).click();
  const stored = async () => {
    const { body } = await client.call('show.get', { params: { stageId } });
    return (body.config as unknown as ShowConfig).rounds[0]!.questions.map(({ media }) => media);
  };

  it('is picked, goes on after a broken line, is previewed and saved with the question', async () => {
    await edit(0);
    await picture(page, 'media-empty');
    const film = Buffer.concat([await record(page), Buffer.alloc(3 * 1024 * 1024)]);
    let broken = 0;
    await page.route('**/content?offset=*', async (route) => {
      const offset = Number(new URL(route.request().url()).searchParams.get('offset'));
      if (offset > 0 && broken < 2) {
        broken += 1;
        return route.abort('connectionreset');
      }
      return route.continue();
    });
    await pick('违章片段.webm', 'video/webm', film);
    await dialog(page).getByText('连接中断，恢复后自动继续').waitFor();
    expect(await dialog(page).getByRole('button', { name: '确定' }).isDisabled()).toBe(true);
    await picture(page, 'media-waiting');
    const video = dialog(page).locator('video');
    await video.waitFor({ timeout: 20_000 });
    expect(broken).toBe(2);
    await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.videoWidth)).toBe(320);
    await picture(page, 'media-video');
    await dialog(page).getByRole('button', { name: '确定' }).click();

    await edit(1);
    await pick('灭火器.jpg', 'image/jpeg', at(await drawn(page, 'image/jpeg')));
    const image = dialog(page).locator('img.media-preview');
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(640);
    await picture(page, 'media-image');
    const { violations } = await new AxeBuilder({ page }).include('.ant-modal').analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    await dialog(page).getByRole('button', { name: '确定' }).click();
    await page.getByRole('button', { name: '保存环节与题目' }).click();
    await expect
      .poll(async () => (await stored()).map((media) => media?.kind))
      .toEqual(['video', 'image', undefined]);
  });

  it('is refused in words when it is not what it says, and can be taken away again', async () => {
    await edit(2);
    await pick('a.png', 'image/png', Buffer.from('<html>'));
    await dialog(page).getByText('文件内容与文件类型不符').waitFor();
    await picture(page, 'media-refused');
    await pick('a.svg', 'image/svg+xml', Buffer.from('<svg/>'));
    await dialog(page).getByText('不支持这种文件').waitFor();
    await pick('a.webp', 'image/webp', at(await drawn(page, 'image/webp')));
    await dialog(page).locator('img.media-preview').waitFor();
    await dialog(page).getByRole('button', { name: '移除' }).click();
    await dialog(page).getByText(ADD).waitFor();
    await dialog(page).getByRole('button', { name: '取消' }).click();
    expect(people.pageErrors).toEqual([]);
  });

  it('is chosen from what was uploaded before; what a question shows is not deleted, what none shows is', async () => {
    await edit(2);
    await dialog(page).getByRole('button', { name: '从已上传的文件中选取' }).click();
    const row = (name: string) => dialog(page).locator('tr', { hasText: name });
    await row('a.webp').waitFor();
    await picture(page, 'media-shelf');
    const remove = async (name: string) => {
      await row(name).getByRole('button', { name: '删除' }).click();
      await page.locator('.ant-popconfirm:visible').getByRole('button', { name: '删除' }).click();
    };
    await remove('灭火器.jpg');
    await page.getByText('第 2 题正在使用').waitFor();
    await remove('a.webp');
    await row('a.webp').waitFor({ state: 'detached' });
    await row('灭火器.jpg').getByRole('button', { name: '选用' }).click();
    await dialog(page).locator('img.media-preview').waitFor();
    await dialog(page).getByRole('button', { name: '确定' }).click();
    await page.getByRole('button', { name: '保存环节与题目' }).click();
    await expect.poll(async () => (await stored())[2]?.kind).toBe('image');
    // For the next test the third question is empty again.
    await edit(2);
    await dialog(page).getByRole('button', { name: '移除' }).click();
    await dialog(page).getByRole('button', { name: '确定' }).click();
  });

  it('is given up by a button, and nothing of it stays', async () => {
    const before = (await client.call('media.list', { params: { stageId } })).body.media.length;
    await edit(2);
    await page.unrouteAll();
    await page.route('**/content?offset=*', (route) => route.abort('connectionreset'));
    await pick('a.png', 'image/png', at(await drawn(page, 'image/png')));
    await dialog(page).getByRole('button', { name: '取消上传' }).click();
    await dialog(page).getByText(ADD).waitFor();
    await expect
      .poll(async () => (await client.call('media.list', { params: { stageId } })).body.media.length)
      .toBe(before);
  });
});
