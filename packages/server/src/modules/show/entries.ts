import { setImmediate as turn } from 'node:timers/promises';
import type { Team } from '@leitai/rules/show';
import type { Database, Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { stageEntries } from '../contest/index.ts';
import { readEntries, readTickets, ticketPath } from '../entry/index.ts';

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

interface Asking {
  readonly stages: string[];
  readonly entrants: string[];
  readonly answer: Promise<ReadonlyMap<string, string>>;
}
const asking = new WeakMap<Platform, Asking>();

/**
 * The entry an entrant stands for, if it takes part in the stage. Asked for every team's phone every other second: all
 * that is asked in one turn of the event loop is one statement.
 */
export async function entryOnStage(
  platform: Platform,
  stage: StageOf,
  entrantId: string,
): Promise<string | undefined> {
  let batch = asking.get(platform);
  if (batch === undefined) {
    const [stages, entrants]: [string[], string[]] = [[], []];
    const answer = turn().then(() => {
      asking.delete(platform);
      return entriesOnStages(platform, stages, entrants);
    });
    batch = { stages, entrants, answer };
    asking.set(platform, batch);
  }
  batch.stages.push(stage.id);
  batch.entrants.push(entrantId);
  return (await batch.answer).get(`${stage.id} ${entrantId}`);
}

async function entriesOnStages(
  { pool }: Platform,
  stages: readonly string[],
  entrants: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ stage: string; entrant: string; entry: string }>({
    name: 'show.entries',
    text: `select asked.stage, asked.entrant, entry.id as entry
      from unnest($1::uuid[], $2::uuid[]) as asked (stage, entrant)
      join entrant on entrant.id = asked.entrant
      join entry on entry.id = entrant.entry_id and entry.status = 'qualified'
      join stage on stage.id = asked.stage and stage.contest_id = entry.contest_id
      join stage_entry on stage_entry.stage_id = stage.id and stage_entry.entry_id = entry.id`,
    values: [stages, entrants],
  });
  return new Map(rows.map(({ stage, entrant, entry }) => [`${stage} ${entrant}`, entry]));
}

/** Paths of the units that have a team on the stage. */
export async function unitsOnStage({ pool }: Platform, stageId: string): Promise<string[]> {
  const { rows } = await pool.query<{ path: string }>({
    name: 'show.units',
    text: `select distinct unit.path
      from stage_entry
      join entry on entry.id = stage_entry.entry_id and entry.status = 'qualified'
      join unit on unit.id = entry.unit_id
      where stage_entry.stage_id = $1`,
    values: [stageId],
  });
  return rows.map(({ path }) => path);
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
