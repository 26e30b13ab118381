import type { Page } from 'playwright-core';

/** How a test answers when the desk waits for a person. */
export interface Direction {
  /** Right or wrong, by the count of rulings so far. */
  rule(count: number): '答对' | '答错';
  /** Called while the buzzers are open; presses on some phone. */
  buzz(count: number): Promise<void>;
  /** Called once per question of a buzzer round, before the buzzers open. */
  reading?(count: number): Promise<void>;
  /** Returns true to stop before the next act. */
  until?(next: string): boolean;
}

const big = (host: Page) => host.locator('button.next');

/** What the desk shows, to see that an act has arrived. */
const shown = (host: Page): Promise<string> =>
  host.evaluate(() =>
    ['button.next', '.rulings', '.mirror', '.private', '.teams, .right']
      .map((part) => document.querySelector(part)?.textContent)
      .join('|'),
  );

async function change(host: Page, act: () => Promise<void>): Promise<void> {
  const before = await shown(host);
  await act();
  for (let tries = 0; tries < 400; tries += 1) {
    if ((await shown(host)) !== before) return;
    await host.waitForTimeout(25);
  }
  throw new Error(`nothing changed on the desk after an act; it shows: ${before}`);
}

const pressFirst = (host: Page, name: string, timeout = 15_000): Promise<void> =>
  host.locator('.rulings').getByRole('button', { name }).first().click({ timeout });

/** Conducts a show from where it stands to its end (or `until`), by the buttons a host presses. */
export async function conduct(host: Page, direction: Direction): Promise<void> {
  let rulings = 0;
  let openings = 0;
  let readings = 0;
  for (let acts = 0; acts < 1_500; acts += 1) {
    const button = big(host);
    const next = (await button.locator('.label').innerText()).trim();
    if (next === '比赛已结束' || direction.until?.(next) === true) return;
    const press = (name: string) => pressFirst(host, name);
    if (next.startsWith('等待')) await change(host, () => press('选'));
    // On a slow machine the time may run out between the look and the press: the desk has changed then, too.
    else if (next === '请逐词裁定')
      await change(host, () => pressFirst(host, '猜中', 3_000).catch(() => undefined));
    else if (next.startsWith('请裁定')) {
      const verdict = direction.rule(rulings);
      rulings += 1;
      await change(host, () => press(verdict));
    } else if (next.startsWith('无人抢答')) {
      openings += 1;
      await change(host, () => direction.buzz(openings));
    } else if (next === '宣布开始抢答') {
      readings += 1;
      const before = await shown(host);
      await direction.reading?.(readings);
      if ((await shown(host)) === before) await change(host, () => button.click());
    } else if (next === '确认找出 0 处') {
      await host.locator('.hits input').first().check();
      await host.locator('.hits input').nth(1).check();
    } else if (next === '宣布最终成绩') {
      await button.click();
      await change(host, () => host.locator('dialog[open]').getByRole('button', { name: '确定' }).click());
    } else await change(host, () => button.click());
  }
  throw new Error('the show does not end');
}

/** A team's phone: the whole screen is the button. */
export const buzz = async (phone: Page): Promise<void> => {
  await phone.locator('.team-phone .whole').dispatchEvent('pointerdown', { isPrimary: true, button: 0 });
};

export const stateOf = async (phone: Page): Promise<string> =>
  (await phone.locator('.team-phone').getAttribute('data-state')) ?? '';
