import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { checkChain, type ChainReport } from '../auditChain.ts';
import { knownMigrations, migrate } from '../migrate.ts';
import { quote, readTables, type Header, type Table, type TableHeader } from './format.ts';

export type RestoreReport =
  | { readonly done: true; readonly rows: number; readonly tables: number; readonly chain: ChainReport }
  | { readonly done: false; readonly why: RestoreRefusal };

/**
 * `unreadable`: no backup, cut short or damaged; `notEmpty`: the database holds data; `newer`: made by a newer Leitai;
 * `otherShape`: the tables differ from the header's. Nothing was changed in any of them.
 */
export interface RestoreRefusal {
  readonly code: 'unreadable' | 'notEmpty' | 'newer' | 'otherShape';
  readonly detail: string;
}

class Refused extends Error {
  readonly why: RestoreRefusal;
  constructor(code: RestoreRefusal['code'], detail: string) {
    super(detail);
    this.why = { code, detail };
  }
}

const BATCH_ROWS = 1_000;
const BATCH_BYTES = 4_000_000;

/** Loads a backup into an empty database in one transaction: all of it or nothing. Then migrates to this version. */
export async function readBackup(
  pool: pg.Pool,
  file: string,
  say: (table: string, rows: number) => void = () => {},
): Promise<RestoreReport> {
  const lines = linesOf(file);
  try {
    const header = headerOf((await lines.next()).value);
    const known = await knownMigrations();
    const missing = header.migrations.filter((name) => !known.includes(name));
    if (missing.length > 0) throw new Refused('newer', missing.join(', '));
    await refuseFull(pool);
    await migrate(pool, new Set(header.migrations));
    const rows = await load(pool, header, lines, say);
    await migrate(pool);
    return { done: true, rows, tables: header.tables.length, chain: await checkChain(pool) };
  } catch (error) {
    if (error instanceof Refused) return { done: false, why: error.why };
    throw error;
  } finally {
    await lines.return(undefined);
  }
}

/** Lines of the file (only LF ends one: texts may hold U+2028); a damaged or cut-short file ends in a refusal. */
async function* linesOf(file: string): AsyncGenerator<string, undefined> {
  const unzipped = createGunzip();
  // Errors of the file arrive through the gunzip stream, which the pipeline destroys with them.
  pipeline(createReadStream(file), unzipped, () => {});
  let rest = '';
  try {
    for await (const chunk of unzipped.setEncoding('utf8') as AsyncIterable<string>) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop()!;
      yield* lines;
    }
  } catch (error) {
    throw new Refused('unreadable', (error as Error).message);
  }
  if (rest !== '') throw new Refused('unreadable', 'the last line is cut short');
  return undefined;
}

function headerOf(line: string | undefined): Header {
  try {
    const header = JSON.parse(line ?? '') as Header;
    if (header.format === 'leitai-backup' && header.version === 1) return header;
  } catch {
    // Told below: it is no backup of ours either way.
  }
  throw new Refused('unreadable', 'not a Leitai backup');
}

async function refuseFull(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    for (const { name } of await readTables(client)) {
      const { rows } = await client.query<{ some: boolean }>(
        `select exists (select from ${quote(name)}) as some`,
      );
      if (rows[0]!.some) throw new Refused('notEmpty', name);
    }
  } finally {
    client.release();
  }
}

async function load(
  pool: pg.Pool,
  header: Header,
  lines: AsyncGenerator<string, undefined>,
  say: (table: string, rows: number) => void,
): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query(`begin; set local timezone = 'UTC'`);
    const tables = new Map((await readTables(client)).map((table) => [table.name, table]));
    const restoreKeys = await dropForeignKeys(client);
    let total = 0;
    for (const wanted of header.tables) {
      const table = tables.get(wanted.name);
      const columns = table?.columns.map((column) => column.name).join();
      if (table === undefined || columns !== wanted.columns.join())
        throw new Refused('otherShape', wanted.name);
      await loadTable(client, table, wanted, lines);
      total += wanted.rows;
      say(wanted.name, wanted.rows);
    }
    if (!(await lines.next()).done) throw new Refused('unreadable', 'more rows than the header says');
    for (const { name, value, called } of header.sequences) {
      await client.query('select setval($1::regclass, $2::bigint, $3)', [quote(name), value, called]);
    }
    await restoreKeys();
    await client.query('commit');
    return total;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    // Integrity (class 23) and data (class 22) errors: the file says what the schema does not allow.
    const { code, message } = error as { code?: string; message: string };
    if (/^2[23]/.test(code ?? '')) throw new Refused('unreadable', message);
    throw error;
  } finally {
    client.release();
  }
}

/** Foreign keys go while rows arrive in any order, and are checked over everything when they come back. */
async function dropForeignKeys(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ owner: string; name: string; definition: string }>(
    `select conrelid::regclass::text as owner, conname as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace and conparentid = 0`,
  );
  for (const { owner, name } of rows) {
    await client.query(`alter table ${owner} drop constraint ${quote(name)}`);
  }
  return async () => {
    for (const { owner, name, definition } of rows) {
      await client.query(`alter table ${owner} add constraint ${quote(name)} ${definition}`);
    }
  };
}

async function loadTable(
  client: pg.ClientBase,
  { name, columns }: Table,
  wanted: TableHeader,
  lines: AsyncGenerator<string, undefined>,
): Promise<void> {
  const names = columns.map((column) => quote(column.name)).join(', ');
  const values = columns.map((column, index) => `(r->>${index})::${column.type}`).join(', ');
  const insert = `insert into ${quote(name)} (${names}) overriding system value
    select ${values} from json_array_elements($1::json) r`;
  await client.query(`alter table ${quote(name)} disable trigger user`);
  let batch: string[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await client.query(insert, [`[${batch.join(',')}]`]);
    batch = [];
    bytes = 0;
  };
  for (let left = wanted.rows; left > 0; left -= 1) {
    const { value, done } = await lines.next();
    if (done) throw new Refused('unreadable', `cut short in ${name}`);
    batch.push(value);
    bytes += value.length;
    if (batch.length >= BATCH_ROWS || bytes >= BATCH_BYTES) await flush();
  }
  await flush();
  await client.query(`alter table ${quote(name)} enable trigger user`);
}
