/** Kinds of the union tree (rulebook §12.1). */
export const UNIT_KINDS = [
  'federation',
  'districtUnion',
  'industryUnion',
  'bureauUnion',
  'streetUnion',
  'baseUnion',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Roles a person may be granted on a unit; a grant holds for the unit and everything below it. */
export const ROLES = [
  'systemAdmin',
  'organizer',
  'host',
  'timekeeper',
  'scorekeeper',
  'judge',
  'arbiter',
  'auditAdmin',
  'observer',
] as const;
export type Role = (typeof ROLES)[number];

/** Unit paths look like `/bj/ceair-bj/ceair-ground/`: codes from the root, slash at both ends. */
export interface Grant {
  readonly role: Role;
  readonly unitPath: string;
}

/** What may be asked of `can()`. One word pair an act: `noun.verb`. */
export const ACTIONS = [
  'unit.read',
  'unit.manage',
  'account.manage',
  'audit.read',
  'season.read',
  'season.manage',
  'contest.read',
  'contest.manage',
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
  'contest.export',
] as const;
export type Action = (typeof ACTIONS)[number];
