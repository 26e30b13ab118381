import type { Team } from '@leitai/rules/show';
import type { Database, Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { stageEntries } from '../contest/index.ts';
import { readEntrant, readEntries, readTickets, ticketPath } from '../entry/index.ts';

interface StageOf {
  readonly id: string;
  readonly contestId: string;
}

/** The qualified entries of a stage as teams, in the order of their numbers. */
export async function teamsOf(db: Database | Tx, stage: StageOf): Promise<Team[]> {
  const onStage = new Set(await stageEntries(db, stage.id));
  const entries = await readEntries(db, stage.contestId);
  return entries
    .filter(({ id, status }) => onStage.has(id) && status === 'qualified')
    .map(({ id, name }) => ({ id, name }));
}

/** The entry an entrant stands for, if it takes part in the stage. */
export async function entryOnStage(
  db: Database,
  stage: StageOf,
  entrantId: string,
): Promise<string | undefined> {
  const entrant = await readEntrant(db, entrantId);
  if (entrant === undefined) return undefined;
  return (await teamsOf(db, stage)).find(({ id }) => id === entrant.entryId)?.id;
}

/** Paths of the phone pages by entry: the valid ticket of each team's first seat that has one. */
export async function ticketPathsByEntry(platform: Platform, stage: StageOf): Promise<Map<string, string>> {
  const entryOf = new Map(
    (await readEntries(platform.db, stage.contestId)).map(({ id, name }) => [name, id]),
  );
  const paths = new Map<string, string>();
  for (const { team, id, revokedAt, expiresAt } of await readTickets(platform.db, stage.contestId))
    if (revokedAt === null && !paths.has(entryOf.get(team)!))
      paths.set(entryOf.get(team)!, ticketPath(platform, id, expiresAt));
  return paths;
}
