import { ok, refuse } from '@leitai/rules';
import type { HandlersOf } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { readContest } from '../contest/index.ts';
import { currentResult } from './currentResult.ts';
import { presentProvisional, presentStored } from './present.ts';
import { sealResult } from './sealResult.ts';

export function awardsRoutes(platform: Platform): HandlersOf<'result.get' | 'result.seal'> {
  const { db, clock } = platform;
  return {
    'result.get': async ({ params }) => {
      const contest = await readContest(db, params.contestId);
      if (contest === undefined) return refuse('notFound');
      const { computed, stored, life } = await currentResult(db, contest);
      return ok(
        stored === undefined || life.state === 'provisional'
          ? presentProvisional(computed, clock.now())
          : presentStored(stored, clock.now()),
      );
    },
    'result.seal': ({ params, body, staff }) =>
      sealResult(platform, params.contestId, body.fingerprint, staff.username),
  };
}
