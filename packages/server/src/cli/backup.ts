import { resolve } from 'node:path';
import { writeBackup } from '../platform/backup/write.ts';
import { HOUSE_FLAGS, readConfig } from '../platform/config.ts';
import { StartFault } from '../platform/fault.ts';
import { counted, say, type Command } from './command.ts';
import { reasonOf, withDatabase } from './house.ts';
import { fromCaller } from './caller.ts';

export const command: Command = {
  words: ['FILE'],
  flags: HOUSE_FLAGS,
  run: async (given) => {
    const file = resolve(fromCaller(), given.words[0]!);
    const report = await withDatabase(readConfig(process.env, given), async ({ pool }) => {
      try {
        return await writeBackup(pool, file, (table, rows) => say(`· ${table} ${rows}`));
      } catch (error) {
        const { code, syscall } = error as NodeJS.ErrnoException;
        if (code === 'ENOSPC') throw new StartFault('diskFull', { folder: file });
        if (syscall === undefined) throw error;
        throw new StartFault('fileUnwritable', { file, why: reasonOf(error) });
      }
    });
    if (report === 'exists') throw new StartFault('fileExists', { file });
    say(
      `Wrote ${counted(report.rows, 'row')} of ${counted(report.tables, 'table')} to ${file}. It holds personal data and keys: keep it safe. 备份完成：含个人信息和密钥，请妥善保管。`,
    );
    return 0;
  },
};
