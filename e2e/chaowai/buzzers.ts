import { chaowaiShow } from '@leitai/testkit';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { next, nextUntil, rule } from '../support/desk.ts';
import { picture } from '../support/browser.ts';
import { buzz, pressLate, stateOf } from '../support/show.ts';
import { scores } from './compulsory.ts';
import { inDark, inSize, looked, readable, type Hall } from './hall.ts';
import { WIRED } from './lobby.ts';

/** Every device shows the same state so long after the server listens again. */
const AGAIN_MS = 3_000;
const AFTER = ['出示下一题', '结束本轮'] as const;

type PlannedPress = (typeof chaowaiShow.buzzer)[number];

/** Who presses first, and who too late; the host then ends the answer at this desk and the jury rules it. */
export async function answered(
  hall: Hall,
  desk: Page,
  plan: Extract<PlannedPress, { first: number }>,
): Promise<void> {
  const late = (plan.later ?? []).map(hall.team);
  const wired = plan.first === WIRED.team;
  if (late.length > 0) await pressLate(hall.team(plan.first), late);
  else if (wired) await hall.host.keyboard.press(WIRED.key);
  else await buzz(hall.team(plan.first));
  await hall.team(plan.first).locator('[data-state=first]').waitFor();
  for (const phone of late) await phone.locator('[data-state=notFirst]').waitFor();
  if (wired) await hall.host.locator('.presses .first', { hasText: 'key:KeyQ' }).waitFor();
  await next(desk, '回答完毕');
  await rule(hall.jury, plan.verdict === 'right' ? '答对' : '答错');
}

/** The buzzers: a false start, not first, nobody; the server killed while they are open; half of it from the remote. */
export function buzzers(hall: Hall): void {
  const fallen: number[] = [];

  /** A whole question as planned, led from one desk. */
  async function question(no: number, desk: Page): Promise<void> {
    const plan = chaowaiShow.buzzer[no - 1]!;
    await next(desk, no === 1 ? '出示第一题' : '出示下一题');
    if ('foul' in plan) await foul(plan.foul);
    else {
      await next(desk, '宣布开始抢答');
      await hall.screen.locator('.now.big').waitFor();
      await readable(hall.screen);
      if ('first' in plan) await answered(hall, desk, plan);
    }
    await settled(no, desk);
  }

  async function settled(no: number, desk: Page): Promise<void> {
    const after = await nextUntil(desk, '交给观众', '无人抢答，交给观众', ...AFTER);
    if (!after.endsWith('交给观众')) return;
    fallen.push(no);
    await next(desk, after);
    await nextUntil(desk, ...AFTER);
  }

  async function foul(no: number): Promise<void> {
    await hall.team(no).locator('[data-state=locked]').waitFor();
    await picture(hall.team(no), 'team-locked-reading');
    await buzz(hall.team(no));
    await hall.team(no).locator('[data-state=foul]').waitFor();
    await looked(hall.team(no), 'team-foul');
    await looked(hall.screen, 'screen-foul');
    await picture(hall.host, 'host-foul');
  }

  it('QZ-31 a false start costs 10 and voids the question', async () => {
    await next(hall.host, '开始：抢答题');
    await looked(hall.screen, 'screen-round-buzzer');
    await question(1, hall.host);
  });

  it('QZ-30 QZ-34 first, and who was too late is told so on the own phone', async () => {
    const plan = chaowaiShow.buzzer[1]!;
    await next(hall.host, '出示下一题');
    await next(hall.host, '宣布开始抢答');
    for (const phone of hall.phones) await phone.locator('[data-state=armed]').waitFor();
    await looked(hall.team(5), 'team-armed');
    await inSize(hall.team(5), 320, 568, 'team-armed-small');
    await looked(hall.screen, 'screen-open');
    await picture(hall.overlay, 'overlay-open');
    if (!('first' in plan)) throw new Error('question 2 has a first');
    await pressLate(hall.team(plan.first), plan.later!.map(hall.team));
    await hall.team(plan.first).locator('[data-state=first]').waitFor();
    for (const no of plan.later!) await hall.team(no).locator('[data-state=notFirst]').waitFor();
    await looked(hall.team(plan.first), 'team-first');
    await looked(hall.team(plan.later![0]!), 'team-not-first');
    await looked(hall.team(8), 'team-locked');
    await looked(hall.screen, 'screen-winner');
    await looked(hall.host, 'host-answering');
    await inDark(hall.host, 'host-answering-dark');
    await inSize(hall.host, 820, 1180, 'host-answering-tablet');
    await next(hall.host, '回答完毕');
    await rule(hall.jury, '答对');
    await settled(2, hall.host);
  });

  it('QZ-35 a wrong answer and a question nobody wants fall to the audience', async () => {
    for (const no of [3, 4]) await question(no, hall.host);
    expect(fallen).toEqual([4]);
  });

  it('QZ-37 kill -9 while the buzzers are open: within 3 s every page is back, an armed phone still armed', async () => {
    await next(hall.host, '出示下一题');
    await next(hall.host, '宣布开始抢答');
    for (const phone of hall.phones) await phone.locator('[data-state=armed]').waitFor();
    await hall.server.killAndRestart();
    const ready = Date.now();
    await Promise.all([hall.host, hall.screen, hall.team(2)].map((page) => page.reload()));
    await expect
      .poll(() => everywhere(hall, '开始抢答'), { timeout: AGAIN_MS - (Date.now() - ready), interval: 50 })
      .toEqual([]);
    const tookMs = Date.now() - ready;
    expect(tookMs).toBeLessThanOrEqual(AGAIN_MS);
    const plan = chaowaiShow.buzzer[4]!;
    if (!('first' in plan)) throw new Error('question 5 has a first');
    await answered(hall, hall.host, plan);
    await settled(5, hall.host);
  });

  it('QZ-01 the rest is led from the phone in the host’s hand, and a wired buzzer counts for its team', async () => {
    await question(6, hall.remote);
    await looked(hall.remote, 'remote-buzzers');
    for (let no = 7; no <= chaowaiShow.buzzer.length; no += 1) {
      await question(no, hall.remote);
      if (no === 7) await looked(hall.host, 'host-presses');
    }
    expect(fallen).toEqual(chaowaiShow.toAudience.buzzer);
    await next(hall.remote, '结束本轮');
    await expect.poll(() => scores(hall)).toEqual(chaowaiShow.teams.map(({ total }) => total));
  });
}

