import { Client } from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open, type House } from '../../main.ts';
import { currentMarks } from '../marks/index.ts';
import { choiceOf, examRoom, type ExamRoom, type Paper } from './examRoom.testing.ts';

let room: ExamRoom;
let second: House;
beforeAll(async () => {
  room = await examRoom({ teams: 5 });
  await room.open();
  const databaseUrl = String(room.test.house.platform.pool.options.connectionString);
  second = await open({ databaseUrl, clock: room.test.clock });
});
afterAll(async () => {
  await second.close();
  await room.test.close();
});

/** The same entrant at the other process. */
function across(client: Client): Client {
  const other = new Client(second);
  for (const [name, value] of client.cookies) other.cookies.set(name, value);
  return other;
}

const save = (client: Client, paper: Paper, answer: object = {}) =>
  client.call('exam.save', {
    params: { attemptId: paper.attemptId },
    body: { device: paper.device, no: 1, revision: 1, choice: choiceOf(paper, 1), ...answer },
  });

describe('two processes on one database', () => {
  it('the older device is refused by the process that has not heard of the newer one', async () => {
    const here = await room.entrant(0);
    const paper = await room.start(here);
    expect((await save(here, paper)).status).toBe(200);
    const there = across(here);
    const taken = await there.call('exam.start', { params: { stageId: room.stageId } });
    expect(taken.body).toMatchObject({ device: 2, answers: [{ no: 1, revision: 1 }] });
    expect(await save(here, paper, { revision: 2 })).toMatchObject({ body: { code: 'exam.takenOver' } });
    // And the newer device is known wherever it arrives.
    expect((await save(here, taken.body, { revision: 2 })).status).toBe(200);
  });

  it('handed in there is handed in here', async () => {
    const here = await room.entrant(1);
    const paper = await room.start(here);
    await across(here).call('exam.submit', { params: { attemptId: paper.attemptId } });
    expect(await save(here, paper)).toMatchObject({ status: 409, body: { code: 'exam.submitted' } });
  });

  it('the same revision written there is acknowledged here only with the same choice', async () => {
    const here = await room.entrant(2);
    const paper = await room.start(here);
    const there = across(here);
    await save(here, paper, { no: 2, choice: choiceOf(paper, 2) });
    expect((await save(there, paper)).status).toBe(200);
    expect(await save(here, paper, { choice: [] })).toMatchObject({
      body: { code: 'exam.staleRevision', facts: { have: 1 } },
    });
    expect((await save(here, paper)).status).toBe(200);
    const { rows } = await room.test.house.platform.pool.query(
      'select count(*) as n from answer where attempt_id = $1',
      [paper.attemptId],
    );
    expect(rows).toEqual([{ n: 2 }]);
  });

  it('a start at the same moment on both makes one attempt', async () => {
    const here = await room.entrant(3);
    const there = across(here);
    const start = { params: { stageId: room.stageId } };
    const replies = await Promise.all([here.call('exam.start', start), there.call('exam.start', start)]);
    expect(new Set(replies.map(({ body }) => body.attemptId)).size).toBe(1);
    expect(replies.map(({ body }) => body.device).sort()).toEqual([1, 2]);
  });

  it('every answer acknowledged before the other process closes the stage is in the marks', async () => {
    const here = await room.entrant(4);
    const paper = await room.start(here);
    const storm = paper.questions.map(({ no }) => save(here, paper, { no, choice: choiceOf(paper, no) }));
    await new Promise((resolve) => setImmediate(resolve));
    const officer = across(room.officer);
    const [closed, ...replies] = await Promise.all([
      officer.call('stage.close', { params: { stageId: room.stageId } }),
      ...storm,
    ]);
    expect(closed.status).toBe(200);
    const acked = replies.filter(({ status }) => status === 200).length;
    const refused = replies.filter(({ status }) => status === 409).length;
    expect(acked + refused).toBe(paper.questions.length);
    const { rows } = await room.test.house.platform.pool.query(
      'select count(*) as n from answer where attempt_id = $1',
      [paper.attemptId],
    );
    expect(rows).toEqual([{ n: acked }]);
    const review = await here.call('exam.review', { params: { stageId: room.stageId } });
    expect(review.body.items.filter(({ choice }) => choice.length > 0)).toHaveLength(acked);
    const marks = await currentMarks(second.platform.db, room.stageId);
    expect(Number(marks.find(({ entrant }) => entrant === room.contest.entrantIds[4])!.score)).toBe(
      Number(review.body.total),
    );
  });
});
