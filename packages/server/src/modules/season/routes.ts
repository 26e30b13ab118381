import { can, canReadAbove, ok, refuse, type Grant } from '@leitai/rules';
import type { HandlersOf } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { createSeason } from './createSeason.ts';
import { readFigures } from './figures.ts';
import { presentHead, presentSeason } from './present.ts';
import { readSeason, readSeasons } from './store.ts';
import { updateSeason } from './updateSeason.ts';

type Names = 'season.list' | 'season.get' | 'season.create' | 'season.update' | 'season.figures';

const maySee = (grants: readonly Grant[], unitPath: string): boolean =>
  can(grants, 'season.read', unitPath) || canReadAbove(grants, 'season.read', unitPath);

export function seasonRoutes(platform: Platform): HandlersOf<Names> {
  const { db } = platform;
  return {
    'season.list': async ({ staff }) => {
      const seasons = await readSeasons(db);
      return ok({
        seasons: seasons.filter(({ unitPath }) => maySee(staff.grants, unitPath)).map(presentHead),
      });
    },
    'season.get': async ({ params, staff }) => {
      const season = await readSeason(db, params.seasonId);
      return season === undefined ? refuse('notFound') : ok(presentSeason(season, staff.grants));
    },
    'season.create': async ({ body, staff }) => {
      const made = await createSeason(platform, body, staff.username);
      return made.ok ? ok(presentSeason(made.value, staff.grants)) : made;
    },
    'season.update': async ({ params, body, staff }) => {
      const changed = await updateSeason(platform, params.seasonId, body, staff.username);
      return changed.ok ? ok(presentSeason(changed.value, staff.grants)) : changed;
    },
    'season.figures': async ({ params }) => {
      const season = await readSeason(db, params.seasonId);
      return season === undefined ? refuse('notFound') : ok(await readFigures(db, season));
    },
  };
}
