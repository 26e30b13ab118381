import { afterAll, beforeAll, it } from 'vitest';
import { People, picture } from './support/browser.ts';
import { Server } from './support/server.ts';
let server: Server;
let people: People;
beforeAll(async () => { server = await Server.start(Date.parse('2025-09-22T08:00:00+08:00')); people = await People.start(server.url); });
afterAll(async () => { await people?.close(); await server?.close(); });
it('signs in', async () => {
  const page = await people.page('desktop', '/console');
  page.on('response', (r) => { if (r.url().includes('/api/')) console.log(r.request().method(), r.url(), r.status()); });
  page.on('console', (m) => console.log('console', m.text()));
  await page.getByLabel('用户名').fill('admin');
  await page.getByLabel('密码').first().fill(server.password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForTimeout(3000);
  await picture(page, 'x');
  console.log(await page.locator('body').innerText());
  console.log(people.pageErrors, server.errors);
});
