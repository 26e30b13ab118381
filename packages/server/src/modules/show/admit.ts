import { can, ok, recusedFrom, refuse, type Action, type Result } from '@leitai/rules';
import { DESKS, type Desk } from '@leitai/rules/show';
import type { Identity, Staff } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import type { LiveRequest } from '../../platform/sockets/liveRequest.ts';
import { entryOnStage, unitsOnStage } from './entries.ts';
import { isInputKey, isScreenKey } from './links.ts';
import type { Show } from './shows.ts';
import type { Visitor } from './visitor.ts';

export interface Pass {
  readonly visitor: Visitor;
  /** Of a desk: who sits there. */
  readonly staff: Staff | null;
}

/** What one has to be allowed to sit at a desk. */
const DESK_ACTION: Readonly<Record<Desk, Action>> = {
  host: 'show.conduct',
  remote: 'show.conduct',
  timekeeper: 'show.time',
  scorekeeper: 'show.score',
  jury: 'show.judge',
};

/**
 * Who a socket is, from the request it was opened with; asked again while it is open. Refuses `auth.signInNeeded`,
 * `auth.mustChangePassword`, `ticket.needed`, `show.recused` (QZ-04), and `notFound` for everything one may not see.
 */
export async function admit(
  platform: Platform,
  identity: Identity,
  show: Show,
  { query, asRequest }: LiveRequest,
): Promise<Result<Pass>> {
  const { stage } = show;
  const key = query.get('key') ?? '';
  switch (query.get('as')) {
    case 'host': {
      const named = query.get('desk') ?? 'host';
      const desk = DESKS.find((each) => each === named);
      const staff = await identity.staff(asRequest);
      if (staff === null) return refuse('auth.signInNeeded');
      if (staff.mustChangePassword) return refuse('auth.mustChangePassword');
      if (desk === undefined || !can(staff.grants, DESK_ACTION[desk], stage.unitPath))
        return refuse('notFound');
      if (
        desk === 'jury' &&
        recusedFrom(staff.grants, stage.unitPath, await unitsOnStage(platform, stage.id))
      )
        return refuse('show.recused');
      return ok({ visitor: { kind: 'host', desk }, staff });
    }
    case 'screen':
      return isScreenKey(platform.secrets.screen, stage.id, key)
        ? ok({ visitor: { kind: 'screen' }, staff: null })
        : refuse('notFound');
    case 'input':
      return isInputKey(platform.secrets.screen, stage.id, key)
        ? ok({ visitor: { kind: 'input' }, staff: null })
        : refuse('notFound');
    case 'team': {
      const entrant = await identity.entrant(asRequest);
      if (entrant === null) return refuse('ticket.needed');
      const team =
        entrant.contestId === stage.contestId
          ? await entryOnStage(platform, stage, entrant.entrantId)
          : undefined;
      return team === undefined ? refuse('notFound') : ok({ visitor: { kind: 'team', team }, staff: null });
    }
    case 'audience':
      return stage.contestStatus === 'running' || stage.contestStatus === 'closed'
        ? ok({ visitor: { kind: 'spectator' }, staff: null })
        : refuse('notFound');
    default:
      return refuse('notFound');
  }
}
