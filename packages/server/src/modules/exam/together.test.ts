import { afterAll, beforeAll, expect, it } from 'vitest';
import { examRoom, type ExamRoom } from './examRoom.testing.ts';

let room: ExamRoom;
beforeAll(async () => {
  room = await examRoom({ teams: 300 });
});
afterAll(() => room.test.close());

it('600 start, save, load again and hand in at the same moment on ten connections; nobody is refused', async () => {
  expect(room.test.house.platform.pool.options.max).toBe(10);
  const clients = await Promise.all(Array.from({ length: 600 }, (_, at) => room.entrant(at)));
  await room.open();
  const papers = await Promise.all(clients.map((client) => room.start(client)));
  expect(new Set(papers.map(({ attemptId }) => attemptId)).size).toBe(600);
  const all = <T>(ask: (client: (typeof clients)[number], attemptId: string) => Promise<T>) =>
    Promise.all(clients.map((client, at) => ask(client, papers[at]!.attemptId)));
  const body = { device: 1, no: 1, revision: 1, choice: [0] };
  const saved = await all((client, attemptId) => client.call('exam.save', { params: { attemptId }, body }));
  expect(saved.filter(({ status }) => status !== 200)).toEqual([]);
  const again = await Promise.all(clients.map((client) => room.start(client)));
  expect(again.every(({ device, questions }) => device === 2 && questions.length === 12)).toBe(true);
  const handed = await all((client, attemptId) => client.call('exam.submit', { params: { attemptId } }));
  expect(handed.filter(({ status, body: { answered } }) => status !== 200 || answered !== 1)).toEqual([]);
});
