import { fewUnits, signedIn, testHouse, type TestHouse } from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishBank, readBanks, readBankTitles } from './index.ts';

const questions = [
  {
    no: 1,
    type: 'single' as const,
    stem: '火警电话是多少？',
    options: ['110', '119'],
    key: [1],
    explanation: '119',
    tags: { chapter: '消防', difficulty: 1 },
  },
  { no: 2, type: 'trueFalse' as const, stem: '水能导电。', options: [], key: [1], explanation: '', tags: {} },
];

describe('question banks', () => {
  let test: TestHouse;
  let units: Awaited<ReturnType<typeof fewUnits>>;
  beforeAll(async () => {
    test = await testHouse();
    units = await fewUnits(test);
    const publish = (unitId: string, unitPath: string, code: string) =>
      test.house.platform.db
        .transaction()
        .execute((tx) =>
          publishBank(tx, { unitId, unitPath, code, title: code, questions }, 'test', test.clock.now()),
        );
    await publish(units.r, '/r/', 'city');
    await publish(units.a, '/r/a/', 'branch');
    await publish(units.b, '/r/b/', 'neighbour');
  });
  afterAll(() => test.close());

  it('a union sees its own banks, those below and those above it, not the neighbour’s', async () => {
    const base = await signedIn(test, 'organizer', units.x);
    const { banks } = (await base.call('bank.list')).body;
    expect(banks.map(({ code, questions: n }) => [code, n])).toEqual([
      ['branch', 2],
      ['city', 2],
    ]);
    const city = await signedIn(test, 'observer', units.r);
    expect((await city.call('bank.list')).body.banks).toHaveLength(3);
    const host = await signedIn(test, 'host', units.r);
    expect((await host.call('bank.list')).body.banks).toEqual([]);
  });

  it('the code of a neighbour’s bank opens nothing, not even its title; those above and below may be drawn from', async () => {
    const { db } = test.house.platform;
    const codes = ['city', 'branch', 'neighbour', 'none'];
    const drawn = async (unitPath: string) => Object.keys(await readBanks(db, codes, unitPath));
    expect(await drawn('/r/a/x/')).toEqual(['city', 'branch']);
    expect(await drawn('/r/b/')).toEqual(['city', 'neighbour']);
    expect(await drawn('/r/')).toEqual(['city', 'branch', 'neighbour']);
    expect(await readBankTitles(db, codes, '/r/a/x/')).toEqual({ city: 'city', branch: 'branch' });
    expect(await readBankTitles(db, [], '/r/')).toEqual({});
  });

  it('keys are for the keepers of a bank only', async () => {
    const keeper = await signedIn(test, 'organizer', units.a);
    const { banks } = (await keeper.call('bank.list')).body;
    const idOf = (code: string): string => banks.find((bank) => bank.code === code)!.id;
    const own = await keeper.call('bank.get', { params: { bankId: idOf('branch') } });
    expect(own.body).toMatchObject({ code: 'branch', questions });
    expect((await keeper.call('bank.get', { params: { bankId: idOf('city') } })).status).toBe(404);
    const observer = await signedIn(test, 'observer', units.r);
    expect((await observer.call('bank.get', { params: { bankId: idOf('branch') } })).status).toBe(404);
    const { rows } = await test.house.platform.pool.query(
      `select detail from audit where action = 'bank.publish'`,
    );
    expect(JSON.stringify(rows)).not.toContain('key');
  });
});
