import { mkdirSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Flags for a machine without display, GPU and internet. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const SIZES = {
  desktop: { width: 1366, height: 850 },
  screen: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const;

const PICTURES = process.env['LEITAI_PICTURES'];

/** Pages of several people in one Chromium; each person has cookies of their own. */
export class People {
  readonly #browser: Browser;
  readonly #url: string;
  readonly #contexts: BrowserContext[] = [];
  /** Uncaught errors of any page: must stay empty. */
  readonly pageErrors: string[] = [];

  private constructor(browser: Browser, url: string) {
    this.#browser = browser;
    this.#url = url;
  }

  static async start(url: string): Promise<People> {
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGS });
    return new People(browser, url);
  }

  async person(size: keyof typeof SIZES): Promise<BrowserContext> {
    const context = await this.#browser.newContext({
      baseURL: this.#url,
      viewport: SIZES[size],
      locale: 'zh-CN',
      acceptDownloads: true,
      reducedMotion: 'reduce',
      ...(size === 'phone' ? { hasTouch: true, isMobile: true } : {}),
    });
    context.setDefaultTimeout(15_000);
    context.on('page', (page) => page.on('pageerror', (error) => this.pageErrors.push(String(error.stack))));
    this.#contexts.push(context);
    return context;
  }

  async page(size: keyof typeof SIZES, path: string): Promise<Page> {
    const page = await (await this.person(size)).newPage();
    await page.goto(path);
    return page;
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

let count = 0;

/** Keeps a picture of a page when `LEITAI_PICTURES` names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  count += 1;
  await page.screenshot({ path: `${PICTURES}/${String(count).padStart(2, '0')}-${name}.png` });
}
