import { bankQuestions, fewUnits, signedIn, testHouse, type Client, type TestHouse } from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishBank } from '../bank/index.ts';

const programme = {
  theme: '决胜十四五',
  targets: { contests: 200, workers: 2_000_000 },
  fields: [
    { code: 'F1', name: '产业体系', short: '产业', directions: [{ code: 'D01', name: null, toFill: true }] },
    { code: 'F2', name: '重点区域', short: '区域', directions: [] },
  ],
};

describe('seasons', () => {
  let test: TestHouse;
  let units: Awaited<ReturnType<typeof fewUnits>>;
  let city: Client;
  let seasonId: string;
  beforeAll(async () => {
    test = await testHouse();
    units = await fewUnits(test);
    city = await signedIn(test, 'organizer', units.r);
    const made = await city.call('season.create', {
      body: { unitId: units.r, code: 'city-2025', title: '全市赛季', year: 2025, programme },
    });
    expect(made.status).toBe(200);
    seasonId = made.body.id;
    const bank = { unitId: units.r, unitPath: '/r/', title: '题库', questions: bankQuestions(135) };
    await test.house.platform.db
      .transaction()
      .execute((tx) => publishBank(tx, { ...bank, code: 'ground-service' }, 'test', test.clock.now()));
  });
  afterAll(() => test.close());

  it('a season is read back as it was made, and its change is audited', async () => {
    const read = await city.call('season.get', { params: { seasonId } });
    expect(read.body).toMatchObject({ code: 'city-2025', unitName: '市总工会', programme, mayManage: true });
    const changed = { ...programme, targets: { contests: 201, workers: 1 } };
    const update = await city.call('season.update', {
      params: { seasonId },
      body: { title: '全市赛季（修订）', programme: changed },
    });
    expect(update.body).toMatchObject({ title: '全市赛季（修订）', programme: changed });
    const { rows } = await test.house.platform.pool.query<{ detail: { before: { title: string } } }>(
      `select detail from audit where action = 'season.update'`,
    );
    expect(rows.map(({ detail }) => detail.before.title)).toEqual(['全市赛季']);
    await city.call('season.update', { params: { seasonId }, body: { title: '全市赛季', programme } });
  });

  it('refuses a taken code, and a programme that names the field', async () => {
    const body = { unitId: units.r, code: 'city-2025', title: 'x', year: 2025, programme };
    const taken = await city.call('season.create', { body });
    expect([taken.status, taken.body]).toMatchObject([409, { code: 'season.codeTaken' }]);
    const [first, second] = programme.fields;
    const twice = { ...programme, fields: [first!, { ...second!, code: 'F1' }] };
    const refused = await city.call('season.create', { body: { ...body, code: 'other', programme: twice } });
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { code: 'season.programmeInvalid', facts: { field: 'fields[1].code', rule: 'duplicate' } },
    ]);
    expect((await city.call('season.create', { body: { ...body, code: '-' } })).status).toBe(400);
  });

  it('a base union sees the season above it but may not manage it; the neighbour’s stays unseen', async () => {
    const base = await signedIn(test, 'organizer', units.x);
    const own = await base.call('season.create', {
      body: { unitId: units.x, code: 'own-2025', title: '本单位赛季', year: 2025, programme },
    });
    const codes = (await base.call('season.list')).body.seasons.map(({ code }) => code);
    expect(codes).toEqual(['city-2025', 'own-2025']);
    expect((await base.call('season.get', { params: { seasonId } })).body.mayManage).toBe(false);
    const update = { params: { seasonId }, body: { title: 'mine', programme } };
    expect((await base.call('season.update', update)).status).toBe(404);
    const neighbour = await signedIn(test, 'organizer', units.b);
    expect((await neighbour.call('season.list')).body.seasons.map(({ code }) => code)).toEqual(['city-2025']);
    expect((await neighbour.call('season.get', { params: { seasonId: own.body.id } })).status).toBe(404);
    const listed = await neighbour.call('season.contests', { params: { seasonId: own.body.id } });
    expect(listed.status).toBe(404);
  });

  it('PG-01 PG-03 figures: planned against actual, attendances against distinct persons', async () => {
    const before = await city.call('season.figures', { params: { seasonId } });
    expect(before.body).toEqual({
      planned: { contests: 200, workers: 2_000_000 },
      actual: { contests: 0, flagships: 0, attendances: 0, distinctPersons: 0 },
      fields: [
        { code: 'F1', name: '产业体系', contests: 0, attendances: 0 },
        { code: 'F2', name: '重点区域', contests: 0, attendances: 0 },
      ],
    });
    // Zhang takes part in both contests, Li and Wang (no number) in one each; the planned contest counts nowhere.
    await contest('a', 'F1', '姓名,单位,会员号\n张三,甲集团一分会,GH1\n李四,甲集团一分会,GH2\n');
    await contest('b', null, '姓名,单位,会员号\n张三,乙集团工会,gh1\n王五,乙集团工会,\n');
    await test.house.platform.pool.query(
      `insert into contest (season_id, unit_id, code, title, tier, flagship, status, created_at)
       values ($1, $2, 'planned', 'p', 'city', true, 'planned', now())`,
      [seasonId, units.r],
    );
    const after = await city.call('season.figures', { params: { seasonId } });
    expect(after.body.actual).toEqual({ contests: 2, flagships: 0, attendances: 4, distinctPersons: 3 });
    expect(after.body.fields[0]).toEqual({ code: 'F1', name: '产业体系', contests: 1, attendances: 2 });
  });

  async function contest(code: string, fieldCode: string | null, csv: string): Promise<void> {
    const made = await city.call('contest.create', {
      body: {
        seasonId,
        unitId: units.r,
        code,
        title: code,
        template: 'skill-theory',
        tier: 'city',
        fieldCode,
        directionCode: null,
      },
    });
    const params = { contestId: made.body.id };
    const file = { name: 'entrants.csv', bytes: Buffer.from(csv) };
    const imported = await city.call('entry.import', { params, file });
    expect(imported.body).toMatchObject({ committed: true, entrants: 2 });
    expect((await city.call('contest.start', { params })).body.status).toBe('running');
  }
});
