import { expect, it } from 'vitest';
import { confirm } from '../support/antd.ts';
import { Api } from '../support/api.ts';
import { picture } from '../support/browser.ts';
import { knowledge } from '../support/material.ts';
import type { Story } from './story.ts';

/** Preliminary and semi-final on phones, with the cuts. */
export function exams(story: Story): void {
  const known = knowledge();

  /** One entrant without a browser: answers the first `right` questions rightly, the others not at all. */
  async function sit(stageId: string, ticket: string, right: number): Promise<void> {
    const entrant = new Api(story.server.url);
    await entrant.call('entrant.enter', { body: { ticket: ticket.slice('/t/'.length) } });
    const { attemptId, device, questions } = await entrant.call('exam.start', { params: { stageId } });
    for (const question of questions.slice(0, right)) {
      const body = { device, no: question.no, revision: 1, choice: known(question) };
      await entrant.call('exam.save', { params: { attemptId }, body });
    }
    await entrant.call('exam.submit', { params: { attemptId } });
  }

  async function open(stageName: string): Promise<void> {
    await story.office.goto(`/console/contests/${story.contestId}`);
    await story.next(`开放${stageName}`).click();
    await story.office.waitForURL(/\/stages\//);
    await story.office.getByRole('button', { name: `开放${stageName}`, exact: true }).click();
    await confirm(story.office, '开放');
    await story.office.getByText('答题进行中').first().waitFor();
  }

  it('OQ-12 an entrant answers on a phone: every answer is saved, reload and another phone go on', async () => {
    await open('初赛');
    const first = story.tickets[0]!;
    const phone = await story.people.page('phone', first.path);
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

    await story.server.killAndRestart();
    await phone.getByRole('button', { name: '下一题' }).click();
    await phone.locator('label.option').first().click();
    await phone.getByText('✓ 已保存').waitFor();

    await phone.reload();
    await phone.getByRole('button', { name: /3\/20/ }).waitFor();
    const other = await story.people.page('phone', first.path);
    await other.getByRole('button', { name: /3\/20/ }).waitFor();
    await phone.locator('label.option').nth(1).click();
    await phone.getByText('已在另一台设备继续答题').waitFor();
    await picture(phone, 'phone-taken-over');
    await other.getByRole('button', { name: /3\/20/ }).click();
    await picture(other, 'phone-sheet');
    await picture(story.office, 'monitor');
  });

  it('OQ-11 at the deadline the paper closes by itself; the server’s clock counts', async () => {
    const second = story.tickets[1]!;
    const phone = await story.people.page('phone', second.path);
    await phone.getByRole('button', { name: '开始答题' }).click();
    await phone.getByText('第 1 题').waitFor();
    await phone.locator('label.option').first().click();
    await phone.getByText('✓ 已保存').waitFor();
    story.server.setTime(story.server.now() + 575_000);
    await phone.waitForTimeout(200);
    await phone.reload();
    await phone.getByText('第 1 题').waitFor();
    await picture(phone, 'phone-last-seconds');
    await phone.getByText('时间到，已自动交卷').waitFor({ timeout: 40_000 });
    await picture(phone, 'phone-time-up');
  });

  it('SK-72 the cut: standings, a preview that says who and why, all tied at the cut go through', async () => {
    await Promise.all(
      story.tickets.slice(2).map((ticket, i) => {
        // Entrants of team t answer 20 − t questions; teams 9 and 10 are level at the cut of nine.
        const team = Math.floor((i + 2) / 3);
        return sit(story.stages[0]!.id, ticket.path, 20 - (team === 10 ? 9 : team));
      }),
    );
    await story.office.getByRole('button', { name: '结束初赛' }).click();
    await confirm(story.office, '结束答题');
    await story.office.getByRole('button', { name: '确认晋级名单' }).waitFor();
    await picture(story.office, 'cut-preview');
    await story.office.getByText('与第 9 名并列').first().waitFor();
    await story.office.getByRole('button', { name: '确认晋级名单' }).click();
    await confirm(story.office, '确认 10 支晋级');
    await story.office.getByText('已确认 10 支队伍晋级').first().waitFor();
  });

  it('the semi-final likewise, leaving six teams', async () => {
    await open('复赛');
    const { entries } = await story.officer.call('entry.list', { params: { contestId: story.contestId } });
    const through = await story.officer.call('standings.get', { params: { stageId: story.stages[1]!.id } });
    const names = through.rows.map((row) => row.name);
    expect(names).toHaveLength(10);
    const teams = entries.filter((entry) => names.includes(entry.name));
    await Promise.all(
      teams.flatMap((team, i) =>
        story.tickets
          .filter((ticket) => ticket.team === team.name)
          .map((ticket) => sit(story.stages[1]!.id, ticket.path, 19 - i)),
      ),
    );
    await story.office.getByRole('button', { name: '结束复赛' }).click();
    await confirm(story.office, '结束答题');
    await story.office.getByRole('button', { name: '确认晋级名单' }).click();
    await confirm(story.office, '确认 6 支晋级');
    await story.office.getByText('已确认 6 支队伍晋级').first().waitFor();
  });
}
