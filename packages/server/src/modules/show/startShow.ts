import { refuse, type Refusal } from '@leitai/rules';
import { validateConfig, type ShowConfig } from '@leitai/rules/show';
import { audit, canonical } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import { lockStage, previousStage, setStageStatus, type StageRow } from '../contest/index.ts';
import { teamsOf } from './entries.ts';
import { isStoredConfig, readConfig, replaceConfig, type Guard } from './store.ts';

/**
 * What has to hold when a show starts, looked at in the transaction that stores the start; the stage opens with it.
 * Refuses `show.contestNotRunning`, `show.previousUndecided`, `show.entriesMissing`, `show.configInvalid`.
 */
export function startGuard(stageId: string, config: ShowConfig, actor: string, clock: Clock): Guard {
  return async (tx) => {
    const stage = await lockStage(tx, stageId);
    if (stage === undefined) return refuse('notFound').refusal;
    if (stage.contestStatus !== 'running') return refuse('show.contestNotRunning').refusal;
    const previous = await previousStage(tx, stage);
    if (previous !== undefined && previous.status !== 'decided')
      return refuse('show.previousUndecided', { stage: previous.name }).refusal;
    const reason = await checkConfig(tx, stage, config);
    if (reason !== null) return reason;
    const at = clock.now();
    await setStageStatus(tx, stageId, 'open', { opensAt: at });
    await audit(tx, at, {
      actor,
      action: 'show.start',
      object: `stage:${stageId}`,
      unitPath: stage.unitPath,
      detail: { teams: config.teams.length, rounds: config.rounds.map(({ id }) => id) },
    });
    return null;
  };
}

/** The configuration that the show starts with is the stored one, whole, and its teams are the stage's entries. */
async function checkConfig(tx: Tx, stage: StageRow, config: ShowConfig): Promise<Refusal | 'stale' | null> {
  const stageId = stage.id;
  const entries = await teamsOf(tx, stage);
  if (entries.length === 0) return refuse('show.entriesMissing').refusal;
  const ids = new Set(config.teams.map(({ id }) => id));
  if (ids.size !== entries.length || entries.some(({ id }) => !ids.has(id)))
    return refuse('show.configInvalid', {
      field: 'teams',
      problems: [{ path: 'teams', code: 'show.config.teamsDiffer' }],
    }).refusal;
  const problems = validateConfig(config);
  if (problems.length > 0)
    return refuse('show.configInvalid', { field: problems[0]!.path, problems: problems.slice(0, 50) })
      .refusal;
  const stored = await readConfig(tx, stageId);
  // The teams followed the entries in memory; from here on what is stored is what is played.
  if (stored !== undefined && sameButTeams(stored, config)) await replaceConfig(tx, stageId, config);
  return (await isStoredConfig(tx, stageId, config)) ? null : 'stale';
}

const sameButTeams = (a: ShowConfig, b: ShowConfig): boolean =>
  canonicalText({ ...a, teams: [] }) === canonicalText({ ...b, teams: [] });

const canonicalText = (value: unknown): string => JSON.stringify(canonical(value));
