import { readFileSync } from 'node:fs';
import { verifyRecord } from '@leitai/server/modules/record';
import { expect, it } from 'vitest';
import { confirm, dialog } from '../support/antd.ts';
import { picture } from '../support/browser.ts';
import { entrantRows } from '../support/material.ts';
import { PASSWORD, type Story } from './story.ts';

/** Seal, notice, final, certificates, the record. */
export function result(story: Story): void {
  it('SK-97 SE-31 standings, awards, seal, five working days of notice across the holidays, final', async () => {
    story.server.setTime(Date.parse('2025-09-26T08:00:00+08:00'));
    await story.office.goto(`/console/contests/${story.contestId}/stages/${story.stages[2]!.id}`);
    await story.office.getByRole('button', { name: '采用现场成绩' }).click();
    await confirm(story.office, '采用现场成绩');
    await story.office.getByText('现场成绩已采用').waitFor();
    await picture(story.office, 'show-record');
    await story.office.goto(`/console/contests/${story.contestId}/result`);
    await story.office.getByRole('button', { name: '封存成绩' }).last().click();
    await confirm(story.office, '确认封存');
    await story.office.getByRole('button', { name: '发布公示' }).last().click();
    await dialog(story.office).getByLabel('联系电话').fill('010-00000000');
    await dialog(story.office).getByLabel('电子邮箱').fill('office@example.invalid');
    await dialog(story.office).getByLabel('通信地址').fill('示例地址 1 号');
    await confirm(story.office, '发布公示');
    await story.office.getByText('公示至 2025-10-09').first().waitFor();
    await picture(story.office, 'notice');
    const early = await story.officer.ask('result.finalise', { params: { contestId: story.contestId } });
    expect(early.body).toMatchObject({ code: 'result.noticeRunning' });
    story.server.setTime(Date.parse('2025-10-10T00:00:01+08:00'));
    await story.officer.call('session.signIn', { body: { username: 'dimian', password: PASSWORD } });
    await story.office.reload();
    await story.office.getByRole('button', { name: '结果定稿' }).last().click();
    await confirm(story.office, '确认定稿');
    await story.office.getByText('结果已定稿').first().waitFor();
  });

  it('DP-20 certificates as PDF, a public page that verifies them, and nothing personal beyond the list', async () => {
    await story.office.goto(`/console/contests/${story.contestId}/certificates`);
    await story.office.getByRole('button', { name: '签发证书' }).last().click();
    await story.office.getByText('证书已签发').waitFor();
    await picture(story.office, 'certificates');
    const { certificates } = await story.officer.call('certificate.list', {
      params: { contestId: story.contestId },
    });
    expect(certificates).toHaveLength(18);
    const [download] = await Promise.all([
      story.office.waitForEvent('download'),
      story.office.getByRole('button', { name: 'PDF', exact: true }).first().click(),
    ]);
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const visitor = await story.people.page('phone', `/v/${certificates[0]!.no}`);
    await visitor.getByText(certificates[0]!.holder).first().waitFor();
    await picture(visitor, 'verified');
    const open = await story.people.page('desktop', `/c/${story.contestId}`);
    await open.getByText('一等奖').first().waitFor();
    await picture(open, 'public-contest');
    const text = await open.locator('body').innerText();
    for (const row of entrantRows().slice(1)) expect(text).not.toContain(row[4]);
    for (const { entryNo } of story.tickets) expect(text).not.toContain(entryNo);
  });

  it('the exported record recomputes everything with the rules alone; a changed mark is found', async () => {
    await story.office.goto(`/console/contests/${story.contestId}`);
    const [download] = await Promise.all([
      story.office.waitForEvent('download'),
      story.office.getByRole('button', { name: '导出完整记录' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    const { ok, checks } = verifyRecord(JSON.parse(text));
    expect(checks.filter((check) => !check.ok)).toEqual([]);
    expect(ok).toBe(true);
    const changed = JSON.parse(text) as { stages: { marks: { score: string }[] }[] };
    changed.stages[2]!.marks[0]!.score = '999';
    expect(verifyRecord(changed).ok).toBe(false);
    expect(story.people.pageErrors).toEqual([]);
    expect(story.server.errors).toBe('');
  });
}
