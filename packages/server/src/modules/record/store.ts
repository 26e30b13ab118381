import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type {
  RecordAttempt,
  RecordAudit,
  RecordBank,
  RecordEvent,
  RecordMark,
  RecordStage,
} from './format.ts';

// The record is a report over the tables of many modules; it reads them in one snapshot and changes none.

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::bigint`);

export async function readAttempts(tx: Tx, stageId: string): Promise<RecordAttempt[]> {
  const { rows } = await sql<RecordAttempt>`
    select attempt.id, entrant_id as "entrantId", seed, paper, ${ms('started_at')} as "startedAt",
           ${ms('deadline_at')} as "deadlineAt", ${ms('submitted_at')} as "submittedAt",
           coalesce((
             select json_agg(json_build_object('no', no, 'revision', revision, 'choice', choice, 'device', answer.device,
                                               'receivedAt', ${ms('received_at')}) order by no, revision)
             from answer where attempt_id = attempt.id
           ), '[]') as answers
    from attempt join entrant on entrant.id = entrant_id
    where stage_id = ${stageId} order by entrant.entry_no`.execute(tx);
  return rows;
}

export async function readShow(tx: Tx, stageId: string): Promise<RecordStage['show']> {
  const { rows } = await sql<{ config: NonNullable<RecordStage['show']>['config'] }>`
    select config from show_config where stage_id = ${stageId}`.execute(tx);
  const events = await sql<RecordEvent>`
    select seq, ${ms('at')} as at, actor, command_id as "commandId", event
    from show_event where stage_id = ${stageId} order by seq`.execute(tx);
  const draws = await sql<{ seed: string; codes: string[] }>`
    select seed, codes from crowd_draw where stage_id = ${stageId} order by seed`.execute(tx);
  return rows[0] === undefined ? null : { config: rows[0].config, events: events.rows, draws: draws.rows };
}

/** Every version of every mark. */
export async function readMarks(tx: Tx, stageId: string): Promise<RecordMark[]> {
  const { rows } = await sql<RecordMark>`
    select entry_id as entry, nullif(member, '') as entrant, score::text as score, elapsed_ms as "elapsedMs", decider,
           eliminated, status, version, source, recorded_by as by, ${ms('recorded_at')} as at
    from mark where stage_id = ${stageId} order by entry_id, member, version`.execute(tx);
  return rows;
}

/** Whole banks: a paper can only be drawn again from all the questions it was drawn from. */
export async function readBanks(tx: Tx, codes: readonly string[]): Promise<Record<string, RecordBank>> {
  const { rows } = await sql<{ code: string } & RecordBank>`
    select bank.code, bank.title,
           json_agg(json_build_object('no', no, 'type', type, 'stem', stem, 'options', options, 'key', key,
                                      'explanation', explanation, 'tags', tags) order by no) as questions
    from bank join question on bank_id = bank.id
    where bank.code = any(${[...new Set(codes)]}) group by bank.id order by bank.code`.execute(tx);
  return Object.fromEntries(rows.map(({ code, title, questions }) => [code, { title, questions }]));
}

/** Rows about the contest, its stages and its tickets, with their places in the chain. */
export async function readAudit(tx: Tx, contestId: string): Promise<RecordAudit[]> {
  const { rows } = await sql<RecordAudit>`
    select seq, ${ms('at')} as at, actor, action, object, unit_path as "unitPath", detail, prev, hash
    from audit where object in (
      select 'contest:' || ${contestId}
      union all select 'stage:' || id from stage where contest_id = ${contestId}
      union all select 'ticket:' || id from ticket where contest_id = ${contestId}
    ) order by seq`.execute(tx);
  return rows;
}
