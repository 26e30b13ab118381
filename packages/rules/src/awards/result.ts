import { never, ok, refuse, shanghaiDayEnd, type Result } from '../kernel/index.ts';
import type { ResultState } from './types.ts';

/** Where a result is in its life; `lastDay` of the notice as an ISO date while `noticed` and after. */
export interface ResultLife {
  readonly state: ResultState;
  readonly lastDay: string | null;
}

export type ResultAct =
  | { readonly kind: 'seal' }
  /** `lastDay` from `noticeEnd`. */
  | { readonly kind: 'post'; readonly lastDay: string }
  /** `now` in epoch ms of the server's clock. */
  | { readonly kind: 'finalise'; readonly now: number }
  /** A correction: it supersedes, so the result must be sealed and posted anew. */
  | { readonly kind: 'change' };

export type ResultRefusal =
  | 'result.notProvisional'
  | 'result.notSealed'
  | 'result.notNoticed'
  | 'result.noticeRunning';

/** Before the first sealing, and again after a change. */
export const PROVISIONAL: ResultLife = { state: 'provisional', lastDay: null };

/**
 * provisional → sealed → noticed → final. A notice must run to the end of its last day in Shanghai before the
 * result is final; a change after posting takes the result back, so that its notice starts again (SE-34).
 */
export function nextResultState(life: ResultLife, act: ResultAct): Result<ResultLife, ResultRefusal> {
  const { state, lastDay } = life;
  switch (act.kind) {
    case 'seal':
      if (state !== 'provisional') return refuse('result.notProvisional', { state });
      return ok({ state: 'sealed', lastDay: null });
    case 'post':
      if (state !== 'sealed') return refuse('result.notSealed', { state });
      return ok({ state: 'noticed', lastDay: act.lastDay });
    case 'finalise': {
      if (state !== 'noticed' || lastDay === null) return refuse('result.notNoticed', { state });
      const endsAt = shanghaiDayEnd(lastDay);
      if (act.now < endsAt) return refuse('result.noticeRunning', { lastDay, endsAt });
      return ok({ state: 'final', lastDay });
    }
    case 'change':
      return ok(PROVISIONAL);
    default:
      return never(act);
  }
}
