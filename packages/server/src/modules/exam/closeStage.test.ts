import { examContest, examSettings, examStage } from '@leitai/testkit';
import { add, grade, random, below, type Choice, type PaperItem } from '@leitai/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBanks } from '../bank/index.ts';
import { currentMarks } from '../marks/index.ts';
import { examRoom, type ExamRoom, type Paper } from './examRoom.testing.ts';

let room: ExamRoom;
beforeAll(async () => {
  room = await examRoom({ teams: 4 });
});
afterAll(() => room.test.close());

const call = (name: 'stage.open' | 'stage.close', stageId: string, body?: Record<string, unknown>) =>
  room.officer.call(name, { params: { stageId }, ...(body === undefined ? {} : { body }) });
const soon = () => ({ closesAt: room.test.clock.now() + 600_000 });

describe('stage.open', () => {
  it('refuses, to the officer, what would keep entrants from starting', async () => {
    const { house } = room.test;
    const [unit] = await house.platform.db.selectFrom('unit').select('id').orderBy('path').execute();
    const small = examStage('过大', examSettings('small', 11));
    const unknown = examStage('无库', examSettings('nobody', 1));
    const show = { kind: 'show', name: '决赛', preset: 'quiz', standing: small.standing } as const;
    const fine = examStage('复赛', examSettings('small', 1));
    const { stageIds } = await examContest(house, unit!.id, {
      code: 'small',
      teams: 1,
      stages: [small, unknown, show, fine],
    });
    const [tooSmall, noBank, noExam, notYet] = stageIds as [string, string, string, string];
    expect(await call('stage.open', tooSmall, soon())).toMatchObject({ body: { code: 'exam.bankTooSmall' } });
    expect(await call('stage.open', noExam, soon())).toMatchObject({ body: { code: 'stage.notExam' } });
    expect(await call('stage.open', notYet, soon())).toMatchObject({
      body: { code: 'stage.previousNotDecided' },
    });
    await house.platform.db
      .updateTable('stage')
      .set({ status: 'decided' })
      .where('id', '=', tooSmall)
      .execute();
    expect(await call('stage.open', noBank, soon())).toMatchObject({ body: { code: 'exam.bankUnknown' } });
    const units = await house.platform.db.selectFrom('unit').select(['id', 'code']).execute();
    const nextDoor = await examContest(house, units.find(({ code }) => code === 'b')!.id, {
      code: 'nextDoor',
      teams: 1,
      stages: [examStage('借库', examSettings('law', 1))],
    });
    expect(await call('stage.open', nextDoor.stageIds[0]!, soon())).toMatchObject({
      body: { code: 'exam.bankUnknown', facts: { bank: 'law' } },
    });
    await house.platform.db
      .updateTable('stage')
      .set({ status: 'decided' })
      .where('id', '=', noExam)
      .execute();
    expect(await call('stage.open', notYet, soon())).toMatchObject({ body: { code: 'stage.noEntries' } });
    const past = { closesAt: room.test.clock.now() };
    expect(await call('stage.open', room.stageId, past)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', facts: { field: 'closesAt' } },
    });
    expect(await call('stage.close', room.stageId)).toMatchObject({ body: { code: 'stage.notOpen' } });
    const stages = await house.platform.db.selectFrom('stage').select('status').execute();
    expect(stages.some(({ status }) => status === 'open')).toBe(false);
  });

  it('nobody starts before it is open, nor without taking part', async () => {
    const client = await room.entrant(0);
    const start = () => client.call('exam.start', { params: { stageId: room.stageId } });
    expect(await start()).toMatchObject({
      body: { code: 'exam.stageNotOpen', facts: { status: 'planned' } },
    });
    await room.open();
    expect(await call('stage.open', room.stageId, soon())).toMatchObject({
      body: { code: 'stage.notPlanned' },
    });
    const { db } = room.test.house.platform;
    const entry = room.contest.entryIds[0]!;
    const takesPart = { stage_id: room.stageId, entry_id: entry };
    await db.deleteFrom('stage_entry').where('entry_id', '=', entry).execute();
    expect(await start()).toMatchObject({ status: 409, body: { code: 'exam.notQualified' } });
    await db.insertInto('stage_entry').values(takesPart).execute();
    await db.updateTable('entry').set({ status: 'disqualified' }).where('id', '=', entry).execute();
    expect(await start()).toMatchObject({ body: { code: 'exam.notQualified' } });
    await db.updateTable('entry').set({ status: 'qualified' }).where('id', '=', entry).execute();
  });
});

