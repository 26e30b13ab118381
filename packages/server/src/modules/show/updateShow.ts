import { ok, refuse, type Result } from '@leitai/rules';
import type { ShowConfig } from '@leitai/rules/show';
import { audit } from '../../platform/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockStage } from '../contest/index.ts';
import { readConfig as readShape } from './configShape.ts';
import { teamsOf } from './entries.ts';
import { mediaFault } from './mediaOf.ts';
import { readEvents, replaceConfig } from './store.ts';

/**
 * Changes rounds, questions, names and tables of a show that has not started; its teams stay the stage's entries.
 * Refuses `show.alreadyStarted`, `show.tables.fixed`, `show.configInvalid`.
 */
export async function updateShow(
  { db, clock }: Platform,
  stageId: string,
  input: unknown,
  actor: string,
): Promise<Result<ShowConfig>> {
  return db.transaction().execute(async (tx) => {
    const stage = await lockStage(tx, stageId);
    if (stage?.kind !== 'show') return refuse('notFound');
    const events = await readEvents(tx, stageId, 0);
    if (stage.status !== 'planned' || events.some(({ event }) => event.type === 'started'))
      return refuse('show.alreadyStarted');
    const read = readShape(input);
    if (!read.ok) return read;
    const config = read.value;
    const ids = new Set((await teamsOf(tx, stage)).map(({ id }) => id));
    const stranger = config.teams.findIndex(({ id }) => !ids.has(id));
    if (stranger >= 0 || config.teams.length !== ids.size) {
      const field = stranger >= 0 ? `teams.${stranger}.id` : 'teams';
      return refuse('show.configInvalid', {
        field,
        problems: [{ path: field, code: 'show.config.teamsDiffer' }],
      });
    }
    if (config.tableOrder === 'listed' && events.some(({ event }) => event.type === 'tablesDrawn'))
      return refuse('show.tables.fixed');
    const fault = await mediaFault(tx, stageId, config);
    if (fault !== null) return fault;
    await replaceConfig(tx, stageId, config);
    // The audit is read by others than those who may see answers.
    const detail = {
      name: config.name,
      rounds: config.rounds.map(({ id, questions }) => ({ id, questions: questions.length })),
    };
    await audit(tx, clock.now(), {
      actor,
      action: 'show.update',
      object: `stage:${stageId}`,
      unitPath: stage.unitPath,
      detail,
    });
    return ok(config);
  });
}
