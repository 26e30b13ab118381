import type { Words } from '../../kernel/index.ts';
import type { TeamId } from '../config.ts';
import type { BuzzerRound } from '../roundConfig.ts';
import type { After } from '../event.ts';
import { answerRules, decimal, startDelay, tooFew, whole } from '../problems.ts';
import { teamsIn } from '../programme.ts';
import { judgeAnswer } from './answer.ts';
import type { RoundRules, StagePlay } from './face.ts';
import { openBuzzers, press, type PressRules } from './press.ts';
import { notHere, showNext } from './turn.ts';
import * as words from './words.ts';

/** 抢答题 (QZ §2.4). */
export const buzzer: RoundRules<BuzzerRound> = {
  starts: 'openBuzzers',
  rules: 'judge',
  closes: ['open'],
  order: (_config, state) => teamsIn(state),
  turns: () => null,
  who: () => ({ team: null, seat: null }),
  begin: (play) => showNext(play, { team: null, seat: null }, play.config.points),
  act(play, act) {
    switch (act.type) {
      case 'openBuzzers':
        return openBuzzers(play, rules(play), act.seed);
      case 'press':
        return press(play, act, rules(play));
      case 'judge':
        return judgeAnswer(play, act.verdict, afterWrong(play));
      default:
        return notHere(act);
    }
  },
  problems: (config, _teams, path) => [
    ...decimal(`${path}.points`, config.points, '0'),
    ...whole(`${path}.pressWindowSec`, config.pressWindowSec),
    ...startDelay(config.startDelay, path),
    ...whole(`${path}.failuresToAudience`, config.failuresToAudience),
    ...(config.foul.rule === 'lockout' ? [] : decimal(`${path}.foul.points`, config.foul.points, '0')),
    ...answerRules(config, path),
    ...tooFew(`${path}.questions`, config.questions.length, 1),
  ],
  printed: (config) => [
    config.interruptReading
      ? {
          zh: '读题过程中即可抢答，抢答后主持人停止读题',
          en: 'teams may press while the host reads; the host then stops',
        }
      : { zh: '主持人宣布“开始”后抢答', en: 'press after the host says “start”' },
    ...(config.interruptReading ? [] : words.startDelay(config.startDelay)),
    ...words.pressWindow(config.pressWindowSec),
    words.right(config.points),
    words.wrong(config),
    words.late(config),
    ...words.begin(config),
    words.seconds(config.timeLimitSec),
    words.finish,
    words.help(config.help),
    ...(config.interruptReading ? [] : [words.foul(config.foul)]),
    ...(config.questions.some(({ media }) => media) ? [words.mediaOnBuzz(config.mediaOnBuzz)] : []),
    afterWrongPrinted(config),
    config.nobody === 'audience'
      ? { zh: '无人抢答转为观众题', en: 'if nobody presses, to the audience' }
      : { zh: '无人抢答本题作废', en: 'if nobody presses, the question is void' },
  ],
};

const rules = (play: StagePlay<BuzzerRound>): PressRules => ({
  foul: play.config.foul,
  interruptReading: play.config.interruptReading,
  eligible: left(play),
  nobody: nobody(play.config),
  pressWindowSec: play.config.pressWindowSec,
  timeLimitSec: play.config.timeLimitSec,
  startDelay: play.config.startDelay,
});

const left = (play: StagePlay<BuzzerRound>): TeamId[] =>
  play.round.order.filter((team) => !play.stage.out.includes(team));

const nobody = (config: BuzzerRound): After => (config.nobody === 'audience' ? 'audience' : 'close');

/** QZ-35. The failing team is still counted in `left`. */
function afterWrong(play: StagePlay<BuzzerRound>): After {
  const { config, stage } = play;
  if (config.afterWrong !== 'reopen') return config.afterWrong === 'audience' ? 'audience' : 'close';
  if (config.failuresToAudience !== null && stage.failures + 1 >= config.failuresToAudience)
    return 'audience';
  return left(play).length > 1 ? 'open' : nobody(config);
}

function afterWrongPrinted(config: BuzzerRound): Words {
  if (config.afterWrong === 'audience')
    return { zh: '答错转为观众题', en: 'after a wrong answer, to the audience' };
  if (config.afterWrong === 'void')
    return { zh: '答错后本题结束', en: 'after a wrong answer the question ends' };
  return config.failuresToAudience === null
    ? { zh: '答错后其他队可再次抢答', en: 'after a wrong answer the others may press again' }
    : {
        zh: `答错后其他队可再次抢答，${config.failuresToAudience} 队答错后转为观众题`,
        en: `after a wrong answer the others may press again; after ${config.failuresToAudience} failures, to the audience`,
      };
}
