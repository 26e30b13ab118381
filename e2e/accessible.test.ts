import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Api } from './support/api.ts';
import { People, picture } from './support/browser.ts';
import { Server } from './support/server.ts';

const PASSWORD = 'first-own-password';

/** Every page a newcomer meets first, looked at by axe in light and dark: nothing serious, nothing critical. */
describe('accessible to everybody', () => {
  let server: Server;
  let people: People;
  let office: Page;
  let seasonId: string;
  let contestId: string;

  beforeAll(async () => {
    server = await Server.start(Date.parse('2025-09-22T08:00:00+08:00'));
    people = await People.start(server.url);
    const admin = new Api(server.url);
    const own = async (api: Api, username: string, given: string) => {
      await api.call('session.signIn', { body: { username, password: given } });
      await api.call('session.changePassword', { body: { current: given, next: PASSWORD } });
    };
    await own(admin, 'admin', server.password);
    const { units } = await admin.call('unit.list');
    const unitId = units.find(({ name }) => name === '东航北京分公司工会')!.id;
    const made = await admin.call('account.create', {
      body: { username: 'dimian', name: '王组织', role: 'organizer', unitId },
    });
    const officer = new Api(server.url);
    await own(officer, 'dimian', made.oneTimePassword);
    seasonId = (await officer.call('season.list')).seasons[0]!.id;
    const contest = await officer.call('contest.create', {
      body: {
        seasonId,
        unitId,
        code: 'accessible',
        title: '地面服务岗位技能大赛',
        template: 'ground-service',
        tier: 'unit',
        fieldCode: null,
        directionCode: null,
      },
    });
    contestId = contest.id;
    office = await people.page('desktop', '/console');
    await office.getByLabel('用户名').fill('dimian');
    await office.getByLabel('密码').fill(PASSWORD);
  });
  afterAll(async () => {
    await people?.close();
    await server?.close();
  });

  async function faults(
    page: Page,
    name: string,
    schemes: readonly ('light' | 'dark')[] = ['light', 'dark'],
  ): Promise<string[]> {
    const found: string[] = [];
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // Colours fade from one scheme to the other.
      await page.waitForTimeout(400);
      await picture(page, `${name}-${colorScheme}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, impact, nodes } of violations) {
        if (impact !== 'serious' && impact !== 'critical') continue;
        for (const { target, any } of nodes)
          found.push(`${colorScheme} ${id} ${target.join(' ')} ${any[0]?.message ?? ''}`);
      }
    }
    return found;
  }

  it('sign-in', async () => {
    expect(await faults(office, 'sign-in')).toEqual([]);
    await office.getByRole('button', { name: '登录' }).click();
    await office.getByRole('heading', { name: '赛季' }).waitFor();
  });

  it('the season', async () => {
    await office.goto(`/console/seasons/${seasonId}`);
    await office.getByText('决胜十四五').first().waitFor();
    expect(await faults(office, 'season')).toEqual([]);
  });

  it('a contest with its rules', async () => {
    await office.goto(`/console/contests/${contestId}/rules`);
    await office.getByRole('button', { name: '保存规则' }).waitFor();
    expect(await faults(office, 'rules', ['dark'])).toEqual([]);
  });

  it.each([
    ['the public home', 'desktop', '/', '目前没有对外公布的竞赛'],
    ['the API reference', 'desktop', '/api-docs', '/api/seasons'],
    ['a phone without a ticket', 'phone', '/phone', '请扫描准考证上的二维码进入'],
  ] as const)('%s', async (name, size, path, words) => {
    const page = await people.page(size, path);
    await page.getByText(words).first().waitFor();
    expect(await faults(page, name.replace(/ /g, '-'))).toEqual([]);
  });
});
