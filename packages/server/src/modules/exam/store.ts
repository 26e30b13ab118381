import type { Choice, PaperItem } from '@leitai/rules';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Database, Tx } from '../../platform/database.ts';
import type { AnswerRow } from './answerLog.ts';

/** A row of `attempt`; instants in epoch ms. */
export interface Attempt {
  readonly id: string;
  readonly stageId: string;
  readonly entrantId: string;
  readonly paper: readonly PaperItem[];
  readonly device: number;
  readonly startedAt: number;
  readonly deadlineAt: number;
  readonly submittedAt: number | null;
}

/** The answer that counts for a question: the highest revision. */
export interface CountingAnswer {
  readonly attemptId: string;
  readonly no: number;
  readonly revision: number;
  readonly choice: Choice;
}

const COLUMNS = [
  'id',
  'stage_id',
  'entrant_id',
  'paper',
  'device',
  'started_at',
  'deadline_at',
  'submitted_at',
] as const;

interface AttemptRow {
  id: string;
  stage_id: string;
  entrant_id: string;
  paper: unknown;
  device: number;
  started_at: Date;
  deadline_at: Date;
  submitted_at: Date | null;
}

const attemptOf = (row: AttemptRow): Attempt => ({
  id: row.id,
  stageId: row.stage_id,
  entrantId: row.entrant_id,
  paper: row.paper as PaperItem[],
  device: row.device,
  startedAt: row.started_at.getTime(),
  deadlineAt: row.deadline_at.getTime(),
  submittedAt: row.submitted_at?.getTime() ?? null,
});

export async function readAttempt(db: Database | Tx, attemptId: string): Promise<Attempt | null> {
  const row = await db.selectFrom('attempt').select(COLUMNS).where('id', '=', attemptId).executeTakeFirst();
  return row === undefined ? null : attemptOf(row);
}

export async function readAttemptOf(
  db: Database | Tx,
  stageId: string,
  entrantId: string,
): Promise<Attempt | null> {
  const row = await db
    .selectFrom('attempt')
    .select(COLUMNS)
    .where('stage_id', '=', stageId)
    .where('entrant_id', '=', entrantId)
    .executeTakeFirst();
  return row === undefined ? null : attemptOf(row);
}

/** Attempts of an entrant, or of a stage. */
export async function readAttempts(
  db: Database | Tx,
  by: { stageId: string } | { entrantId: string },
): Promise<Attempt[]> {
  const query = db.selectFrom('attempt').select(COLUMNS).orderBy('id');
  const rows = await (
    'stageId' in by ? query.where('stage_id', '=', by.stageId) : query.where('entrant_id', '=', by.entrantId)
  ).execute();
  return rows.map(attemptOf);
}

/** Open exam stages whose time ended before `time`. */
export async function readStagesPast(db: Database, time: number): Promise<string[]> {
  const rows = await db
    .selectFrom('stage')
    .select('id')
    .where('kind', '=', 'exam')
    .where('status', '=', 'open')
    .where('closes_at', '<=', new Date(time))
    .execute();
  return rows.map(({ id }) => id);
}

/** Ids of the stages an entry takes part in. */
export async function readStagesOf(db: Database, entryId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('stage_entry')
    .select('stage_id')
    .where('entry_id', '=', entryId)
    .execute();
  return new Set(rows.map((row) => row.stage_id));
}

export async function readAnswers(
  db: Database | Tx,
  attemptIds: readonly string[],
): Promise<CountingAnswer[]> {
  const { rows } = await sql<{ attempt_id: string; no: number; revision: number; choice: number[] }>`
    select distinct on (attempt_id, no) attempt_id, no, revision, choice from answer
    where attempt_id = any(${[...attemptIds]}::uuid[]) order by attempt_id, no, revision desc`.execute(db);
  return rows.map(({ attempt_id, no, revision, choice }) => ({
    attemptId: attempt_id,
    no,
    revision,
    choice,
  }));
}

/** Questions with an answer that was not withdrawn, by attempt. */
export async function countAnswered(
  db: Database | Tx,
  attemptIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ attempt_id: string; answered: number }>`
    select attempt_id, count(*) as answered from (
      select distinct on (attempt_id, no) attempt_id, choice from answer
      where attempt_id = any(${[...attemptIds]}::uuid[]) order by attempt_id, no, revision desc
    ) counting where choice <> '{}' group by attempt_id`.execute(db);
  return new Map(rows.map((row) => [row.attempt_id, row.answered]));
}

const INSERT_ATTEMPT = {
  name: 'exam.start',
  // One statement, so that a start and a closing of the stage never pass each other: the lock waits for a closing under
  // way and then sees its outcome.
  text: `insert into attempt (stage_id, entrant_id, seed, paper, started_at, deadline_at)
    select $1, $2, $3, $4::jsonb, $5, $6
    from (select id from stage where id = $1 and status = 'open' and closes_at > $5 for share) open_stage
    where exists (select 1 from entrant
      join stage_entry on stage_entry.entry_id = entrant.entry_id
      join entry on entry.id = entrant.entry_id
      where entrant.id = $2 and stage_entry.stage_id = $1 and entry.status = 'qualified')
    on conflict (stage_id, entrant_id) do nothing returning id`,
};

