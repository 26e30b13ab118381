import { readFile } from 'node:fs/promises';
import type { ShowConfig } from '@leitai/rules/show';
import { chaowaiShow } from '@leitai/testkit';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { next, nextUntil, rule } from '../support/desk.ts';
import { picture } from '../support/browser.ts';
import { FOLDER, looked, type Hall } from './hall.ts';

/** Nothing of the test is late by more: it is the machine that is slow here, not the line. */
const CAP_MS = 1_000;

/** Two teams and two buzzer questions, decided by the moment of the press (QZ-33). */
export function compensated(hall: Hall): void {
  let host: Page;
  let jury: Page;
  let screen: Page;
  let phones: Page[];
  let names: string[];

  /** The finger comes down at `at`; the page gets round to it `lateMs` later, as a slow phone does. */
  const pressed = (phone: Page, at: number, lateMs: number): Promise<void> =>
    phone.evaluate(
      async ([when, late]) => {
        await new Promise((resolve) => setTimeout(resolve, when + late - Date.now()));
        const finger = new PointerEvent('pointerdown', { isPrimary: true, button: 0, bubbles: true });
        Object.defineProperty(finger, 'timeStamp', { value: when - performance.timeOrigin });
        document.querySelector('.team-phone .whole')!.dispatchEvent(finger);
      },
      [at, lateMs] as const,
    );

  async function open(words: '出示第一题' | '出示下一题'): Promise<number> {
    await next(host, words);
    await next(host, '宣布开始抢答');
    for (const phone of phones) await phone.locator('[data-state=armed]').waitFor();
    return Date.now() + 500;
  }

  it('QZ-33 a second show: the moment of the press decides, set before the start', async () => {
    const rows = (await readFile(new URL(chaowaiShow.entrants, FOLDER), 'utf8')).split('\n').slice(0, 7);
    const params = await hall.contest('two-teams', new TextEncoder().encode(rows.join('\n')));
    const { config } = await hall.organizer.call('show.get', { params });
    const { rounds, teams } = config as unknown as ShowConfig;
    const buzzer = rounds.find(({ kind }) => kind === 'buzzer')!;
    await hall.organizer.call('show.update', {
      params,
      body: {
        config: {
          ...config,
          tableOrder: 'listed',
          order: { rule: 'compensated', capMs: CAP_MS, maxOneWayMs: 150, deadHeat: 'jury' },
          rounds: [{ ...buzzer, questions: buzzer.questions.slice(0, 2), pressWindowSec: 60 }],
          decider: { rule: 'none' },
        },
      },
    });
    names = teams.map(({ name }) => name);
    const links = await hall.organizer.call('show.links', { params });
    host = await hall.signedIn('desktop', links.host);
    jury = await hall.signedIn('desktop', `${links.host}?desk=jury`, 'caipan');
    screen = await hall.people.page('screen', links.screen);
    phones = [];
    for (const { path } of links.teams) phones.push(await hall.phone(path));
    for (const desk of [host, jury]) await next(desk, '接管主持台');
    // A phone's clock is known after a few pongs.
    await phones[0]!.waitForTimeout(7_000);
    await next(host, '比赛开始');
    await next(host, '开始：抢答题');
  });

  it('QZ-33 a dead heat is declared and settled by the jury', async () => {
    const at = await open('出示第一题');
    await Promise.all(phones.map((phone) => pressed(phone, at, 0)));
    await screen.getByText('同时抢答，等待裁定').waitFor();
    await picture(screen, 'screen-dead-heat');
    await picture(phones[0]!, 'team-dead-heat');
    await looked(jury, 'jury-dead-heat');
    await jury.locator('.rulings').getByRole('button', { name: names[1]! }).click();
    await phones[1]!.locator('[data-state=first]').waitFor();
    await phones[0]!.locator('[data-state=notFirst]').waitFor();
    await next(host, '回答完毕');
    await rule(jury, '答对');
    await nextUntil(host, '出示下一题');
  });

  it('QZ-33 who pressed earlier is first, though the press arrives later', async () => {
    const at = await open('出示下一题');
    await Promise.all([pressed(phones[0]!, at, 0), pressed(phones[1]!, at - 60, 160)]);
    await phones[1]!.locator('[data-state=first]').waitFor();
    await phones[0]!.locator('[data-state=notFirst]').waitFor();
    await looked(host, 'host-compensated');
    await next(host, '回答完毕');
    await rule(jury, '答错');
    await nextUntil(host, '宣布最终成绩');
    expect(await host.locator('.teams .team-score b').allInnerTexts()).toEqual(['100', '100']);
  });
}
