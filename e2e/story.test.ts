import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { People, picture } from './support/browser.ts';
import { Server } from './support/server.ts';

/** 2025-09-22, a Monday, 08:00 in Shanghai. */
const START = Date.parse('2025-09-22T08:00:00+08:00');

describe('a ground-service contest from plan to certificate', () => {
  let server: Server;
  let people: People;
  beforeAll(async () => {
    server = await Server.start(START);
    people = await People.start(server.url);
  });
  afterAll(async () => {
    await people?.close();
    await server?.close();
  });

  it('the first administrator signs in', async () => {
    const page = await people.page('desktop', '/console');
    await page.waitForTimeout(1500);
    await picture(page, 'sign-in');
    await page.getByLabel('用户名').fill('admin');
    await page.getByLabel('密码').first().fill(server.password);
    await page.getByRole('button', { name: /登录|登 录/ }).click();
    await page.waitForTimeout(1500);
    await picture(page, 'must-change');
    console.log(await page.locator('body').innerText());
    expect(readFileSync('package.json', 'utf8')).toContain('leitai');
  });
});
