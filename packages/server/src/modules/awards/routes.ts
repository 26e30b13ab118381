import { ok, refuse } from '@leitai/rules';
import type { HandlersOf } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { readContest } from '../contest/index.ts';
import { drawLots } from './drawLots.ts';
import { readView } from './readView.ts';
import { sealResult } from './sealResult.ts';

type Names = 'result.get' | 'result.drawLots' | 'result.seal';

export function awardsRoutes(platform: Platform): HandlersOf<Names> {
  const { db, clock } = platform;
  return {
    'result.get': async ({ params }) => {
      const contest = await readContest(db, params.contestId);
      return contest === undefined ? refuse('notFound') : ok(await readView(db, contest, clock.now()));
    },
    'result.drawLots': ({ params, staff }) => drawLots(platform, params.contestId, staff.username),
    'result.seal': ({ params, body, staff }) =>
      sealResult(platform, params.contestId, body.fingerprint, staff.username),
  };
}
