import type pg from 'pg';

/**
 * A backup is one gzip file of JSON lines. The first is this header; then, table after table in its order, one array
 * a row holding each column as PostgreSQL writes it as text (null for NULL), so that every value comes back exactly.
 */
export interface Header {
  readonly format: 'leitai-backup';
  readonly version: 1;
  /** ISO instant. */
  readonly madeAt: string;
  readonly migrations: readonly string[];
  readonly tables: readonly TableHeader[];
  readonly sequences: readonly { readonly name: string; readonly value: string; readonly called: boolean }[];
}

export interface TableHeader {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** What migrations write themselves is not backed up. */
const OWN = 'migration';

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Every table of the schema with the columns that hold data of their own (generated ones are computed again). */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ table: string; column: string; type: string }>(
    `select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as "type"
       from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname <> $1
      order by c.relname, a.attnum`,
    [OWN],
  );
  return [...Map.groupBy(rows, (row) => row.table)].map(([name, columns]) => ({
    name,
    columns: columns.map(({ column, type }) => ({ name: column, type })),
  }));
}
