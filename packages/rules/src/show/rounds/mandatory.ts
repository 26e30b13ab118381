import type { TeamId } from '../config.ts';
import type { MandatoryRound } from '../roundConfig.ts';
import { answerRules, decimal, enough, whole } from '../problems.ts';
import { teamsByTable } from '../programme.ts';
import { judgeAnswer } from './answer.ts';
import type { RoundRules, Who } from './face.ts';
import { inTurn, notHere, showNext, startClock } from './turn.ts';
import * as words from './words.ts';

/** 必答题 / 小组必答题: each team in table order, seat after seat. */
export const mandatory: RoundRules<MandatoryRound> = {
  starts: 'startClock',
  rules: 'judge',
  closes: [],
  order: (_config, state) => teamsByTable(state),
  turns: (config, teams) => config.turnsPerTeam * teams,
  who,
  begin: (play) => showNext(play, who(play.config, play.round.order, play.round.turn), play.config.points),
  act(play, act) {
    switch (act.type) {
      case 'startClock':
        return startClock(play);
      case 'judge':
        return judgeAnswer(play, act.verdict, play.config.audienceOnFail ? 'audience' : 'close');
      default:
        return notHere(act);
    }
  },
  problems: (config, teams, path) => [
    ...decimal(`${path}.points`, config.points, '0'),
    ...whole(`${path}.turnsPerTeam`, config.turnsPerTeam),
    ...whole(`${path}.seats`, config.seats),
    ...answerRules(config, path),
    ...enough(config, config.turnsPerTeam * teams, path),
  ],
  printed: (config) => [
    config.seats === null
      ? { zh: '各队按台号依次作答，由一人主答', en: 'teams answer in table order, one member speaks' }
      : config.turnOrder === 'seatBySeat'
        ? { zh: '各队同号位选手按台号依次独立作答', en: 'seat by seat in table order, each member alone' }
        : {
            zh: '各队按台号依次完成全部题目，选手按座位号独立作答',
            en: 'team by team in table order, each member alone',
          },
    words.perTeam(config.turnsPerTeam),
    words.right(config.points),
    words.wrong(config),
    words.late(config),
    ...words.begin(config),
    {
      zh: `读题结束后计时，限时 ${config.timeLimitSec} 秒`,
      en: `${config.timeLimitSec} s from the end of reading`,
    },
    words.finish,
    words.help(config.help),
    ...words.audienceOnFail(config.audienceOnFail),
  ],
};

function who(config: MandatoryRound, order: readonly TeamId[], turn: number): Who {
  const byTeam = config.turnOrder === 'teamByTeam';
  const step = byTeam ? turn % config.turnsPerTeam : Math.floor(turn / order.length);
  return {
    team: byTeam ? (order[Math.floor(turn / config.turnsPerTeam)] ?? null) : inTurn(order, turn),
    seat: config.seats === null ? null : (step % config.seats) + 1,
  };
}
