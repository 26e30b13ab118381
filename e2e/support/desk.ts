import type { Page } from 'playwright-core';

/** The big button of a desk while it says these words. */
const saying = (desk: Page, words: string) =>
  desk.locator('button.next:enabled', { has: desk.getByText(words, { exact: true }) });

/** What the big button says now. */
export const nextWords = async (desk: Page): Promise<string> =>
  (await desk.locator('button.next .label').innerText()).trim();

/** One press of the big button, if it still says this and can be pressed: the desk may have moved on since it was read. */
export const pressNext = (desk: Page, words: string): Promise<void> =>
  saying(desk, words)
    .click({ timeout: 1_000 })
    .catch(() => undefined);

/** Whether the big button came to say something else. */
async function heard(desk: Page, words: string): Promise<boolean> {
  for (let looks = 0; looks < 100; looks += 1) {
    if ((await nextWords(desk)) !== words) return true;
    await desk.waitForTimeout(25);
  }
  return false;
}

/** Presses the big button when it says this, until it has been heard: a line just lost takes nothing for a moment. */
export async function next(desk: Page, words: string): Promise<void> {
  await saying(desk, words).click();
  for (let tries = 0; tries < 4; tries += 1) {
    if (await heard(desk, words)) return;
    await pressNext(desk, words);
  }
  throw new Error(`the desk still says “${words}”`);
}

/** Presses the big button, whatever it says, until it says one of these; which one. */
export async function nextUntil(desk: Page, ...stops: readonly string[]): Promise<string> {
  let words = '';
  for (let looks = 0; looks < 400; looks += 1) {
    words = await nextWords(desk);
    if (stops.includes(words)) return words;
    // Another desk may be the one to act; then these words are about to change.
    if ((await saying(desk, words).count()) > 0) {
      await pressNext(desk, words);
      await heard(desk, words);
    } else await desk.waitForTimeout(25);
  }
  throw new Error(`the desk says “${words}”, never ${stops.join(' or ')}`);
}

/** Rules at a desk; gone when the desk has moved on. */
export async function rule(desk: Page, verdict: string): Promise<void> {
  const button = desk.locator('.rulings').getByRole('button', { name: verdict });
  await button.click();
  await button.waitFor({ state: 'detached' });
}

/** Chooses what the hall sees of the places. */
export const display = (desk: Page, choice: string): Promise<void> =>
  drawer(desk, '大屏显示', async () => {
    await desk.getByLabel(choice).click();
    await desk.getByLabel(choice).and(desk.locator(':checked')).waitFor();
  });

/** Opens a drawer of the desk by the words of its button, looks, and closes it. */
export async function drawer(desk: Page, name: string, look: () => Promise<void>): Promise<void> {
  await desk.locator('.host-top').getByRole('button', { name }).click();
  await desk.locator('dialog.drawer[open]').waitFor();
  await look();
  await desk.locator('dialog.drawer[open]').getByRole('button', { name: '关闭' }).click();
}
