import { consoleEn } from '../../words/console.en.ts';
import { consoleZh } from '../../words/console.zh.ts';
import { contestEn } from '../../words/consoleContest.en.ts';
import { contestZh } from '../../words/consoleContest.zh.ts';
import { wordsOf, type Say } from '../../words/words.ts';

const zh = { ...consoleZh, ...contestZh };
export type ConsoleKey = keyof typeof zh;
export type ConsoleWords = Say<ConsoleKey>;

export const useWords: () => ConsoleWords = wordsOf<ConsoleKey>({ zh, en: { ...consoleEn, ...contestEn } });
