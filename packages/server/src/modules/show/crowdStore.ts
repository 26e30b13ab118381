import { refuse } from '@leitai/rules';
import type { CrowdCount } from '@leitai/rules/show';
import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Guest } from './crowdGuest.ts';
import type { Guard } from './store.ts';

/** What the audience is asked, as the tables name it: a question's or a poll's id never stands for the other. */
export interface Asked {
  readonly kind: 'question' | 'poll';
  readonly id: string;
  /** How many. */
  readonly options: number;
}

export interface CrowdAnswerRow {
  readonly asked: Asked;
  readonly guest: string;
  readonly choice: number;
  /** Server ms. */
  readonly at: number;
}

const keyOf = ({ kind, id }: Pick<Asked, 'kind' | 'id'>): string => `${kind}:${id}`;

/**
 * One statement, one commit; for each row whether it counts. The shared lock on the asking's row makes a stop wait for
 * what is being written, and what comes after the stop finds it closed.
 */
export async function insertCrowdAnswers(
  pool: Platform['pool'],
  stageId: string,
  rows: readonly CrowdAnswerRow[],
): Promise<boolean[]> {
  const { rows: open } = await pool.query<{ asked: string }>({
    name: 'crowd.answer',
    text: `with given as (
        select * from unnest($2::text[], $3::text[], $4::smallint[], $5::timestamptz[]) with ordinality
          as given (asked, guest, choice, at, place)
      ), standing as (
        select asked from crowd_ask where stage_id = $1 and open and asked in (select asked from given) for share
      ), written as (
        insert into crowd_answer (stage_id, asked, guest, choice, at)
        select $1, asked, guest, choice, at from given join standing using (asked) order by place
      )
      select asked from standing`,
    values: [
      stageId,
      rows.map(({ asked }) => keyOf(asked)),
      rows.map(({ guest }) => guest),
      rows.map(({ choice }) => choice),
      rows.map(({ at }) => new Date(at)),
    ],
  });
  const standing = new Set(open.map(({ asked }) => asked));
  return rows.map(({ asked }) => standing.has(keyOf(asked)));
}

/** Those whose code or id was taken already are missing from the answer. */
export async function insertGuests(
  db: Database,
  stageId: string,
  guests: readonly Guest[],
  at: number,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .insertInto('crowd_guest')
    .values(guests.map(({ id, code }) => ({ stage_id: stageId, guest: id, code, at: new Date(at) })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('guest')
    .execute();
  return new Set(rows.map(({ guest }) => guest));
}

export async function countGuests(db: Database, stageId: string): Promise<number> {
  const row = await db
    .selectFrom('crowd_guest')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('stage_id', '=', stageId)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Each guest's last answer. */
const lastAnswers = (stageId: string, asked: Pick<Asked, 'kind' | 'id'>) => sql`
  select distinct on (guest) guest, choice from crowd_answer
  where stage_id = ${stageId} and asked = ${keyOf(asked)} order by guest, no desc`;

export async function countAnswers(db: Database | Tx, stageId: string, asked: Asked): Promise<CrowdCount> {
  const { rows } = await sql<{ choice: number; n: number }>`
    select choice, count(*)::int as n from (${lastAnswers(stageId, asked)}) as last group by choice
  `.execute(db);
  const counts = Array.from({ length: asked.options }, () => 0);
  for (const { choice, n } of rows) counts[choice] = n;
  return { counts, answered: counts.reduce((sum, n) => sum + n, 0) };
}

/** Codes of the guests whose last answer was this one. */
export async function codesOf(
  db: Database,
  stageId: string,
  asked: Pick<Asked, 'kind' | 'id'>,
  choice: number,
): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from (${lastAnswers(stageId, asked)}) as last
    join crowd_guest on crowd_guest.stage_id = ${stageId} and crowd_guest.guest = last.guest
    where last.choice = ${choice} order by code collate "C"
  `.execute(db);
  return rows.map(({ code }) => code);
}

/** In the transaction that stores the asking. A question that is asked again goes on where it stood; a poll is new. */
export const openAsk =
  (stageId: string, asked: Asked): Guard =>
  async (tx) => {
    const key = keyOf(asked);
    const opened = await tx
      .insertInto('crowd_ask')
      .values({ stage_id: stageId, asked: key, options: asked.options, open: true })
      .onConflict((conflict) =>
        asked.kind === 'poll'
          ? conflict.doNothing()
          : conflict.columns(['stage_id', 'asked']).doUpdateSet({ open: true }),
      )
      .returning('asked')
      .execute();
    return opened.length > 0 ? null : refuse('request.invalid', { field: 'id' }).refusal;
  };

/** Whether answers are taken; closing waits for those that are just being stored. */
export const setAskOpen = (
  db: Database | Tx,
  stageId: string,
  asked: Asked,
  open: boolean,
): Promise<unknown> =>
  db
    .updateTable('crowd_ask')
    .set({ open })
    .where('stage_id', '=', stageId)
    .where('asked', '=', keyOf(asked))
    .execute();

/** Said when answers came in between the count and the stop, through another process: count again. */
export const COUNT_AGAIN = 'show.crowd.countAgain';

/** In the transaction that stores the stop: from here on nothing counts, and what counted is what is stored. */
export const closeAsk =
  (stageId: string, asked: Asked, told: CrowdCount): Guard =>
  async (tx) => {
    await setAskOpen(tx, stageId, asked, false);
    const { counts } = await countAnswers(tx, stageId, asked);
    return counts.join() === told.counts.join() ? null : refuse(COUNT_AGAIN).refusal;
  };

/** In the transaction that stores the draw: what it was drawn from. */
export const keepDraw =
  (stageId: string, seed: string, codes: readonly string[]): Guard =>
  async (tx) => {
    await tx
      .insertInto('crowd_draw')
      .values({ stage_id: stageId, seed, codes: [...codes] })
      .execute();
    return null;
  };

/** By seed. */
export async function readDraws(
  db: Database,
  stageId: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('crowd_draw')
    .select(['seed', 'codes'])
    .where('stage_id', '=', stageId)
    .execute();
  return new Map(rows.map(({ seed, codes }) => [seed, codes]));
}
