import { compare, ok, refuse, type Mark, type Result } from '@leitai/rules';
import type { ShowState } from '@leitai/rules/show';
import { audit } from '../../platform/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockStage, setStageStatus } from '../contest/index.ts';
import { recordMarks } from '../marks/index.ts';
import { readEvents } from './store.ts';

/**
 * QZ-51: the score is the board's; a decider or a lot only says who of the equal stands before whom, 1 best. Who left
 * before the end stands behind the others, whatever the scores.
 */
function marksOf(standings: NonNullable<ShowState['standings']>, left: ShowState['eliminated']): Mark[] {
  const gone = new Map(left.flatMap((teams, i) => teams.map((team) => [team, i + 1])));
  return standings.map(({ team, total, place }) => {
    const level = standings
      .filter((other) => compare(other.total, total) === 0 && gone.get(other.team) === gone.get(team))
      .map((other) => other.place);
    const apart = level.some((other) => other !== place);
    return {
      entry: team,
      entrant: null,
      score: total,
      elapsedMs: null,
      decider: apart ? place - Math.min(...level) + 1 : null,
      eliminated: gone.get(team) ?? null,
      status: 'scored',
    };
  });
}

/**
 * Takes a finished show's scores over as the stage's marks, once. A reopening holds the same lock: of the two, one
 * comes first and the other is refused. Refuses `show.notFinished`.
 */
export async function closeShow(
  { db, clock }: Platform,
  stageId: string,
  state: ShowState,
  actor: string,
): Promise<Result<{ entries: number }>> {
  const { standings } = state;
  if (standings === null) return refuse('show.notFinished', { phase: state.phase });
  const marks = marksOf(standings, state.eliminated);
  return db.transaction().execute(async (tx) => {
    const stage = await lockStage(tx, stageId);
    if (stage === undefined) return refuse('notFound');
    if (stage.status !== 'open') return ok({ entries: marks.length });
    const since = await readEvents(tx, stageId, state.seq);
    if (since.some(({ event }) => event.type === 'reopened')) return refuse('show.notFinished');
    const at = clock.now();
    await recordMarks(tx, stageId, marks, { source: 'show', by: actor, at });
    await setStageStatus(tx, stageId, 'closed', { closesAt: at });
    await audit(tx, at, {
      actor,
      action: 'show.close',
      object: `stage:${stageId}`,
      unitPath: stage.unitPath,
      detail: { standings },
    });
    return ok({ entries: marks.length });
  });
}
