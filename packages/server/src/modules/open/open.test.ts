import type { ContestSettings } from '@leitai/rules';
import { fewUnits, signedIn, testHouse, type Client, type TestHouse } from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playedContest, twoExams, type PlayedContest } from '../standings/played.testing.ts';

const contact = { phone: '010-65012345', mail: 'jingsai@example.org', address: '北京市朝阳区一号' };

/** The allow-list (DP-20): a new field in a public reply has to be argued for here. */
const MAY_BE_PUBLIC = new Set(
  (
    'id title seasonTitle unitName tier status stages name kind ruleSheet sections heading lines zh en resultState ' +
    'results place byLot award members notice postedAt firstDay lastDay days contact phone mail address postedBy ' +
    'valid no contestTitle holder issuedAt'
  ).split(' '),
);

const keysOf = (value: unknown): string[] =>
  value === null || typeof value !== 'object'
    ? []
    : Array.isArray(value)
      ? value.flatMap(keysOf)
      : Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);

describe('what anyone may see', () => {
  let test: TestHouse;
  let organizer: Client;
  let unitId: string;
  let contest: PlayedContest;
  const anyone = () => test.client();
  const params = () => ({ contestId: contest.contestId });
  const page = async () => (await anyone().call('public.contest', { params: params() })).body;

  beforeAll(async () => {
    test = await testHouse();
    unitId = (await fewUnits(test)).a;
    organizer = await signedIn(test, 'organizer', unitId);
    const settings: ContestSettings = { ...twoExams(3), stages: twoExams(3).stages.slice(1) };
    contest = await playedContest(test.house.platform, unitId, settings, 4);
  });
  afterAll(() => test.close());

  const searched = (text: string, from: PlayedContest): void => {
    for (const entry of from.entries) {
      expect(text).not.toContain(entry.id);
      for (const { id, memberNo } of entry.entrants) {
        expect(text).not.toContain(id);
        expect(text).not.toContain(memberNo);
      }
    }
    expect(text).not.toMatch(/K\d{3}-\d/);
    expect(text).not.toMatch(/\d\.\d\d/);
    expect(keysOf(JSON.parse(text)).filter((key) => !MAY_BE_PUBLIC.has(key))).toEqual([]);
  };

  it('shows no result before a notice is posted', async () => {
    await contest.sit(
      0,
      new Map([
        [0, [9, 9]],
        [1, [8, 8]],
        [2, [7, 7]],
        [3, [null, null]],
      ]),
    );
    expect(await page()).toMatchObject({ resultState: null, results: [], notice: null, status: 'running' });
    const { fingerprint } = (await organizer.call('result.get', { params: params() })).body;
    await organizer.call('result.seal', { params: params(), body: { fingerprint } });
    expect(await page()).toMatchObject({ resultState: null, results: [], notice: null });
    expect((await organizer.call('certificate.issue', { params: params() })).body).toMatchObject({
      code: 'certificate.notFinal',
    });
  });

  it('DP-20 SE-35 a notice lists place, name, unit, award and members of those awarded: nothing else', async () => {
    test.clock.set(Date.parse('2025-06-16T08:00:00+08:00'));
    await organizer.call('result.post', { params: params(), body: { contact } });
    const { raw, body } = await anyone().call('public.contest', { params: params() });
    expect(body.resultState).toBe('noticed');
    expect(body.results).toEqual([
      {
        place: 1,
        name: '1号班组队',
        unitName: '甲集团工会',
        award: '一等奖',
        members: ['队员1之1', '队员1之2'],
      },
      {
        place: 2,
        name: '2号班组队',
        unitName: '甲集团工会',
        award: '二等奖',
        members: ['队员2之1', '队员2之2'],
      },
      {
        place: 3,
        name: '3号班组队',
        unitName: '甲集团工会',
        award: '二等奖',
        members: ['队员3之1', '队员3之2'],
      },
    ]);
    expect(body.notice).toMatchObject({ contact, postedBy: '甲集团工会', lastDay: '2025-06-20' });
    searched(raw.toString(), contest);
    expect(raw.toString()).not.toContain('organizer');
  });

  it('DP-20 DP-23 persons without an award appear by surname', async () => {
    const persons: ContestSettings = {
      ...twoExams(3),
      ranked: { kind: 'person' },
      stages: twoExams(3).stages.slice(1),
    };
    const other = await playedContest(test.house.platform, unitId, persons, 5);
    await other.sit(0, new Map([9, 8, 7, 6, null].map((right, i) => [i, [right]])));
    const at = { params: { contestId: other.contestId } };
    const { fingerprint } = (await organizer.call('result.get', at)).body;
    await organizer.call('result.seal', { ...at, body: { fingerprint } });
    await organizer.call('result.post', { ...at, body: { contact } });
    const { raw, body } = await anyone().call('public.contest', at);
    expect(body.results.map(({ place, name, award, members }) => [place, name, award, members])).toEqual([
      [1, '王小一', '一等奖', ['王小一']],
      [2, '王小二', '二等奖', ['王小二']],
      [3, '王小三', '二等奖', ['王小三']],
      [4, '王*', null, []],
    ]);
    searched(raw.toString(), other);
  });

  it('certificates: one a member, numbered with a check character, issued once', async () => {
    test.clock.set(Date.parse('2025-06-21T00:00:00+08:00'));
    expect((await organizer.call('result.finalise', { params: params() })).status).toBe(200);
    const [first, second] = await Promise.all(
      [1, 2].map(() => organizer.call('certificate.issue', { params: params() })),
    );
    expect(first!.body).toEqual(second!.body);
    const { certificates } = first!.body;
    expect(certificates.map(({ holder, team, award }) => [holder, team, award])).toEqual([
      ['队员1之1', '1号班组队', '一等奖'],
      ['队员1之2', '1号班组队', '一等奖'],
      ['队员2之1', '2号班组队', '二等奖'],
      ['队员2之2', '2号班组队', '二等奖'],
      ['队员3之1', '3号班组队', '二等奖'],
      ['队员3之2', '3号班组队', '二等奖'],
    ]);
    for (const [i, { no }] of certificates.entries())
      expect(no).toMatch(new RegExp(`^LT-2025-SPRING-1-000${i + 1}-[0-9A-Z]$`));
    const listed = await organizer.call('certificate.list', { params: params() });
    expect(listed.body.certificates).toEqual(certificates);
    const rows = await test.house.platform.db
      .selectFrom('audit')
      .select('detail')
      .where('action', '=', 'certificate.issue')
      .execute();
    expect(rows.map(({ detail }) => detail)).toEqual([
      { count: 6, first: certificates[0]!.no, last: certificates[5]!.no },
    ]);
  });

  it('prints one and all, the QR code leading to this house', async () => {
    const { certificates } = (await organizer.call('certificate.list', { params: params() })).body;
    const one = await organizer.call('certificate.pdf', { params: { certificateId: certificates[0]!.id } });
    expect(one.status).toBe(200);
    expect(one.raw.toString('latin1', 0, 5)).toBe('%PDF-');
    const all = await organizer.call('certificate.allPdf', { params: params() });
    expect(all.raw.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(6);
    const from = (host: string, more: object = {}) =>
      test.house.app.inject({
        method: 'GET',
        url: `/api/certificates/${certificates[0]!.id}/pdf`,
        headers: {
          host,
          cookie: [...organizer.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
          ...more,
        },
      });
    expect((await from('leitai.example.org:8080')).statusCode).toBe(200);
    expect((await from('[::1]:8080')).statusCode).toBe(200);
    for (const host of ['evil.example/x?', 'user@evil.example', 'a b', 'a:99999', '"><script>'])
      expect((await from(host)).json()).toMatchObject({ code: 'request.invalid', facts: { field: 'host' } });
    const stranger = await signedIn(test, 'observer', unitId);
    const refused = await stranger.call('certificate.pdf', {
      params: { certificateId: certificates[0]!.id },
    });
    expect(refused.status).toBe(404);
  });

  it('DP-20 anyone verifies a certificate by its number, typed in any case', async () => {
    const { certificates } = (await organizer.call('certificate.list', { params: params() })).body;
    const { no } = certificates[0]!;
    const verify = (certificateNo: string) =>
      anyone().call('public.certificate', { params: { certificateNo } });
    const { raw, body } = await verify(` ${no.toLowerCase()} `);
    expect(body).toEqual({
      valid: true,
      no,
      contestTitle: '春季安全知识竞赛',
      holder: '队员1之1',
      unitName: '甲集团工会',
      award: '一等奖',
      issuedAt: test.clock.now(),
    });
    searched(raw.toString(), contest);
    const wrong = no.slice(0, -1) + (no.endsWith('A') ? 'B' : 'A');
    for (const other of [wrong, 'LT-2025-NOBODY-0001-0', '%', "' or 1=1"]) {
      const refused = await verify(other);
      expect([refused.status, refused.body]).toMatchObject([404, { code: 'notFound' }]);
    }
    await test.house.platform.db
      .updateTable('certificate')
      .set({ revoked_at: new Date() })
      .where('no', '=', certificates[5]!.no)
      .execute();
    expect((await verify(certificates[5]!.no)).body).toMatchObject({ valid: false });
  });

  it('lists seasons with contests under way or decided, and no draft', async () => {
    const { seasons } = (await anyone().call('public.seasons')).body;
    expect(seasons.flatMap(({ contests }) => contests.map(({ status }) => status)).sort()).toEqual([
      'closed',
      'running',
    ]);
    expect(seasons[0]!.theme).toBe('建功新时代');
    await test.house.platform.db
      .updateTable('contest')
      .set({ status: 'draft' })
      .where('id', '=', contest.contestId)
      .execute();
    expect((await anyone().call('public.contest', { params: params() })).status).toBe(404);
    expect((await anyone().call('public.seasons')).body.seasons).toHaveLength(1);
    expect((await anyone().call('public.contest', { params: { contestId: 'x' } })).status).toBe(400);
  });

  it('says whether server and database answer', async () => {
    const { status, body } = await anyone().call('system.health');
    expect(status).toBe(200);
    expect(body).toEqual({
      ok: true,
      now: test.clock.now(),
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
  });
});
