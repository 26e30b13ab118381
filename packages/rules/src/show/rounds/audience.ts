import type { AudienceRound } from '../roundConfig.ts';
import { tooFew, whole } from '../problems.ts';
import type { RoundRules } from './face.ts';
import { notHere, showNext } from './turn.ts';
import * as words from './words.ts';

/** 观众题: shown and answered in the hall; never team points. */
export const audience: RoundRules<AudienceRound> = {
  starts: 'closeQuestion',
  rules: null,
  closes: ['reading'],
  order: () => [],
  turns: () => null,
  who: () => ({ team: null, seat: null }),
  begin: (play) => showNext(play, { team: null, seat: null }, null),
  act: (_play, act) => notHere(act),
  problems: (config, _teams, path) => [
    ...whole(`${path}.timeLimitSec`, config.timeLimitSec),
    ...tooFew(`${path}.questions`, config.questions.length, 1),
  ],
  printed: (config) => [
    { zh: '由现场观众作答，不计入各队得分', en: 'answered by the audience; no team points' },
    ...(config.timeLimitSec === null ? [] : [words.seconds(config.timeLimitSec)]),
  ],
};
