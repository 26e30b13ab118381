import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ACTIONS, can, canReadAbove, covers, recusedFrom, ROLE_ACTIONS, ROLES, type Grant } from './index.ts';

const at = (role: Grant['role'], unitPath: string): Grant[] => [{ role, unitPath }];
const path = (list: readonly string[]) => `/${list.join('/')}/`;
const may = (action: (typeof ACTIONS)[number]) =>
  ROLES.filter((role) => can(at(role, '/bj/'), action, '/bj/'));

it('DP-31 administrators of the system and of the audit do no business', () => {
  const business = ACTIONS.filter((action) => !/\.read$|^unit\.|^account\./.test(action));
  for (const role of ['systemAdmin', 'auditAdmin'] as const)
    for (const action of business) expect(can(at(role, '/bj/'), action, '/bj/')).toBe(false);
  expect(ROLE_ACTIONS.auditAdmin).toEqual(['unit.read', 'audit.read']);
});

it('DP-31 only the system administrator manages accounts; the audit log is for audit and arbitration', () => {
  expect(may('account.manage')).toEqual(['systemAdmin']);
  expect(may('audit.read')).toEqual(['arbiter', 'auditAdmin']);
  expect(may('result.seal')).toEqual(['organizer']);
  expect(may('show.conduct')).toEqual(['organizer', 'host']);
});

it('QZ-01 timekeeper, scorekeeper and judge do their own part of a show; organizer and host every part', () => {
  expect(may('show.time')).toEqual(['organizer', 'host', 'timekeeper']);
  expect(may('show.score')).toEqual(['organizer', 'host', 'scorekeeper']);
  expect(may('show.judge')).toEqual(['organizer', 'host', 'judge']);
  for (const role of ['timekeeper', 'scorekeeper', 'judge'] as const)
    expect(ROLE_ACTIONS[role].filter((action) => !action.endsWith('.read'))).toHaveLength(1);
});

it('DP-33 a grant holds for its unit and below, on slash boundaries', () => {
  expect(covers('/bj/a/', '/bj/a/')).toBe(true);
  expect(covers('/bj/a/', '/bj/a/b/')).toBe(true);
  expect(covers('/bj/a/', '/bj/ab/')).toBe(false);
  expect(covers('/bj/a/', '/bj/')).toBe(false);
});

it('DP-33 a broken path covers nothing and is covered by nothing', () => {
  for (const path of ['', '/', 'bj/', '/bj', '//', '/bj//a/']) {
    expect(covers(path, '/bj/a/')).toBe(false);
    expect(covers('/bj/', path)).toBe(false);
  }
});

it('DP-33 covers means: the same codes at the start', () => {
  const codes = fc.array(fc.constantFrom('a', 'ab', 'b', 'a-b'), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(codes, codes, (above, below) => {
      const expected = above.every((code, i) => below[i] === code);
      expect(covers(path(above), path(below))).toBe(expected);
    }),
    { seed: 33, numRuns: 300 },
  );
});

it('DP-33 a base union reads the season above it and nothing else there', () => {
  const grants = at('organizer', '/bj/ceair/ground/');
  const above = ACTIONS.filter((action) => canReadAbove(grants, action, '/bj/'));
  expect(above).toEqual(['unit.read', 'season.read']);
  expect(canReadAbove(grants, 'season.read', '/bj/other/')).toBe(false);
  expect(canReadAbove(at('auditAdmin', '/bj/ceair/'), 'season.read', '/bj/')).toBe(false);
  expect(can(grants, 'season.read', '/bj/')).toBe(false);
});

it('QZ-04 who has a grant in a unit with a team on stage, or below it, does not judge that contest', () => {
  const teams = ['/bj/a/', '/bj/b/', '/bj/'];
  const from = (...paths: string[]) =>
    recusedFrom(
      paths.map((unitPath) => ({ role: 'judge', unitPath })),
      '/bj/',
      teams,
    );
  expect(from('/bj/')).toBeUndefined();
  expect(from('/bj/', '/bj/c/')).toBeUndefined();
  expect(from('/bj/', '/bj/ab/')).toBeUndefined();
  expect(from('/bj/', '/bj/b/')).toBe('/bj/b/');
  expect(from('/bj/', '/bj/b/shop/')).toBe('/bj/b/');
  expect(from('/')).toBeUndefined();
});

it('QZ-04 a grant that covers the contest recuses nobody by itself', () => {
  const steps = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(steps, fc.nat(3), fc.array(steps, { maxLength: 4 }), (contest, depth, teams) => {
      const above = path(contest.slice(0, 1 + (depth % contest.length)));
      const grants = at('judge', above);
      expect(recusedFrom(grants, path(contest), teams.map(path))).toBeUndefined();
    }),
  );
});
