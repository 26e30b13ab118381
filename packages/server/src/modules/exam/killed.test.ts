import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Client } from '@leitai/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { examRoom, type ExamRoom, type Paper } from './examRoom.testing.ts';

const HOUSE = `
  import { open } from ${JSON.stringify(new URL('../../main.ts', import.meta.url).href)};
  const house = await open({ databaseUrl: process.env.DATABASE_URL });
  console.log(await house.app.listen({ host: '127.0.0.1', port: 0 }));`;

let room: ExamRoom;
let child: ChildProcess;
let address: string;
beforeAll(async () => {
  room = await examRoom({ teams: 10, perType: 8, now: Date.now() });
  await room.open();
  const url = String(room.test.house.platform.pool.options.connectionString);
  child = spawn(process.execPath, ['--input-type=module', '-e', HOUSE], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  [address] = (await once(createInterface(child.stdout!), 'line')) as [string];
});
afterAll(async () => {
  child.kill('SIGKILL');
  await room.test.close();
});

interface Ack {
  readonly attempt: string;
  readonly no: number;
  readonly revision: number;
  readonly choice: readonly number[];
}

/** Saves answer after answer over HTTP until the server is gone; notes what was acknowledged. */
async function work(client: Client, paper: Paper, acks: Ack[]): Promise<void> {
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  for (let revision = 1; ; revision += 1) {
    for (const { no } of paper.questions) {
      const choice = [revision % 2];
      const reply = await fetch(`${address}/api/entrant/attempts/${paper.attemptId}/answers`, {
        method: 'POST',
        headers: { 'x-leitai': '1', 'content-type': 'application/json', cookie },
        body: JSON.stringify({ device: paper.device, no, revision, choice }),
      }).catch(() => null);
      if (reply === null || (await reply.json().catch(() => null)) === null) return;
      expect(reply.status).toBe(200);
      acks.push({ attempt: paper.attemptId, no, revision, choice });
      if (acks.length === 800) child.kill('SIGKILL');
    }
  }
}

it('kill -9 in the middle: every acknowledged answer is stored, and the exam goes on', async () => {
  const acks: Ack[] = [];
  const seats = await Promise.all(
    Array.from({ length: 20 }, async (_, at) => {
      const client = await room.entrant(at);
      return { client, paper: await room.start(client) };
    }),
  );
  await Promise.all(seats.map(({ client, paper }) => work(client, paper, acks)));
  expect(acks.length).toBeGreaterThanOrEqual(800);

  const { rows } = await room.test.house.platform.pool.query(
    'select attempt_id, no, revision, choice from answer',
  );
  const stored = new Set(rows.map((row) => `${row.attempt_id}/${row.no}/${row.revision}/${row.choice}`));
  const lost = acks.filter(
    ({ attempt, no, revision, choice }) => !stored.has(`${attempt}/${no}/${revision}/${choice}`),
  );
  expect(lost).toEqual([]);

  const [{ client, paper }] = seats as [(typeof seats)[number]];
  const again = await room.start(client);
  expect(again.answers.length).toBeGreaterThan(0);
  for (const { no, revision, choice } of acks.filter(({ attempt }) => attempt === paper.attemptId))
    expect(again.answers.find((answer) => answer.no === no)).toSatisfy(
      (answer: Ack) => answer.revision > revision || String(answer.choice) === String(choice),
    );
});
