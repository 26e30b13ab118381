import { accountEndpoints } from './account.ts';
import { bankEndpoints } from './bank.ts';
import { contestEndpoints } from './contest.ts';
import { entryEndpoints } from './entry.ts';
import { examEndpoints } from './exam.ts';
import { mediaEndpoints } from './media.ts';
import { openEndpoints } from './open.ts';
import { orgEndpoints } from './org.ts';
import { recheckEndpoints } from './recheck.ts';
import { resultEndpoints } from './result.ts';
import { seasonEndpoints } from './season.ts';
import { showEndpoints } from './show.ts';

/** Every HTTP route there is. */
export const endpoints = {
  ...accountEndpoints,
  ...orgEndpoints,
  ...seasonEndpoints,
  ...contestEndpoints,
  ...entryEndpoints,
  ...bankEndpoints,
  ...examEndpoints,
  ...showEndpoints,
  ...mediaEndpoints,
  ...resultEndpoints,
  ...recheckEndpoints,
  ...openEndpoints,
};
export type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;

export * from './account.ts';
export * from './bank.ts';
export * from './contest.ts';
export * from './endpoint.ts';
export * from './entry.ts';
export * from './exam.ts';
export * from './media.ts';
export * from './openapi.ts';
export * from './open.ts';
export * from './org.ts';
export * from './recheck.ts';
export * from './result.ts';
export * from './season.ts';
export * from './settings.ts';
export * from './shapes.ts';
export * from './show.ts';
