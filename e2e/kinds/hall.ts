import type { MediaItem, QuestionItem, ShowConfig } from '@leitai/rules/show';
import {
  fewUnits,
  liveHouse,
  sendMedia,
  showContest,
  signedIn,
  type Client,
  type LiveHouse,
  type MediaFile,
  type ShowContest,
} from '@leitai/testkit';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { People } from '../support/browser.ts';
import { buzz, stateOf } from '../support/show.ts';

const WEB = process.env['LEITAI_WEB'] ?? new URL('../../packages/web/dist', import.meta.url).pathname;

/** For a busy machine. */
export const PATIENT = { timeout: 10_000 };

export const question = (id: string, more: Partial<QuestionItem> = {}): QuestionItem => ({
  id,
  stem: `第 ${id} 题的题目`,
  answer: `第 ${id} 题的答案`,
  ...more,
});

/** One house for several shows, each with its own desk, big screen, team phones and a phone of the audience. */
export class Halls {
  house!: LiveHouse;
  people!: People;
  organizer!: Client;
  #unit = '';
  #count = 0;

  async begin(): Promise<void> {
    this.house = await liveHouse(undefined, { webRoot: WEB });
    const units = await fewUnits(this.house);
    this.#unit = units.a;
    this.organizer = await signedIn(this.house, 'organizer', units.a);
    this.people = await People.start(this.house.url);
  }

  async end(): Promise<void> {
    await this.people?.close();
    await this.house?.close();
  }

  /**
   * A show with listed tables; the files are uploaded first and handed on as questions could show them. Instead of a
   * number of teams their names can be given.
   */
  async open(
    teams: number | readonly string[],
    change: Partial<ShowConfig> | ((...media: MediaItem[]) => Partial<ShowConfig>),
    ...files: readonly MediaFile[]
  ): Promise<Hall> {
    this.#count += 1;
    const show = await showContest(this.house.house, this.#unit, {
      code: `kinds-${this.#count}`,
      ...(typeof teams === 'number'
        ? { teams }
        : { teams: teams.length, nameOf: (no: number) => teams[no - 1]! }),
      preset: 'std-3',
    });
    const params = { stageId: show.stageId };
    const { body } = await this.organizer.call('show.get', { params });
    const media: MediaItem[] = [];
    for (const file of files) {
      const { kind, url } = await sendMedia(this.organizer, show.stageId, file);
      media.push({ kind, url });
    }
    const config = {
      ...body.config,
      name: '职工技能知识竞赛',
      tableOrder: 'listed',
      decider: { rule: 'none' },
      ...(typeof change === 'function' ? change(...media) : change),
    };
    const updated = await this.organizer.call('show.update', { params, body: { config } });
    if (updated.status !== 200) throw new Error(JSON.stringify(updated.body));
    const links = (await this.organizer.call('show.links', { params })).body;
    const context = await this.people.person('desktop');
    await context.addCookies(
      [...this.organizer.cookies].map(([name, value]) => ({ name, value, url: this.house.url })),
    );
    const host = await context.newPage();
    await host.goto(links.host);
    const screen = await this.people.page('screen', links.screen);
    const crowd = await this.people.page('phone', links.audience);
    const phones: Page[] = [];
    for (const { path } of links.teams) {
      const phone = await this.people.page('phone', path);
      const enter = phone.getByRole('button', { name: '进入比赛现场' });
      await enter.or(phone.locator('.team-phone')).first().waitFor();
      if (await enter.isVisible()) await enter.click();
      await phone.locator('.team-phone').waitFor();
      phones.push(phone);
    }
    const hall = new Hall(show, host, screen, crowd, phones);
    await hall.next('接管主持台');
    return hall;
  }
}

export class Hall {
  readonly show: ShowContest;
  readonly host: Page;
  readonly screen: Page;
  readonly crowd: Page;
  /** In the order of the tables. */
  readonly phones: readonly Page[];

  constructor(show: ShowContest, host: Page, screen: Page, crowd: Page, phones: readonly Page[]) {
    this.show = show;
    this.host = host;
    this.screen = screen;
    this.crowd = crowd;
    this.phones = phones;
  }

  /** The big button, once it says so; then the next, and so on. */
  async next(...words: readonly string[]): Promise<void> {
    const button = this.host.locator('button.next');
    for (const word of words) {
      const said = button.filter({ hasText: word });
      await said.click().catch(async () => {
        throw new Error(`the big button does not say “${word}” but “${await button.innerText()}”`);
      });
      // Until the answer is here a further click would be taken for a double one.
      await said.waitFor({ state: 'detached' });
    }
  }
  /** The last word, which is asked for twice. */
  async announce(): Promise<void> {
    await this.host.locator('button.next', { hasText: '宣布最终成绩' }).click();
    await this.host.locator('dialog[open]').getByRole('button', { name: '确定' }).click();
  }
  async ruled(name: string): Promise<void> {
    await this.host.locator('.rulings').getByRole('button', { name }).first().click();
  }
  /** A rarer act: asked for a reason it takes the first that is offered. */
  async other(name: string): Promise<void> {
    await this.host.locator('.more').getByRole('button', { name }).first().click();
    await this.reason();
  }
  async reason(): Promise<void> {
    const dialog = this.host.locator('dialog[open]');
    if (!(await dialog.isVisible())) return;
    const chip = dialog.locator('.chips button').first();
    if (await chip.isVisible()) await chip.click();
    await dialog.getByRole('button', { name: '确定' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
  /** Ends a round that has turns left. */
  async cut(): Promise<void> {
    await this.other('提前结束本轮');
  }
  /** What the undo button would take back, once the act has been answered. */
  async undoes(what: string): Promise<void> {
    await this.host.locator('.more .undo', { hasText: what }).waitFor();
  }

  /** What the desk shows of the totals, by table. */
  async totals(...points: readonly string[]): Promise<void> {
    await expect
      .poll(() => this.host.locator('.teams .team-score b').allInnerTexts(), PATIENT)
      .toEqual(points);
    // The hall reads the same, where the strip of teams stands.
    const strip = this.screen.locator('.strip .cell-score strong');
    if ((await strip.count()) > 0) await expect.poll(() => strip.allInnerTexts(), PATIENT).toEqual(points);
  }
  async onScreen(text: string): Promise<void> {
    await this.screen.getByText(text).locator('visible=true').first().waitFor();
  }
  async onCrowd(text: string): Promise<void> {
    await this.crowd.getByText(text).locator('visible=true').first().waitFor();
  }
  /** The big word of a team's phone, and the line beneath it. */
  async onPhone(table: number, word: string, hint?: string): Promise<void> {
    const phone = this.phone(table);
    await expect.poll(() => phone.locator('.phone-word').innerText(), PATIENT).toBe(word);
    if (hint !== undefined)
      await expect.poll(() => phone.locator('.phone-hint').first().innerText(), PATIENT).toBe(hint);
  }
  phone(table: number): Page {
    return this.phones[table - 1]!;
  }
  async tap(table: number, name: string): Promise<void> {
    await this.phone(table).locator('.choice').getByRole('button', { name }).first().click();
  }
  async write(table: number, value: string): Promise<void> {
    await this.phone(table).locator('.choice input').fill(value);
    await this.phone(table).locator('.choice .sure').click();
    await this.phone(table).locator('.choice .mine').waitFor();
  }
  async press(table: number): Promise<void> {
    await expect.poll(() => stateOf(this.phone(table)), PATIENT).toBe('armed');
    await buzz(this.phone(table));
  }
}
