import { ok, refuse } from '../../kernel/index.ts';
import type { WordVerdict } from '../command.ts';
import type { CharadesRound } from '../roundConfig.ts';
import { scoreRow } from '../ledger.ts';
import { decimal, enough, lists, whole } from '../problems.ts';
import { questionById, teamsIn } from '../programme.ts';
import type { Decided, RoundRules, StagePlay } from './face.ts';
import { answerer, inTurn, notHere, showNext, startClock } from './turn.ts';
import * as words from './words.ts';

/** 你比我猜: one describes, one guesses, word after word until the bell. */
export const charades: RoundRules<CharadesRound> = {
  starts: 'startClock',
  rules: 'judgeWord',
  closes: ['ruling'],
  order: (_config, state) => teamsIn(state),
  turns: (config, teams) => config.turnsPerTeam * teams,
  who: (_config, order, turn) => ({ team: inTurn(order, turn), seat: null }),
  begin: (play) => showNext(play, { team: inTurn(play.round.order, play.round.turn), seat: null }, null),
  act(play, act) {
    switch (act.type) {
      case 'startClock':
        return startClock(play);
      case 'judgeWord':
        return judgeWord(play, act.word, act.verdict);
      default:
        return notHere(act);
    }
  },
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
    { zh: `可跳过 ${config.passes} 次`, en: `${config.passes} pass(es)` },
    {
      zh: '说出答案中任何一字、谐音或外语，该词作废',
      en: 'saying any character of the answer, a homophone or a foreign word voids the word',
    },
  ],
};

/** After the bell the one word that was being guessed may still be ruled; then the turn is over. */
function judgeWord(play: StagePlay<CharadesRound>, word: number, verdict: WordVerdict): Decided {
  const { state, stage, config, by, at } = play;
  const team = answerer(play);
  if (team === null) return refuse('show.notNow', { phase: state.phase });
  if (word !== stage.words.length) return refuse('show.word.stale', { word: stage.words.length });
  if (verdict === 'pass' && stage.words.filter((w) => w === 'pass').length >= config.passes) {
    return refuse('show.word.noPassLeft', { passes: config.passes });
  }
  const count = questionById(config, stage.question)?.words?.length ?? 0;
  const done = state.phase === 'ruling' || word + 1 >= count;
  const rows =
    verdict === 'hit' ? [scoreRow(state, { team, delta: config.perWord, reason: 'word', by, at })] : [];
  return ok([{ type: 'wordJudged', team, word, verdict, done, rows, at, by }]);
}
