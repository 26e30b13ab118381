import { ok, refuse } from '@leitai/rules';
import type { HandlersOf } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { readContest } from '../contest/index.ts';
import { closeRecheck } from './closeRecheck.ts';
import { drawRecheck } from './drawRecheck.ts';
import { presentRecheck } from './present.ts';
import { recordFinding } from './recordFinding.ts';

type Names = 'recheck.get' | 'recheck.draw' | 'recheck.record' | 'recheck.close';

export function recheckRoutes(platform: Platform): HandlersOf<Names> {
  return {
    'recheck.get': async ({ params }) => {
      const contest = await readContest(platform.db, params.contestId);
      return contest === undefined ? refuse('notFound') : ok(await presentRecheck(platform.db, contest));
    },
    'recheck.draw': ({ params, staff }) => drawRecheck(platform, params.contestId, staff.username),
    'recheck.record': ({ params, body, staff }) =>
      recordFinding(platform, params.contestId, params.entryId, body, staff.username),
    'recheck.close': ({ params, staff }) => closeRecheck(platform, params.contestId, staff.username),
  };
}
