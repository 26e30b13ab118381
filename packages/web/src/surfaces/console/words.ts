import { bankEn } from '../../words/consoleBank.en.ts';
import { bankZh } from '../../words/consoleBank.zh.ts';
import { consoleEn } from '../../words/console.en.ts';
import { consoleZh } from '../../words/console.zh.ts';
import { contestEn } from '../../words/consoleContest.en.ts';
import { contestZh } from '../../words/consoleContest.zh.ts';
import { resultEn } from '../../words/consoleResult.en.ts';
import { resultZh } from '../../words/consoleResult.zh.ts';
import { consoleRoundsEn } from '../../words/consoleRounds.en.ts';
import { consoleRoundsZh } from '../../words/consoleRounds.zh.ts';
import { consoleShowEn } from '../../words/consoleShow.en.ts';
import { consoleShowZh } from '../../words/consoleShow.zh.ts';
import { wordsOf, type Say } from '../../words/words.ts';

const zh = { ...consoleZh, ...bankZh, ...contestZh, ...resultZh, ...consoleShowZh, ...consoleRoundsZh };
export type ConsoleKey = keyof typeof zh;
export type ConsoleWords = Say<ConsoleKey>;

export const useWords: () => ConsoleWords = wordsOf<ConsoleKey>({
  zh,
  en: { ...consoleEn, ...bankEn, ...contestEn, ...resultEn, ...consoleShowEn, ...consoleRoundsEn },
});
