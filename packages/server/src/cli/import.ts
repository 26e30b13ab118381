import { resolve } from 'node:path';
import { FolderFault, importSeasonFolder } from '../modules/example/index.ts';
import { HOUSE_FLAGS, readConfig } from '../platform/config.ts';
import { StartFault } from '../platform/fault.ts';
import { fromCaller } from './caller.ts';
import { counted, say, type Command } from './command.ts';
import { withHouse } from './house.ts';

/** Loads a season folder (units, season, contests, banks) as a whole or not at all. */
export const command: Command = {
  words: ['FOLDER'],
  flags: HOUSE_FLAGS,
  run: async (given) => {
    const folder = resolve(fromCaller(), given.words[0]!);
    const loaded = await withHouse(readConfig(process.env, given), async (platform) => {
      try {
        return await importSeasonFolder(platform, folder, (line) => say(`· ${line}`));
      } catch (error) {
        if (!(error instanceof FolderFault)) throw error;
        throw new StartFault('fileUnreadable', { file: folder, why: error.message });
      }
    });
    say(
      `Imported ${counted(loaded.units, 'unit')}, ${counted(loaded.contests, 'contest')}, ${counted(loaded.questions, 'question')}. 导入完成。`,
    );
    return 0;
  },
};
