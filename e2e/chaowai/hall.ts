import { readFile } from 'node:fs/promises';
import { chaowaiShow } from '@leitai/testkit';
import type { ShowConfig } from '@leitai/rules/show';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { Api } from '../support/api.ts';
import { graveFaults } from '../support/axe.ts';
import { People, picture, SIZES } from '../support/browser.ts';
import { Server } from '../support/server.ts';

export const FOLDER = new URL('../../examples/beijing-2025/', import.meta.url);
const PASSWORD = 'first-own-password';

/** The hall of the Chaowai contest: every page that is open in it, and the organiser over HTTP. */
export class Hall {
  server!: Server;
  people!: People;
  organizer!: Api;
  seasonId = '';
  unitId = '';
  title = '';
  params = { stageId: '' };
  config!: ShowConfig;
  /** Desks: the laptop, the jury, and the host's phone. */
  host!: Page;
  jury!: Page;
  remote!: Page;
  screen!: Page;
  overlay!: Page;
  home!: Page;
  /** Team 1 first. */
  phones: Page[] = [];
  crowd: Page[] = [];

  async begin(): Promise<void> {
    this.server = await Server.start(Date.now());
    this.people = await People.start(this.server.url);
    const admin = new Api(this.server.url);
    await own(admin, 'admin', this.server.password);
    this.seasonId = (await admin.call('season.list')).seasons[0]!.id;
    const { contests } = await admin.call('season.contests', { params: { seasonId: this.seasonId } });
    const planned = contests.find(({ code }) => code === chaowaiShow.contest)!;
    this.unitId = planned.unitId;
    this.title = planned.title;
    this.organizer = new Api(this.server.url);
    for (const [username, role, api] of [
      ['zuzhi', 'organizer', this.organizer],
      ['caipan', 'judge', new Api(this.server.url)],
    ] as const) {
      const body = { username, name: username, role, unitId: planned.unitId };
      const made = await admin.call('account.create', { body });
      await own(api, username, made.oneTimePassword);
    }
    this.params = await this.contest(
      chaowaiShow.contest,
      await readFile(new URL(chaowaiShow.entrants, FOLDER)),
    );
    const { config } = await this.organizer.call('show.get', { params: this.params });
    this.config = config as unknown as ShowConfig;
  }

  /** Takes a contest up, enters its teams, starts it; its stage. */
  async contest(code: string, entrants: Uint8Array<ArrayBuffer>): Promise<{ stageId: string }> {
    const { seasonId, unitId, title, organizer } = this;
    const made = await organizer.call('contest.create', {
      body: {
        seasonId,
        unitId,
        code,
        title,
        template: chaowaiShow.template,
        tier: 'unit',
        fieldCode: null,
        directionCode: null,
      },
    });
    const params = { contestId: made.id };
    await organizer.call('entry.import', { params, file: { name: 'entrants.csv', bytes: entrants } });
    await organizer.call('ticket.issue', { params });
    const { stages } = await organizer.call('contest.start', { params });
    return { stageId: stages[0]!.id };
  }

  /** A page of somebody who has signed in. */
  async signedIn(size: keyof typeof SIZES, path: string, username = 'zuzhi'): Promise<Page> {
    const context = await this.people.person(size);
    const data = { username, password: PASSWORD };
    const reply = await context.request.post('/api/session', { headers: { 'x-leitai': '1' }, data });
    expect(reply.status()).toBe(200);
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  /** A team's phone by the ticket of its first seat. */
  async phone(path: string): Promise<Page> {
    const page = await this.people.page('phone', path);
    const enter = page.getByRole('button', { name: '进入比赛现场' });
    await enter.or(page.locator('.team-phone')).first().waitFor();
    if (await enter.isVisible()) await enter.click();
    await page.locator('.team-phone').waitFor();
    return page;
  }

  async end(): Promise<void> {
    await this.people?.close();
    await this.server?.close();
  }

  team = (no: number): Page => this.phones[no - 1]!;
  nameOf = (no: number): string => this.config.teams[no - 1]!.name;
  idOf = (no: number): string => this.config.teams[no - 1]!.id;
  numberOf = (name: string): number => this.config.teams.findIndex((team) => team.name === name) + 1;

  /** The whole record of the show as the organiser exports it. */
  record = () => this.organizer.call('show.record', { params: this.params });
}

/** Signs in with the password that was given and chooses an own one. */
async function own(api: Api, username: string, given: string): Promise<void> {
  await api.call('session.signIn', { body: { username, password: given } });
  await api.call('session.changePassword', { body: { current: given, next: PASSWORD } });
}

/** A picture of a page, and nothing grave that axe finds on it. */
export async function looked(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect((await graveFaults(page)).map((fault) => `${name}: ${fault}`)).toEqual([]);
}

/** The same page in another size, for a moment. */
export async function inSize(page: Page, width: number, height: number, name: string): Promise<void> {
  const before = page.viewportSize()!;
  await page.setViewportSize({ width, height });
  await picture(page, name);
  await page.setViewportSize(before);
}

/**
 * What look.md asks of the big screen, in shares of its height: scores at least 1/14, the question at least 1/22 and in
 * no more than seven lines with its options, nothing cut off, margins of 4 %.
 */
export async function readable(screen: Page): Promise<void> {
  const seen = await screen.evaluate(() => {
    const size = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize);
    const text = document.querySelector('.stage-area .text')!;
    const tops = new Set<number>();
    for (const part of text.querySelectorAll('.stem, .options span')) {
      const range = document.createRange();
      range.selectNodeContents(part);
      for (const { bottom } of range.getClientRects()) tops.add(Math.round(bottom / 8));
    }
    const boxes = [...document.querySelectorAll('.top, .now, .stage-area, .strip')].map((part) =>
      part.getBoundingClientRect(),
    );
    return {
      stem: size(document.querySelector('.stem')!) / innerHeight,
      score: size(document.querySelector('.strip strong')!) / innerHeight,
      lines: tops.size,
      cut: text.scrollHeight > text.clientHeight + 1 || text.scrollWidth > text.clientWidth + 1,
      top: Math.min(...boxes.map(({ top }) => top)) / innerHeight,
      bottom: 1 - Math.max(...boxes.map(({ bottom }) => bottom)) / innerHeight,
      side: Math.min(...boxes.flatMap(({ left, right }) => [left, innerWidth - right])) / innerWidth,
    };
  });
  expect(seen.stem).toBeGreaterThanOrEqual(1 / 22);
  expect(seen.score).toBeGreaterThanOrEqual(1 / 14);
  expect(seen.lines).toBeLessThanOrEqual(7);
  expect(seen.cut).toBe(false);
  for (const margin of [seen.top, seen.bottom, seen.side]) expect(margin).toBeGreaterThanOrEqual(0.0399);
}

/** The same page in dark, for a moment. */
export async function inDark(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await looked(page, name);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}
