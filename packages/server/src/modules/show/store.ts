import { refuse, type Refusal, type Result } from '@leitai/rules';
import { completeConfig, completeEvent, type ShowConfig, type ShowEvent } from '@leitai/rules/show';
import { sql } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import { isDataException, isUniqueViolation, json, type Database, type Tx } from '../../platform/database.ts';

/** One row to append; its seq follows from its place. */
export interface NewEvent {
  readonly event: ShowEvent;
  /** Who sent the command, e.g. `team:…`; with `commandId` it names the command for ever. */
  readonly actor: string;
  readonly commandId: string | null;
}

export interface StoredEvent extends NewEvent {
  readonly seq: number;
}

/** With what a later release added. */
export async function readConfig(db: Database | Tx, stageId: string): Promise<ShowConfig | undefined> {
  const row = await db
    .selectFrom('show_config')
    .select(sql<unknown>`config`.as('config'))
    .where('stage_id', '=', stageId)
    .executeTakeFirst();
  return row && completeConfig(row.config);
}

/** Keeps what is there: two processes may make the first configuration at once. */
export async function storeFirstConfig(
  db: Database | Tx,
  stageId: string,
  config: ShowConfig,
): Promise<void> {
  await db
    .insertInto('show_config')
    .values({ stage_id: stageId, config: json(config) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function replaceConfig(tx: Tx, stageId: string, config: ShowConfig): Promise<void> {
  await tx
    .insertInto('show_config')
    .values({ stage_id: stageId, config: json(config) })
    .onConflict((conflict) => conflict.column('stage_id').doUpdateSet({ config: json(config) }))
    .execute();
}

/** Whether the stored configuration is this one, as JSON values. */
export async function isStoredConfig(tx: Tx, stageId: string, config: ShowConfig): Promise<boolean> {
  const row = await tx
    .selectFrom('show_config')
    .select(sql<boolean>`config = ${json(config)}`.as('same'))
    .where('stage_id', '=', stageId)
    .executeTakeFirst();
  return row?.same === true;
}

/** Events after `seq`, in order, with what a later release added. */
export async function readEvents(db: Database | Tx, stageId: string, seq: number): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('show_event')
    .select(['seq', 'actor', 'command_id', sql<unknown>`event`.as('event')])
    .where('stage_id', '=', stageId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    actor: row.actor,
    commandId: row.command_id,
    event: completeEvent(row.event),
  }));
}

/** The first `count` events exactly as they were stored, for a digest that holds whatever release reads them. */
export async function readStored(db: Database, stageId: string, count: number): Promise<unknown[]> {
  const rows = await db
    .selectFrom('show_event')
    .select(sql<unknown>`event`.as('event'))
    .where('stage_id', '=', stageId)
    .where('seq', '<=', count)
    .orderBy('seq')
    .execute();
  return rows.map(({ event }) => event);
}

/** How far the logs of these shows have got. */
export async function lastSeqs(db: Database, stageIds: readonly string[]): Promise<Map<string, number>> {
  if (stageIds.length === 0) return new Map();
  const { rows } = await sql<{ stage: string; seq: number }>`
    select s.id::text as stage, coalesce((select max(seq) from show_event where stage_id = s.id), 0) as seq
    from unnest(${[...stageIds]}::uuid[]) as s(id)
  `.execute(db);
  return new Map(rows.map(({ stage, seq }) => [stage, Number(seq)]));
}

/** Stages on which a show has started and is not taken over yet. */
export async function runningShows(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('stage')
    .select('id')
    .where('kind', '=', 'show')
    .where('status', '=', 'open')
    .execute();
  return rows.map(({ id }) => id);
}

/** Looked at inside the appending transaction: a refusal, or `stale` when the caller's state is not the stored one. */
export type Guard = (tx: Tx) => Promise<Refusal | 'stale' | null>;

/** `conflict`: another owner has written; nothing was stored here. */
export type Appended = Result<'stored' | 'conflict'>;

class Undo extends Error {
  readonly reason: Refusal | 'stale';
  constructor(reason: Refusal | 'stale') {
    super('undo');
    this.reason = reason;
  }
}

/** The hot path: one prepared statement, one round trip, one commit. */
async function insertFast(
  pool: Platform['pool'],
  stageId: string,
  rows: readonly { seq: number; at: Date; actor: string; command_id: string | null; text: string }[],
): Promise<void> {
  await pool.query({
    name: 'show.append',
    text: `insert into show_event (stage_id, seq, at, actor, command_id, event)
      select $1::uuid, seq, at, actor, command_id, event
      from unnest($2::int[], $3::timestamptz[], $4::text[], $5::text[], $6::jsonb[])
        as given (seq, at, actor, command_id, event)`,
    values: [
      stageId,
      rows.map(({ seq }) => seq),
      rows.map(({ at }) => at),
      rows.map(({ actor }) => actor),
      rows.map(({ command_id }) => command_id),
      rows.map(({ text }) => text),
    ],
  });
}

/**
 * Appends after `seq`, all or nothing: the primary key (stage, seq) is the lock. Refuses what the guard refuses, and
 * `request.invalid` when the database cannot keep a value.
 */
export async function append(
  { db, pool }: Pick<Platform, 'db' | 'pool'>,
  stageId: string,
  seq: number,
  events: readonly NewEvent[],
  guard: Guard | null,
): Promise<Appended> {
  const rows = events.map(({ event, actor, commandId }, index) => ({
    seq: seq + 1 + index,
    at: new Date(event.at),
    actor,
    command_id: commandId,
    text: JSON.stringify(event),
  }));
  try {
    if (guard === null) await insertFast(pool, stageId, rows);
    else
      await db.transaction().execute(async (tx) => {
        const reason = await guard(tx);
        if (reason !== null) throw new Undo(reason);
        const values = rows.map(({ text, ...row }) => ({
          ...row,
          stage_id: stageId,
          event: sql<never>`${text}::jsonb`,
        }));
        await tx.insertInto('show_event').values(values).execute();
      });
    return { ok: true, value: 'stored' };
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: true, value: 'conflict' };
    if (isDataException(error)) return refuse('request.invalid');
    if (!(error instanceof Undo)) throw error;
    return error.reason === 'stale'
      ? { ok: true, value: 'conflict' }
      : refuse(error.reason.code, error.reason.facts);
  }
}
