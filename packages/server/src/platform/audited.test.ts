import { bankQuestions, fewUnits, signedIn, testHouse, type Client, type TestHouse } from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishBank } from '../modules/bank/index.ts';
import { guardAudit } from './auditGuard.testing.ts';

const programme = { theme: '建功新时代', targets: { contests: 1, workers: 1 }, fields: [] };

/** The rest of a contest's life is walked under the same guard in record/whole.test.ts. */
describe('DP-32 every change has one audit row in its transaction', () => {
  let test: TestHouse;
  let units: Awaited<ReturnType<typeof fewUnits>>;
  let admin: Client;
  let organizer: Client;
  beforeAll(async () => {
    test = await testHouse();
    units = await fewUnits(test);
    // The template's bank: a contest whose papers could not be drawn does not start.
    const bank = {
      unitId: units.r,
      unitPath: '/r/',
      code: 'ground-service',
      title: '题库',
      questions: bankQuestions(30),
    };
    const { platform } = test.house;
    await platform.db.transaction().execute((tx) => publishBank(tx, bank, 'test', platform.clock.now()));
    expect((await guardAudit(test.house.platform.pool)).length).toBeGreaterThan(15);
    admin = await signedIn(test, 'systemAdmin', units.r);
    organizer = await signedIn(test, 'organizer', units.a);
  });
  afterAll(() => test.close());

  const rows = async (): Promise<{ action: string }[]> =>
    (await test.house.platform.pool.query('select action from audit order by seq')).rows;

  /** Runs an act; answers its reply and the actions that were recorded meanwhile. */
  async function recorded<T>(act: Promise<{ status: number; body: T }>): Promise<[T, string[]]> {
    const { status, body } = await act;
    expect(status, JSON.stringify(body)).toBe(200);
    const all = await rows();
    const fresh = all.slice(seen).map(({ action }) => action);
    seen = all.length;
    return [body, fresh];
  }
  let seen = 0;

  it('a change without one does not commit: the guard works', async () => {
    const change = test.house.platform.pool.query(`update unit set short = 'x' where code = 'x'`);
    await expect(change).rejects.toThrow('UPDATE of unit without an audit row');
    seen = (await rows()).length;
  });

  it('units and accounts', async () => {
    const unit = { name: '新分会', short: '新', aliases: ['新会'] };
    const [made, created] = await recorded(
      admin.call('unit.create', {
        params: { unitId: units.r },
        body: { code: 'new', kind: 'baseUnion', ...unit },
      }),
    );
    expect(created).toEqual(['unit.create']);
    const params = { unitId: made.id };
    const [, renamed] = await recorded(
      admin.call('unit.update', { params, body: { ...unit, name: '改名' } }),
    );
    expect(renamed).toEqual(['unit.update']);
    const person = { username: 'zhang', name: '张三', unitId: units.a, role: 'organizer' };
    const [{ account }, joined] = await recorded(admin.call('account.create', { body: person }));
    expect(joined).toHaveLength(1);
    const accountId = account.id;
    const [more, granted] = await recorded(
      admin.call('grant.add', { params: { accountId }, body: { unitId: units.b, role: 'host' } }),
    );
    expect(granted).toHaveLength(1);
    // Both at once: one grant stays, and only what was done is recorded.
    const removals = await Promise.all(
      more.grants.map(({ id }) => admin.call('grant.remove', { params: { accountId, grantId: id } })),
    );
    expect(removals.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [left, taken] = await recorded(admin.call('account.list'));
    expect(left.accounts.find(({ id }) => id === accountId)!.grants).toHaveLength(1);
    expect(taken).toEqual(['grant.remove']);
    const [, reset] = await recorded(admin.call('account.resetPassword', { params: { accountId } }));
    expect(reset).toEqual(['account.resetPassword']);
    for (const disabled of [true, false]) {
      const [, turned] = await recorded(
        admin.call('account.disable', { params: { accountId }, body: { disabled } }),
      );
      expect(turned).toEqual([disabled ? 'account.disable' : 'account.enable']);
    }
    const [, changed] = await recorded(
      organizer.call('session.changePassword', {
        body: { current: 'correct horse battery', next: 'quite another phrase' },
      }),
    );
    expect(changed).toEqual(['account.changePassword']);
  });

  it('seasons, contests, entries and tickets', async () => {
    const [season, opened] = await recorded(
      organizer.call('season.create', {
        body: { unitId: units.a, code: 's', title: '赛季', year: 2025, programme },
      }),
    );
    expect(opened).toEqual(['season.create']);
    const [, renamed] = await recorded(
      organizer.call('season.update', {
        params: { seasonId: season.id },
        body: { title: '改名', programme },
      }),
    );
    expect(renamed).toEqual(['season.update']);
    const draft = {
      seasonId: season.id,
      unitId: units.a,
      title: '理论',
      template: 'skill-theory',
      tier: 'unit',
    };
    const [contest, drafted] = await recorded(
      organizer.call('contest.create', {
        body: { ...draft, code: 'c', fieldCode: null, directionCode: null },
      }),
    );
    expect(drafted).toEqual(['contest.create']);
    const params = { contestId: contest.id };
    const [, changed] = await recorded(
      organizer.call('contest.update', { params, body: { title: '改题', settings: contest.settings! } }),
    );
    expect(changed).toEqual(['contest.update']);
    const file = { name: '报名.csv', bytes: Buffer.from('姓名,单位,会员号\n赵一,甲集团工会,GH1') };
    const [, tried] = await recorded(
      organizer.call('entry.import', { params, query: { dryRun: 'true' }, file }),
    );
    expect(tried).toEqual([]);
    for (const act of ['entry.import', 'entry.clear', 'entry.import'] as const) {
      const [, done] = await recorded<unknown>(
        organizer.call(act, { params, ...(act === 'entry.import' ? { file } : {}) }),
      );
      expect(done).toEqual([act]);
    }
    const [, started] = await recorded(organizer.call('contest.start', { params }));
    expect(started).toEqual(['contest.start']);
    const [{ tickets }, issued] = await recorded(organizer.call('ticket.issue', { params }));
    expect(issued).toEqual(['ticket.issue']);
    const [, revoked] = await recorded(
      organizer.call('ticket.revoke', { params: { ticketId: tickets[0]!.id } }),
    );
    expect(revoked).toEqual(['ticket.revoke']);
  });
});
