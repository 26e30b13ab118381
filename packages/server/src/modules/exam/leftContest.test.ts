import { afterAll, beforeAll, expect, it } from 'vitest';
import { examRoom, type ExamRoom } from './examRoom.testing.ts';

let room: ExamRoom;
beforeAll(async () => {
  room = await examRoom({ teams: 2 });
  await room.open();
});
afterAll(() => room.test.close());

it.each([
  ['withdrawn', 0],
  ['disqualified', 2],
])(
  'an entrant whose entry is %s is out within five seconds, also in the middle of a paper',
  async (status, seat) => {
    const entrantId = room.contest.entrantIds[seat]!;
    const client = await room.entrant(seat);
    const { attemptId } = await room.start(client);
    const save = (revision: number) =>
      client.call('exam.save', {
        params: { attemptId },
        body: { device: 1, no: 1, revision, choice: [0] },
      });
    expect((await save(1)).status).toBe(200);
    await room.test.house.platform.db
      .updateTable('entry')
      .set({ status })
      .where('id', '=', room.contest.entryIds[seat / 2]!)
      .execute();
    room.test.clock.advance(5_001);
    expect(await save(2)).toMatchObject({ status: 401, body: { code: 'ticket.needed' } });
    expect((await client.call('exam.start', { params: { stageId: room.stageId } })).status).toBe(401);
    expect((await client.call('exam.submit', { params: { attemptId } })).status).toBe(401);
    const { body } = await room.officer.call('ticket.list', {
      params: { contestId: room.contest.contestId },
    });
    const { path } = body.tickets.find((ticket) => ticket.entrantId === entrantId)!;
    const scanned = await room.test.client().call('entrant.enter', { body: { ticket: path.slice(3) } });
    expect(scanned).toMatchObject({ status: 401, body: { code: 'ticket.revoked' } });
  },
);
