import { connect } from '../../platform/database.ts';
import { examContest, type Client } from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { choiceOf, examRoom, type ExamRoom, type Paper } from './examRoom.testing.ts';

let room: ExamRoom;
let next = 0;
beforeAll(async () => {
  room = await examRoom({ teams: 20 });
  await room.open();
});
afterAll(() => room.test.close());

async function seated(): Promise<{ client: Client; paper: Paper; save: ReturnType<typeof saver> }> {
  const client = await room.entrant(next++);
  const paper = await room.start(client);
  return { client, paper, save: saver(client, paper) };
}

const saver =
  (client: Client, paper: Paper) =>
  (
    answer: Partial<{ device: number; no: number; revision: number; choice: number[] }> = {},
    attemptId = paper.attemptId,
  ) =>
    client.call('exam.save', {
      params: { attemptId },
      body: { device: paper.device, no: 1, revision: 1, choice: choiceOf(paper, answer.no ?? 1), ...answer },
    });

const stored = async (paper: Paper) =>
  (
    await room.test.house.platform.pool.query(
      'select no, revision, choice, device from answer where attempt_id = $1 order by no, revision',
      [paper.attemptId],
    )
  ).rows;

describe('exam.save', () => {
  it('an acknowledged answer is there for another connection', async () => {
    const { paper, save } = await seated();
    const reply = await save({ no: 3, revision: 1 });
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ no: 3, revision: 1, serverNow: room.test.clock.now() });
    const url = String(room.test.house.platform.pool.options.connectionString);
    const other = connect(url, 1);
    const { rows } = await other.pool.query('select choice from answer where attempt_id = $1', [
      paper.attemptId,
    ]);
    await other.close();
    expect(rows).toEqual([{ choice: choiceOf(paper, 3) }]);
  });

  it('OQ-12 the same revision with the same choice is acknowledged again and stored once', async () => {
    const { paper, save } = await seated();
    const replies = await Promise.all([save(), save(), save()]);
    expect([...replies, await save()].map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await stored(paper)).toHaveLength(1);
  });

  it('OQ-12 refuses a lower revision, and the same one with another choice, and changes nothing', async () => {
    const { paper, save } = await seated();
    await save({ revision: 5 });
    for (const answer of [{ revision: 4 }, { revision: 5, choice: [1] }, { revision: 5, choice: [] }]) {
      const reply = await save(answer);
      expect(reply).toMatchObject({ status: 409, body: { code: 'exam.staleRevision', facts: { have: 5 } } });
    }
    expect(await stored(paper)).toHaveLength(1);
    expect((await save({ revision: 6, choice: [] })).status).toBe(200);
  });

  it('of two different choices under one revision at the same moment one is refused', async () => {
    const { paper, save } = await seated();
    const replies = await Promise.all([save({ choice: [0] }), save({ choice: [1] })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const rows = await stored(paper);
    expect(rows).toHaveLength(1);
    expect(rows[0].choice).toEqual(replies[0]!.status === 200 ? [0] : [1]);
  });

  it('OQ-12 refuses a question that is not on the paper and choices that are no options', async () => {
    const { paper, save } = await seated();
    expect(await save({ no: 13, choice: [0] })).toMatchObject({
      status: 409,
      body: { code: 'exam.questionUnknown', facts: { no: 13, questions: 12 } },
    });
    const single = paper.questions.find(({ type }) => type === 'single')!.no;
    const multiple = paper.questions.find(({ type }) => type === 'multiple')!.no;
    const trueFalse = paper.questions.find(({ type }) => type === 'trueFalse')!.no;
    const wrong: [number, number[]][] = [
      [single, [4]],
      [single, [0, 1]],
      [multiple, [1, 0]],
      [multiple, [1, 1]],
      [multiple, [3, 4]],
      [trueFalse, [2]],
    ];
    for (const [no, choice] of wrong)
      expect(await save({ no, choice })).toMatchObject({ status: 422, body: { code: 'exam.choiceInvalid' } });
    const shapeless = [
      { no: 0 },
      { revision: 0 },
      { choice: [26] },
      { choice: ['0'] },
      { device: 0 },
      { no: 1.5 },
    ];
    for (const answer of shapeless) expect((await save(answer as object)).status).toBe(400);
    expect(await stored(paper)).toEqual([]);
  });

  it('another’s attempt answers like none at all', async () => {
    const mine = await seated();
    const other = await seated();
    const units = await room.test.house.platform.db.selectFrom('unit').select('id').execute();
    const foreign = await examContest(room.test.house, units[0]!.id, { code: `other${next}`, teams: 1 });
    const stranger = await room.entrant(0, foreign);
    const tries = [
      await mine.save({}, other.paper.attemptId),
      await mine.save({}, '00000000-0000-4000-8000-000000000000'),
      await saver(stranger, mine.paper)(),
      await stranger.call('exam.start', { params: { stageId: room.stageId } }),
      await stranger.call('exam.submit', { params: { attemptId: mine.paper.attemptId } }),
    ];
    for (const reply of tries) expect(reply).toMatchObject({ status: 404, body: { code: 'notFound' } });
    expect((await saver(room.test.client(), mine.paper)()).status).toBe(401);
    expect((await mine.save({}, 'no-uuid')).status).toBe(400);
    expect((await mine.save({}, `urn:uuid:${mine.paper.attemptId}`)).status).toBeGreaterThanOrEqual(400);
    expect(await stored(mine.paper)).toEqual([]);
  });

  it('the second device takes over with all answers; the first is told so', async () => {
    const { client, paper, save } = await seated();
    await save({ no: 2, revision: 3 });
    const taken = await room.start(client);
    expect(taken).toMatchObject({ attemptId: paper.attemptId, device: 2, deadlineAt: paper.deadlineAt });
    expect(taken.questions).toEqual(paper.questions);
    expect(taken.answers).toEqual([{ no: 2, revision: 3, choice: choiceOf(paper, 2) }]);
    expect(await save({ no: 2, revision: 4 })).toMatchObject({
      status: 409,
      body: { code: 'exam.takenOver', facts: { device: 2 } },
    });
    expect((await saver(client, taken)({ no: 2, revision: 4 })).status).toBe(200);
    expect((await saver(client, taken)({ device: 7 })).body).toMatchObject({ code: 'exam.takenOver' });
  });

  it('OQ-11 counts what arrived at the deadline and refuses it one millisecond later', async () => {
    const { client, paper, save } = await seated();
    const before = room.test.clock.now();
    room.test.clock.set(paper.deadlineAt);
    expect((await save({ no: 1 })).status).toBe(200);
    room.test.clock.set(paper.deadlineAt + 1);
    expect(await save({ no: 2 })).toMatchObject({
      status: 409,
      body: {
        code: 'exam.afterDeadline',
        facts: { deadlineAt: paper.deadlineAt, now: paper.deadlineAt + 1 },
      },
    });
    // An acknowledgement that got lost on the way is given again, even now.
    expect((await save({ no: 1 })).status).toBe(200);
    const again = await room.start(client);
    expect(again).toMatchObject({ state: 'expired', device: 1 });
    expect(await client.call('exam.submit', { params: { attemptId: paper.attemptId } })).toMatchObject({
      status: 200,
      body: { submittedAt: paper.deadlineAt, answered: 1, questions: 12 },
    });
    room.test.clock.set(before);
  });

  it('OQ-12 handing in is idempotent and ends the saving', async () => {
    const { client, paper, save } = await seated();
    await save({ no: 1 });
    await save({ no: 2 });
    await save({ no: 2, revision: 2, choice: [] });
    const submit = () => client.call('exam.submit', { params: { attemptId: paper.attemptId } });
    const first = await submit();
    expect(first.body).toEqual({ submittedAt: room.test.clock.now(), answered: 1, questions: 12 });
    room.test.clock.advance(5000);
    expect((await submit()).body).toEqual(first.body);
    expect(await save({ no: 3 })).toMatchObject({ status: 409, body: { code: 'exam.submitted' } });
    expect(await room.start(client)).toMatchObject({ state: 'submitted', device: 1 });
  });

  it('300 answers at the same moment are stored once each', async () => {
    const seats = await Promise.all(Array.from({ length: 25 }, seated));
    const sent = seats.flatMap(({ save }) => Array.from({ length: 12 }, (_, i) => save({ no: i + 1 })));
    const replies = await Promise.all(sent);
    expect(replies.map(({ status }) => status).every((status) => status === 200)).toBe(true);
    for (const { paper } of seats) expect(await stored(paper)).toHaveLength(12);
  });

  it('a failed commit acknowledges nobody and is forgotten: the same answers can be sent again', async () => {
    const { paper, save } = await seated();
    await save({ no: 1 });
    const broken = vi
      .spyOn(room.test.house.platform.pool, 'query')
      .mockImplementationOnce(() => Promise.reject(new Error('connection lost')));
    const all = () => Promise.all([2, 3, 4].map((no) => save({ no })));
    for (const reply of await all())
      expect(reply).toMatchObject({ status: 503, body: { code: 'server.busy' } });
    expect(await stored(paper)).toHaveLength(1);
    broken.mockRestore();
    expect((await all()).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await stored(paper)).toHaveLength(4);
  });

  it('OQ-12 no reply before the closing carries a key, an explanation, a tag or a place in the bank', async () => {
    const { client, paper, save } = await seated();
    const replies = [
      paper,
      (await save()).body,
      (await client.call('entrant.home')).body,
      (await client.call('exam.submit', { params: { attemptId: paper.attemptId } })).body,
      (await client.call('exam.review', { params: { stageId: room.stageId } })).body,
      (await room.officer.call('exam.monitor', { params: { stageId: room.stageId } })).body,
    ];
    expect(replies[4]).toMatchObject({ code: 'exam.reviewNotYet' });
    expect(JSON.stringify(replies)).not.toMatch(
      /机密|"key"|explanation|"tags"|"question":|optionOrder|"bank"|seed/,
    );
  });
});
