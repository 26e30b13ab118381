import { draw, type ContestSettings } from '@leitai/rules';
import { fewUnits, signedIn, testHouse, type Client, type TestHouse } from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportRecord, verifyRecord } from '../record/index.ts';
import { playedContest, twoExams, type PlayedContest, type Sitting } from '../standings/played.testing.ts';

const sittings = (...all: Sitting[]) => new Map(all.map((sitting, i) => [i, sitting]));

describe('results by their settings', () => {
  let test: TestHouse;
  let unitId: string;
  let organizer: Client;
  beforeAll(async () => {
    test = await testHouse();
    unitId = (await fewUnits(test)).a;
    organizer = await signedIn(test, 'organizer', unitId);
  });
  afterAll(() => test.close());

  const play = (over: Partial<ContestSettings>, teams: number, cut = teams) =>
    playedContest(test.house.platform, unitId, { ...twoExams(cut), ...over }, teams);
  const cut = async ({ stageIds }: PlayedContest) => {
    const params = { stageId: stageIds[0]! };
    const { fingerprint } = (await organizer.call('cut.preview', { params })).body;
    await organizer.call('cut.confirm', { params, body: { fingerprint } });
  };
  const read = async ({ contestId }: PlayedContest) =>
    (await organizer.call('result.get', { params: { contestId } })).body;
  const seal = async (contest: PlayedContest) =>
    organizer.call('result.seal', {
      params: { contestId: contest.contestId },
      body: { fingerprint: (await read(contest)).fingerprint },
    });
  const verified = async ({ contestId }: PlayedContest) => {
    const record = await exportRecord(test.house.platform, contestId);
    if (!record.ok) throw new Error(record.refusal.code);
    expect(verifyRecord(record.value).checks.filter(({ ok }) => !ok)).toEqual([]);
    return record.value;
  };

  it('SK-31 SK-32 SK-76 theory carried over as 30 % decides with the final; a missing part has no place', async () => {
    const contest = await play(
      {
        result: {
          from: 'weighted',
          components: [
            { stage: 1, weightPct: '30', passMark: '60', fullScore: null },
            { stage: 2, weightPct: '70', passMark: null, fullScore: null },
          ],
          places: 2,
          ties: 'lastComponent',
        },
      },
      4,
    );
    await contest.sit(0, sittings([10, 10], [5, 6], [8, 8], [7, 7]));
    await cut(contest);
    await contest.sit(1, sittings([6, 6], [8, 8], [6, 7], [null, null]));
    const { standings, awards } = await read(contest);
    expect(standings.map(({ name, place, total, parts }) => [name, place, total, parts])).toEqual([
      ['2号班组队', 1, '72.50', [part(1, '55.00', false), part(2, '80.00', null)]],
      ['1号班组队', 2, '72.00', [part(1, '100.00', true), part(2, '60.00', null)]],
      ['3号班组队', 3, '69.50', [part(1, '80.00', true), part(2, '65.00', null)]],
      ['4号班组队', null, null, [part(1, '70.00', true), part(2, null, null)]],
    ]);
    expect(awards.map(({ name, tier }) => [name, tier])).toEqual([
      ['2号班组队', '一等奖'],
      ['1号班组队', '二等奖'],
      ['3号班组队', '二等奖'],
    ]);
    expect((await seal(contest)).status).toBe(200);
    const record = await verified(contest);
    const copy = structuredClone(record) as typeof record & { results: { standings: { total: string }[] }[] };
    copy.results[0]!.standings[0]!.total = '72.51';
    expect(verifyRecord(copy).ok).toBe(false);
  });

  it('SK-73 where places are not shared, those level draw lots once, from a stored seed, before sealing', async () => {
    const contest = await play({ sharedPlaces: false }, 4, 3);
    const params = { contestId: contest.contestId };
    const lots = () => organizer.call('result.drawLots', { params });
    expect((await lots()).body).toMatchObject({ code: 'result.stageOpen' });
    await contest.sit(0, sittings([9, 9], [8, 8], [8, 8], [1, 1]));
    await cut(contest);
    await contest.sit(1, sittings([7, 7], [7, 7], [7, 7]));
    const before = await read(contest);
    expect(before).toMatchObject({ refusal: 'result.tieUndecided', awards: [], lots: null });
    expect(before.standings.map(({ place }) => place)).toEqual([1, 1, 1, 4]);
    expect((await seal(contest)).body).toMatchObject({ code: 'result.tieUndecided', facts: { place: 1 } });

    const drawn = await lots();
    expect(drawn.status).toBe(200);
    const { standings, lots: kept, refusal } = drawn.body;
    expect(refusal).toBeNull();
    const order = draw(
      contest.entries.map(({ id }) => id),
      kept!.seed,
    ).order.filter((id) => id !== contest.entries[3]!.id);
    expect(standings.map(({ entryId, place, tied, byLot }) => [entryId, place, tied, byLot])).toEqual([
      ...order.map((id, i) => [id, i + 1, false, true]),
      [contest.entries[3]!.id, 4, false, undefined],
    ]);
    expect((await lots()).body.lots).toEqual(kept);
    expect((await seal(contest)).status).toBe(200);
    const record = await verified(contest);
    expect(record.lots).toEqual(kept);
    for (const lie of [{ ...kept!, seed: 'another' }, null])
      expect(verifyRecord({ ...record, lots: lie }).ok).toBe(false);
  });

  it('SK-73 lots are not drawn where nobody is level, or where places are shared', async () => {
    for (const [sharedPlaces, second] of [
      [false, 7],
      [true, 9],
    ] as const) {
      const contest = await play({ sharedPlaces }, 2);
      await contest.sit(0, sittings([9, 9], [8, 8]));
      await cut(contest);
      await contest.sit(1, sittings([9, 9], [second, second]));
      const params = { contestId: contest.contestId };
      expect(await organizer.call('result.drawLots', { params })).toMatchObject({
        status: 409,
        body: { code: 'result.lotsNotDue' },
      });
      expect((await seal(contest)).status).toBe(200);
    }
  });
});

const part = (stage: number, score: string | null, passed: boolean | null) => ({ stage, score, passed });
