import type { Database } from '../../platform/database.ts';
import { stageEntries } from '../contest/index.ts';
import { readEntrant, readEntrants, readEntries, type EntrantRow } from '../entry/index.ts';

/** An entrant as it may be shown to itself and to the officer in charge. */
export interface EntrantCard extends EntrantRow {
  readonly team: string;
}

export async function readCard(db: Database, entrantId: string): Promise<EntrantCard | null> {
  const entrant = await readEntrant(db, entrantId);
  if (entrant === undefined) return null;
  const entries = await readEntries(db, entrant.contestId);
  return { ...entrant, team: entries.find(({ id }) => id === entrant.entryId)!.name };
}

/** The entrants of every entry that takes part in the stage, by entry and seat. */
export async function readStageCards(
  db: Database,
  stage: { readonly id: string; readonly contestId: string },
): Promise<EntrantCard[]> {
  const takesPart = new Set(await stageEntries(db, stage.id));
  const teams = new Map((await readEntries(db, stage.contestId)).map(({ id, name }) => [id, name]));
  return (await readEntrants(db, stage.contestId))
    .filter(({ entryId }) => takesPart.has(entryId))
    .map((entrant) => ({ ...entrant, team: teams.get(entrant.entryId)! }));
}
