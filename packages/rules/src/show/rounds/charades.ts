import { ok, refuse } from '../../kernel/index.ts';
import { decimal, enough, lists, whole } from '../problems.ts';
import type { CharadesRound } from '../roundConfig.ts';
import type { RoundRules } from './face.ts';
import { spree } from './spree.ts';
import * as words from './words.ts';

/** 你比我猜: one describes, one guesses, word after word until the bell. */
export const charades: RoundRules<CharadesRound> = {
  ...spree<CharadesRound>({
    list: 'words',
    score: ({ config: { passes, perWord }, stage }, verdict) =>
      verdict === 'pass' && stage.words.filter((word) => word === 'pass').length >= passes
        ? refuse('show.word.noPassLeft', { passes })
        : ok(verdict === 'hit' ? { delta: perWord, reason: 'word' } : null),
  }),
  problems: (config, teams, path) => [
    ...decimal(`${path}.perWord`, config.perWord, '0'),
    ...whole(`${path}.timeLimitSec`, config.timeLimitSec),
    ...whole(`${path}.passes`, config.passes, 0),
    ...whole(`${path}.turnsPerTeam`, config.turnsPerTeam),
    ...enough(config, config.turnsPerTeam * teams, path),
    ...lists(config, 'words', path),
  ],
  printed: (config) => [
    {
      zh: '各队按台号依次上场，一人描述或表演，一人猜',
      en: 'teams in table order; one describes or acts, one guesses',
    },
    words.turns(config.turnsPerTeam),
    config.wordsOn === 'screen'
      ? {
          zh: '词语在大屏幕上显示，猜词者背对屏幕',
          en: 'the words are on the big screen, the guesser turns round',
        }
      : { zh: '词语由主持人出示', en: 'the host shows the words' },
    { zh: `每轮限时 ${config.timeLimitSec} 秒`, en: `${config.timeLimitSec} s a turn` },
    { zh: `每猜对一词 +${config.perWord} 分`, en: `+${config.perWord} a word` },
    { zh: `可跳过 ${config.passes} 次`, en: `passes: ${config.passes}` },
    {
      zh: '说出答案中任何一字、谐音或外语，该词作废',
      en: 'saying any character of the answer, a homophone or a foreign word voids the word',
    },
  ],
};
