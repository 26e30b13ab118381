import { examContest, examSettings, examStage, signedIn } from '@leitai/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { currentMarks } from '../marks/index.ts';
import { closeDueStages } from './closeOnTime.ts';
import { examDesk } from './examDesk.ts';
import { examRoom, type ExamRoom } from './examRoom.testing.ts';

let room: ExamRoom;
beforeAll(async () => {
  room = await examRoom({ teams: 2 });
});
afterAll(() => room.test.close());

it('an entrant sees the stages it takes part in, exams and shows, and nothing of others', async () => {
  const { db } = room.test.house.platform;
  const unit = await db.selectFrom('unit').select('id').orderBy('path').limit(1).executeTakeFirstOrThrow();
  const exam = examStage('初赛', examSettings('mixed', 2));
  const show = { kind: 'show', name: '决赛', preset: 'quiz', standing: exam.standing } as const;
  const mixed = await examContest(room.test.house, unit.id, {
    code: 'mixed',
    teams: 1,
    stages: [exam, examStage('复赛', examSettings('mixed', 2)), show],
  });
  await db
    .insertInto('stage_entry')
    .values({ stage_id: mixed.stageIds[2]!, entry_id: mixed.entryIds[0]! })
    .execute();
  const client = await room.entrant(1, mixed);
  const { body } = await client.call('entrant.home');
  expect(body).toMatchObject({ name: '选手12', team: '第1队', seat: 2, contestTitle: '竞赛 mixed' });
  expect(body.stages.map(({ name, kind, status, attempt }) => [name, kind, status, attempt])).toEqual([
    ['初赛', 'exam', 'planned', 'none'],
    ['决赛', 'show', 'planned', 'none'],
  ]);
  expect(body.stages[0]).toMatchObject({ questionCount: 6, durationSec: 600 });
  expect(body.stages[1]).toMatchObject({ questionCount: null, durationSec: null, closesAt: null });
});

it('a forged ticket enters nowhere and sets no cookie', async () => {
  const client = room.test.client();
  const reply = await client.call('entrant.enter', { body: { ticket: 'AAAA.BBBB' } });
  expect(reply).toMatchObject({ status: 401, body: { code: 'ticket.invalid' } });
  expect(client.cookies.size).toBe(0);
  expect((await client.call('entrant.home')).status).toBe(401);
});

it('OQ-11 past its time a stage is closed to everyone at once, and durably by the next look', async () => {
  await room.open();
  const client = await room.entrant(0);
  const paper = await room.start(client);
  const body = { device: 1, no: 1, revision: 1, choice: [0] };
  await client.call('exam.save', { params: { attemptId: paper.attemptId }, body });
  const monitor = () => room.officer.call('exam.monitor', { params: { stageId: room.stageId } });
  expect((await monitor()).body.rows).toMatchObject([
    { state: 'running', answered: 1, questions: 12, devices: 1, deadlineAt: paper.deadlineAt },
    { state: 'notStarted', answered: 0, devices: 0, deadlineAt: null },
    { state: 'notStarted' },
    { state: 'notStarted' },
  ]);
  const desk = examDesk(room.test.house.platform);
  await closeDueStages(desk);
  expect(await currentMarks(room.test.house.platform.db, room.stageId)).toEqual([]);

  room.test.clock.advance(20 * 60_000);
  const home = await client.call('entrant.home');
  expect(home.body.stages).toMatchObject([{ status: 'closed', attempt: 'finished' }]);
  const late = await room.entrant(1);
  expect(await late.call('exam.start', { params: { stageId: room.stageId } })).toMatchObject({
    body: { code: 'exam.stageNotOpen', facts: { status: 'closed' } },
  });
  expect((await monitor()).body.rows[0]).toMatchObject({ state: 'expired' });

  room.test.clock.advance(2000);
  await closeDueStages(desk);
  const marks = await currentMarks(room.test.house.platform.db, room.stageId);
  expect(marks.map(({ status }) => status).sort()).toEqual(['absent', 'absent', 'absent', 'scored']);
  expect(marks.find(({ status }) => status === 'scored')!.elapsedMs).toBe(600_000);
  const [row] = await room.test.house.platform.db.selectFrom('attempt').select('submitted_at').execute();
  expect(row!.submitted_at!.getTime()).toBe(paper.deadlineAt);
});

it('officers of other units, and roles that conduct no exams, find no such stage', async () => {
  const units = await room.test.house.platform.db.selectFrom('unit').select(['id', 'code']).execute();
  const unit = (code: string) => units.find((one) => one.code === code)!.id;
  const strangers = [
    await signedIn(room.test, 'organizer', unit('b')),
    await signedIn(room.test, 'host', unit('r')),
    await signedIn(room.test, 'systemAdmin', unit('r')),
  ];
  const params = { stageId: room.stageId };
  for (const client of strangers) {
    expect((await client.call('exam.monitor', { params })).status).toBe(404);
    expect((await client.call('stage.close', { params })).status).toBe(404);
    expect((await client.call('stage.open', { params, body: { closesAt: 9e12 / 2 } })).status).toBe(404);
  }
});
