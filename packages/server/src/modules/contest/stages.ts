import type { ContestSettings, StageKind, StageSettings } from '@leitai/rules';
import { sql } from 'kysely';
import { json, type Database, type Tx } from '../../platform/database.ts';
import type { ContestStatus } from './store.ts';

export type StageStatus = 'planned' | 'open' | 'closed' | 'decided';

export interface StageRow {
  readonly id: string;
  readonly contestId: string;
  readonly contestTitle: string;
  readonly contestStatus: ContestStatus;
  readonly unitPath: string;
  /** From 1. */
  readonly ordinal: number;
  readonly kind: StageKind;
  readonly name: string;
  readonly status: StageStatus;
  readonly settings: StageSettings;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  /** An exam's scheduled start; null: the opening. */
  readonly startsAt: Date | null;
  /** How many entries take part. */
  readonly entries: number;
}

const select = (db: Database | Tx) =>
  db
    .selectFrom('stage')
    .innerJoin('contest', 'contest.id', 'stage.contest_id')
    .innerJoin('unit', 'unit.id', 'contest.unit_id')
    .select([
      'stage.id',
      'stage.contest_id as contestId',
      'contest.title as contestTitle',
      sql<ContestStatus>`contest.status`.as('contestStatus'),
      'unit.path as unitPath',
      'stage.ordinal',
      sql<StageKind>`stage.kind`.as('kind'),
      'stage.name',
      sql<StageStatus>`stage.status`.as('status'),
      sql<StageSettings>`stage.settings`.as('settings'),
      'stage.opens_at as opensAt',
      'stage.closes_at as closesAt',
      'stage.starts_at as startsAt',
      sql<number>`(select count(*) from stage_entry where stage_id = stage.id)`.as('entries'),
    ]);

export const readStage = (db: Database | Tx, stageId: string): Promise<StageRow | undefined> =>
  select(db).where('stage.id', '=', stageId).executeTakeFirst();

/** Stages of a contest in their order. */
export const readStages = (db: Database | Tx, contestId: string): Promise<StageRow[]> =>
  select(db).where('stage.contest_id', '=', contestId).orderBy('stage.ordinal').execute();

const neighbour = (db: Database | Tx, stage: StageRow, step: -1 | 1): Promise<StageRow | undefined> =>
  select(db)
    .where('stage.contest_id', '=', stage.contestId)
    .where('stage.ordinal', '=', stage.ordinal + step)
    .executeTakeFirst();

export const previousStage = (db: Database | Tx, stage: StageRow) => neighbour(db, stage, -1);
export const nextStage = (db: Database | Tx, stage: StageRow) => neighbour(db, stage, 1);

/** The stage, held against other changes of its status until the transaction ends. */
export async function lockStage(tx: Tx, stageId: string): Promise<StageRow | undefined> {
  await tx.selectFrom('stage').select('id').where('id', '=', stageId).forNoKeyUpdate().execute();
  return readStage(tx, stageId);
}

/** Scope of a stage: the path of the unit that holds its contest. */
export async function stagePaths(db: Database | Tx, stageId: string): Promise<readonly string[]> {
  const stage = await readStage(db, stageId);
  return stage === undefined ? [] : [stage.unitPath];
}

/** Ids of the entries taking part, in the order of their numbers. */
export async function stageEntries(db: Database | Tx, stageId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('stage_entry')
    .innerJoin('entry', 'entry.id', 'stage_entry.entry_id')
    .select('entry.id')
    .where('stage_entry.stage_id', '=', stageId)
    .orderBy('entry.no')
    .execute();
  return rows.map(({ id }) => id);
}

/** Stages that an entry takes part in, in order; the last one is current. */
export const stagesOfEntry = (db: Database | Tx, entryId: string): Promise<StageRow[]> =>
  select(db)
    .innerJoin('stage_entry', 'stage_entry.stage_id', 'stage.id')
    .where('stage_entry.entry_id', '=', entryId)
    .orderBy('stage.ordinal')
    .execute();

export async function takesPart(db: Database | Tx, stageId: string, entryId: string): Promise<boolean> {
  const row = await db
    .selectFrom('stage_entry')
    .select('entry_id')
    .where('stage_id', '=', stageId)
    .where('entry_id', '=', entryId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Lets entries take part in a stage; who is in already stays in. The caller audits. */
export async function enterStage(tx: Tx, stageId: string, entryIds: readonly string[]): Promise<void> {
  if (entryIds.length === 0) return;
  await sql`insert into stage_entry (stage_id, entry_id)
    select ${stageId}, id from unnest(${[...entryIds]}::uuid[]) as id on conflict do nothing`.execute(tx);
}

/** Sets the status, and the times that are given; the caller checks that the step is due, and audits. */
export async function setStageStatus(
  tx: Tx,
  stageId: string,
  status: StageStatus,
  times: { readonly opensAt?: number; readonly closesAt?: number; readonly startsAt?: number } = {},
): Promise<void> {
  await tx
    .updateTable('stage')
    .set({
      status,
      ...(times.opensAt === undefined ? {} : { opens_at: new Date(times.opensAt) }),
      ...(times.closesAt === undefined ? {} : { closes_at: new Date(times.closesAt) }),
      ...(times.startsAt === undefined ? {} : { starts_at: new Date(times.startsAt) }),
    })
    .where('id', '=', stageId)
    .execute();
}

/**
 * Makes the stage rows of a draft agree with its settings. A stage keeps its id, and with it what is edited on the
 * stage itself, as long as its place and kind stay.
 */
export async function rebuildStages(tx: Tx, contestId: string, settings: ContestSettings): Promise<void> {
  const kept = new Map(
    (await readStages(tx, contestId))
      .filter((stage) => settings.stages[stage.ordinal - 1]?.kind === stage.kind)
      .map((stage) => [stage.ordinal, stage.id]),
  );
  await sql`delete from stage where contest_id = ${contestId} and id <> all(${[...kept.values()]}::uuid[])`.execute(
    tx,
  );
  for (const [index, stage] of settings.stages.entries()) {
    const id = kept.get(index + 1);
    const values = { name: stage.name, settings: json(stage) };
    if (id !== undefined) await tx.updateTable('stage').set(values).where('id', '=', id).execute();
    else
      await tx
        .insertInto('stage')
        .values({
          ...values,
          contest_id: contestId,
          ordinal: index + 1,
          kind: stage.kind,
          status: 'planned',
        })
        .execute();
  }
}
