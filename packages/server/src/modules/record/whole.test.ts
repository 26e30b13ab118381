import { bankQuestions, fewUnits, signedIn, testHouse, type Client, type TestHouse } from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardAudit } from '../../platform/auditGuard.testing.ts';
import { publishBank } from '../bank/index.ts';
import { verifyRecord } from './index.ts';

/** Every step by the routes, as an organiser and six persons take them: from the season to the verified record. */
describe('a contest from beginning to end', () => {
  let test: TestHouse;
  let unitId: string;
  let organizer: Client;
  const at = (text: string) => test.clock.set(Date.parse(`${text}+08:00`));

  beforeAll(async () => {
    test = await testHouse();
    // Real clocks do not stand still: an act read the clock twice, and its record did not come out (2026-11-22).
    test.clock.step = 1;
    unitId = (await fewUnits(test)).a;
    await guardAudit(test.house.platform.pool);
    organizer = await signedIn(test, 'organizer', unitId);
    const bank = {
      unitId,
      unitPath: '/r/a/',
      code: 'ground-service',
      title: '地服',
      questions: bankQuestions(30),
    };
    await test.house.platform.db
      .transaction()
      .execute((tx) => publishBank(tx, bank, 'test', test.clock.now()));
  });
  afterAll(() => test.close());

  it('verifies from its record', async () => {
    at('2025-09-01T08:00:00');
    const done = async <T>(answer: Promise<{ status: number; body: T }>): Promise<T> => {
      const { status, body } = await answer;
      expect(status, JSON.stringify(body)).toBe(200);
      return body;
    };
    const programme = { theme: '建功新时代', targets: { contests: 1, workers: 1 }, fields: [] };
    const season = await done(
      organizer.call('season.create', {
        body: { unitId, code: 's2025', title: '2025年度竞赛', year: 2025, programme },
      }),
    );
    const contest = await done(
      organizer.call('contest.create', {
        body: {
          seasonId: season.id,
          unitId,
          code: 'theory',
          title: '职业技能理论竞赛',
          template: 'skill-theory',
          tier: 'unit',
          fieldCode: null,
          directionCode: null,
        },
      }),
    );
    const params = { contestId: contest.id };
    const names = ['赵一', '钱二', '孙三', '李四', '周五', '吴六'];
    const rows = names.map((name, i) => `${name},甲集团工会,GH00${i}`);
    const report = await done(
      organizer.call('entry.import', {
        params,
        file: { name: '报名.csv', bytes: Buffer.from(['姓名,单位,会员号', ...rows].join('\n')) },
      }),
    );
    expect(report).toMatchObject({ committed: true, entries: 6, faults: [] });
    const [stage] = (await done(organizer.call('contest.start', { params }))).stages;
    const stageId = stage!.id;
    const { tickets } = await done(organizer.call('ticket.issue', { params }));
    await done(
      organizer.call('stage.open', { params: { stageId }, body: { closesAt: test.clock.now() + 7_200_000 } }),
    );

    for (const [i, name] of names.slice(0, 5).entries()) {
      const client = test.client();
      const ticket = tickets.find((one) => one.name === name)!.path.slice('/t/'.length);
      await done(client.call('entrant.enter', { body: { ticket } }));
      const paper = await done(client.call('exam.start', { params: { stageId } }));
      for (const { no } of paper.questions.slice(0, 40 - 5 * i)) {
        test.clock.advance(500);
        for (const revision of [1, 2])
          await done(
            client.call('exam.save', {
              params: { attemptId: paper.attemptId },
              body: { device: paper.device, no, revision, choice: [(no + revision) % 2] },
            }),
          );
      }
      // The last one forgets to hand in.
      if (i < 4) await done(client.call('exam.submit', { params: { attemptId: paper.attemptId } }));
    }
    at('2025-09-01T11:00:00');
    await organizer.call('stage.close', { params: { stageId } });

    const { standings, fingerprint } = await done(organizer.call('result.get', { params }));
    expect(standings).toHaveLength(6);
    expect(standings.at(-1)).toMatchObject({ name: '吴六', place: null, status: 'absent' });
    await done(organizer.call('result.seal', { params, body: { fingerprint } }));
    at('2025-09-26T08:00:00');
    const contact = { phone: '010-65012345', mail: 'jingsai@example.org', address: '北京市' };
    await done(organizer.call('result.post', { params, body: { contact } }));
    at('2025-10-10T00:00:00');
    await done(organizer.call('result.finalise', { params }));
    const { certificates } = await done(organizer.call('certificate.issue', { params }));
    expect(certificates.length).toBeGreaterThanOrEqual(3);
    expect(certificates[0]!.holder).toBe(standings[0]!.name);
    expect((await done(organizer.call('contest.get', { params }))).status).toBe('closed');

    const { raw } = await organizer.call('contest.export', { params });
    const record = JSON.parse(raw.toString()) as { audit: { action: string }[] };
    const { checks } = verifyRecord(record);
    expect(checks.filter((check) => !check.ok)).toEqual([]);
    expect(checks.find(({ name }) => name === 'papers drawn from their seeds')!.detail).toBe('5 papers');
    expect(record.audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['contest.start', 'stage.open', 'stage.close', 'result.seal', 'contest.export']),
    );
    expect(raw.toString()).not.toContain('GH00');
  });
});
