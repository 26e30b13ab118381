import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';

const FOLDER = new URL('../../migrations/', import.meta.url);
/** Any fixed number: the advisory lock that lets one process migrate at a time. */
const LOCK = 7_310_001;

/** Names of the files in `migrations/`, in order. */
export async function knownMigrations(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
}

/** What a database still lacks, and what a newer Leitai has done to it; both empty when it fits this one. */
export async function migrationState(pool: pg.Pool): Promise<{ pending: string[]; unknown: string[] }> {
  const known = await knownMigrations();
  const { rows } = await pool.query<{ there: boolean }>(
    `select to_regclass('migration') is not null as there`,
  );
  const done = rows[0]?.there
    ? (await pool.query<{ name: string }>('select name from migration order by name')).rows.map((r) => r.name)
    : [];
  return {
    pending: known.filter((name) => !done.includes(name)),
    unknown: done.filter((name) => !known.includes(name)),
  };
}

/**
 * Runs the plain SQL files of `migrations/` that have not run yet, in order, each in one transaction. Returns their
 * names. `only` leaves the others out (a backup is restored into the schema it was made from).
 */
export async function migrate(pool: pg.Pool, only?: ReadonlySet<string>): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'create table if not exists migration (name text primary key, run_at timestamptz not null default now())',
    );
    const done = new Set(
      (await client.query<{ name: string }>('select name from migration')).rows.map((r) => r.name),
    );
    const names = (await knownMigrations()).filter(
      (name) => !done.has(name) && (only === undefined || only.has(name)),
    );
    for (const name of names) {
      await client.query('begin');
      try {
        await client.query(await readFile(new URL(name, FOLDER), 'utf8'));
        await client.query('insert into migration (name) values ($1)', [name]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`migration ${name} failed`, { cause: error });
      }
    }
    return names;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    client.release();
  }
}
