import type { Locator, Page } from 'playwright-core';
import { Api } from '../support/api.ts';
import { People, picture } from '../support/browser.ts';
import { Server } from '../support/server.ts';

/** 2025-09-22, a Monday, 08:00 in Shanghai. */
const START = Date.parse('2025-09-22T08:00:00+08:00');
export const CONTEST = '“匠心筑安全 技能绽芳华”第三届地面服务岗位技能大赛';
export const PASSWORD = 'first-own-password';

interface Ticket {
  readonly name: string;
  readonly team: string;
  readonly path: string;
  readonly entryNo: string;
}

/** What the chapters hand on to one another. */
export class Story {
  server!: Server;
  people!: People;
  /** The organiser's browser, and the same account over HTTP for what needs no eyes. */
  office!: Page;
  officer!: Api;
  contestId = '';
  stages: { id: string; name: string }[] = [];
  tickets: Ticket[] = [];

  async begin(): Promise<void> {
    this.server = await Server.start(START);
    this.people = await People.start(this.server.url);
    this.officer = new Api(this.server.url);
  }

  async end(): Promise<void> {
    if (this.office !== undefined) await picture(this.office, 'office-last');
    await this.people?.close();
    await this.server?.close();
  }

  /** The one red button of the contest's page. */
  next(name: string): Locator {
    return this.office.getByRole('region', { name: '下一步' }).getByRole('button', { name, exact: true });
  }
}
