import { negate } from '../../kernel/index.ts';
import type { QuestionItem } from '../config.ts';
import { decimal, penalty } from '../problems.ts';
import type { CardRaiseRound } from '../roundConfig.ts';
import type { RoundRules } from './face.ts';
import { byOption, type Joint, printed, problems, type Sheet, together } from './together.ts';
import * as words from './words.ts';

/** The two cards of 判断题, where a question has no options of its own. */
const CARDS = ['对', '错'] as const;

const sheet = ({ options }: QuestionItem): Sheet => ({
  as: 'cards',
  options: options?.length ? options : CARDS,
});

export const raised: Joint<CardRaiseRound> = {
  sheet,
  propose: (item, entries) => byOption(sheet(item))(item, entries),
  score({ config, stage }, _team, right) {
    const points = stage.points ?? '0';
    if (right) return points;
    return negate(config.wrongPenalty === 'same' ? points : config.wrongPenalty);
  },
  firstIsFinal: false,
};

/** 判断举牌: all teams raise a card at once. */
export const cardRaise: RoundRules<CardRaiseRound> = {
  ...together(raised),
  problems: (config, _teams, path) => [
    ...decimal(`${path}.points`, config.points, '0'),
    ...penalty(`${path}.wrongPenalty`, config.wrongPenalty),
    ...problems(config, path),
  ],
  printed: (config) => [
    {
      zh: '各队选手背对背同时举牌，意见须一致',
      en: 'the members of a team raise cards back to back, all teams at once; they must agree',
    },
    words.right(config.points),
    words.wrong(config),
    ...printed(config),
  ],
};
