import { fewUnits, signedIn, testHouse, type Client, type TestHouse } from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordMarks } from '../marks/index.ts';
import { playedContest, twoExams, type PlayedContest, type Sitting } from '../standings/played.testing.ts';

const shanghai = (text: string): number => Date.parse(`${text}+08:00`);
const contact = { phone: '010-65012345', mail: 'jingsai@example.org', address: '北京市朝阳区一号' };

describe('the life of a result', () => {
  let test: TestHouse;
  let units: Awaited<ReturnType<typeof fewUnits>>;
  let organizer: Client;
  beforeAll(async () => {
    test = await testHouse();
    units = await fewUnits(test);
    organizer = await signedIn(test, 'organizer', units.a);
  });
  afterAll(() => test.close());

  const result = async ({ contestId }: PlayedContest) =>
    (await organizer.call('result.get', { params: { contestId } })).body;
  const seal = ({ contestId }: PlayedContest, fingerprint: string) =>
    organizer.call('result.seal', { params: { contestId }, body: { fingerprint } });
  const post = ({ contestId }: PlayedContest, body: object = { contact }) =>
    organizer.call('result.post', { params: { contestId }, body: { ...body } });
  const finalise = ({ contestId }: PlayedContest) =>
    organizer.call('result.finalise', { params: { contestId } });

  /** Four teams, three in the final: 2, 1, 3; the fourth went out before. */
  async function decided(): Promise<PlayedContest> {
    const contest = await playedContest(test.house.platform, units.a, twoExams(3), 4);
    await contest.sit(0, sittings([9, 9], [8, 8], [7, 7], [6, 6]));
    const params = { stageId: contest.stageIds[0]! };
    const { fingerprint } = (await organizer.call('cut.preview', { params })).body;
    await organizer.call('cut.confirm', { params, body: { fingerprint } });
    await contest.sit(1, sittings([6, 6], [10, 10], [5, 5]));
    return contest;
  }
  const sittings = (...all: Sitting[]) => new Map(all.map((sitting, i) => [i, sitting]));
  const sealed = async () => {
    const contest = await decided();
    await seal(contest, (await result(contest)).fingerprint);
    return contest;
  };

  it('SK-97 places continue behind the final; awards go to the finalists', async () => {
    const contest = await decided();
    const seen = await result(contest);
    expect(seen).toMatchObject({ state: 'provisional', refusal: null, notice: null, sealedAt: null });
    expect(seen.standings.map(({ name, place, total }) => [name, place, total])).toEqual([
      ['2号班组队', 1, '200.00'],
      ['1号班组队', 2, '120.00'],
      ['3号班组队', 3, '100.00'],
      ['4号班组队', 4, '120.00'],
    ]);
    expect(seen.awards.map(({ name, tier, place, members }) => [name, tier, place, members])).toEqual([
      ['2号班组队', '一等奖', 1, ['队员2之1', '队员2之2']],
      ['1号班组队', '二等奖', 2, ['队员1之1', '队员1之2']],
      ['3号班组队', '二等奖', 3, ['队员3之1', '队员3之2']],
    ]);
  });

  it('a result cannot be sealed while a stage is open', async () => {
    const contest = await playedContest(test.house.platform, units.a, twoExams(2), 2);
    const seen = await result(contest);
    expect(seen.refusal).toBe('result.stageOpen');
    expect((await seal(contest, seen.fingerprint)).body).toMatchObject({
      code: 'result.stageOpen',
      facts: { stage: '初赛' },
    });
  });

  it('SK-97 a tie at a prize boundary with `tieBreak` is not sealed', async () => {
    const settings = twoExams(3);
    const contest = await playedContest(
      test.house.platform,
      units.a,
      {
        ...settings,
        stages: settings.stages.slice(1),
        award: { ...settings.award, boundaryTie: 'tieBreak' },
      },
      2,
    );
    await contest.sit(0, sittings([6, 6], [5, 7]));
    const seen = await result(contest);
    expect(seen).toMatchObject({ refusal: 'award.tieAtBoundary', awards: [] });
    expect((await seal(contest, seen.fingerprint)).body).toMatchObject({ code: 'award.tieAtBoundary' });
  });

  it('SE-30 SE-31 sealed, posted on 2025-09-26 at 08:00, final only after 2025-10-09 has ended in Shanghai', async () => {
    const contest = await decided();
    const { fingerprint } = await result(contest);
    expect((await post(contest)).body).toMatchObject({ code: 'result.notSealed' });
    expect((await seal(contest, 'another')).body).toMatchObject({ code: 'result.changed' });
    const first = await seal(contest, fingerprint);
    expect(first.body).toMatchObject({ state: 'sealed', fingerprint, sealedAt: test.clock.now() });
    expect((await seal(contest, fingerprint)).body).toEqual(first.body);

    test.clock.set(shanghai('2025-09-26T08:00:00'));
    expect((await post(contest, { contact: { ...contact, mail: '  ' } })).body).toMatchObject({
      code: 'notice.contactMissing',
      facts: { field: 'mail' },
    });
    expect((await finalise(contest)).body).toMatchObject({ code: 'result.notNoticed' });
    const posted = await post(contest);
    expect(posted.body.notice).toEqual({
      title: '《春季安全知识竞赛》结果公示',
      postedAt: shanghai('2025-09-26T08:00:00'),
      firstDay: '2025-09-26',
      lastDay: '2025-10-09',
      days: ['2025-09-26', '2025-09-28', '2025-09-29', '2025-09-30', '2025-10-09'],
      contact,
      postedBy: '甲集团工会',
    });
    expect((await post(contest)).body.notice).toEqual(posted.body.notice);

    test.clock.set(shanghai('2025-10-09T23:59:59'));
    expect((await finalise(contest)).body).toMatchObject({
      code: 'result.noticeRunning',
      facts: { lastDay: '2025-10-09' },
    });
    test.clock.set(shanghai('2025-10-10T00:00:00'));
    const final = await finalise(contest);
    expect(final.body).toMatchObject({ state: 'final', finalAt: test.clock.now() });
    expect((await finalise(contest)).body).toEqual(final.body);
    const { body } = await test.client().call('public.contest', { params: { contestId: contest.contestId } });
    expect(body).toMatchObject({ status: 'closed', resultState: 'final' });
  });

  it('SE-31 posted at nine, the day does not count', async () => {
    const contest = await sealed();
    test.clock.set(shanghai('2025-09-26T09:00:00'));
    expect((await post(contest)).body.notice).toMatchObject({
      firstDay: '2025-09-28',
      lastDay: '2025-10-10',
    });
  });

  it('SE-31 a year without a calendar is refused and nothing changes', async () => {
    const contest = await sealed();
    test.clock.set(shanghai('2026-12-30T10:00:00'));
    expect((await post(contest)).body).toMatchObject({
      code: 'notice.calendarUnknown',
      facts: { year: 2027 },
    });
    expect((await result(contest)).state).toBe('sealed');
    test.clock.set(shanghai('2025-09-26T08:00:00'));
  });

  it('SK-84 SE-34 a corrected mark supersedes the sealed version and restarts the notice', async () => {
    const contest = await sealed();
    test.clock.set(shanghai('2025-09-26T08:00:00'));
    const before = (await post(contest)).body;
    const { entries, stageIds } = contest;
    const { db } = test.house.platform;
    const entrant = entries[2]!.entrants[0]!.id;
    const corrected = {
      entry: entries[2]!.id,
      entrant,
      score: '90',
      elapsedMs: 1,
      decider: null,
      status: 'scored',
    } as const;
    await db.transaction().execute((tx) =>
      recordMarks(tx, stageIds[1]!, [corrected], {
        source: 'correction',
        by: 'chief',
        at: test.clock.now(),
      }),
    );

    test.clock.set(shanghai('2025-10-10T00:00:00'));
    expect((await finalise(contest)).body).toMatchObject({ code: 'result.notNoticed' });
    const now = await result(contest);
    expect(now).toMatchObject({ state: 'provisional', notice: null });
    expect(now.fingerprint).not.toBe(before.fingerprint);
    expect(now.standings.map(({ name }) => name).slice(0, 3)).toEqual([
      '2号班组队',
      '3号班组队',
      '1号班组队',
    ]);
    expect((await seal(contest, before.fingerprint)).body).toMatchObject({ code: 'result.changed' });
    expect((await seal(contest, now.fingerprint)).body).toMatchObject({ state: 'sealed', notice: null });
    expect((await post(contest)).body.notice).toMatchObject({ firstDay: '2025-10-10' });

    const versions = await db
      .selectFrom('result')
      .select(['version', 'fingerprint', 'state'])
      .where('contest_id', '=', contest.contestId)
      .orderBy('version')
      .execute();
    expect(versions).toEqual([
      { version: 1, fingerprint: before.fingerprint, state: 'noticed' },
      { version: 2, fingerprint: now.fingerprint, state: 'noticed' },
    ]);
    const scores = await db
      .selectFrom('mark')
      .select(['version', 'score', 'recorded_by'])
      .where('stage_id', '=', stageIds[1]!)
      .where('member', '=', entrant)
      .orderBy('version')
      .execute();
    expect(scores).toEqual([
      { version: 1, score: '50', recorded_by: 'system' },
      { version: 2, score: '90', recorded_by: 'chief' },
    ]);
  });

  it.each([
    ['DP-24', '13812345678', 'mobile'],
    ['DP-26', '11010519491231002X', 'idNumber'],
    ['DP-26', '１１０１０５１９４９１２３１００２Ｘ', 'idNumber'],
  ])('%s a team named with %s is not published', async (_, number, kind) => {
    const contest = await decided();
    await test.house.platform.db
      .updateTable('entry')
      .set({ name: `联系${number}` })
      .where('id', '=', contest.entries[3]!.id)
      .execute();
    await seal(contest, (await result(contest)).fingerprint);
    const { body, raw } = await post(contest);
    expect(body).toMatchObject({
      code: 'notice.personalData',
      facts: { field: 'standings[3].name', kind },
    });
    expect(raw.toString()).not.toContain(number);
    expect((await result(contest)).state).toBe('sealed');
  });

  it('DP-24 the office’s own contact may be a mobile, never an ID number', async () => {
    const contest = await sealed();
    const id = { contact: { ...contact, address: '11010519491231002X' } };
    expect((await post(contest, id)).body).toMatchObject({
      code: 'notice.personalData',
      facts: { field: 'contact.address', kind: 'idNumber' },
    });
    expect((await post(contest, { contact: { ...contact, phone: '13812345678' } })).status).toBe(200);
  });

  it('every act is audited once, with its actor', async () => {
    const rows = await test.house.platform.db
      .selectFrom('audit')
      .select(['action', 'actor', 'object'])
      .where('action', 'in', ['result.seal', 'result.post', 'result.finalise', 'cut.confirm'])
      .execute();
    expect(new Set(rows.map(({ action }) => action)).size).toBe(4);
    const finals = rows.filter(({ action }) => action === 'result.finalise');
    expect(finals).toHaveLength(1);
    expect(finals[0]!.actor).toMatch(/^organizer/);
  });
});
