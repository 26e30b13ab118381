import type { Locator, Page } from 'playwright-core';

/** Picks an option of a labelled select by (part of) its words. */
export async function choose(scope: Page | Locator, label: string, option: string): Promise<void> {
  const page = 'page' in scope ? scope.page() : scope;
  await scope.getByLabel(label, { exact: true }).click();
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option })
    .first()
    .click();
}

/** Picks a unit of a labelled tree select by typing its name. */
export async function chooseUnit(scope: Page | Locator, label: string, name: string): Promise<void> {
  const page = 'page' in scope ? scope.page() : scope;
  const field = scope.getByLabel(label, { exact: true });
  await field.click();
  await field.fill(name);
  await page.locator('.ant-select-dropdown:visible').getByTitle(name, { exact: true }).first().click();
}

/** The dialog on top; its buttons and fields are found inside it. */
export const dialog = (page: Page): Locator => page.locator('.ant-modal:visible').last();

/** Presses the confirming button of the dialog on top. */
export const confirm = (page: Page, name: string): Promise<void> =>
  dialog(page).getByRole('button', { name, exact: true }).click();
