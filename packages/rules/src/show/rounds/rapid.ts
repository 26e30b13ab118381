import { compare, negate, ok } from '../../kernel/index.ts';
import { decimal, enough, lists, whole } from '../problems.ts';
import type { RapidRound } from '../roundConfig.ts';
import type { RoundRules } from './face.ts';
import { spree } from './spree.ts';
import * as words from './words.ts';

/** 速答: one player answers item after item until the bell. */
export const rapid: RoundRules<RapidRound> = {
  ...spree<RapidRound>({
    list: 'items',
    score: ({ config: { perItem, wrongPenalty } }, verdict) => {
      if (verdict === 'hit') return ok({ delta: perItem, reason: 'word' });
      const costs = verdict === 'void' && compare(wrongPenalty, '0') > 0;
      return ok(costs ? { delta: negate(wrongPenalty), reason: 'wrong' } : null);
    },
  }),
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
