import { ok, refuse } from '@leitai/rules';
import { DESKS } from '@leitai/rules/show';
import type { HandlersOf } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { readContest } from '../contest/index.ts';
import { NET_INPUT } from './acts.ts';
import { closeShow } from './closeShow.ts';
import { readDraws } from './crowdStore.ts';
import { ticketPathsByEntry } from './entries.ts';
import { timingOf } from './fillIn.ts';
import { inputKey, isInputKey, replayPath, screenKey } from './links.ts';
import { presentConfig, presentRecord, presentSheet } from './present.ts';
import type { Shows } from './shows.ts';
import { updateShow } from './updateShow.ts';

type Names =
  | 'show.get'
  | 'show.update'
  | 'show.ruleSheet'
  | 'show.links'
  | 'show.record'
  | 'show.press'
  | 'show.close';

const BOX = new RegExp(NET_INPUT);

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
      const key = inputKey(platform.secrets.screen, show.stage.id);
      return ok({
        host: `/host/${stageId}`,
        desks: DESKS.map((desk) => ({ desk, path: `/host/${stageId}?desk=${desk}` })),
        screen: `/screen/${stageId}?key=${screenKey(platform.secrets.screen, show.stage.id)}`,
        audience: `/audience/${stageId}`,
        replay: replayPath(platform.secrets.screen, show.stage.id),
        teams: config.teams.map(({ id, name }) => ({ teamId: id, name, path: paths.get(id) ?? '' })),
        input: {
          socket: `/live?show=${stageId}&as=input&key=${key}`,
          press: `/api/stages/${stageId}/show/press`,
          key,
        },
      });
    },
    'show.record': async ({ params }) => {
      const show = await shows.get(params.stageId);
      if (show === null) return refuse('notFound');
      return ok(presentRecord(await show.owner.load(), await readDraws(platform.db, show.stage.id)));
    },
    'show.press': async ({ params, body: { input, key } }) => {
      const at = platform.clock.now();
      const show = await shows.get(params.stageId);
      if (show === null || !isInputKey(platform.secrets.screen, show.stage.id, key))
        return refuse('notFound');
      if (!BOX.test(input)) return refuse('request.invalid', { field: 'input' });
      const timing = timingOf(null, `http:${input}`, null);
      const heard = await show.inputs.hear({ input, question: null, timing, at, commandId: null });
      return heard.ok ? ok({ heard: true as const, team: heard.value.team }) : heard;
    },
    'show.close': async ({ params, staff }) => {
      const show = await shows.get(params.stageId);
      if (show === null) return refuse('notFound');
      return closeShow(platform, params.stageId, await show.owner.load(), staff.username);
    },
  };
}
