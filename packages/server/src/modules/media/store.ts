import { sql } from 'kysely';
import { isUniqueViolation, type Database, type Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { MediaKind } from './limits.ts';

/** Bytes of every chunk but the last; written into the table's check, never to be changed. */
export const CHUNK = 262_144;

export interface MediaRow {
  readonly id: string;
  readonly stageId: string;
  readonly kind: MediaKind;
  readonly type: string;
  readonly name: string;
  readonly bytes: number;
  readonly received: number;
  readonly sha256: string | null;
  readonly state: 'uploading' | 'ready';
  readonly createdAt: Date;
}

const select = (db: Database | Tx) =>
  db.selectFrom('media').select([
    'id',
    'stage_id as stageId',
    sql<MediaKind>`kind`.as('kind'),
    'type',
    'name',
    sql<number>`bytes`.as('bytes'),
    'sha256',
    sql<MediaRow['state']>`state`.as('state'),
    'created_at as createdAt',
    sql<number>`coalesce((
      select no::bigint * ${sql.lit(CHUNK)} + octet_length(chunk.bytes) from media_chunk chunk
      where media_id = media.id order by no desc limit 1
    ), 0)`.as('received'),
  ]);

export const readMedia = (
  db: Database | Tx,
  stageId: string,
  mediaId: string,
): Promise<MediaRow | undefined> =>
  select(db).where('id', '=', mediaId).where('stage_id', '=', stageId).executeTakeFirst();

/** Items of a stage in the order they were started. */
export const listMedia = (db: Database | Tx, stageId: string): Promise<MediaRow[]> =>
  select(db).where('stage_id', '=', stageId).orderBy('created_at').orderBy('id').execute();

/** What may be shown: not an upload under way. */
export const readReady = (
  db: Database,
  mediaId: string,
): Promise<{ type: string; bytes: number; sha256: string } | undefined> =>
  db
    .selectFrom('media')
    .select(['type', sql<number>`bytes`.as('bytes'), sql<string>`sha256`.as('sha256')])
    .where('id', '=', mediaId)
    .where('state', '=', 'ready')
    .executeTakeFirst();

/** Kinds of a stage's items that may be shown, by id. */
export async function readyKinds(db: Database | Tx, stageId: string): Promise<Map<string, MediaKind>> {
  const rows = await db
    .selectFrom('media')
    .select(['id', sql<MediaKind>`kind`.as('kind')])
    .where('stage_id', '=', stageId)
    .where('state', '=', 'ready')
    .execute();
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}

export async function insertMedia(
  tx: Tx,
  row: Omit<MediaRow, 'id' | 'received' | 'sha256' | 'state' | 'createdAt'> & { by: string; at: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto('media')
    .values({
      stage_id: row.stageId,
      kind: row.kind,
      type: row.type,
      name: row.name,
      bytes: row.bytes,
      state: 'uploading',
      created_by: row.by,
      created_at: row.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What the stage holds, uploads under way at their full size. */
export async function stageTotals(tx: Tx, stageId: string): Promise<{ items: number; bytes: number }> {
  return tx
    .selectFrom('media')
    .select([sql<number>`count(*)`.as('items'), sql<number>`coalesce(sum(bytes), 0)::bigint`.as('bytes')])
    .where('stage_id', '=', stageId)
    .executeTakeFirstOrThrow();
}

/**
 * Puts bytes at `offset`, which must be where the stored ones end; they must not reach over the end of a chunk. False
 * when somebody else has put bytes there meanwhile, or the item is gone.
 */
export async function putBytes(
  { pool }: Pick<Platform, 'pool'>,
  mediaId: string,
  offset: number,
  bytes: Buffer,
): Promise<boolean> {
  const no = Math.floor(offset / CHUNK);
  const before = offset % CHUNK;
  const put =
    before === 0
      ? pool.query('insert into media_chunk (media_id, no, bytes) values ($1, $2, $3)', [mediaId, no, bytes])
      : pool.query(
          `update media_chunk set bytes = bytes || $3
             where media_id = $1 and no = $2 and octet_length(bytes) = $4`,
          [mediaId, no, bytes, before],
        );
  try {
    return (await put).rowCount === 1;
  } catch (error) {
    if (isUniqueViolation(error) || (error as { code?: string }).code === '23503') return false;
    throw error;
  }
}

/** A part of a chunk, `from` … `to` (both included) counted in the file; null when it is gone. */
export async function readBytes(
  { pool }: Pick<Platform, 'pool'>,
  mediaId: string,
  from: number,
  to: number,
): Promise<Buffer | null> {
  const no = Math.floor(from / CHUNK);
  const { rows } = await pool.query<{ bytes: Buffer }>({
    name: 'media.read',
    text: 'select substring(bytes from $3::int for $4::int) as bytes from media_chunk where media_id = $1 and no = $2',
    values: [mediaId, no, (from % CHUNK) + 1, Math.min(to, (no + 1) * CHUNK - 1) - from + 1],
  });
  return rows[0]?.bytes ?? null;
}

/** False when it is no upload under way (any more). */
export async function setReady(tx: Tx, mediaId: string, sha256: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('media')
    .set({ state: 'ready', sha256 })
    .where('id', '=', mediaId)
    .where('state', '=', 'uploading')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deleteMedia(tx: Tx, mediaId: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('media').where('id', '=', mediaId).executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Uploads of any stage that nobody finished. */
export const readAbandoned = (
  tx: Tx,
  before: Date,
): Promise<{ id: string; stageId: string; unitPath: string }[]> =>
  tx
    .selectFrom('media')
    .innerJoin('stage', 'stage.id', 'media.stage_id')
    .innerJoin('contest', 'contest.id', 'stage.contest_id')
    .innerJoin('unit', 'unit.id', 'contest.unit_id')
    .select(['media.id', 'media.stage_id as stageId', 'unit.path as unitPath'])
    .where('media.state', '=', 'uploading')
    .where('media.created_at', '<', before)
    .orderBy('media.id')
    .execute();
