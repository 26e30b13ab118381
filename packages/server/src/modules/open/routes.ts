import { ok, refuse } from '@leitai/rules';
import { sql } from 'kysely';
import packageJson from '../../../package.json' with { type: 'json' };
import type { HandlersOf } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { publicCertificate } from './publicCertificate.ts';
import { publicContest } from './publicContest.ts';
import { publicSeasons } from './publicSeasons.ts';

type Names = 'system.health' | 'public.seasons' | 'public.contest' | 'public.certificate';

export function openRoutes({ db, clock, log }: Platform): HandlersOf<Names> {
  return {
    'system.health': async () => {
      try {
        await sql`select 1`.execute(db);
      } catch (error) {
        log.error(error);
        return refuse('server.busy');
      }
      return ok({ ok: true, now: clock.now(), version: packageJson.version });
    },
    'public.seasons': async () => ok(await publicSeasons(db)),
    'public.contest': ({ params }) => publicContest(db, params.contestId),
    'public.certificate': ({ params }) => publicCertificate(db, params.certificateNo),
  };
}
