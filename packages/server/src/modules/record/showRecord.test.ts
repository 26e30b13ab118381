import { rank } from '@leitai/rules';
import type { HostAct, ShowConfig } from '@leitai/rules/show';
import {
  act,
  audienceShow,
  cookieOf,
  fewUnits,
  guestPage,
  hostPage,
  liveHouse,
  playShow,
  showContest,
  signedIn,
  type Client,
  type LiveHouse,
} from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentMarks } from '../marks/index.ts';
import type { ContestRecord } from './format.ts';
import { verifyRecord } from './index.ts';

/** A record whose every field may be written: for tampering. */
// oxlint-disable-next-line typescript/no-explicit-any -- a tamperer does not care for types
type Loose = any;

const NAME = 'show marks from the event log';

/** A show with everything that a lot or the log decides: tables, elimination, a tie by lot, a prize. */
describe('a show’s marks and record', () => {
  let test: LiveHouse;
  let organizer: Client;
  let record: ContestRecord;
  let places: Record<string, number | null>;
  let stageId: string;
  let ids: string[];

  beforeAll(async () => {
    test = await liveHouse();
    const units = await fewUnits(test);
    organizer = await signedIn(test, 'organizer', units.a);
    const show = await showContest(test.house, units.a, { code: 'lots', teams: 4, preset: 'std-3' });
    stageId = show.stageId;
    ids = show.teams.map(({ id }) => id);
    const made = await audienceShow(organizer, show, 1);
    const [round] = made.rounds as [ShowConfig['rounds'][number]];
    const later = { ...round, id: 'later', questions: [{ ...round.questions[0]!, id: 'b1' }] };
    const config = {
      ...made,
      tableOrder: 'draw',
      ties: 'lot',
      rounds: [{ ...round, eliminate: 1 }, later],
    };
    const params = { stageId };
    expect((await organizer.call('show.update', { params, body: { config } })).status).toBe(200);
    const host = await hostPage(test.url, stageId, cookieOf(organizer));
    const guests = await Promise.all([1, 2, 3].map(() => guestPage(test.url, stageId)));
    const adjust = (i: number, delta: string) =>
      act(host, { type: 'adjust', team: ids[i]!, delta, reason: '-' });
    await playShow(host, new Map(), { until: ({ phase }) => phase === 'reading' });
    await act(host, { type: 'askCrowd' });
    for (const { page } of guests)
      expect(await page.cmd({ type: 'crowdAnswer', id: 'a1', choice: 3 })).toMatchObject({ ok: true });
    await act(host, { type: 'stopCrowd' } as HostAct);
    await act(host, { type: 'closeQuestion' });
    await act(host, { type: 'drawPrize', count: 1 } as unknown as HostAct);
    // Out with 90; then one who stayed falls to 80, and two stay level at 100.
    await adjust(3, '-10');
    await act(host, { type: 'endRound' });
    await adjust(0, '-20');
    await playShow(host, new Map());
    places = Object.fromEntries(host.view!.scores.map(({ team, place }) => [team, place]));
    expect((await organizer.call('show.close', { params })).status).toBe(200);
    const { raw } = await organizer.call('contest.export', { params: { contestId: show.contestId } });
    record = JSON.parse(raw.toString()) as ContestRecord;
    for (const page of [host, ...guests.map((guest) => guest.page)]) page.close();
  });
  afterAll(() => test.close());

  it('SK-73 places by lot and by elimination are the stage’s places too', async () => {
    expect(places[ids[0]!]).toBe(3);
    expect(places[ids[3]!]).toBe(4);
    expect([places[ids[1]!], places[ids[2]!]].toSorted()).toEqual([1, 2]);
    const marks = await currentMarks(test.house.platform.db, stageId);
    const rows = rank(record.stages[0]!.settings.standing, marks, ids);
    expect(Object.fromEntries(rows.map(({ entry, place }) => [entry, place]))).toEqual(places);
    expect(marks.find(({ entry }) => entry === ids[3])).toMatchObject({ score: '90', eliminated: 1 });
  });

  it('verifies, with tables, elimination, tie and prize drawn again', () => {
    const { checks } = verifyRecord(record);
    expect(checks.filter((check) => !check.ok)).toEqual([]);
    expect(record.stages[0]!.show!.draws).toHaveLength(1);
    expect(record.stages[0]!.show!.draws![0]!.codes).toHaveLength(3);
  });

  const eventOf = (copy: Loose, type: string) =>
    copy.stages[0].show.events.find(({ event }: Loose) => event.type === type).event;
  it.each<[string, (copy: Loose) => void]>([
    ['a table', (r) => (eventOf(r, 'tablesDrawn').seed = 'another')],
    ['who was eliminated', (r) => (eventOf(r, 'roundEnded').eliminated = [])],
    ['the lot of a tie', (r) => (eventOf(r, 'finished').seed = null)],
    ['who won a prize', (r) => (eventOf(r, 'prizeDrawn').winners = ['AAAAA'])],
    ['how many were right', (r) => (eventOf(r, 'prizeDrawn').of = 4)],
    ['a code that was drawn among', (r) => (r.stages[0].show.draws[0].codes[0] = 'AAAAA')],
    ['the codes left out', (r) => (r.stages[0].show.draws = [])],
    ['a mark’s elimination', (r) => r.stages[0].marks.forEach((mark: Loose) => (mark.eliminated = null))],
    ['a mark’s place by lot', (r) => r.stages[0].marks.forEach((mark: Loose) => (mark.decider = null))],
  ])('finds %s that was changed', (_, tamper) => {
    const copy = structuredClone(record);
    tamper(copy);
    expect(verifyRecord(copy).checks.find(({ name }) => name === NAME)).toMatchObject({ ok: false });
  });

  it('SK-73 a record of a release before, without the codes and desks, still verifies', () => {
    const copy: Loose = structuredClone(record);
    delete copy.stages[0].show.draws;
    for (const { event } of copy.stages[0].show.events) if (event.type === 'consoleTaken') delete event.desk;
    expect(verifyRecord(copy).checks.find(({ name }) => name === NAME)).toMatchObject({ ok: true });
  });
});
