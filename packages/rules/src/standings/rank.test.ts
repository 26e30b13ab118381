import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare } from '../kernel/index.ts';
import { rank, TIE_BREAKERS, type Mark, type StandingRule } from './index.ts';

const rule = (over: Partial<StandingRule> = {}): StandingRule => ({
  teamScore: 'sum',
  places: 2,
  tieBreakers: [],
  ...over,
});
const mark = (entry: string, score: string | null, over: Partial<Mark> = {}): Mark => ({
  entry,
  entrant: null,
  score,
  elapsedMs: null,
  decider: null,
  status: score === null ? 'absent' : 'scored',
  ...over,
});
const places = (by: StandingRule, marks: Mark[], entries = [...new Set(marks.map(({ entry }) => entry))]) =>
  Object.fromEntries(rank(by, marks, entries).map(({ entry, place }) => [entry, place]));
/** Rulebook example 5: C leads, A and B are level on 90.00; B's time varies. */
const timed = (elapsedMs: number) => [
  mark('a', '90.00', { elapsedMs: 3_520_000 }),
  mark('b', '90.00', { elapsedMs }),
  mark('c', '92.00', { elapsedMs: 3_600_000 }),
  mark('d', '60.00', { elapsedMs: 1 }),
];

it('SK-73 shared places skip the following ones: 1, 2, 2, 4', () => {
  const marks = [mark('d', '70'), mark('c', '80'), mark('b', '80'), mark('a', '90')];
  expect(
    rank(rule(), marks, ['a', 'b', 'c', 'd']).map(({ entry, place, tied }) => [entry, place, tied]),
  ).toEqual([
    ['a', 1, false],
    ['b', 2, true],
    ['c', 2, true],
    ['d', 4, false],
  ]);
});

it('SK-70 equal totals: the shorter time first; SK-73 equal times share the place and the next is 4', () => {
  const by = rule({ tieBreakers: ['elapsedAsc'] });
  expect(places(by, timed(3_480_000))).toEqual({ c: 1, b: 2, a: 3, d: 4 });
  expect(places(by, timed(3_520_000))).toEqual({ c: 1, a: 2, b: 2, d: 4 });
});

it('SK-71 tie-breakers decide in their published order', () => {
  const marks = [
    mark('a', '50', { entrant: 'a1', elapsedMs: 20 }),
    mark('a', '40', { entrant: 'a2', elapsedMs: 20 }),
    mark('b', '45', { entrant: 'b1', elapsedMs: 10 }),
    mark('b', '45', { entrant: 'b2', elapsedMs: 10 }),
  ];
  expect(places(rule({ tieBreakers: ['elapsedAsc', 'bestMember'] }), marks)).toEqual({ b: 1, a: 2 });
  expect(places(rule({ tieBreakers: ['bestMember', 'elapsedAsc'] }), marks)).toEqual({ a: 1, b: 2 });
});

it('SK-71 an unknown time comes after every known one', () => {
  const marks = [mark('a', '90'), mark('b', '90', { elapsedMs: 9_999 })];
  expect(places(rule({ tieBreakers: ['elapsedAsc'] }), marks)).toEqual({ b: 1, a: 2 });
});

it('SK-74 the team scores sum, mean or best of its members', () => {
  const marks = ['84', '78.5', '90'].map((score, i) =>
    mark('t', score, { entrant: `m${i}`, elapsedMs: 100 }),
  );
  const total = (teamScore: StandingRule['teamScore']) => rank(rule({ teamScore }), marks, ['t'])[0];
  expect(total('sum')).toMatchObject({ total: '252.50', elapsedMs: 300 });
  expect(total('mean')).toMatchObject({ total: '84.17' });
  expect(total('best')).toMatchObject({ total: '90.00' });
});

it('SK-60 the total is rounded once and compared as published', () => {
  const marks = [mark('a', '60.185'), mark('b', '60.19'), mark('c', '60.184')];
  expect(rank(rule(), marks, ['a', 'b', 'c']).map(({ total, place }) => [total, place])).toEqual([
    ['60.19', 1],
    ['60.19', 1],
    ['60.18', 3],
  ]);
});

