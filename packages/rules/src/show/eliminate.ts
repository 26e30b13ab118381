import { compare } from '../kernel/index.ts';
import type { TeamId } from './config.ts';
import { total } from './ledger.ts';
import { currentRound, teamsIn } from './programme.ts';
import type { ShowState } from './state.ts';

/**
 * Who leaves the show when the running round ends: so many teams with the lowest totals; of a tie at the line nobody
 * (SK-72). One team always stays.
 */
export function eliminatedBy(state: ShowState): TeamId[] {
  const config = currentRound(state);
  if (!config || config.kind === 'decider' || config.eliminate === 0) return [];
  const lines = teamsIn(state).map((team) => ({ team, total: total(state.ledger, team) }));
  const best = lines.toSorted((a, b) => compare(b.total, a.total));
  const line = best[Math.max(0, lines.length - config.eliminate - 1)];
  return lines.filter((one) => line && compare(one.total, line.total) < 0).map(({ team }) => team);
}
