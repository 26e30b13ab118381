import type pg from 'pg';

/** What keeps its own append-only record, or is no act of anybody: logs, sessions, keys, a show's first configuration. */
const OWN_RECORD = new Set([
  'answer',
  'attempt',
  'audit',
  'auth_session',
  'auth_verification',
  'crowd_answer',
  'crowd_ask',
  'crowd_draw',
  'crowd_guest',
  'media_chunk',
  'migration',
  'secret',
  'show_config',
  'show_event',
]);

/** For tests: from now on a transaction that changes anything without writing an audit row fails at its commit. */
export async function guardAudit(pool: pg.Pool): Promise<string[]> {
  await pool.query(`create function audited() returns trigger language plpgsql as $$ begin
    if not exists (select 1 from audit where xmin = pg_current_xact_id()::xid) then
      raise exception '% of % without an audit row', tg_op, tg_table_name;
    end if;
    return null;
  end $$`);
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const guarded = rows.map(({ name }) => name).filter((name) => !OWN_RECORD.has(name));
  for (const name of guarded)
    await pool.query(`create constraint trigger audited after insert or update or delete on ${name}
      deferrable initially deferred for each row execute function audited()`);
  return guarded;
}
