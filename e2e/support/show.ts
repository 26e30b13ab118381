import type { Page } from 'playwright-core';
import { nextWords, pressNext } from './desk.ts';

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

/** What the desk shows, without countdown and head counts, to see that an act has arrived. */
const shown = (host: Page): Promise<string> =>
  host.evaluate(() => {
    const desk = document.querySelector('.desk')!.cloneNode(true) as HTMLElement;
    for (const ring of desk.querySelectorAll('.ring')) ring.remove();
    return ['button.next', '.rulings', '.mirror', '.private']
      .map((part) => desk.querySelector(part)?.textContent)
      .join('|');
  });

/**
 * Acts until the desk shows something else than it did when the act was chosen: a line that is just being lost or found
 * again takes nothing for a moment, and a ruling under way may have moved the desk on before the act.
 */
async function change(host: Page, before: string, act: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) {
    if ((await shown(host)) !== before) return;
    await act();
    for (let looks = 0; looks < 120; looks += 1) {
      if ((await shown(host)) !== before) return;
      await host.waitForTimeout(25);
    }
  }
  throw new Error(`nothing changed on the desk after an act; it shows: ${before}`);
}

/** Conducts a show from where it stands to its end (or `until`), by the buttons a host presses. */
export async function conduct(host: Page, direction: Direction): Promise<void> {
  let rulings = 0;
  let openings = 0;
  let readings = 0;
  for (let acts = 0; acts < 1_500; acts += 1) {
    const before = await shown(host);
    const next = await nextWords(host);
    if (next === '比赛已结束' || direction.until?.(next) === true) return;
    const go = () => pressNext(host, next);
    const press = (name: string) =>
      host
        .locator('.rulings')
        .getByRole('button', { name })
        .first()
        .click({ timeout: 2_000 })
        .catch(() => undefined);
    if (!before.startsWith(next)) continue;
    if (next.startsWith('等待')) await change(host, before, () => press('选'));
    else if (next === '请逐词裁定') await change(host, before, () => press('猜中'));
    else if (next.startsWith('请裁定')) {
      const verdict = direction.rule(rulings);
      rulings += 1;
      await change(host, before, () => press(verdict));
    } else if (next.startsWith('无人抢答')) {
      openings += 1;
      await change(host, before, () => direction.buzz(openings));
    } else if (next === '宣布开始抢答') {
      readings += 1;
      await direction.reading?.(readings);
      await change(host, before, go);
    } else if (next === '确认找出 0 处') {
      await host.locator('.hits input').first().check();
      await host.locator('.hits input').nth(1).check();
    } else if (next === '宣布最终成绩') {
      await change(host, before, async () => {
        await go();
        await host
          .locator('dialog[open]')
          .getByRole('button', { name: '确定' })
          .click({ timeout: 2_000 })
          .catch(() => undefined);
      });
    } else await change(host, before, go);
  }
  throw new Error('the show does not end');
}

/** A team's phone: the whole screen is the button. */
export const buzz = async (phone: Page): Promise<void> => {
  await phone.locator('.team-phone .whole').dispatchEvent('pointerdown', { isPrimary: true, button: 0 });
};

export const stateOf = async (phone: Page): Promise<string> =>
  (await phone.locator('.team-phone').getAttribute('data-state')) ?? '';

/** All at the same moment, as fingers are: each page presses by its own clock. */
export async function buzzAtOnce(phones: readonly Page[]): Promise<void> {
  const at = Date.now() + 1_000;
  await Promise.all(
    phones.map((phone) =>
      phone.evaluate(async (when) => {
        await new Promise((resolve) => setTimeout(resolve, when - Date.now()));
        document
          .querySelector('.team-phone .whole')!
          .dispatchEvent(new PointerEvent('pointerdown', { isPrimary: true, button: 0, bubbles: true }));
      }, at),
    ),
  );
}

/** How long slow phones do not yet know that somebody else was first. */
const SLOW_MS = 350;

/**
 * One phone presses, the others after it, while they still show an open buzzer: their pages are too busy to have heard of
 * the first press, as phones on a slow line are. So the order is certain and every press is sent.
 */
export async function pressLate(first: Page, late: readonly Page[]): Promise<void> {
  const at = Date.now() + 600;
  const press = (page: Page, busyFrom: number, until: number): Promise<void> =>
    page.evaluate(
      async ([from, to]) => {
        await new Promise((resolve) => setTimeout(resolve, from - Date.now()));
        while (Date.now() < to);
        document
          .querySelector('.team-phone .whole')!
          .dispatchEvent(new PointerEvent('pointerdown', { isPrimary: true, button: 0, bubbles: true }));
      },
      [busyFrom, until] as const,
    );
  await Promise.all([press(first, at, at), ...late.map((page) => press(page, at - 200, at + SLOW_MS))]);
}
