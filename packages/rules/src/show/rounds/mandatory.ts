import type { ConfigProblem, TeamId } from '../config.ts';
import { answerRules, decimal, enough, whole } from '../problems.ts';
import { teamsIn } from '../programme.ts';
import type { MandatoryRound, TeamMandatoryRound } from '../roundConfig.ts';
import type { RoundRules, Who } from './face.ts';
import * as steal from './steal.ts';
import { inTurn, showNext } from './turn.ts';
import * as words from './words.ts';

type Compulsory = MandatoryRound | TeamMandatoryRound;

/** What every compulsory round does; `who` says whose turn it is. */
const compulsory = {
  starts: 'startClock',
  rules: 'judge',
  closes: ['open'],
  order: (_config, state) => teamsIn(state),
  turns: (config, teams) => config.turnsPerTeam * teams,
  who,
  begin: (play) => showNext(play, who(play.config, play.round.order, play.round.turn), play.config.points),
  act: (play, act) => steal.onAnswer(play, act),
} as const satisfies Partial<RoundRules<Compulsory>>;

/** 必答题: each team in table order, seat after seat. */
export const mandatory: RoundRules<MandatoryRound> = {
  ...compulsory,
  problems: (config, teams, path) => [
    ...whole(`${path}.seats`, config.seats),
    ...faults(config, teams, path),
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
    ...words.seats(config.seats),
    ...printed(config),
  ],
};

/** 小组必答题 / 共答题: one speaks, the others may add. */
export const teamMandatory: RoundRules<TeamMandatoryRound> = {
  ...compulsory,
  problems: faults,
  printed: (config) => [
    config.turnOrder === 'seatBySeat'
      ? { zh: '各队按台号轮流作答，由一人主答', en: 'teams take turns in table order, one member speaks' }
      : {
          zh: '各队按台号依次完成全部题目，由一人主答',
          en: 'team by team in table order, one member speaks',
        },
    ...printed(config),
  ],
};

function faults(config: Compulsory, teams: number, path: string): ConfigProblem[] {
  return [
    ...decimal(`${path}.points`, config.points, '0'),
    ...whole(`${path}.turnsPerTeam`, config.turnsPerTeam),
    ...answerRules(config, path),
    ...steal.problems(config, path),
    ...enough(config, config.turnsPerTeam * teams, path),
  ];
}

const printed = (config: Compulsory) => [
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
  ...steal.printed(config),
  ...words.audienceOnFail(config.audienceOnFail),
];

function who(config: Compulsory, order: readonly TeamId[], turn: number): Who {
  const byTeam = config.turnOrder === 'teamByTeam';
  const seats = config.kind === 'mandatory' ? config.seats : null;
  const step = byTeam ? turn % config.turnsPerTeam : Math.floor(turn / order.length);
  return {
    team: byTeam ? (order[Math.floor(turn / config.turnsPerTeam)] ?? null) : inTurn(order, turn),
    seat: seats === null ? null : (step % seats) + 1,
  };
}
