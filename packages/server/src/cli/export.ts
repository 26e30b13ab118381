import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { exportRecord } from '../modules/record/index.ts';
import { HOUSE_FLAGS, readConfig } from '../platform/config.ts';
import type { Database } from '../platform/database.ts';
import { StartFault } from '../platform/fault.ts';
import { fromCaller } from './caller.ts';
import { say, type Command } from './command.ts';
import { reasonOf, withHouse } from './house.ts';

/** Writes the record of a contest, named by its code or id (docs/record.md). */
export const command: Command = {
  words: ['CONTEST', 'FILE'],
  flags: HOUSE_FLAGS,
  run: async (given) => {
    const [contest, name] = given.words as [string, string];
    const file = resolve(fromCaller(), name);
    if (existsSync(file)) throw new StartFault('fileExists', { file });
    const record = await withHouse(readConfig(process.env, given), async (platform) =>
      exportRecord(platform, await idOf(platform.db, contest)),
    );
    if (!record.ok) {
      const { code, facts } = record.refusal;
      say(`Refused 未导出: ${code}${facts === undefined ? '' : ` ${JSON.stringify(facts)}`}`);
      return 1;
    }
    try {
      writeFileSync(file, `${JSON.stringify(record.value, null, 1)}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      throw new StartFault('fileUnwritable', { file, why: reasonOf(error) });
    }
    say(`Wrote ${file}. It holds answer keys and names: keep it safe. 已导出，含答案和姓名，请妥善保管。`);
    return 0;
  },
};

async function idOf(db: Database, wanted: string): Promise<string> {
  const contests = await db
    .selectFrom('contest')
    .innerJoin('season', 'season.id', 'contest.season_id')
    .select(['contest.id', 'contest.code', 'season.code as season'])
    .orderBy('contest.code')
    .execute();
  const found = contests.filter(({ id, code, season }) => [id, code, `${season}/${code}`].includes(wanted));
  if (found.length === 1) return found[0]!.id;
  const names = contests.map(({ season, code }) => `${season}/${code}`).join(', ') || 'none';
  throw new StartFault('usage', {
    text: `${found.length === 0 ? 'There is no contest' : 'More than one contest is called'} ${wanted}; these exist: ${names}.`,
    chinese: `${found.length === 0 ? '没有竞赛' : '有多项竞赛名为'} ${wanted}；现有：${names}。`,
  });
}
