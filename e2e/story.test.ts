import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, chooseUnit, confirm, dialog } from './support/antd.ts';
import { Api } from './support/api.ts';
import { People, picture } from './support/browser.ts';
import { entrantRows, knowledge, xlsx } from './support/material.ts';
import { Server } from './support/server.ts';
import { buzz, conduct, stateOf } from './support/show.ts';

/** 2025-09-22, a Monday, 08:00 in Shanghai. */
const START = Date.parse('2025-09-22T08:00:00+08:00');
const CONTEST = '“匠心筑安全 技能绽芳华”第三届地面服务岗位技能大赛';
const PASSWORD = 'first-own-password';

describe('a ground-service contest from plan to certificate', () => {
  let server: Server;
  let people: People;
  let office: Page;
  let stages: { id: string; name: string }[];
  let contestId: string;
  let tickets: { name: string; team: string; path: string; entryNo: string }[];
  const officer = (): Api => officerApi;
  let officerApi: Api;

  beforeAll(async () => {
    server = await Server.start(START);
    people = await People.start(server.url);
    officerApi = new Api(server.url);
  });
  afterAll(async () => {
    if (office !== undefined) await picture(office, 'office-last');
    await people?.close();
    await server?.close();
  });

  const next = (name: string) =>
    office.getByRole('region', { name: '下一步' }).getByRole('button', { name, exact: true });

  it('the first administrator must change the password, then makes the organiser’s account', async () => {
    const page = await people.page('desktop', '/console');
    await page.getByLabel('用户名').fill('admin');
    await page.getByLabel('密码').fill(server.password);
    await picture(page, 'sign-in');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByLabel('当前密码').fill(server.password);
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

    office = await people.page('desktop', '/console');
    await office.getByLabel('用户名').fill('dimian');
    await office.getByLabel('密码').fill(password);
    await office.getByRole('button', { name: '登录' }).click();
    await office.getByLabel('当前密码').fill(password);
    await office.getByLabel('新密码', { exact: true }).fill(PASSWORD);
    await office.getByLabel('再次输入新密码').fill(PASSWORD);
    await office.getByRole('button', { name: '修改密码' }).click();
    await office.getByRole('heading', { name: '赛季' }).waitFor();
    await officerApi.call('session.signIn', { body: { username: 'dimian', password: PASSWORD } });
  });

  it('PG-01 opens the season, in Chinese and in English, and takes the contest up from a template', async () => {
    await office.getByRole('link', { name: '2025年北京职工劳动和技能竞赛' }).click();
    await office.getByText('决胜十四五').first().waitFor();
    await picture(office, 'season');
    await office.getByRole('button', { name: 'English' }).click();
    await office.getByRole('button', { name: 'New contest' }).waitFor();
    await picture(office, 'season-en');
    await office.getByRole('button', { name: '中文' }).click();
    await office.getByRole('link', { name: CONTEST }).click();
    await next('选模板承办').click();
    await choose(dialog(office), '模板', '地面服务技能竞赛');
    await choose(dialog(office), '领域', '重点群体');
    await picture(office, 'take-up');
    await confirm(office, '创建竞赛');
    await office.getByRole('tab', { name: '规则', exact: true }).waitFor();
    contestId = /contests\/([0-9a-f-]+)/.exec(office.url())![1]!;
  });

  it('shows the rule sheet that results from the settings, printable', async () => {
    await office.getByText('规则预览').first().click();
    await office.getByText('限时10分钟').first().waitFor();
    await picture(office, 'rules');
    const sheet = await office.context().newPage();
    await sheet.goto(`/console/contests/${contestId}/rule-sheet`);
    await sheet.getByText('初赛').first().waitFor();
    await picture(sheet, 'rule-sheet');
    await sheet.close();
    // Ties are to be seen at the cut: the exams decide by score alone.
    const { settings } = await officer().call('contest.get', { params: { contestId } });
    const alone = settings!.stages.map((stage) =>
      stage.kind === 'exam' ? { ...stage, standing: { ...stage.standing, tieBreakers: [] } } : stage,
    );
    const body = { title: CONTEST, settings: { ...settings!, stages: alone } };
    await officer().call('contest.update', { params: { contestId }, body });
  });

  it('PF-31 imports 36 entrants: faults by row, column and reason, all or nothing, aliases resolved', async () => {
    await office.reload();
    await next('导入选手').click();
    const rows = entrantRows();
    const bad = rows.map((row) => [...row]);
    bad[3]![3] = '没有这个单位';
    bad[5]![2] = '=1+1';
    const input = office.locator('input[type=file]');
    await input.setInputFiles({
      name: '报名表.xlsx',
      mimeType: 'application/octet-stream',
      buffer: await xlsx(bad),
    });
    await office.getByText('尚未导入').waitFor();
    await picture(office, 'import-faults');
    expect((await officer().call('entry.list', { params: { contestId } })).entries).toEqual([]);
    await input.setInputFiles({
      name: '报名表.xlsx',
      mimeType: 'application/octet-stream',
      buffer: await xlsx(rows),
    });
    await office.getByRole('button', { name: '导入 12 支队伍、36 人' }).click();
    await office.getByRole('button', { name: '发放准考证' }).first().waitFor();
    expect((await officer().call('entry.list', { params: { contestId } })).entries).toHaveLength(12);
  });

  it('issues admission tickets to print, each with a QR code', async () => {
    await office.getByRole('button', { name: '发放准考证' }).last().click();
    await office.getByText('有效 36 张').waitFor();
    const sheet = await office.context().newPage();
    await sheet.goto(`/console/contests/${contestId}/tickets`);
    await sheet
      .getByRole('img', { name: /准考证二维码/ })
      .first()
      .waitFor();
    expect(await sheet.getByRole('img', { name: /准考证二维码/ }).count()).toBe(36);
    await picture(sheet, 'tickets');
    await sheet.close();
    ({ tickets } = await officer().call('ticket.list', { params: { contestId } }));
    await office.reload();
    await next('启动竞赛').click();
    await confirm(office, '启动竞赛');
    await next('开放初赛').waitFor();
    ({ stages } = await officer().call('contest.get', { params: { contestId } }));
  });

  const known = knowledge();

  /** One entrant without a browser: answers the first `right` questions rightly, the others not at all. */
  async function sit(stageId: string, ticket: string, right: number): Promise<void> {
    const entrant = new Api(server.url);
    await entrant.call('entrant.enter', { body: { ticket: ticket.slice('/t/'.length) } });
    const { attemptId, device, questions } = await entrant.call('exam.start', { params: { stageId } });
    for (const question of questions.slice(0, right)) {
      const body = { device, no: question.no, revision: 1, choice: known(question) };
      await entrant.call('exam.save', { params: { attemptId }, body });
    }
    await entrant.call('exam.submit', { params: { attemptId } });
  }

  async function open(stageName: string): Promise<void> {
    await office.goto(`/console/contests/${contestId}`);
    await next(`开放${stageName}`).click();
    await office.waitForURL(/\/stages\//);
    await office.getByRole('button', { name: `开放${stageName}`, exact: true }).click();
    await confirm(office, '开放');
    await office.getByText('答题进行中').first().waitFor();
  }

  it('OQ-12 an entrant answers on a phone: every answer is saved, reload and another phone go on', async () => {
    await open('初赛');
    const first = tickets[0]!;
    const phone = await people.page('phone', first.path);
    await phone.getByRole('button', { name: '开始答题' }).waitFor();
    await picture(phone, 'phone-home');
    expect(phone.url()).not.toContain(first.path);
    await phone.getByRole('button', { name: '开始答题' }).click();
    await phone.getByText('第 1 题').waitFor();
    await phone.locator('label.option').first().click();
    await phone.getByText('✓ 已保存').waitFor();
    await picture(phone, 'phone-question');
    await phone.getByRole('button', { name: '下一题' }).click();
    await phone.locator('label.option').nth(1).click();
    await phone.getByText('✓ 已保存').waitFor();

    await server.killAndRestart();
    await phone.getByRole('button', { name: '下一题' }).click();
    await phone.locator('label.option').first().click();
    await phone.getByText('✓ 已保存').waitFor();

    await phone.reload();
    await phone.getByRole('button', { name: /3\/20/ }).waitFor();
    const other = await people.page('phone', first.path);
    await other.getByRole('button', { name: /3\/20/ }).waitFor();
    await phone.locator('label.option').nth(1).click();
    await phone.getByText('已在另一台设备继续答题').waitFor();
    await picture(phone, 'phone-taken-over');
    await other.getByRole('button', { name: /3\/20/ }).click();
    await picture(other, 'phone-sheet');
    await picture(office, 'monitor');
  });

  it('OQ-11 at the deadline the paper closes by itself; the server’s clock counts', async () => {
    const second = tickets[1]!;
    const phone = await people.page('phone', second.path);
    await phone.getByRole('button', { name: '开始答题' }).click();
    await phone.getByText('第 1 题').waitFor();
    await phone.locator('label.option').first().click();
    await phone.getByText('✓ 已保存').waitFor();
    server.setTime(server.now() + 575_000);
    await phone.waitForTimeout(200);
    await phone.reload();
    await phone.getByText('第 1 题').waitFor();
    await picture(phone, 'phone-last-seconds');
    await phone.getByText('时间到，已自动交卷').waitFor({ timeout: 40_000 });
    await picture(phone, 'phone-time-up');
  });

  it('SK-72 the cut: standings, a preview that says who and why, all tied at the cut go through', async () => {
    await Promise.all(
      tickets.slice(2).map((ticket, i) => {
        // Entrants of team t answer 20 − t questions; teams 9 and 10 are level at the cut of nine.
        const team = Math.floor((i + 2) / 3);
        return sit(stages[0]!.id, ticket.path, 20 - (team === 10 ? 9 : team));
      }),
    );
    await office.getByRole('button', { name: '结束初赛' }).click();
    await confirm(office, '结束答题');
    await office.getByRole('button', { name: '确认晋级名单' }).waitFor();
    await picture(office, 'cut-preview');
    await office.getByText('与第 9 名并列').first().waitFor();
    await office.getByRole('button', { name: '确认晋级名单' }).click();
    await confirm(office, '确认 10 支晋级');
    await office.getByText('已确认 10 支队伍晋级').first().waitFor();
  });

  it('the semi-final likewise, leaving six teams', async () => {
    await open('复赛');
    const { entries } = await officer().call('entry.list', { params: { contestId } });
    const through = await officer().call('standings.get', { params: { stageId: stages[1]!.id } });
    const names = through.rows.map((row) => row.name);
    expect(names).toHaveLength(10);
    const teams = entries.filter((entry) => names.includes(entry.name));
    await Promise.all(
      teams.flatMap((team, i) =>
        tickets
          .filter((ticket) => ticket.team === team.name)
          .map((ticket) => sit(stages[1]!.id, ticket.path, 19 - i)),
      ),
    );
    await office.getByRole('button', { name: '结束复赛' }).click();
    await confirm(office, '结束答题');
    await office.getByRole('button', { name: '确认晋级名单' }).click();
    await confirm(office, '确认 6 支晋级');
    await office.getByText('已确认 6 支队伍晋级').first().waitFor();
  });

  let host: Page;
  let screen: Page;
  let crowd: Page;
  let phones: Page[];

  it('SK-41 the final opens on every device; tables are drawn from a stored seed', async () => {
    const stageId = stages[2]!.id;
    await office.goto(`/console/contests/${contestId}/stages/${stageId}`);
    await office.getByRole('link', { name: '打开主持台' }).waitFor();
    await picture(office, 'show-stage');
    // A shorter evening: one compulsory question a team, four words, five buzzer questions.
    const { config } = await officer().call('show.get', { params: { stageId } });
    const rounds = (config['rounds'] as { kind: string; questions: { words?: string[] }[] }[]).map(
      (round) => {
        const keep = round.kind === 'mandatory' ? 6 : round.kind === 'buzzer' ? 5 : round.questions.length;
        const questions = round.questions.slice(0, keep);
        return {
          ...round,
          ...(round.kind === 'mandatory' ? { turnsPerTeam: 1 } : {}),
          questions: questions.map((item) =>
            item.words ? { ...item, words: item.words.slice(0, 4) } : item,
          ),
        };
      },
    );
    await officer().call('show.update', { params: { stageId }, body: { config: { ...config, rounds } } });
    const links = await officer().call('show.links', { params: { stageId } });
    expect(links.teams).toHaveLength(6);
    host = await office.context().newPage();
    await host.goto(links.host);
    screen = await people.page('screen', links.screen);
    crowd = await people.page('phone', links.audience);
    phones = await Promise.all(links.teams.map((team) => people.page('phone', team.path)));
    for (const phone of phones) {
      const enter = phone.getByRole('button', { name: '进入比赛现场' });
      await enter.or(phone.locator('.team-phone')).first().waitFor();
      if (await enter.isVisible()) await enter.click();
      await phone.locator('.team-phone').waitFor();
    }
    await screen.getByText('地面服务').locator('visible=true').first().waitFor();
    await picture(screen, 'screen-lobby');
    await picture(host, 'host-lobby');
    await conduct(host, {
      rule: () => '答对',
      buzz: async () => undefined,
      until: (next) => next === '比赛开始',
    });
    await picture(screen, 'screen-drawn');
  });

  it('a replaced console can no longer act and says so', async () => {
    const other = await office.context().newPage();
    await other.goto(new URL(host.url()).pathname);
    await other.getByRole('button', { name: '接管主持台' }).first().click();
    await host.getByText('主持台正在另一处使用').waitFor();
    await host.getByRole('button', { name: '接管主持台' }).first().click();
    await other.getByText('主持台正在另一处使用').waitFor();
    await other.close();
  });

  it('QZ-11 必答, 视频 and 你比我猜 are played; the server is killed in the middle', async () => {
    await conduct(host, {
      rule: () => '答对',
      buzz: async () => undefined,
      until: (next) => next === '开始计时',
    });
    await picture(host, 'host-question');
    await picture(screen, 'screen-question');
    await picture(phones[0]!, 'team-turn');
    await server.killAndRestart();
    await conduct(host, {
      rule: (count) => (count % 7 === 3 ? '答错' : '答对'),
      buzz: async () => undefined,
      until: (next) => next.startsWith('确认找出'),
    });
    await picture(screen, 'screen-video');
    await picture(host, 'host-video');
    await conduct(host, {
      rule: () => '答对',
      buzz: async () => undefined,
      until: (next) => next === '请逐词裁定',
    });
    await picture(screen, 'screen-charades');
    await picture(host, 'host-charades');
    await conduct(host, {
      rule: () => '答对',
      buzz: async () => undefined,
      until: (next) => next === '宣布开始抢答',
    });
  });

  it('QZ-31 QZ-34 QZ-37 buzzers: a false start, first and not first, reload and kill -9 while open', async () => {
    const states = () => Promise.all(phones.map(stateOf));
    await conduct(host, {
      rule: () => '答对',
      reading: async (count) => {
        if (count !== 1) return;
        await buzz(phones[2]!);
        await phones[2]!.locator('[data-state=foul], [data-state=bad]').waitFor();
        await picture(phones[2]!, 'team-foul');
      },
      buzz: async () => undefined,
      until: (next) => next.startsWith('无人抢答'),
    });
    await phones[0]!.locator('[data-state=armed]').waitFor();
    await picture(phones[0]!, 'team-armed');
    await picture(screen, 'screen-open');
    await phones[1]!.reload();
    const armed = phones[1]!.locator('[data-state=armed]');
    await armed
      .or(phones[1]!.getByRole('button', { name: '进入比赛现场' }))
      .first()
      .waitFor();
    await armed.waitFor();
    await server.killAndRestart();
    await phones[0]!.locator('[data-state=armed]').waitFor();
    await phones[0]!.waitForTimeout(4_000);
    await Promise.all(phones.map(buzz));
    await phones[0]!.locator('[data-state=first], [data-state=notFirst]').waitFor();
    await expect
      .poll(async () => (await states()).toSorted(), { timeout: 10_000 })
      .toEqual(['first', ...Array.from({ length: 5 }, () => 'notFirst')]);
    const winner = (await states()).indexOf('first');
    await picture(phones[winner]!, 'team-first');
    await picture(phones[(winner + 1) % 6]!, 'team-not-first');
    await picture(screen, 'screen-winner');
    await picture(host, 'host-ruling');
    await host.locator('.rulings').getByRole('button', { name: '答错' }).click();
    await host.getByRole('button', { name: /撤销/ }).first().click();
    await host.locator('.rulings').getByRole('button', { name: '答对' }).click();
  });

  it('QZ-21 QZ-50 the rest: buzzers, risk, a decider where a tie matters, and the end', async () => {
    await conduct(host, {
      rule: (count) => (count % 5 === 4 ? '答错' : '答对'),
      buzz: async (count) => {
        for (const phone of phones.slice(count % 6).concat(phones)) {
          if ((await stateOf(phone)) === 'armed') return buzz(phone);
        }
        throw new Error('no phone is armed');
      },
      until: (next) => next.startsWith('等待'),
    });
    await picture(screen, 'screen-risk');
    await picture(host, 'host-risk');
    await conduct(host, {
      rule: (count) => (count % 4 === 2 ? '答错' : '答对'),
      buzz: async () => {
        for (const phone of phones) if ((await stateOf(phone)) === 'armed') return buzz(phone);
        throw new Error('no phone is armed');
      },
    });
    await picture(screen, 'screen-final');
    await picture(crowd, 'audience-final');
    await picture(phones[0]!, 'team-final');
  });

  it('SK-97 SE-31 standings, awards, seal, five working days of notice across the holidays, final', async () => {
    server.setTime(Date.parse('2025-09-26T08:00:00+08:00'));
    await office.goto(`/console/contests/${contestId}/stages/${stages[2]!.id}`);
    await office.getByRole('button', { name: '采用现场成绩' }).click();
    await confirm(office, '采用现场成绩');
    await office.getByText('现场成绩已采用').waitFor();
    await picture(office, 'show-record');
    await office.goto(`/console/contests/${contestId}/result`);
    await office.getByRole('button', { name: '封存成绩' }).last().click();
    await confirm(office, '确认封存');
    await office.getByRole('button', { name: '发布公示' }).last().click();
    await dialog(office).getByLabel('联系电话').fill('010-00000000');
    await dialog(office).getByLabel('电子邮箱').fill('office@example.invalid');
    await dialog(office).getByLabel('通信地址').fill('示例地址 1 号');
    await confirm(office, '发布公示');
    await office.getByText('公示至 2025-10-09').first().waitFor();
    await picture(office, 'notice');
    const early = await officer().ask('result.finalise', { params: { contestId } });
    expect(early.body).toMatchObject({ code: 'result.noticeRunning' });
    server.setTime(Date.parse('2025-10-10T00:00:01+08:00'));
    await officer().call('session.signIn', { body: { username: 'dimian', password: PASSWORD } });
    await office.reload();
    await office.getByRole('button', { name: '结果定稿' }).last().click();
    await confirm(office, '确认定稿');
    await office.getByText('结果已定稿').first().waitFor();
  });

  it('DP-20 certificates as PDF, a public page that verifies them, and nothing personal beyond the list', async () => {
    await office.goto(`/console/contests/${contestId}/certificates`);
    await office.getByRole('button', { name: '签发证书' }).last().click();
    await office.getByText('证书已签发').waitFor();
    await picture(office, 'certificates');
    const { certificates } = await officer().call('certificate.list', { params: { contestId } });
    expect(certificates).toHaveLength(18);
    const [download] = await Promise.all([
      office.waitForEvent('download'),
      office.getByRole('button', { name: 'PDF', exact: true }).first().click(),
    ]);
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const visitor = await people.page('phone', `/v/${certificates[0]!.no}`);
    await visitor.getByText(certificates[0]!.holder).first().waitFor();
    await picture(visitor, 'verified');
    const open = await people.page('desktop', `/c/${contestId}`);
    await open.getByText('一等奖').first().waitFor();
    await picture(open, 'public-contest');
    const text = await open.locator('body').innerText();
    for (const row of entrantRows().slice(1)) expect(text).not.toContain(row[4]);
    for (const { entryNo } of tickets) expect(text).not.toContain(entryNo);
    expect(people.pageErrors).toEqual([]);
    expect(server.errors).toBe('');
  });
});
