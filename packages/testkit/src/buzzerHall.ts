import type { HostView, TeamView } from '@leitai/rules/show';
import { buzzerShow } from './buzzerShow.ts';
import type { Client } from './house.ts';
import { cookieOf, hostPage, showContest, teamPage, type LiveHouse, type ShowContest } from './liveHouse.ts';
import type { LivePage } from './livePage.ts';
import { playShow } from './playShow.ts';

export interface Hall {
  readonly show: ShowContest;
  readonly host: LivePage<HostView>;
  /** In the order of `show.teams`. */
  readonly pages: LivePage<TeamView>[];
  readonly teams: Map<string, LivePage<TeamView>>;
}

let count = 0;

/** A show of buzzer questions with all teams there and the first question on stage, being read. */
export async function buzzerHall(
  { house, url }: LiveHouse,
  organizer: Client,
  unitId: string,
  teamCount: number,
  change: Parameters<typeof buzzerShow>[2] = {},
): Promise<Hall> {
  count += 1;
  const show = await showContest(house, unitId, { code: `hall-${count}`, teams: teamCount, preset: 'std-3' });
  await buzzerShow(organizer, show, change);
  const host = await hostPage(url, show.stageId, cookieOf(organizer));
  const pages = await Promise.all(show.teams.map(({ cookie }) => teamPage(url, show.stageId, cookie)));
  await playShow(host, new Map(), { until: ({ phase }) => phase === 'reading' });
  return { show, host, pages, teams: new Map(show.teams.map(({ id }, i) => [id, pages[i]!])) };
}
