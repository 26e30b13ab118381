import type { Action, Grant, Role } from './types.ts';

/** What each role may do, on its unit and below. System and audit administrators do no business (DP-31). */
export const ROLE_ACTIONS = {
  systemAdmin: ['unit.read', 'unit.manage', 'account.manage', 'season.read', 'contest.read'],
  organizer: [
    'unit.read',
    'unit.manage',
    'season.read',
    'season.manage',
    'contest.read',
    'contest.manage',
    'contest.export',
    'entry.read',
    'entry.manage',
    'bank.read',
    'bank.manage',
    'exam.conduct',
    'show.conduct',
    'show.time',
    'show.score',
    'show.judge',
    'result.read',
    'result.seal',
    'result.publish',
    'certificate.issue',
  ],
  host: [
    'unit.read',
    'season.read',
    'contest.read',
    'entry.read',
    'show.conduct',
    'show.time',
    'show.score',
    'show.judge',
  ],
  /** Desks beside the host's: each does its own part of a show and nothing else (QZ-01). */
  timekeeper: ['unit.read', 'season.read', 'contest.read', 'show.time'],
  scorekeeper: ['unit.read', 'season.read', 'contest.read', 'show.score'],
  judge: ['unit.read', 'season.read', 'contest.read', 'show.judge'],
  arbiter: [
    'unit.read',
    'season.read',
    'contest.read',
    'contest.export',
    'entry.read',
    'bank.read',
    'result.read',
    'audit.read',
  ],
  auditAdmin: ['unit.read', 'audit.read'],
  observer: ['unit.read', 'season.read', 'contest.read', 'entry.read', 'bank.read', 'result.read'],
} as const satisfies Record<Role, readonly Action[]>;

const PATH = /^\/(?:[^/]+\/)+$/;

/** Whether a unit is the grant's own or below it; `/bj/a/` does not cover `/bj/ab/`, and a broken path covers nothing. */
export const covers = (grantPath: string, unitPath: string): boolean =>
  PATH.test(grantPath) && PATH.test(unitPath) && unitPath.startsWith(grantPath);

const holds = (role: Role, action: Action): boolean =>
  (ROLE_ACTIONS[role] as readonly Action[]).includes(action);

/** The one permission question: may a bearer of these grants do this on this unit? */
export const can = (grants: readonly Grant[], action: Action, unitPath: string): boolean =>
  grants.some((grant) => holds(grant.role, action) && covers(grant.unitPath, unitPath));

/**
 * Of these units with a team on stage, one that a bearer of the grants belongs to and so must not judge (QZ-04);
 * `undefined` if there is none. One belongs where one has a grant in the unit or below it. A unit that the contest itself
 * is held in or under says nothing: there a grant is how judges are appointed.
 */
export const recusedFrom = (
  grants: readonly Grant[],
  contestPath: string,
  teamPaths: readonly string[],
): string | undefined =>
  teamPaths.find(
    (path) => !covers(path, contestPath) && grants.some(({ unitPath }) => covers(path, unitPath)),
  );

const READ_ABOVE: readonly Action[] = ['season.read', 'unit.read'];

/** A base union sees the season and the units it stands under: true for those reads on ancestors of a grant. */
export const canReadAbove = (grants: readonly Grant[], action: Action, unitPath: string): boolean =>
  READ_ABOVE.includes(action) &&
  grants.some((grant) => holds(grant.role, action) && covers(unitPath, grant.unitPath));
