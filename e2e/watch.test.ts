import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  act,
  buzzerShow,
  cookieOf,
  fewUnits,
  hostPage,
  liveHouse,
  showContest,
  signedIn,
  type LiveHouse,
} from '@leitai/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { People, picture } from './support/browser.ts';

const WEB_ROOT = process.env['LEITAI_WEB'] ?? new URL('../packages/web/dist', import.meta.url).pathname;
const FILMS = new URL('./hls/', import.meta.url);

let films: Server;
let house: LiveHouse;
let people: People;
let stageId: string;

/** Four seconds of plain colour in two segments, from another origin as the organiser's stream would be. */
async function streaming(): Promise<string> {
  films = createServer((request, response) => {
    readFile(new URL(`.${request.url}`, FILMS)).then(
      (bytes) => response.writeHead(200, { 'access-control-allow-origin': '*' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(films, 'listening');
  return `http://127.0.0.1:${(films.address() as AddressInfo).port}/hall.m3u8`;
}

beforeAll(async () => {
  const stream = await streaming();
  house = await liveHouse(undefined, { webRoot: WEB_ROOT });
  const units = await fewUnits(house);
  const organizer = await signedIn(house, 'organizer', units.a);
  const show = await showContest(house.house, units.a, { code: 'watch', teams: 4, preset: 'civil-code' });
  stageId = show.stageId;
  const config = await buzzerShow(organizer, show);
  const body = { config: { ...config, stream } };
  const { status } = await organizer.call('show.update', { params: { stageId }, body });
  expect(status).toBe(200);
  const host = await hostPage(house.url, stageId, cookieOf(organizer));
  await act(host, { type: 'start' });
  await act(host, { type: 'startRound', round: 'buzzer' });
  await act(host, { type: 'nextQuestion' });
  people = await People.start(house.url);
});
afterAll(async () => {
  await people?.close();
  await house?.close();
  films?.close();
});

it('viewers at home see the picture from elsewhere beside the question and the board', async () => {
  const page = await people.page('desktop', `/watch/${stageId}`);
  await page.getByText('题目 q1').waitFor();
  await expect
    .poll(() => page.evaluate(() => document.querySelector('video')?.currentTime ?? 0), { timeout: 20_000 })
    .toBeGreaterThan(0.5);
  expect(await page.evaluate(() => document.querySelector('video')!.videoWidth)).toBe(160);
  await expect.poll(() => page.locator('.home-board li').count()).toBe(4);
  await picture(page, 'watch');
  expect(people.pageErrors).toEqual([]);
});

it('the overlay paints nothing where nothing stands, and only the parts that are asked for', async () => {
  const page = await people.page('desktop', `/overlay/${stageId}?parts=scores`);
  await page.locator('.watch-scores li').first().waitFor();
  expect(await page.locator('.over-question, .over-turn').count()).toBe(0);
  const clear = (selector: string) =>
    page.evaluate((of) => getComputedStyle(document.querySelector(of)!).backgroundColor, selector);
  for (const selector of ['html', 'body', '.overlay']) expect(await clear(selector)).toBe('rgba(0, 0, 0, 0)');
  await picture(page, 'overlay');
});
