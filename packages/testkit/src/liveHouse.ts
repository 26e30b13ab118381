import { randomUUID } from 'node:crypto';
import type { Desk, HostView, TeamView } from '@leitai/rules/show';
import { open, type House } from '@leitai/server/main';
import { entrantCookie } from '@leitai/server/modules/entry';
import { FakeClock } from './clock.ts';
import { Client, type TestHouse } from './house.ts';
import { LivePage, type Line } from './livePage.ts';
import { freshDatabase } from './postgres/freshDatabase.ts';
import { plainSettings, runningContest } from './runningContest.ts';

export interface LiveHouse extends TestHouse {
  readonly databaseUrl: string;
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
}

/** The whole server listening on a port, on the computer's own clock; two on one database are two processes' worth. */
export async function liveHouse(
  databaseUrl?: string,
  more: { readonly webRoot?: string } = {},
): Promise<LiveHouse> {
  const url = databaseUrl ?? (await freshDatabase());
  const house = await open({ databaseUrl: url, ...more });
  return {
    house,
    databaseUrl: url,
    clock: new FakeClock(Date.now()),
    url: await house.app.listen({ port: 0, host: '127.0.0.1' }),
    client: () => new Client(house),
    close: () => house.close(),
  };
}

export interface ShowContest {
  readonly contestId: string;
  readonly stageId: string;
  readonly teams: readonly { readonly id: string; readonly name: string; readonly cookie: string }[];
}

const standing = { teamScore: 'sum', places: 2, tieBreakers: ['decider'] } as const;

/** A running contest of one show whose teams hold their tickets; `cookie` is a phone's. */
export async function showContest(
  { platform }: House,
  unitId: string,
  {
    code,
    teams,
    preset,
    nameOf = (no) => `第${no}队`,
  }: { code: string; teams: number; preset: string; nameOf?: ((no: number) => string) | undefined },
): Promise<ShowContest> {
  const { db, clock } = platform;
  const now = new Date(clock.now());
  const stage = { kind: 'show', name: '决赛', preset, standing } as const;
  const settings = plainSettings(3, [stage]);
  return db.transaction().execute(async (tx) => {
    const insert = async (table: 'entry' | 'entrant' | 'ticket', values: object) => {
      const row = await tx
        .insertInto(table)
        .values(values as never)
        .returning('id')
        .executeTakeFirstOrThrow();
      return row.id as string;
    };
    const { contestId, stageIds } = await runningContest(tx, { unitId, code, settings, now });
    const stageId = stageIds[0]!;
    const made: { id: string; name: string; cookie: string }[] = [];
    for (let no = 1; no <= teams; no += 1) {
      const name = nameOf(no);
      const id = await insert('entry', { contest_id: contestId, no, name, unit_id: unitId });
      await tx.insertInto('stage_entry').values({ stage_id: stageId, entry_id: id }).execute();
      const entrantId = await insert('entrant', {
        contest_id: contestId,
        entry_id: id,
        entry_no: `${code}-${no}`,
        seat: 1,
        name: `选手${no}`,
        unit_id: unitId,
      });
      const expires = new Date(now.getTime() + 86_400_000);
      const ticketId = await insert('ticket', {
        contest_id: contestId,
        entrant_id: entrantId,
        issued_at: now,
        expires_at: expires,
      });
      const cookie = entrantCookie(platform, { ticketId, entrantId, contestId });
      made.push({ id, name, cookie: `${cookie.name}=${cookie.value}` });
    }
    return { contestId, stageId, teams: made };
  });
}

/** Cookie header of a client that has signed in. */
export const cookieOf = (client: Client): string =>
  [...client.cookies].map(([key, value]) => `${key}=${value}`).join('; ');

/** A page at a desk that has taken its console. */
export async function hostPage(
  url: string,
  stageId: string,
  cookie: string,
  desk: Desk = 'host',
): Promise<LivePage<HostView>> {
  const page = await LivePage.open<HostView>(url, `show=${stageId}&as=host&desk=${desk}`, { cookie });
  const console = randomUUID();
  await page.hello(console);
  const ack = await page.cmd({ type: 'takeConsole' });
  if (!ack.ok) throw new Error(ack.code);
  await page.until((view) => view.console === console);
  return page;
}

export async function teamPage(
  url: string,
  stageId: string,
  cookie: string,
  line?: Line,
): Promise<LivePage<TeamView>> {
  const page = await LivePage.open<TeamView>(url, `show=${stageId}&as=team`, { cookie }, line);
  await page.hello();
  return page;
}
