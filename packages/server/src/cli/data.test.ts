import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { FakeClock, freshDatabase } from '@leitai/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../platform/audit.ts';
import { checkChain } from '../platform/auditChain.ts';
import { readBackup } from '../platform/backup/read.ts';
import { writeBackup } from '../platform/backup/write.ts';
import { connect, json, type Connection } from '../platform/database.ts';
import { loadSecrets } from '../platform/secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'leitai-backup-'));
const open: Connection[] = [];
const clock = new FakeClock();
let full: Connection;

async function fresh(): Promise<Connection> {
  const connection = connect(await freshDatabase(), 3);
  open.push(connection);
  return connection;
}

beforeAll(async () => {
  full = await fresh();
  await loadSecrets(full.db);
  await full.db.transaction().execute(async (tx) => {
    // A child may be stored before its parent: ids are random, rows come back in any order.
    const root = { code: 'r', kind: 'federation', name: '总工会\u2028 "一"\n\\', short: '总', path: '/r/' };
    const { id } = await tx.insertInto('unit').values(root).returning('id').executeTakeFirstOrThrow();
    const below = Array.from({ length: 2_500 }, (_, index) => ({
      ...root,
      parent_id: id,
      code: `u${index}`,
      path: `/r/u${index}/`,
      gb2260: index % 2 === 0 ? null : '',
    }));
    await tx.insertInto('unit').values(below).execute();
    await sql`update unit set parent_id = (select id from unit where code = 'u9') where code = 'u1'`.execute(
      tx,
    );
    for (const detail of [null, 0, { score: 1.5, 甲: ['乙', null] }]) {
      await audit(tx, clock.now(), { actor: 'test', action: 'a', object: 'o', unitPath: '/r/', detail });
    }
    const season = await tx
      .insertInto('season')
      .values({ unit_id: id, code: 's', title: '季', year: 2025, programme: json(null) })
      .returning('id')
      .executeTakeFirstOrThrow();
    const contest = await tx
      .insertInto('contest')
      .values({
        season_id: season.id,
        unit_id: id,
        code: 'c',
        title: '赛',
        tier: 'city',
        status: 'running',
        created_at: new Date(clock.now()),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const stage = await tx
      .insertInto('stage')
      .values({
        contest_id: contest.id,
        ordinal: 1,
        kind: 'exam',
        name: '理论',
        status: 'open',
        settings: json({}),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    // More chunks than one fetch takes, with every byte there is.
    const media = await tx
      .insertInto('media')
      .values({
        stage_id: stage.id,
        kind: 'video',
        type: 'video/mp4',
        name: '片段.mp4',
        bytes: 10 * 262_144,
        sha256: 'x',
        state: 'ready',
        created_by: 'test',
        created_at: new Date(clock.now()),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (let no = 0; no < 10; no += 1) {
      const bytes = Buffer.from(Uint8Array.from({ length: 262_144 }, (_, i) => (i * (no + 1)) & 255));
      await tx.insertInto('media_chunk').values({ media_id: media.id, no, bytes }).execute();
    }
    const entry = await tx
      .insertInto('entry')
      .values({ contest_id: contest.id, no: 1, name: '队', unit_id: id })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('mark')
      .values({
        stage_id: stage.id,
        entry_id: entry.id,
        version: 1,
        score: '0.10000000000000000001',
        status: 'scored',
        source: 'exam',
        recorded_by: 'test',
        recorded_at: sql<Date>`'2025-06-16 09:00:00.123456+08'`,
      })
      .execute();
  });
});

afterAll(async () => {
  for (const connection of open) await connection.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every table's rows as text, sorted: two databases that say the same hold the same. */
async function everything({ pool }: Connection): Promise<Record<string, unknown>> {
  const tables = await pool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration'`,
  );
  const all: Record<string, unknown> = {};
  for (const { name } of tables.rows) {
    all[name] = (await pool.query(`select t::text as row from "${name}" t order by 1`)).rows;
  }
  return all;
}

describe('backup and restore', () => {
  const file = join(folder, 'house.backup');

  it('brings every row back exactly, keys and triggers included, with a whole audit chain', async () => {
    const written = await writeBackup(full.pool, file);
    expect(written).toMatchObject({ rows: expect.any(Number) as number });
    const empty = await fresh();
    const report = await readBackup(empty.pool, file);
    expect(report).toMatchObject({ done: true, chain: { whole: true, rows: 3 } });
    expect(await everything(empty)).toEqual(await everything(full));
    await expect(sql`delete from audit`.execute(empty.db)).rejects.toThrow(/append-only/);
    await expect(sql`delete from unit where code = 'r'`.execute(empty.db)).rejects.toThrow(/foreign key/);
  });

  it('does not write over a file that is there', async () => {
    expect(await writeBackup(full.pool, file)).toBe('exists');
  });

  it('refuses a database that holds data, and changes nothing', async () => {
    const before = await everything(full);
    expect(await readBackup(full.pool, file)).toMatchObject({ done: false, why: { code: 'notEmpty' } });
    expect(await everything(full)).toEqual(before);
  });

  it('refuses what is no backup, is cut short, damaged, newer or does not add up, and changes nothing', async () => {
    const text = gunzipSync(readFileSync(file)).toString();
    const lines = text.trimEnd().split('\n');
    const u8 = lines.find((line) => line.includes('"/r/u8/"'))!;
    const bad: Record<string, Buffer> = {
      noGzip: Buffer.from('hello'),
      noBackup: gzipSync('{}\n'),
      cutFile: readFileSync(file).subarray(0, 20_000),
      cutRows: gzipSync(`${lines.slice(0, -1).join('\n')}\n`),
      moreRows: gzipSync(`${text}[]\n`),
      twice: gzipSync(`${lines.map((line) => (line.includes('"/r/u9/"') ? u8 : line)).join('\n')}\n`),
      newer: gzipSync(text.replace('"0001_house.sql"', '"0001_house.sql","9999_later.sql"')),
    };
    const empty = await fresh();
    const before = await everything(empty);
    for (const [name, bytes] of Object.entries(bad)) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      expect(await readBackup(empty.pool, path), name).toMatchObject({
        done: false,
        why: { code: name === 'newer' ? 'newer' : 'unreadable' },
      });
    }
    expect(await readBackup(empty.pool, join(folder, 'absent'))).toMatchObject({
      why: { code: 'unreadable' },
    });
    expect(await everything(empty)).toEqual(before);
  });
});

describe('the audit chain (DP-35)', () => {
  const tampered = async (change: string): Promise<unknown> => {
    const copy = await fresh();
    await readBackup(copy.pool, join(folder, 'house.backup'));
    await copy.pool.query(`alter table audit disable trigger user; ${change}`);
    return checkChain(copy.pool);
  };

  it('an untouched chain is whole', async () => {
    expect(await checkChain(full.pool)).toMatchObject({ whole: true, rows: 3 });
  });

  it('a changed record is found', async () => {
    expect(await tampered(`update audit set actor = 'someone else' where seq = 2`)).toEqual({
      whole: false,
      rows: 1,
      seq: 2,
      why: 'content',
    });
  });

  it('a removed record is found', async () => {
    expect(await tampered('delete from audit where seq = 2')).toMatchObject({ seq: 3, why: 'missing' });
  });

  it('a record replaced with its hash computed anew is found at the next one', async () => {
    expect(
      await tampered(`update audit set prev = hash where seq = 1; update audit set seq = seq where seq = 1`),
    ).toMatchObject({ seq: 1, why: 'link' });
  });
});