/** The id of the new attempt; null when there is one already, the stage is not open, or the entrant is not in it. */
export async function insertAttempt(
  pool: pg.Pool,
  attempt: Omit<Attempt, 'id' | 'device' | 'submittedAt'> & { readonly seed: string },
): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>({
    ...INSERT_ATTEMPT,
    values: [
      attempt.stageId,
      attempt.entrantId,
      attempt.seed,
      JSON.stringify(attempt.paper),
      new Date(attempt.startedAt),
      new Date(attempt.deadlineAt),
    ],
  });
  return rows[0]?.id ?? null;
}

/**
 * Locks the attempt against answers under way (they hold a key share), in this process or another: what was written
 * before is visible to the next statement, what comes after sees the new device.
 */
export async function takeOver(
  tx: Tx,
  stageId: string,
  entrantId: string,
  now: number,
): Promise<Attempt | null> {
  const locked = await tx
    .selectFrom('attempt')
    .select(COLUMNS)
    .where('stage_id', '=', stageId)
    .where('entrant_id', '=', entrantId)
    .forUpdate()
    .executeTakeFirst();
  if (locked === undefined) return null;
  const attempt = attemptOf(locked);
  if (attempt.submittedAt !== null || now > attempt.deadlineAt) return attempt;
  const device = attempt.device + 1;
  await tx.updateTable('attempt').set({ device }).where('id', '=', attempt.id).execute();
  return { ...attempt, device };
}

/** Hands in what is still open, of one attempt or of a whole stage, at `now` or at its deadline if that was earlier. */
export async function finish(
  tx: Tx,
  which: { attemptId: string } | { stageId: string },
  now: number,
): Promise<number> {
  const where =
    'attemptId' in which ? sql`id = ${which.attemptId}::uuid` : sql`stage_id = ${which.stageId}::uuid`;
  // Locked in the order in which the answer log locks, so that the two never wait for each other in a circle.
  await sql`select 1 from attempt where ${where} and submitted_at is null order by id for update`.execute(tx);
  const { numAffectedRows } = await sql`
    update attempt set submitted_at = least(${new Date(now)}::timestamptz, deadline_at)
    where ${where} and submitted_at is null`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

const WRITE = {
  name: 'exam.save',
  // The key share is what the foreign key takes anyway; taken first, it makes the device and the handing-in certain.
  text: `with running as materialized (
      select id, device from attempt where id = any($1::uuid[]) and submitted_at is null order by id for key share)
    insert into answer (attempt_id, no, revision, choice, device, received_at)
    select given.attempt_id, given.no, given.revision, given.choice::smallint[], given.device, given.received_at
    from unnest($1::uuid[], $2::smallint[], $3::int[], $4::text[], $5::int[], $6::timestamptz[])
      as given (attempt_id, no, revision, choice, device, received_at)
    join running on running.id = given.attempt_id and running.device = given.device
    on conflict do nothing`,
};

/** Array parameters, written by hand: none of these values needs quoting. */
export function answerColumns(rows: readonly AnswerRow[]): string[] {
  const texts: [string, string, string, string, string, string] = ['', '', '', '', '', ''];
  let at = Number.NaN;
  let instant = '';
  let comma = '{';
  for (const row of rows) {
    if (row.receivedAt !== at) {
      at = row.receivedAt;
      instant = new Date(at).toISOString();
    }
    texts[0] += comma + row.attemptId;
    texts[1] += comma + row.no;
    texts[2] += comma + row.revision;
    texts[3] += `${comma}"{${row.choice.join(',')}}"`;
    texts[4] += comma + row.device;
    texts[5] += comma + instant;
    comma = ',';
  }
  return texts.map((text) => `${text}}`);
}

/** Commits a batch; a row that was not written is looked up: the log may hold the same answer already. */
export async function writeAnswers(pool: pg.Pool, rows: readonly AnswerRow[]): Promise<readonly boolean[]> {
  const values = answerColumns(rows);
  const written = await pool.query({ ...WRITE, values });
  if (written.rowCount === rows.length) return rows.map(() => true);
  const { rows: found } = await pool.query<{ stored: boolean }>(
    `select coalesce(answer.choice = given.choice::smallint[], false) as stored
     from unnest($1::uuid[], $2::smallint[], $3::int[], $4::text[]) with ordinality
       as given (attempt_id, no, revision, choice, at)
     left join answer on answer.attempt_id = given.attempt_id and answer.no = given.no
       and answer.revision = given.revision
     order by given.at`,
    values.slice(0, 4),
  );
  return found.map(({ stored }) => stored);
}