/** Pages that are not live or do not show that the buzzers are open: by name. */
async function everywhere(hall: Hall, word: string): Promise<string[]> {
  const text = (page: Page, at: string) =>
    page.evaluate((where) => document.querySelector(where)?.textContent ?? '', at);
  const shows: [string, boolean][] = [
    ['screen', (await text(hall.screen, '.screen .now')).includes(word)],
    ['screen live', (await hall.screen.locator('.lost').count()) === 0],
    ['overlay', (await text(hall.overlay, '.over-turn')).includes(word)],
    ['home', (await text(hall.home, '.home-now')).includes(word)],
    ['home live', (await hall.home.locator('.lost').count()) === 0],
  ];
  for (const [name, desk] of [
    ['host', hall.host],
    ['jury', hall.jury],
    ['remote', hall.remote],
  ] as const) {
    shows.push([name, (await text(desk, '.mirror-word')).includes(word)]);
    shows.push([`${name} live`, (await desk.locator('.line.ok').count()) === 1]);
  }
  for (const [at, phone] of hall.phones.entries()) {
    shows.push([`team ${at + 1}`, (await stateOf(phone).catch(() => '')) === 'armed']);
    shows.push([`team ${at + 1} live`, (await phone.locator('.phone-alert').count()) === 0]);
  }
  for (const [at, phone] of hall.crowd.entries()) {
    shows.push([`audience ${at + 1}`, (await text(phone, '.watch-now')).includes(word)]);
    shows.push([`audience ${at + 1} live`, (await phone.locator('.watch-lost').count()) === 0]);
  }
  return shows.filter(([, so]) => !so).map(([name]) => name);
}
