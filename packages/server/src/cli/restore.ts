import { resolve } from 'node:path';
import { readBackup } from '../platform/backup/read.ts';
import { HOUSE_FLAGS, readConfig } from '../platform/config.ts';
import { StartFault } from '../platform/fault.ts';
import { chainWords } from './audit.ts';
import { fromCaller } from './caller.ts';
import { counted, say, type Command } from './command.ts';
import { withDatabase } from './house.ts';

export const command: Command = {
  words: ['FILE'],
  flags: HOUSE_FLAGS,
  run: async (given) => {
    const file = resolve(fromCaller(), given.words[0]!);
    const report = await withDatabase(
      readConfig(process.env, given),
      ({ pool }) => readBackup(pool, file, (table, rows) => say(`· ${table} ${rows}`)),
      { fresh: true },
    );
    if (!report.done) {
      const { code, detail } = report.why;
      if (code === 'newer') throw new StartFault('databaseNewer', { names: detail });
      if (code === 'notEmpty') throw new StartFault('notEmpty', { table: detail });
      throw new StartFault('fileUnreadable', { file, why: detail });
    }
    say(
      `Restored ${counted(report.rows, 'row')} of ${counted(report.tables, 'table')}. 恢复完成：${report.rows} 行。`,
    );
    say(chainWords(report.chain));
    return report.chain.whole ? 0 : 1;
  },
};
