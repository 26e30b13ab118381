import { examContest, examSettings, examStage } from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examRoom, type ExamRoom } from './examRoom.testing.ts';

const MINUTE = 60_000;

describe('SK-43 late entrants', () => {
  let room: ExamRoom;
  let unitId: string;
  beforeAll(async () => {
    room = await examRoom({ teams: 2 });
    const { db } = room.test.house.platform;
    unitId = (await db.selectFrom('unit').select('id').where('path', '=', '/r/a/').executeTakeFirstOrThrow())
      .id;
  });
  afterAll(() => room.test.close());

  async function exam(code: string, lateMin: number | null) {
    const { house } = room.test;
    const stage = examStage('决赛', { ...examSettings('law', 2), durationSec: 3600, lateMin });
    const contest = await examContest(house, unitId, { code, teams: 3, stages: [stage] });
    const params = { stageId: contest.stageIds[0]! };
    const now = () => room.test.clock.now();
    return {
      open: (times: { closesAt: number; startsAt?: number }) =>
        room.officer.call('stage.open', { params, body: times }),
      start: async (at: number) => {
        const client = await room.entrant(at, contest);
        return {
          client,
          again: () => client.call('exam.start', { params }),
          ...(await client.call('exam.start', { params })),
        };
      },
      now,
    };
  }

  it('15 minutes after the scheduled start a first start is refused with the time; who has begun goes on', async () => {
    const { open, start, now } = await exam('late15', 15);
    const startsAt = now() + 10 * MINUTE;
    const opened = await open({ startsAt, closesAt: now() + 120 * MINUTE });
    expect(opened.body).toMatchObject({ status: 'open', startsAt });
    const early = await start(0);
    expect(early.status).toBe(200);
    const home = await early.client.call('entrant.home');
    expect(home.body.stages[0]).toMatchObject({ lastStartAt: startsAt + 15 * MINUTE });

    room.test.clock.set(startsAt + 15 * MINUTE);
    expect((await start(1)).status).toBe(200);
    room.test.clock.advance(1);
    const late = await start(2);
    expect([late.status, late.body]).toMatchObject([
      409,
      { code: 'exam.tooLate', facts: { lastStartAt: startsAt + 15 * MINUTE } },
    ]);
    expect(await early.again()).toMatchObject({ status: 200, body: { device: 2 } });
    const { rows } = await room.test.house.platform.pool.query(
      'select count(*)::int as n from attempt where started_at > $1',
      [new Date(startsAt + 15 * MINUTE)],
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('with 0 minutes the scheduled start is the end: it has to be ahead, and nobody begins after it', async () => {
    const { open, start, now } = await exam('late0', 0);
    const closesAt = now() + 60 * MINUTE;
    expect(await open({ closesAt })).toMatchObject({ status: 409, body: { code: 'stage.startPassed' } });
    expect(await open({ closesAt, startsAt: now() })).toMatchObject({ body: { code: 'stage.startPassed' } });
    expect(await open({ closesAt, startsAt: closesAt })).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', facts: { field: 'startsAt' } },
    });
    const startsAt = now() + 5 * MINUTE;
    expect((await open({ closesAt, startsAt })).status).toBe(200);
    room.test.clock.set(startsAt);
    expect((await start(0)).status).toBe(200);
    room.test.clock.advance(1);
    expect((await start(1)).body).toMatchObject({ code: 'exam.tooLate' });
    room.test.clock.set(closesAt);
    expect((await start(2)).body).toMatchObject({ code: 'exam.stageNotOpen' });
  });

  it('without a limit anyone begins until the window closes', async () => {
    const { open, start, now } = await exam('anytime', null);
    const closesAt = now() + 60 * MINUTE;
    await open({ closesAt });
    room.test.clock.set(closesAt - 1);
    const { status, client } = await start(0);
    expect(status).toBe(200);
    expect((await client.call('entrant.home')).body.stages[0]).toMatchObject({ lastStartAt: null });
  });
});
