import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { picture } from '../support/browser.ts';
import { rule } from '../support/desk.ts';
import { buzz, buzzAtOnce, conduct, stateOf } from '../support/show.ts';
import type { Story } from './story.ts';

/** The live final on host desk, big screen, six team phones and an audience phone. */
export function final(story: Story): void {
  let host: Page;
  let screen: Page;
  let crowd: Page;
  let phones: Page[];

  it('SK-41 the final opens on every device; tables are drawn from a stored seed', async () => {
    const stageId = story.stages[2]!.id;
    await story.office.goto(`/console/contests/${story.contestId}/stages/${stageId}`);
    await story.office.getByRole('link', { name: '打开主持台' }).waitFor();
    await picture(story.office, 'show-stage');
    // A shorter evening: one compulsory question a team, four words, five buzzer questions.
    const { config } = await story.officer.call('show.get', { params: { stageId } });
    const rounds = (config['rounds'] as { kind: string; questions: { words?: string[] }[] }[]).map(
      (round) => {
        const keep = round.kind === 'mandatory' ? 6 : round.kind === 'buzzer' ? 5 : round.questions.length;
        const questions = round.questions.slice(0, keep);
        return {
          ...round,
          ...(round.kind === 'mandatory' ? { turnsPerTeam: 1 } : {}),
          // Time enough to kill the server and to reload a phone while the buzzers are open.
          ...(round.kind === 'buzzer' ? { pressWindowSec: 120 } : {}),
          questions: questions.map((item) =>
            item.words ? { ...item, words: item.words.slice(0, 4) } : item,
          ),
        };
      },
    );
    await story.officer.call('show.update', { params: { stageId }, body: { config: { ...config, rounds } } });
    const links = await story.officer.call('show.links', { params: { stageId } });
    expect(links.teams).toHaveLength(6);
    host = await story.office.context().newPage();
    await host.goto(links.host);
    screen = await story.people.page('screen', links.screen);
    crowd = await story.people.page('phone', links.audience);
    phones = await Promise.all(links.teams.map((team) => story.people.page('phone', team.path)));
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
    const other = await story.office.context().newPage();
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
    await story.server.killAndRestart();
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
    await story.server.killAndRestart();
    await phones[0]!.locator('[data-state=armed]').waitFor();
    await phones[0]!.waitForTimeout(4_000);
    await buzzAtOnce(phones);
    // One is first; whoever pressed too is told "not first"; who was too late even to press is locked (QZ-34 in full:
    // the buzz test with a hundred presses).
    const counted = async () => {
      const now = await states();
      return [
        now.filter((state) => state === 'first').length,
        now.filter((state) => state === 'armed' || state === 'pressed').length,
      ];
    };
    await expect.poll(counted, { timeout: 10_000 }).toEqual([1, 0]);
    await expect.poll(states).toContain('notFirst');
    const winner = (await states()).indexOf('first');
    await picture(phones[winner]!, 'team-first');
    await picture(phones[(winner + 1) % 6]!, 'team-not-first');
    await picture(screen, 'screen-winner');
    await picture(host, 'host-ruling');
    await rule(host, '答错');
    await host.getByRole('button', { name: /撤销/ }).first().click();
    await rule(host, '答对');
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
}