it('SK-76 the absent are last without place or score; a scored 0 has a place', () => {
  const marks = [mark('a', null), mark('b', '0'), mark('d', '90', { status: 'disqualified' })];
  expect(rank(rule(), marks, ['d', 'c', 'b', 'a'])).toEqual([
    { entry: 'b', place: 1, total: '0.00', elapsedMs: null, tied: false, status: 'scored' },
    { entry: 'a', place: null, total: null, elapsedMs: null, tied: false, status: 'absent' },
    { entry: 'c', place: null, total: null, elapsedMs: null, tied: false, status: 'absent' },
    { entry: 'd', place: null, total: null, elapsedMs: null, tied: false, status: 'disqualified' },
  ]);
});

it('SK-76 an absent member adds nothing and is not a 0 in the mean', () => {
  const marks = [
    mark('t', '80', { entrant: 'm1' }),
    mark('t', '90', { entrant: 'm2' }),
    mark('t', null, { entrant: 'm3' }),
  ];
  expect(rank(rule({ teamScore: 'mean' }), marks, ['t'])[0]).toMatchObject({
    total: '85.00',
    status: 'scored',
  });
});

it('SK-76 a team disqualified whole has no place, a disqualified member only drops out', () => {
  const scored = mark('t', '80', { entrant: 'm1' });
  const member = mark('t', '90', { entrant: 'm2', status: 'disqualified' });
  expect(rank(rule(), [scored, member], ['t'])[0]).toMatchObject({ total: '80.00', place: 1 });
  const whole = mark('t', null, { status: 'disqualified' });
  expect(rank(rule(), [scored, whole], ['t'])[0]).toMatchObject({ place: null, status: 'disqualified' });
});

it('QZ-51 a decider parts equals and leaves the totals as they are', () => {
  const marks = [mark('a', '130', { decider: 2 }), mark('b', '130', { decider: 1 }), mark('c', '140')];
  const rows = rank(rule({ places: 0, tieBreakers: ['decider'] }), marks, ['a', 'b', 'c']);
  expect(rows.map(({ entry, place, total, tied }) => [entry, place, total, tied])).toEqual([
    ['c', 1, '140', false],
    ['b', 2, '130', false],
    ['a', 3, '130', false],
  ]);
});

const anyMarks = fc.array(
  fc.record({
    entry: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    entrant: fc.constantFrom('m1', 'm2', 'm3'),
    score: fc.option(fc.constantFrom('80', '80.005', '80.01', '90', '0', '-10')),
    elapsedMs: fc.option(fc.integer({ min: 1, max: 3 })),
    decider: fc.option(fc.integer({ min: 1, max: 2 })),
    status: fc.constantFrom('scored' as const, 'absent' as const, 'disqualified' as const),
  }),
  { maxLength: 15 },
);
const anyRule = fc.record({
  teamScore: fc.constantFrom('sum' as const, 'mean' as const, 'best' as const),
  places: fc.constantFrom(0 as const, 2 as const),
  tieBreakers: fc.shuffledSubarray([...TIE_BREAKERS]),
});

it('SK-73 the ranking is a total preorder in line with the totals, whatever the order of the marks', () => {
  const entries = ['a', 'b', 'c', 'd', 'e', 'f'];
  fc.assert(
    fc.property(anyRule, anyMarks, (by, marks) => {
      const rows = rank(by, marks, entries);
      expect(rank(by, marks.toReversed(), entries.toReversed())).toEqual(rows);
      expect(rows.map(({ entry }) => entry).toSorted()).toEqual(entries);
      const placed = rows.filter(({ place }) => place !== null);
      for (const [i, row] of placed.entries()) {
        const better = placed.filter((other) => other.place! < row.place!);
        expect(row.place).toBe(better.length + 1);
        expect(row.tied).toBe(placed.some((other) => other !== row && other.place === row.place));
        const next = placed[i + 1];
        if (next !== undefined) expect(compare(row.total!, next.total!)).not.toBe(-1);
        if (next?.place === row.place) expect(next.total).toBe(row.total);
      }
      for (const row of rows.slice(placed.length)) expect([row.place, row.total]).toEqual([null, null]);
    }),
    { seed: 70, numRuns: 500 },
  );
});

it('SK-72 who was eliminated stands behind all who stayed, whatever the scores; who left later is in front', () => {
  const marks = [
    mark('first out', '130', { eliminated: 1 }),
    mark('later out', '90', { eliminated: 2 }),
    mark('later out too', '90', { eliminated: 2 }),
    mark('stayed', '80'),
    mark('won', '100', { eliminated: null }),
  ];
  expect(places(rule(), marks)).toEqual({
    won: 1,
    stayed: 2,
    'later out': 3,
    'later out too': 3,
    'first out': 5,
  });
});
