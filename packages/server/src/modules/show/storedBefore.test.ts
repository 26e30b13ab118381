import { readFileSync } from 'node:fs';
import type { SpectatorView } from '@leitai/rules/show';
import {
  act,
  buzzerHall,
  cookieOf,
  fewUnits,
  hostPage,
  liveHouse,
  LivePage,
  showContest,
  signedIn,
  type Client,
  type LiveHouse,
} from '@leitai/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json } from '../../platform/database.ts';

/** A finished show with its configuration and log, as the release before stored them. */
const FIXTURE = new URL('../../../../rules/src/show/upgrade.fixture.json', import.meta.url);

interface Stored {
  readonly config: object;
  readonly events: readonly { readonly at: number; readonly by: string; readonly type: string }[];
  readonly totals: Readonly<Record<string, string>>;
}

describe('shows that are read again', () => {
  let test: LiveHouse;
  let organizer: Client;
  let units: Awaited<ReturnType<typeof fewUnits>>;
  beforeAll(async () => {
    test = await liveHouse();
    units = await fewUnits(test);
    organizer = await signedIn(test, 'organizer', units.a);
  });
  afterAll(() => test.close());
  const watch = async (url: string, stageId: string) =>
    (await LivePage.open<SpectatorView>(url, `show=${stageId}&as=audience`)).hello();

  it('QZ-37 one that the release before stored still gives its scores', async () => {
    const show = await showContest(test.house, units.a, { code: 'old', teams: 3, preset: 'std-3' });
    const ids = show.teams.map(({ id }) => id);
    const text = readFileSync(FIXTURE, 'utf8').replaceAll(/"([ABC])"/g, (_, team: string) =>
      JSON.stringify(ids['ABC'.indexOf(team)]),
    );
    const { config, events, totals } = JSON.parse(text) as Stored;
    const { db } = test.house.platform;
    await sql`insert into show_config values (${show.stageId}, ${json(config)})`.execute(db);
    for (const [i, event] of events.entries())
      await sql`insert into show_event (stage_id, seq, at, actor, event)
        values (${show.stageId}, ${i + 1}, ${new Date(event.at)}, ${event.by}, ${json(event)})`.execute(db);
    await sql`update stage set status = 'open' where id = ${show.stageId}`.execute(db);
    const { phase, scores, seq } = await watch(test.url, show.stageId);
    expect([phase, seq]).toEqual(['finished', events.length]);
    expect(Object.fromEntries(scores.map(({ team, total }) => [team, total]))).toEqual(totals);
    const host = await hostPage(test.url, show.stageId, cookieOf(organizer));
    expect(host.view!.seq).toBe(events.length + 1);
    const params = { stageId: show.stageId };
    expect((await organizer.call('show.close', { params })).body).toEqual({ entries: 3 });
  });

  it('QZ-37 a team whose entry was withdrawn in the middle of the show stays on the board after a restart', async () => {
    const { show, host } = await buzzerHall(test, organizer, units.a, 3);
    await act(host, { type: 'openBuzzers' });
    await sql`update entry set status = 'withdrawn' where id = ${show.teams[2]!.id}`.execute(
      test.house.platform.db,
    );
    const before = await watch(test.url, show.stageId);
    const restarted = await liveHouse(test.databaseUrl);
    try {
      const after = await watch(restarted.url, show.stageId);
      expect(after).toEqual(before);
      expect(after.scores).toHaveLength(3);
    } finally {
      await restarted.close();
    }
  });
});
