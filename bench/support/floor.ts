// The floor of `exam-save`: bare node:http and the same group commit into a table like `answer`. No sign-in, no
// validation, no attempt looked at. And of `exam-start`: one insert a request into a table like `attempt`.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AnswerLog, answerColumns, type AnswerRow } from '@leitai/server/modules/exam';
import { connect } from '@leitai/server/platform/database';

const { pool } = connect(process.env['DATABASE_URL']!);
const paper = process.env['FLOOR_PAPER'] ?? '[]';

const log = new AnswerLog(async (rows) => {
  await pool.query({
    name: 'floor.save',
    text: `insert into floor_answer (attempt_id, no, revision, choice, device, received_at)
      select attempt_id, no, revision, choice::smallint[], device, received_at
      from unnest($1::uuid[], $2::smallint[], $3::int[], $4::text[], $5::int[], $6::timestamptz[])
        as given (attempt_id, no, revision, choice, device, received_at)
      on conflict do nothing`,
    values: answerColumns(rows),
  });
  return rows.map(() => true);
});

async function save(attemptId: string, body: string): Promise<string> {
  const given = JSON.parse(body) as Omit<AnswerRow, 'attemptId' | 'receivedAt'>;
  const receivedAt = Date.now();
  await log.append({ ...given, attemptId, receivedAt });
  return JSON.stringify({ no: given.no, revision: given.revision, serverNow: Date.now() });
}

async function start(stageId: string, entrantId: string): Promise<string> {
  const now = new Date();
  const { rows } = await pool.query<{ id: string }>({
    name: 'floor.start',
    text: `insert into floor_attempt (stage_id, entrant_id, seed, paper, started_at, deadline_at)
      values ($1, $2, '', $3::jsonb, $4, $4) returning id`,
    values: [stageId, entrantId, paper, now],
  });
  return JSON.stringify({ attemptId: rows[0]!.id });
}

const server = createServer((request, reply) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (body += chunk));
  request.on('end', async () => {
    const [, , , kind, id, third] = request.url!.split('/');
    const text = kind === 'attempts' ? await save(id!, body) : await start(id!, third!);
    reply.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    reply.end(text);
  });
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
process.stdin.once('end', () => process.exit(0)).resume();
process.once('SIGTERM', () => process.exit(0));
