import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './schema.generated.ts';

export type Database = Kysely<DB>;
export type Tx = Transaction<DB>;

// Instants arrive as Date, 64-bit counters as numbers (all of ours stay below 2^53), numeric as text (SK-60).
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export interface Connection {
  readonly db: Database;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** One pool for the process; `max` connections. */
export function connect(url: string, max = 10): Connection {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'leitai' });
  // An idle connection that the server drops is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  const close = async (): Promise<void> => {
    await db.destroy();
    // Kysely ends the pool only if it was ever asked something itself.
    if (!pool.ended) await pool.end();
  };
  return { db, pool, close };
}

/** Whether PostgreSQL says the row is there already. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '23505';

/** A value that PostgreSQL cannot keep, e.g. a NUL in a text (class 22): nothing was stored, and a retry changes nothing. */
export const isDataException = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code?.startsWith('22') === true;

/** `jsonb` parameter. */
export const json = (value: unknown) => sql<never>`${JSON.stringify(value)}::jsonb`;
