import type { ShowStage } from '@leitai/rules';
import type { ShowConfig } from '@leitai/rules/show';
import type { Database } from '../../platform/database.ts';
import { readStage } from '../contest/index.ts';
import { FolderFault, readShowMaterial, type ShowMaterial } from '../example/index.ts';
import { teamsOf } from './entries.ts';
import { firstConfig, withTeams } from './firstConfig.ts';
import { readConfig, storeFirstConfig } from './store.ts';

/** The folder with `shows/PRESET.yaml`. */
async function material(folder: URL, preset: string): Promise<ShowMaterial | null> {
  try {
    return await readShowMaterial(folder, preset);
  } catch (error) {
    // No questions for this preset: the organiser brings them.
    if (error instanceof FolderFault) return null;
    throw error;
  }
}

/**
 * The configuration as it stands: made from the preset at first, stored once the contest runs. Until the tables are
 * drawn or the show starts (`fixed`), the teams follow the entries of the stage.
 */
export async function currentConfig(
  db: Database,
  stageId: string,
  folder: URL,
  fixed: boolean,
): Promise<ShowConfig> {
  const stored = await readConfig(db, stageId);
  if (stored !== undefined && fixed) return stored;
  const stage = await readStage(db, stageId);
  if (stage?.kind !== 'show') throw new Error('no such show');
  const teams = await teamsOf(db, stage);
  if (stored !== undefined) return withTeams(stored, teams);
  const { preset } = stage.settings as ShowStage;
  const made = firstConfig(
    `${stage.contestTitle} ${stage.name}`,
    preset,
    teams,
    await material(folder, preset),
  );
  if (stage.contestStatus !== 'running') return made;
  await storeFirstConfig(db, stageId, made);
  return withTeams((await readConfig(db, stageId)) ?? made, teams);
}
