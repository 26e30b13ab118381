import { recheckList, type ContestSettings, type RecheckRule } from '@leitai/rules';
import { fewUnits, signedIn, testHouse, type Client, type TestHouse } from '@leitai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportRecord, verifyRecord } from '../record/index.ts';
import { playedContest, twoExams, type PlayedContest } from '../standings/played.testing.ts';

type On = Extract<RecheckRule, { rule: 'on' }>;
const rule: On = { rule: 'on', top: { count: 2 }, samplePct: '15', fullIfErrorRateOverPct: '40' };
// oxlint-disable-next-line typescript/no-explicit-any -- a tamperer does not care for types
type Loose = any;

describe('re-check of scores', () => {
  let test: TestHouse;
  let unitId: string;
  let organizer: Client;
  beforeAll(async () => {
    test = await testHouse();
    unitId = (await fewUnits(test)).a;
    organizer = await signedIn(test, 'organizer', unitId);
  });
  afterAll(() => test.close());

  /** One exam of persons, scores from 100 down by tens. */
  async function played(
    recheck: RecheckRule | undefined,
    persons: number,
    over: Partial<ContestSettings> = {},
  ) {
    const [, last] = twoExams(1).stages;
    const settings: ContestSettings = {
      ...twoExams(1),
      ranked: { kind: 'person' },
      stages: [last!],
      ...(recheck === undefined ? {} : { recheck }),
      ...over,
    };
    const contest = await playedContest(test.house.platform, unitId, settings, persons);
    const params = { contestId: contest.contestId };
    const find = (at: number, body: object) =>
      organizer.call('recheck.record', {
        params: { ...params, entryId: contest.entries[at]!.id },
        body: { outcome: 'asStated', reason: '', corrections: [], ...body } as never,
      });
    const score = (at: number, to: string) => ({
      stageId: contest.stageIds[0]!,
      entrantId: contest.entries[at]!.entrants[0]!.id,
      score: to,
    });
    return {
      contest,
      params,
      find,
      error: (at: number, to: string) =>
        find(at, { outcome: 'error', reason: '合分有误', corrections: [score(at, to)] }),
      score,
      sit: () => contest.sit(0, new Map(contest.entries.map((_, i) => [i, [10 - i]]))),
      draw: () => organizer.call('recheck.draw', { params }),
      close: () => organizer.call('recheck.close', { params }),
      result: async () => (await organizer.call('result.get', { params })).body,
      seal: async () =>
        organizer.call('result.seal', {
          params,
          body: { fingerprint: (await organizer.call('result.get', { params })).body.fingerprint },
        }),
      at: (entryId: string) => contest.entries.findIndex(({ id }) => id === entryId),
    };
  }
  const record = async ({ contestId }: PlayedContest) => {
    const exported = await exportRecord(test.house.platform, contestId);
    if (!exported.ok) throw new Error(exported.refusal.code);
    return exported.value;
  };
  const faults = (value: unknown) => verifyRecord(value).checks.filter(({ ok }) => !ok);

  it('SK-83 the result is not sealed before the record is closed, and the list follows from its seed', async () => {
    const { contest, params, sit, draw, close, find, result, seal, at } = await played(rule, 10);
    expect((await draw()).body).toMatchObject({ code: 'result.stageOpen' });
    expect((await close()).body).toMatchObject({ code: 'recheck.notDrawn' });
    expect((await find(0, {})).body).toMatchObject({ code: 'recheck.notDrawn' });
    await sit();
    expect(await result()).toMatchObject({ refusal: 'result.recheckOpen' });
    expect(await seal()).toMatchObject({
      status: 409,
      body: { code: 'result.recheckOpen', facts: { left: null } },
    });

    const drawn = (await draw()).body;
    const rows = contest.entries.map(({ id }, i) => ({ entry: id, place: i + 1 }));
    const list = recheckList(rule, rows, drawn.seed!);
    expect(drawn).toMatchObject({ state: 'open', left: 4, full: false, checked: 0, errors: 0 });
    expect(drawn.rows.map(({ entryId, part }) => [entryId, part])).toEqual([
      ...list.top.map((id) => [id, 'top']),
      ...list.sample.map((id) => [id, 'sample']),
    ]);
    expect((await draw()).body.seed).toBe(drawn.seed);

    const unlisted = contest.entries.findIndex(({ id }) => list.rest.includes(id));
    expect((await find(unlisted, {})).body).toMatchObject({ code: 'recheck.notListed' });
    expect(await seal()).toMatchObject({ body: { code: 'result.recheckOpen', facts: { left: 4 } } });
    for (const { entryId } of drawn.rows) {
      expect((await close()).body).toMatchObject({ code: 'recheck.notDone' });
      expect((await find(at(entryId), {})).status).toBe(200);
    }
    const closed = await close();
    expect(closed.body).toMatchObject({ state: 'closed', checked: 4, errors: 0, left: 0 });
    expect((await close()).body.closedAt).toBe(closed.body.closedAt);
    expect((await find(0, {})).body).toMatchObject({ code: 'recheck.closed' });
    expect((await organizer.call('recheck.get', { params })).body).toEqual(closed.body);
    expect((await result()).refusal).toBeNull();
    expect((await seal()).status).toBe(200);
    const whole = await record(contest);
    expect(faults(whole)).toEqual([]);
    const otherSeed = { ...whole.recheck!, list: { ...whole.recheck!.list, seed: 'another' } };
    expect(verifyRecord({ ...whole, recheck: otherSeed }).ok).toBe(false);
  });

  it('SK-84 a correction keeps the old value, supersedes the mark, and the places follow', async () => {
    const { contest, sit, draw, close, find, error, score, result, seal } = await played(rule, 3);
    await sit();
    const { body } = await draw();
    expect(body.rows).toHaveLength(3);
    test.clock.advance(1000);
    const bad: [number, object, string][] = [
      [0, { outcome: 'error' }, 'recheck.reasonMissing'],
      [0, { corrections: [score(0, '1')] }, 'request.invalid'],
      [0, { outcome: 'error', reason: 'x', corrections: [score(1, '1')] }, 'recheck.markUnknown'],
      [0, { outcome: 'error', reason: 'x', corrections: [score(0, '100.0')] }, 'recheck.scoreSame'],
      [0, { outcome: 'error', reason: 'x', corrections: [score(0, '1'), score(0, '2')] }, 'request.invalid'],
      [
        0,
        {
          outcome: 'error',
          reason: 'x',
          corrections: [score(0, '1'), { ...score(0, '2'), entrantId: null }],
        },
        'recheck.markUnknown',
      ],
      [
        0,
        { outcome: 'error', reason: 'x', corrections: [{ ...score(0, '2'), stageId: contest.contestId }] },
        'recheck.markUnknown',
      ],
    ];
    for (const [at, what, code] of bad) expect((await find(at, what)).body, code).toMatchObject({ code });
    const { rows: marks } = await test.house.platform.pool.query(
      `select count(*)::int as n from mark where source = 'correction'`,
    );
    expect(marks).toEqual([{ n: 0 }]);

    const found = await error(0, '85');
    expect(found.body.rows[0]).toMatchObject({
      outcome: 'error',
      marks: [{ score: '85' }],
      corrections: [{ stage: '决赛', old: '100', new: '85', reason: '合分有误' }],
    });
    expect((await result()).standings.map(({ name, place, total }) => [name, place, total])).toEqual([
      ['王小二', 1, '90.00'],
      ['王小一', 2, '85.00'],
      ['王小三', 3, '80.00'],
    ]);
    expect((await find(0, {})).body).toMatchObject({ code: 'recheck.corrected' });
    test.clock.advance(1000);
    const again = await error(0, '86');
    expect(again.body.rows[0]!.corrections.map((one) => [one.old, one.new])).toEqual([
      ['100', '85'],
      ['85', '86'],
    ]);
    await find(1, {});
    await find(2, {});
    expect((await close()).body).toMatchObject({ state: 'closed', checked: 3, errors: 1, full: false });
    await seal();

    const whole = await record(contest);
    expect(faults(whole)).toEqual([]);
    const tampers: ((copy: Loose) => void)[] = [
      (copy) => (copy.recheck = null),
      (copy) => copy.recheck.list.top.pop(),
      (copy) => (copy.recheck.findings[0].corrections[0].old = '99'),
      (copy) => copy.recheck.findings.pop(),
      (copy) => (copy.recheck.closedAt = null),
      (copy) => (copy.recheck.findings[0].reason = ''),
    ];
    for (const tamper of tampers) {
      const copy = structuredClone(whole);
      tamper(copy);
      const check = verifyRecord(copy).checks.find(({ name }) => name.startsWith('re-check'));
      expect(check, tamper.toString()).toMatchObject({ ok: false });
    }
  });

  it('SK-82 errors above the limit demand everybody, exactly the limit does not', async () => {
    // Two and one of eight are re-checked: one error in three is 33 %, two are 67 %.
    const one = { ...rule, samplePct: '10', fullIfErrorRateOverPct: '50' };
    const { sit, draw, close, find, error, at } = await played(one, 10);
    await sit();
    const { rows } = (await draw()).body;
    expect(rows).toHaveLength(3);
    await error(0, '95');
    await error(1, '85');
    const sample = rows[2]!.entryId;
    const all = (await find(at(sample), {})).body;
    expect(all).toMatchObject({ full: true, checked: 3, errors: 2, left: 7 });
    expect(all.rows.filter(({ part }) => part === 'full')).toHaveLength(7);
    expect((await close()).body).toMatchObject({ code: 'recheck.notDone', facts: { left: 7, full: true } });
    for (const { entryId, part } of all.rows) if (part === 'full') await find(at(entryId), {});
    expect((await close()).body).toMatchObject({ state: 'closed', left: 0 });

    const half = await played({ ...rule, samplePct: '0', fullIfErrorRateOverPct: '50' }, 4);
    await half.sit();
    await half.draw();
    await half.error(0, '99');
    expect((await half.find(1, {})).body).toMatchObject({ full: false, left: 0, errors: 1 });
    expect((await half.close()).status).toBe(200);
  });

  it('SK-73 SK-83 lots wait for the re-check: a correction may part those who are level', async () => {
    const { contest, params, find, draw, close, result } = await played(rule, 2, { sharedPlaces: false });
    await contest.sit(0, new Map(contest.entries.map((_, i) => [i, [9]])));
    const lots = () => organizer.call('result.drawLots', { params });
    expect((await lots()).body).toMatchObject({ code: 'result.recheckOpen' });
    await draw();
    for (const i of [0, 1]) await find(i, {});
    await close();
    expect((await result()).refusal).toBe('result.tieUndecided');
    expect((await lots()).body).toMatchObject({ refusal: null });
  });

  it('SK-80 contests whose rules ask for none go on without', async () => {
    for (const off of [undefined, { rule: 'off' as const }]) {
      const { params, sit, draw, seal } = await played(off, 2);
      await sit();
      expect((await organizer.call('recheck.get', { params })).body).toMatchObject({
        state: 'off',
        rows: [],
      });
      expect((await draw()).body).toMatchObject({ code: 'recheck.off' });
      expect((await seal()).status).toBe(200);
    }
  });
});