describe('stage.close', () => {
  const papers: Paper[] = [];

  it('SK-6B grades exactly as the rules do on the stored record, and SK-76 lists the absent without a score', async () => {
    const next = random('close');
    const saves: Promise<{ status: number }>[] = [];
    for (let at = 0; at < 5; at += 1) {
      const client = await room.entrant(at);
      const paper = await room.start(client);
      papers.push(paper);
      for (const { no, type, options } of paper.questions) {
        const count = type === 'trueFalse' ? 2 : options.length;
        const picked = [...Array(count).keys()].filter(() => below(next, 2) === 0);
        const choice = type === 'multiple' ? picked : picked.slice(0, 1);
        const body = { device: paper.device, no, revision: 1, choice };
        saves.push(client.call('exam.save', { params: { attemptId: paper.attemptId }, body }));
      }
      if (at === 1) {
        room.test.clock.advance(61_000);
        await Promise.all(saves);
        await client.call('exam.submit', { params: { attemptId: paper.attemptId } });
      }
    }
    expect((await Promise.all(saves)).every(({ status }) => status === 200)).toBe(true);
    room.test.clock.advance(30_000);
    const closed = await call('stage.close', room.stageId);
    expect(closed).toMatchObject({
      status: 200,
      body: { status: 'closed', closesAt: room.test.clock.now() },
    });

    const { db } = room.test.house.platform;
    const banks = await readBanks(db, ['law'], '/r/a/');
    const marks = await currentMarks(db, room.stageId);
    expect(marks).toHaveLength(8);
    const attempts = await db.selectFrom('attempt').selectAll().execute();
    const answers = await db.selectFrom('answer').selectAll().execute();
    for (const attempt of attempts) {
      const given = new Map<number, Choice>(
        answers.filter((row) => row.attempt_id === attempt.id).map(({ no, choice }) => [no, choice]),
      );
      const expected = grade(examSettings('law', 4), attempt.paper as unknown as PaperItem[], banks, given);
      const mark = marks.find(({ entrant }) => entrant === attempt.entrant_id)!;
      expect(mark.status).toBe('scored');
      expect(add(mark.score!, '0')).toBe(expected.total);
    }
    const elapsed = (at: number) =>
      marks.find(({ entrant }) => entrant === room.contest.entrantIds[at])!.elapsedMs;
    expect([0, 1, 2].map(elapsed)).toEqual([91_000, 61_000, 30_000]);
    const absent = marks.filter(({ status }) => status === 'absent');
    expect(absent.map(({ entrant }) => entrant).sort()).toEqual(room.contest.entrantIds.slice(5).sort());
    expect(absent.every(({ score, elapsedMs }) => score === null && elapsedMs === null)).toBe(true);
    const [audited] = await db.selectFrom('audit').selectAll().where('action', '=', 'stage.close').execute();
    expect(audited).toMatchObject({ object: `stage:${room.stageId}`, detail: { attempts: 5, marks: 8 } });
  });

  it('closes once', async () => {
    expect(await call('stage.close', room.stageId)).toMatchObject({
      status: 200,
      body: { status: 'closed' },
    });
    const { rows } = await room.test.house.platform.pool.query(
      `select max(version) as version, (select count(*) from audit where action = 'stage.close') as closings from mark`,
    );
    expect(rows).toEqual([{ version: 1, closings: 1 }]);
  });

  it('OQ-12 then, and not before, shows the own paper with its key; the points add up to the mark', async () => {
    const client = await room.entrant(2);
    const { body, status } = await client.call('exam.review', { params: { stageId: room.stageId } });
    expect(status).toBe(200);
    expect(add(...body.items.map(({ points }) => points))).toBe(body.total);
    const marks = await currentMarks(room.test.house.platform.db, room.stageId);
    const mark = marks.find(({ entrant }) => entrant === room.contest.entrantIds[2])!;
    expect(add(mark.score!, '0')).toBe(body.total);
    for (const item of body.items) {
      expect(item.options).toEqual(papers[2]!.questions[item.no - 1]!.options);
      expect(item.right).toBe(JSON.stringify(item.key) === JSON.stringify(item.choice));
      const no = Number(/\d+/.exec(item.stem)![0]);
      // The key points at the right words wherever the options were shuffled to.
      if (item.type === 'single') expect(item.options[item.key[0]!]).toBe(`选项${'甲乙丙丁'[no % 4]}-${no}`);
    }
    const absent = await room.entrant(7);
    expect(await absent.call('exam.review', { params: { stageId: room.stageId } })).toMatchObject({
      body: { code: 'exam.noAttempt' },
    });
    expect(await absent.call('exam.start', { params: { stageId: room.stageId } })).toMatchObject({
      body: { code: 'exam.stageNotOpen', facts: { status: 'closed' } },
    });
    const late = { device: 1, no: 1, revision: 9, choice: [0] };
    expect(
      await client.call('exam.save', { params: { attemptId: papers[2]!.attemptId }, body: late }),
    ).toMatchObject({ body: { code: 'exam.submitted' } });
  });
});
