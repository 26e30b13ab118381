import { compare, negate, ok, refuse } from '../../kernel/index.ts';
import type { WordVerdict } from '../command.ts';
import { scoreRow } from '../ledger.ts';
import { decimal, enough, lists, whole } from '../problems.ts';
import { questionById, teamsIn } from '../programme.ts';
import type { RapidRound } from '../roundConfig.ts';
import type { Decided, RoundRules, StagePlay } from './face.ts';
import { answerer, inTurn, notHere, showNext, startClock } from './turn.ts';
import * as words from './words.ts';

/** 速答: one player answers item after item until the bell. */
export const rapid: RoundRules<RapidRound> = {
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
        return judgeItem(play, act.word, act.verdict);
      default:
        return notHere(act);
    }
  },
  problems: (config, teams, path) => [
    ...decimal(`${path}.perItem`, config.perItem, '0'),
    ...decimal(`${path}.wrongPenalty`, config.wrongPenalty, '0'),
    ...whole(`${path}.timeLimitSec`, config.timeLimitSec),
    ...whole(`${path}.turnsPerTeam`, config.turnsPerTeam),
    ...enough(config, config.turnsPerTeam * teams, path),
    ...lists(config, 'items', path),
  ],
  printed: (config) => {
    const most = Math.max(0, ...config.questions.map(({ items }) => items?.length ?? 0));
    return [
      {
        zh: '各队按台号依次由一名选手连续作答，主持人以同等语速读题',
        en: 'teams in table order; one player answers item after item, read at the same speed for all',
      },
      words.turns(config.turnsPerTeam),
      { zh: `每轮限时 ${config.timeLimitSec} 秒`, en: `${config.timeLimitSec} s a turn` },
      ...(most === 0 ? [] : [{ zh: `至多 ${most} 小题`, en: `at most ${most} items` }]),
      { zh: `每答对一小题 +${config.perItem} 分`, en: `+${config.perItem} an item` },
      words.wrong(config),
      { zh: '不会可以跳过，不扣分', en: 'an item may be passed without a deduction' },
    ];
  },
};

/** After the bell the one item that was asked may still be ruled; then the turn is over. */
function judgeItem(play: StagePlay<RapidRound>, word: number, verdict: WordVerdict): Decided {
  const { state, stage, config, by, at } = play;
  const team = answerer(play);
  if (team === null) return refuse('show.notNow', { phase: state.phase });
  if (word !== stage.words.length) return refuse('show.word.stale', { word: stage.words.length });
  const count = questionById(config, stage.question)?.items?.length ?? 0;
  const done = state.phase === 'ruling' || word + 1 >= count;
  const score =
    verdict === 'hit'
      ? { delta: config.perItem, reason: 'word' as const }
      : verdict === 'void' && compare(config.wrongPenalty, '0') > 0
        ? { delta: negate(config.wrongPenalty), reason: 'wrong' as const }
        : null;
  const rows = score ? [scoreRow(state, { team, ...score, by, at })] : [];
  return ok([{ type: 'wordJudged', team, word, verdict, done, rows, at, by }]);
}
