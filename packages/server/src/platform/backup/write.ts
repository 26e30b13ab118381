import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { quote, readTables, type Header, type Table } from './format.ts';

const FETCH = 1_000;
/** Rows that hold files (chunks of a quarter of a megabyte, twice that as text). */
const FETCH_BYTES = 8;

export interface BackupReport {
  readonly rows: number;
  readonly tables: number;
}

/** `exists`: the file is there already and is left alone. */
export type BackupRefusal = 'exists';

/**
 * Writes all tables as of one instant to `file`, while the house goes on working. Memory stays flat; the file appears
 * under its name only when it is whole and on disk.
 */
export async function writeBackup(
  pool: pg.Pool,
  file: string,
  say: (table: string, rows: number) => void = () => {},
): Promise<BackupReport | BackupRefusal> {
  if (existsSync(file)) return 'exists';
  const making = `${file}.part`;
  const client = await pool.connect();
  const gzip = createGzip({ level: 6 });
  const target = createWriteStream(making, { mode: 0o600 });
  const written = finished(gzip.pipe(target));
  gzip.once('error', () => {});
  target.once('error', (error) => gzip.destroy(error));
  // Awaited at the end; without this a full disk on the way would end the process instead.
  written.catch(() => undefined);
  const line = async (text: string): Promise<void> => {
    if (!gzip.write(`${text}\n`)) await Promise.race([once(gzip, 'drain'), written]);
  };
  try {
    await client.query(`begin isolation level repeatable read read only; set local timezone = 'UTC'`);
    const tables = await readTables(client);
    const header = await headerOf(client, tables);
    await line(JSON.stringify(header));
    for (const [index, table] of tables.entries()) {
      const { rows } = header.tables[index]!;
      if (rows > 0) await writeRows(client, table, line);
      say(table.name, rows);
    }
    await client.query('commit');
    gzip.end();
    await written;
    const handle = await open(making, 'r+');
    await handle.sync();
    await handle.close();
    await rename(making, file);
    return { tables: tables.length, rows: header.tables.reduce((sum, { rows }) => sum + rows, 0) };
  } catch (error) {
    gzip.destroy();
    target.destroy();
    await rm(making, { force: true });
    throw error;
  } finally {
    // After a failure the transaction is still open: the connection is thrown away with it.
    client.release(gzip.writableFinished ? undefined : true);
  }
}

async function headerOf(client: pg.ClientBase, tables: readonly Table[]): Promise<Header> {
  const counted = [];
  for (const { name, columns } of tables) {
    const { rows } = await client.query<{ n: number }>(`select count(*) as n from ${quote(name)}`);
    counted.push({ name, columns: columns.map((column) => column.name), rows: Number(rows[0]!.n) });
  }
  const migrations = await client.query<{ name: string }>('select name from migration order by name');
  const names = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'S' and relnamespace = current_schema()::regnamespace`,
  );
  const sequences = [];
  for (const { name } of names.rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${quote(name)}`,
    );
    sequences.push({ name, ...state.rows[0]! });
  }
  return {
    format: 'leitai-backup',
    version: 1,
    madeAt: new Date().toISOString(),
    migrations: migrations.rows.map((row) => row.name),
    tables: counted,
    sequences,
  };
}

async function writeRows(
  client: pg.ClientBase,
  { name, columns }: Table,
  line: (text: string) => Promise<void>,
): Promise<void> {
  const fetch = columns.some(({ type }) => type === 'bytea') ? FETCH_BYTES : FETCH;
  const texts = columns.map((column) => `${quote(column.name)}::text`).join(', ');
  await client.query(
    `declare rows_out no scroll cursor for select array_to_json(array[${texts}])::text as row from ${quote(name)}`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${fetch} from rows_out`);
    if (rows.length > 0) await line(rows.map(({ row }) => row).join('\n'));
    if (rows.length < fetch) break;
  }
  await client.query('close rows_out');
}
