import { ok, refuse } from '@leitai/rules';
import type { HandlersOf } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { readContest } from '../contest/index.ts';
import { closeShow } from './closeShow.ts';
import { ticketPathsByEntry } from './entries.ts';
import { replayPath, screenKey } from './links.ts';
import { presentConfig, presentRecord, presentSheet } from './present.ts';
import type { Shows } from './shows.ts';
import { updateShow } from './updateShow.ts';

type Names = 'show.get' | 'show.update' | 'show.ruleSheet' | 'show.links' | 'show.record' | 'show.close';

export function showRoutes(platform: Platform, shows: Shows): HandlersOf<Names> {
  return {
    'show.get': async ({ params }) => {
      const show = await shows.get(params.stageId);
      if (show === null) return refuse('notFound');
      return ok(presentConfig(await show.owner.load()));
    },
    'show.update': async ({ params, body, staff }) => {
      const changed = await updateShow(platform, params.stageId, body.config, staff.username);
      if (!changed.ok) return changed;
      shows.reconfigured(params.stageId);
      return ok({ config: { ...changed.value }, started: false });
    },
    'show.ruleSheet': async ({ params }) => {
      const show = await shows.get(params.stageId);
      const contest = show && (await readContest(platform.db, show.stage.contestId));
      if (!show || !contest) return refuse('notFound');
      return ok(presentSheet(contest.unitName, (await show.owner.load()).config));
    },
    'show.links': async ({ params: { stageId } }) => {
      const show = await shows.get(stageId);
      if (show === null) return refuse('notFound');
      const { config } = await show.owner.load();
      const paths = await ticketPathsByEntry(platform, show.stage);
      return ok({
        host: `/host/${stageId}`,
        screen: `/screen/${stageId}?key=${screenKey(platform.secrets.screen, show.stage.id)}`,
        audience: `/audience/${stageId}`,
        replay: replayPath(platform.secrets.screen, show.stage.id),
        teams: config.teams.map(({ id, name }) => ({ teamId: id, name, path: paths.get(id) ?? '' })),
      });
    },
    'show.record': async ({ params }) => {
      const show = await shows.get(params.stageId);
      return show === null ? refuse('notFound') : ok(presentRecord(await show.owner.load()));
    },
    'show.close': async ({ params, staff }) => {
      const show = await shows.get(params.stageId);
      if (show === null) return refuse('notFound');
      return closeShow(platform, params.stageId, await show.owner.load(), staff.username);
    },
  };
}
