import { templates } from '@leitai/rules';
import { bankQuestions, fewUnits, signedIn, testHouse, type Client, type TestHouse } from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishBank } from '../bank/index.ts';
import {
  enterStage,
  nextStage,
  planContest,
  previousStage,
  readStage,
  setStageStatus,
  stageEntries,
  stagesOfEntry,
  takesPart,
} from './index.ts';

const programme = {
  theme: 't',
  targets: { contests: 1, workers: 1 },
  fields: [{ code: 'F1', name: 'f', short: 'f', directions: [{ code: 'D1', name: 'd' }] }],
};

describe('contests', () => {
  let test: TestHouse;
  let units: Awaited<ReturnType<typeof fewUnits>>;
  let city: Client;
  let base: Client;
  let seasonId: string;
  beforeAll(async () => {
    test = await testHouse();
    units = await fewUnits(test);
    city = await signedIn(test, 'organizer', units.r);
    base = await signedIn(test, 'organizer', units.a);
    const body = { unitId: units.r, code: 's', title: '赛季', year: 2025, programme };
    seasonId = (await city.call('season.create', { body })).body.id;
  });
  afterAll(() => test.close());

  const body = (code: string, other: object = {}) => ({
    seasonId,
    unitId: units.a,
    code,
    title: '地服技能大赛',
    template: 'ground-service',
    tier: 'unit' as const,
    fieldCode: null,
    directionCode: null,
    ...other,
  });
  const create = async (code: string): Promise<string> => {
    const made = await base.call('contest.create', { body: body(code) });
    expect(made.status).toBe(200);
    return made.body.id;
  };
  const teams = (n: number) => ({
    name: 'teams.csv',
    bytes: Buffer.from(
      `队名,座位,姓名,单位,会员号\n${Array.from({ length: n }, (_, t) =>
        [1, 2, 3].map((seat) => `第${t + 1}队,${seat},队员${t + 1}之${seat},甲集团一分会,`).join('\n'),
      ).join('\n')}\n`,
    ),
  });

  it('is made from a template in a season of a unit above, with its stages', async () => {
    expect((await base.call('contest.templates')).body.templates.map(({ code }) => code)).toEqual(
      templates.map(({ code }) => code),
    );
    const contestId = await create('first');
    const read = await base.call('contest.get', { params: { contestId } });
    expect(read.body).toMatchObject({
      status: 'draft',
      seasonTitle: '赛季',
      unitName: '甲集团工会',
      entries: 0,
      entrants: 0,
      resultState: null,
      settings: templates[0]!.settings,
    });
    expect(read.body.stages.map(({ ordinal, kind, name, status }) => [ordinal, kind, name, status])).toEqual([
      [1, 'exam', '初赛', 'planned'],
      [2, 'exam', '复赛', 'planned'],
      [3, 'show', '决赛', 'planned'],
    ]);
    expect(read.body.allowed).toContain('contest.manage');
    const observer = await signedIn(test, 'observer', units.a);
    const seen = await observer.call('contest.get', { params: { contestId } });
    expect(seen.body.allowed).toContain('contest.read');
    expect(seen.body.allowed).not.toContain('contest.manage');
    expect((await observer.call('contest.start', { params: { contestId } })).status).toBe(404);
  });

  it('refuses what does not fit, by name', async () => {
    const other = await signedIn(test, 'organizer', units.b);
    const theirs = await other.call('season.create', {
      body: { unitId: units.b, code: 'b', title: 'b', year: 2025, programme },
    });
    const cases: [object, string][] = [
      [{ template: 'none' }, 'contest.templateUnknown'],
      [{ seasonId: theirs.body.id }, 'contest.seasonNotAbove'],
      [{ seasonId: units.a }, 'contest.seasonNotAbove'],
      [{ fieldCode: 'F9' }, 'contest.fieldUnknown'],
      [{ fieldCode: 'F1', directionCode: 'D9' }, 'contest.directionUnknown'],
      [{ directionCode: 'D1' }, 'contest.directionUnknown'],
      [{ code: 'first' }, 'contest.codeTaken'],
    ];
    for (const [change, code] of cases)
      expect((await base.call('contest.create', { body: body('x', change) })).body).toMatchObject({ code });
    expect((await base.call('contest.create', { body: body('x', { unitId: units.b }) })).status).toBe(404);
    expect((await base.call('contest.create', { body: body('x', { tier: 'moon' }) })).status).toBe(400);
  });

  it('PG-05 a planned contest is taken up by its unit and keeps its facts', async () => {
    const plan = (code: string, unitId: string) =>
      test.house.platform.db.transaction().execute((tx) =>
        planContest(
          tx,
          {
            seasonId,
            unitId,
            code,
            title: '计划',
            tier: 'unit',
            fieldCode: null,
            directionCode: null,
            flagship: true,
            facts: { finalTeams: 6 },
            toFill: ['举办日期'],
          },
          test.clock.now(),
        ),
      );
    await plan('planned-a', units.a);
    await plan('planned-b', units.b);
    const listed = await base.call('season.contests', { params: { seasonId } });
    expect(listed.body.contests.map(({ code }) => code)).toEqual(['planned-a', 'first']);
    const planned = listed.body.contests[0]!;
    const sheet = await base.call('contest.ruleSheet', { params: { contestId: planned.id } });
    expect(sheet.body).toMatchObject({ code: 'contest.noSettings' });
    const start = await base.call('contest.start', { params: { contestId: planned.id } });
    expect(start.body).toMatchObject({ code: 'contest.notDraft', facts: { status: 'planned' } });
    const taken = await base.call('contest.create', { body: body('planned-a') });
    expect(taken.body).toMatchObject({
      id: planned.id,
      status: 'draft',
      title: '地服技能大赛',
      flagship: true,
      facts: { finalTeams: 6 },
      toFill: ['举办日期'],
    });
    const foreign = await base.call('contest.create', { body: body('planned-b') });
    expect(foreign.body).toMatchObject({ code: 'contest.codeTaken' });
  });

  it('a draft’s stages follow its settings and keep their ids; faults name the field', async () => {
    const contestId = await create('draft');
    const before = (await base.call('contest.get', { params: { contestId } })).body;
    const settings = structuredClone(before.settings!);
    const [first, , last] = settings.stages;
    const shorter = { ...settings, stages: [{ ...first!, name: '预赛' }, last!] };
    const update = await base.call('contest.update', {
      params: { contestId },
      body: { title: '新题目', settings: shorter },
    });
    expect(update.body.stages.map(({ name, kind }) => [name, kind])).toEqual([
      ['预赛', 'exam'],
      ['决赛', 'show'],
    ]);
    expect(update.body.stages[0]!.id).toBe(before.stages[0]!.id);
    const noCut = structuredClone(shorter);
    delete (noCut.stages[0] as { cut?: unknown }).cut;
    const refused = await base.call('contest.update', {
      params: { contestId },
      body: { title: 'x', settings: noCut },
    });
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { code: 'contest.settingsInvalid', facts: { field: 'stages[0].cut', rule: 'required' } },
    ]);
    const after = await base.call('contest.get', { params: { contestId } });
    expect(after.body).toMatchObject({ title: '新题目', settings: shorter });
  });

  it('SK-32 SK-43 SE-30 SK-80 faults of result, late limit, notice and re-check are named, and nothing is stored', async () => {
    const contestId = await create('varied');
    const { settings } = (await base.call('contest.get', { params: { contestId } })).body;
    const [exam, ...others] = settings!.stages;
    if (exam?.kind !== 'exam') throw new Error('exam expected');
    const weigh = (weightPct: string) => ({
      from: 'weighted',
      places: 2,
      ties: 'shared',
      components: [
        { stage: 1, weightPct, passMark: null, fullScore: null },
        { stage: 3, weightPct: '70', passMark: null, fullScore: '200' },
      ],
    });
    const recheck = { rule: 'on', top: { pct: '30' }, samplePct: '15', fullIfErrorRateOverPct: '5' };
    const cases: [object, number, string, string][] = [
      [{ result: weigh('29.99') }, 422, 'contest.settingsInvalid', 'result.components'],
      [{ recheck: { ...recheck, samplePct: '101' } }, 422, 'contest.settingsInvalid', 'recheck.samplePct'],
      [
        { notice: { ...settings!.notice, length: 3 } },
        422,
        'contest.settingsInvalid',
        'notice.shorterReason',
      ],
      [
        { stages: [{ ...exam, exam: { ...exam.exam, lateMin: -1 } }, ...others] },
        400,
        'request.invalid',
        'settings.stages.0',
      ],
    ];
    const update = (over: object) =>
      base.call('contest.update', {
        params: { contestId },
        body: { title: '变化', settings: { ...settings, ...over } },
      });
    for (const [over, status, code, field] of cases) {
      const reply = await update(over);
      expect([reply.status, reply.body]).toMatchObject([status, { code }]);
      expect((reply.body as unknown as { facts: { field: string } }).facts.field).toContain(field);
    }
    const get = async () => (await base.call('contest.get', { params: { contestId } })).body;
    expect((await get()).settings).toEqual(settings);
    const varied = {
      result: weigh('30'),
      recheck,
      sharedPlaces: false,
      stages: [{ ...exam, exam: { ...exam.exam, lateMin: 15 } }, ...others],
    };
    expect((await update(varied)).status).toBe(200);
    expect((await get()).settings).toEqual({ ...settings, ...varied });
    const sheet = (await base.call('contest.ruleSheet', { params: { contestId } })).body;
    const lines = sheet.sections.flatMap((section) => section.lines.map(({ zh }) => zh)).join('\n');
    for (const words of ['占30%', '最终名次不并列', '随机抽检15%', '迟到超过15分钟'])
      expect(lines).toContain(words);
  });

  it('who is ranked cannot change under imported entries', async () => {
    const contestId = await create('ranked');
    const { settings } = (await base.call('contest.get', { params: { contestId } })).body;
    await base.call('entry.import', { params: { contestId }, file: teams(1) });
    const pairs = { ...settings!, ranked: { kind: 'team' as const, size: 2 } };
    const refused = await base.call('contest.update', {
      params: { contestId },
      body: { title: 'x', settings: pairs },
    });
    expect(refused.body).toMatchObject({
      code: 'contest.hasEntries',
      facts: { field: 'ranked', entries: 1 },
    });
  });

  it('the start needs an entry and the questions of its exams, fixes the settings and brings all entries into the first stage', async () => {
    const contestId = await create('start');
    const params = { contestId };
    expect((await base.call('contest.start', { params })).body).toMatchObject({ code: 'contest.noEntries' });
    await base.call('entry.import', { params, file: teams(4) });
    const noBank = await base.call('contest.start', { params });
    expect(noBank.body).toMatchObject({
      code: 'exam.bankUnknown',
      facts: { bank: 'ground-service', stage: '初赛' },
    });
    const bank = { unitId: units.r, unitPath: '/r/', title: '地服', questions: bankQuestions(60) };
    await test.house.platform.db
      .transaction()
      .execute((tx) => publishBank(tx, { ...bank, code: 'ground-service' }, 'test', test.clock.now()));
    const started = await base.call('contest.start', { params });
    expect(started.body).toMatchObject({ status: 'running', entries: 4, entrants: 12 });
    expect(started.body.stages.map(({ entries }) => entries)).toEqual([4, 0, 0]);
    expect((await base.call('contest.start', { params })).body).toMatchObject({ code: 'contest.notDraft' });
    const update = await base.call('contest.update', {
      params,
      body: { title: 'x', settings: started.body.settings! },
    });
    expect(update.body).toMatchObject({ code: 'contest.notDraft', facts: { status: 'running' } });
    const file = { ...teams(1) };
    expect((await base.call('entry.import', { params, file })).body).toMatchObject({
      code: 'entry.contestStarted',
    });
    expect((await base.call('entry.clear', { params })).body).toMatchObject({ code: 'entry.contestStarted' });
  });

  it('the doors for stages: neighbours, entering twice, status and times', async () => {
    const contestId = await create('doors');
    await base.call('entry.import', { params: { contestId }, file: teams(2) });
    const { stages } = (await base.call('contest.start', { params: { contestId } })).body;
    const { db } = test.house.platform;
    const first = (await readStage(db, stages[0]!.id))!;
    const second = (await nextStage(db, first))!;
    expect([second.ordinal, (await previousStage(db, second))!.id]).toEqual([2, first.id]);
    expect(await previousStage(db, first)).toBeUndefined();
    const [one] = await stageEntries(db, first.id);
    await db.transaction().execute(async (tx) => {
      await enterStage(tx, second.id, [one!]);
      await enterStage(tx, second.id, [one!]);
      await setStageStatus(tx, second.id, 'open', { opensAt: 1000, closesAt: 2000 });
    });
    expect(await stageEntries(db, second.id)).toEqual([one]);
    expect((await stagesOfEntry(db, one!)).map(({ ordinal }) => ordinal)).toEqual([1, 2]);
    expect(await takesPart(db, second.id, one!)).toBe(true);
    expect(await takesPart(db, first.id, contestId)).toBe(false);
    await db.transaction().execute((tx) => setStageStatus(tx, second.id, 'closed', { closesAt: 1500 }));
    const view = await base.call('contest.get', { params: { contestId } });
    expect(view.body.stages[1]).toMatchObject({
      status: 'closed',
      opensAt: 1000,
      closesAt: 1500,
      entries: 1,
    });
    expect(view.body.resultState).toBe('provisional');
  });

  it('the rule sheet is made from the settings', async () => {
    const contestId = await create('sheet');
    const sheet = await base.call('contest.ruleSheet', { params: { contestId } });
    expect(sheet.body).toMatchObject({ title: '地服技能大赛', unitName: '甲集团工会' });
    const printed = JSON.stringify(sheet.body.sections);
    expect(printed).toContain('每队3人');
    expect(printed).toContain('五环节');
    expect(printed).not.toContain('ceair-ground');
  });
});
