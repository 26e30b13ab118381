import { expect, it } from 'vitest';
import { choose, chooseUnit, confirm, dialog } from '../support/antd.ts';
import { picture } from '../support/browser.ts';
import { entrantRows, xlsx } from '../support/material.ts';
import { CONTEST, PASSWORD, type Story } from './story.ts';

/** From the first sign-in to the printed tickets. */
export function plan(story: Story): void {
  it('the first administrator must change the password, then makes the organiser’s account', async () => {
    const page = await story.people.page('desktop', '/console');
    await page.getByLabel('用户名').fill('admin');
    await page.getByLabel('密码').fill(story.server.password);
    await picture(page, 'sign-in');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByLabel('当前密码').fill(story.server.password);
    await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
    await page.getByLabel('再次输入新密码').fill(PASSWORD);
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.getByRole('menuitem', { name: '账号' }).click();
    await page.getByRole('button', { name: '新建账号' }).click();
    await dialog(page).getByLabel('用户名').fill('dimian');
    await dialog(page).getByLabel('姓名').fill('王组织');
    await chooseUnit(dialog(page), '单位', '东航北京分公司工会');
    await picture(page, 'new-account');
    await confirm(page, '创建账号');
    const secret = page.getByRole('dialog', { name: /一次性密码/ });
    const password = (await secret.locator('code').innerText()).trim();
    await picture(page, 'one-time-password');
    expect(password).toMatch(/^\w{16}$/);

    story.office = await story.people.page('desktop', '/console');
    await story.office.getByLabel('用户名').fill('dimian');
    await story.office.getByLabel('密码').fill(password);
    await story.office.getByRole('button', { name: '登录' }).click();
    await story.office.getByLabel('当前密码').fill(password);
    await story.office.getByLabel('新密码', { exact: true }).fill(PASSWORD);
    await story.office.getByLabel('再次输入新密码').fill(PASSWORD);
    await story.office.getByRole('button', { name: '修改密码' }).click();
    await story.office.getByRole('heading', { name: '赛季' }).waitFor();
    await story.officer.call('session.signIn', { body: { username: 'dimian', password: PASSWORD } });
  });

  it('PG-01 opens the season, in Chinese and in English, and takes the contest up from a template', async () => {
    await story.office.getByRole('link', { name: '2025年北京职工劳动和技能竞赛' }).click();
    await story.office.getByText('决胜十四五').first().waitFor();
    await picture(story.office, 'season');
    await story.office.getByRole('button', { name: 'English' }).click();
    await story.office.getByRole('button', { name: 'New contest' }).waitFor();
    await picture(story.office, 'season-en');
    await story.office.getByRole('button', { name: '中文' }).click();
    await story.office.getByRole('link', { name: CONTEST }).click();
    await story.next('选模板承办').click();
    await choose(dialog(story.office), '模板', '地面服务技能竞赛');
    await choose(dialog(story.office), '领域', '重点群体');
    await picture(story.office, 'take-up');
    await confirm(story.office, '创建竞赛');
    await story.office.getByRole('tab', { name: '规则', exact: true }).waitFor();
    story.contestId = /contests\/([0-9a-f-]+)/.exec(story.office.url())![1]!;
  });

  it('shows the rule sheet that results from the settings, printable', async () => {
    await story.office.getByText('规则预览').first().click();
    await story.office.getByText('限时10分钟').first().waitFor();
    await picture(story.office, 'rules');
    const sheet = await story.office.context().newPage();
    await sheet.goto(`/console/contests/${story.contestId}/rule-sheet`);
    await sheet.getByText('初赛').first().waitFor();
    await picture(sheet, 'rule-sheet');
    await sheet.close();
    // Ties are to be seen at the cut: the exams decide by score alone.
    const { settings } = await story.officer.call('contest.get', { params: { contestId: story.contestId } });
    const alone = settings!.stages.map((stage) =>
      stage.kind === 'exam' ? { ...stage, standing: { ...stage.standing, tieBreakers: [] } } : stage,
    );
    const body = { title: CONTEST, settings: { ...settings!, stages: alone } };
    await story.officer.call('contest.update', { params: { contestId: story.contestId }, body });
  });

  it('PF-31 imports 36 entrants: faults by row, column and reason, all or nothing, aliases resolved', async () => {
    await story.office.reload();
    await story.next('导入选手').click();
    const rows = entrantRows();
    const bad = rows.map((row) => [...row]);
    bad[3]![3] = '没有这个单位';
    bad[5]![2] = '=1+1';
    const input = story.office.locator('input[type=file]');
    await input.setInputFiles({
      name: '报名表.xlsx',
      mimeType: 'application/octet-stream',
      buffer: await xlsx(bad),
    });
    await story.office.getByText('尚未导入').waitFor();
    await picture(story.office, 'import-faults');
    expect(
      (await story.officer.call('entry.list', { params: { contestId: story.contestId } })).entries,
    ).toEqual([]);
    await input.setInputFiles({
      name: '报名表.xlsx',
      mimeType: 'application/octet-stream',
      buffer: await xlsx(rows),
    });
    await story.office.getByRole('button', { name: '导入 12 支队伍、36 人' }).click();
    await story.office.getByRole('button', { name: '发放准考证' }).first().waitFor();
    expect(
      (await story.officer.call('entry.list', { params: { contestId: story.contestId } })).entries,
    ).toHaveLength(12);
  });

  it('issues admission tickets to print, each with a QR code', async () => {
    await story.office.getByRole('button', { name: '发放准考证' }).last().click();
    await story.office.getByText('有效 36 张').waitFor();
    const sheet = await story.office.context().newPage();
    await sheet.goto(`/console/contests/${story.contestId}/tickets`);
    await sheet
      .getByRole('img', { name: /准考证二维码/ })
      .first()
      .waitFor();
    expect(await sheet.getByRole('img', { name: /准考证二维码/ }).count()).toBe(36);
    await picture(sheet, 'tickets');
    await sheet.close();
    story.tickets = (
      await story.officer.call('ticket.list', { params: { contestId: story.contestId } })
    ).tickets;
    await story.office.reload();
    await story.next('启动竞赛').click();
    await confirm(story.office, '启动竞赛');
    await story.next('开放初赛').waitFor();
    story.stages = (
      await story.officer.call('contest.get', { params: { contestId: story.contestId } })
    ).stages;
  });
}
