import { can, canReadAbove, ok, refuse, templates, type Grant } from '@leitai/rules';
import type { HandlersOf } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { readSeason } from '../season/index.ts';
import { createContest } from './createContest.ts';
import { presentContest, presentLine, presentTemplate } from './present.ts';
import { printRules } from './printRules.ts';
import { readStages } from './stages.ts';
import { startContest } from './startContest.ts';
import { countContest, readContest, readContests, type ContestRow } from './store.ts';
import { updateContest } from './updateContest.ts';

type Names =
  | 'season.contests'
  | 'contest.templates'
  | 'contest.create'
  | 'contest.get'
  | 'contest.update'
  | 'contest.start'
  | 'contest.ruleSheet';

export function contestRoutes(platform: Platform): HandlersOf<Names> {
  const { db } = platform;
  const view = async (contest: ContestRow, grants: readonly Grant[]) =>
    ok(presentContest(contest, await readStages(db, contest.id), await countContest(db, contest.id), grants));
  return {
    'season.contests': async ({ params, staff: { grants } }) => {
      const season = await readSeason(db, params.seasonId);
      const seen =
        season !== undefined &&
        (can(grants, 'season.read', season.unitPath) || canReadAbove(grants, 'season.read', season.unitPath));
      if (!seen) return refuse('notFound');
      const contests = await readContests(db, season.id);
      return ok({
        contests: contests.filter(({ unitPath }) => can(grants, 'contest.read', unitPath)).map(presentLine),
      });
    },
    'contest.templates': async () => ok({ templates: templates.map(presentTemplate) }),
    'contest.create': async ({ body, staff }) => {
      const made = await createContest(platform, body, staff.username);
      return made.ok ? view(made.value, staff.grants) : made;
    },
    'contest.get': async ({ params, staff }) => {
      const contest = await readContest(db, params.contestId);
      return contest === undefined ? refuse('notFound') : view(contest, staff.grants);
    },
    'contest.update': async ({ params, body, staff }) => {
      const changed = await updateContest(platform, params.contestId, body, staff.username);
      return changed.ok ? view(changed.value, staff.grants) : changed;
    },
    'contest.start': async ({ params, staff }) => {
      const started = await startContest(platform, params.contestId, staff.username);
      return started.ok ? view(started.value, staff.grants) : started;
    },
    'contest.ruleSheet': async ({ params }) => {
      const contest = await readContest(db, params.contestId);
      if (contest === undefined) return refuse('notFound');
      const sheet = await printRules(db, contest);
      return sheet === null ? refuse('contest.noSettings') : ok(sheet);
    },
  };
}
