import { fewUnits, signedIn, testHouse, type Client, type TestHouse } from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playedContest, twoExams, type Sitting } from './played.testing.ts';

describe('standings and cuts', () => {
  let test: TestHouse;
  let units: Awaited<ReturnType<typeof fewUnits>>;
  let organizer: Client;
  beforeAll(async () => {
    test = await testHouse();
    units = await fewUnits(test);
    organizer = await signedIn(test, 'organizer', units.a);
  });
  afterAll(() => test.close());

  const contest = (cut: number, teams: number) =>
    playedContest(test.house.platform, units.a, twoExams(cut), teams);

  it('SK-72 SK-73 SK-76 ties go through, places are shared, absent teams come last without a score', async () => {
    const { stageIds, sit, entries } = await contest(2, 5);
    await sit(
      0,
      new Map<number, Sitting>([
        [0, [10, 9]],
        [1, [8, 8]],
        [2, [7, 9]],
        [3, [5, null]],
        [4, [null, null]],
      ]),
    );
    const stageId = stageIds[0]!;
    const { body } = await organizer.call('standings.get', { params: { stageId } });
    expect(body.stillOpen).toBe(false);
    const seen = body.rows.map(({ name, place, total, tied, status }) => [name, place, total, tied, status]);
    expect(seen[0]).toEqual(['1号班组队', 1, '190.00', false, 'scored']);
    expect(seen.slice(1, 3).sort()).toEqual([
      ['2号班组队', 2, '160.00', true, 'scored'],
      ['3号班组队', 2, '160.00', true, 'scored'],
    ]);
    expect(seen.slice(3)).toEqual([
      ['4号班组队', 4, '50.00', false, 'scored'],
      ['5号班组队', null, null, false, 'absent'],
    ]);
    expect(body.rows[3]!.members).toEqual([
      { entryNo: 'K004-1', name: '队员4之1', score: '50', elapsedMs: 240_000 },
      { entryNo: 'K004-2', name: '队员4之2', score: null, elapsedMs: null },
    ]);

    const preview = (await organizer.call('cut.preview', { params: { stageId } })).body;
    expect(preview).toMatchObject({ count: 2, advancing: 3, confirmedAt: null, confirmedBy: null });
    expect(preview.rows.map(({ advances, reason }) => [advances, reason])).toEqual([
      [true, 'within'],
      [true, 'tiedAtCut'],
      [true, 'tiedAtCut'],
      [false, 'below'],
      [false, 'absent'],
    ]);

    const { fingerprint } = preview;
    const wrong = await organizer.call('cut.confirm', {
      params: { stageId },
      body: { fingerprint: fingerprint.replace(/^./, (c) => (c === '0' ? '1' : '0')) },
    });
    expect(wrong.body).toMatchObject({ code: 'cut.changed' });
    const confirmed = await organizer.call('cut.confirm', { params: { stageId }, body: { fingerprint } });
    expect(confirmed.status).toBe(200);
    expect(confirmed.body).toEqual({
      ...preview,
      confirmedAt: test.clock.now(),
      confirmedBy: expect.any(String),
    });

    const next = (await organizer.call('standings.get', { params: { stageId: stageIds[1]! } })).body;
    expect(next.rows.map(({ entryId }) => entryId).sort()).toEqual(
      entries
        .slice(0, 3)
        .map(({ id }) => id)
        .sort(),
    );
    expect(next.stillOpen).toBe(true);

    test.clock.advance(60_000);
    const again = await organizer.call('cut.confirm', { params: { stageId }, body: { fingerprint } });
    expect(again.body).toEqual(confirmed.body);
    expect((await organizer.call('cut.preview', { params: { stageId } })).body).toEqual(confirmed.body);
  });

  it('SK-72 two who confirm at once store one cut', async () => {
    const { stageIds, sit } = await contest(1, 3);
    await sit(
      0,
      new Map<number, Sitting>([
        [0, [3, 3]],
        [1, [2, 2]],
        [2, [1, 1]],
      ]),
    );
    const params = { stageId: stageIds[0]! };
    const { fingerprint } = (await organizer.call('cut.preview', { params })).body;
    const both = await Promise.all(
      [1, 2].map(() => organizer.call('cut.confirm', { params, body: { fingerprint } })),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]!.body).toEqual(both[1]!.body);
  });

  it('a team disqualified after the preview changes the fingerprint', async () => {
    const { contestId, stageIds, sit } = await contest(1, 2);
    await sit(
      0,
      new Map<number, Sitting>([
        [0, [3, 3]],
        [1, [2, 2]],
      ]),
    );
    const params = { stageId: stageIds[0]! };
    const { fingerprint } = (await organizer.call('cut.preview', { params })).body;
    await test.house.platform.db
      .updateTable('entry')
      .set({ status: 'disqualified' })
      .where('name', '=', '1号班组队')
      .where('contest_id', '=', contestId)
      .execute();
    const refused = await organizer.call('cut.confirm', { params, body: { fingerprint } });
    expect(refused.body).toMatchObject({ code: 'cut.changed' });
    const now = (await organizer.call('cut.preview', { params })).body;
    expect(now.rows.map(({ name, reason }) => [name, reason])).toEqual([
      ['2号班组队', 'within'],
      ['1号班组队', 'disqualified'],
    ]);
  });

  it('a cut waits for the stage to close, and the last stage has none', async () => {
    const { stageIds } = await contest(1, 2);
    const [first, last] = stageIds as [string, string];
    expect((await organizer.call('cut.preview', { params: { stageId: first } })).body).toMatchObject({
      code: 'cut.stageOpen',
    });
    for (const call of [
      organizer.call('cut.preview', { params: { stageId: last } }),
      organizer.call('cut.confirm', { params: { stageId: last }, body: { fingerprint: 'x' } }),
    ])
      expect((await call).body).toMatchObject({ code: 'cut.none' });
  });

  it('nobody advances from an empty field', async () => {
    const { stageIds, sit } = await contest(1, 1);
    await sit(0, new Map<number, Sitting>([[0, [null, null]]]));
    const params = { stageId: stageIds[0]! };
    const { fingerprint } = (await organizer.call('cut.preview', { params })).body;
    const refused = await organizer.call('cut.confirm', { params, body: { fingerprint } });
    expect(refused.body).toMatchObject({ code: 'cut.nobody' });
  });

  it('another unit’s organiser finds nothing; an observer may look, not confirm', async () => {
    const { stageIds, sit } = await contest(1, 1);
    await sit(0, new Map<number, Sitting>([[0, [1, 1]]]));
    const params = { stageId: stageIds[0]! };
    const stranger = await signedIn(test, 'organizer', units.b);
    expect((await stranger.call('standings.get', { params })).status).toBe(404);
    const observer = await signedIn(test, 'observer', units.r);
    const { fingerprint } = (await observer.call('cut.preview', { params })).body;
    expect((await observer.call('cut.confirm', { params, body: { fingerprint } })).status).toBe(404);
  });
});
