import { resolve } from 'node:path';
import { FolderFault, importBank, importSeasonFolder } from '../modules/example/index.ts';
import { HOUSE_FLAGS, readConfig } from '../platform/config.ts';
import { StartFault } from '../platform/fault.ts';
import type { Platform } from '../platform/platform.ts';
import { fromCaller } from './caller.ts';
import { counted, say, type Command } from './command.ts';
import { withHouse } from './house.ts';

/** Loads a season folder (units, season, contests, banks), or one bank from a `.yaml` file: as a whole or not at all. */
export const command: Command = {
  words: ['FOLDER|BANK.yaml'],
  flags: { ...HOUSE_FLAGS, unit: 'CODE' },
  run: async (given) => {
    const path = resolve(fromCaller(), given.words[0]!);
    const unit = given.flags['unit'];
    const words = await withHouse(readConfig(process.env, given), async (platform) => {
      try {
        return /\.ya?ml$/.test(path)
          ? counted(await importBank(platform, path, typeof unit === 'string' ? unit : undefined), 'question')
          : await season(platform, path);
      } catch (error) {
        if (!(error instanceof FolderFault)) throw error;
        throw new StartFault('fileUnreadable', { file: path, why: error.message });
      }
    });
    say(`Imported ${words}. 导入完成。`);
    return 0;
  },
};

async function season(platform: Platform, folder: string): Promise<string> {
  const loaded = await importSeasonFolder(platform, folder, (line) => say(`· ${line}`));
  const { units, contests, questions } = loaded;
  return `${counted(units, 'unit')}, ${counted(contests, 'contest')}, ${counted(questions, 'question')}`;
}
