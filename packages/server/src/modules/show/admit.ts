import { can, ok, refuse, type Result } from '@leitai/rules';
import type { Audience } from '@leitai/rules/show';
import type { Identity, Staff } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import type { LiveRequest } from '../../platform/sockets/liveRequest.ts';
import { entryOnStage } from './entries.ts';
import { isScreenKey } from './links.ts';
import type { Show } from './shows.ts';

export interface Pass {
  readonly audience: Audience;
  /** Of a host: who conducts. */
  readonly staff: Staff | null;
}

/**
 * Who a socket is, from the request it was opened with; asked again while it is open. Refuses `auth.signInNeeded`,
 * `auth.mustChangePassword`, `ticket.needed`, and `notFound` for everything one may not see.
 */
export async function admit(
  platform: Platform,
  identity: Identity,
  show: Show,
  { query, asRequest }: LiveRequest,
): Promise<Result<Pass>> {
  const { stage } = show;
  switch (query.get('as')) {
    case 'host': {
      const staff = await identity.staff(asRequest);
      if (staff === null) return refuse('auth.signInNeeded');
      if (staff.mustChangePassword) return refuse('auth.mustChangePassword');
      return can(staff.grants, 'show.conduct', stage.unitPath)
        ? ok({ audience: { kind: 'host' }, staff })
        : refuse('notFound');
    }
    case 'screen':
      return isScreenKey(platform.secrets.screen, stage.id, query.get('key') ?? '')
        ? ok({ audience: { kind: 'screen' }, staff: null })
        : refuse('notFound');
    case 'team': {
      const entrant = await identity.entrant(asRequest);
      if (entrant === null) return refuse('ticket.needed');
      const team =
        entrant.contestId === stage.contestId
          ? await entryOnStage(platform, stage, entrant.entrantId)
          : undefined;
      return team === undefined ? refuse('notFound') : ok({ audience: { kind: 'team', team }, staff: null });
    }
    case 'audience':
      return stage.contestStatus === 'running' || stage.contestStatus === 'closed'
        ? ok({ audience: { kind: 'spectator' }, staff: null })
        : refuse('notFound');
    default:
      return refuse('notFound');
  }
}
