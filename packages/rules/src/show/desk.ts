/**
 * A place at the host's table. One person can run a show from `host` alone; `remote` is the same on a phone in the
 * hand; the others do their own part only (QZ-01).
 */
export const DESKS = ['host', 'remote', 'timekeeper', 'scorekeeper', 'jury'] as const;
export type Desk = (typeof DESKS)[number];
