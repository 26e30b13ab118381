import { refuse } from '../../kernel/index.ts';
import type { ConfigProblem, TeamId } from '../config.ts';
import { answerRules, enough, fault, tiers, values, whole } from '../problems.ts';
import { teamsIn } from '../programme.ts';
import type { AssignedRound } from '../roundConfig.ts';
import { choose, startChoosing } from './choose.ts';
import type { RoundRules } from './face.ts';
import * as steal from './steal.ts';
import { inTurn } from './turn.ts';
import * as words from './words.ts';

const next = (order: readonly TeamId[], turn: number): TeamId | null => inTurn(order, turn + 1);

/** 指定题: a table chooses the value, the next one answers; after the last table comes the first. */
export const assigned: RoundRules<AssignedRound> = {
  starts: 'startClock',
  rules: 'judge',
  closes: ['open'],
  order: (_config, state) => teamsIn(state),
  turns: (config, teams) => config.turnsPerTeam * teams,
  who: (_config, order, turn) => ({ team: next(order, turn), seat: null }),
  begin: (play) =>
    startChoosing(
      play,
      inTurn(play.round.order, play.round.turn),
      next(play.round.order, play.round.turn),
      play.config.chooseSec,
    ),
  act(play, act) {
    const { config, round, stage } = play;
    switch (act.type) {
      case 'chooseRisk':
        return choose(play, act.value, { team: next(round.order, round.turn), seat: null }, stage.team);
      case 'declineRisk':
        return refuse('show.risk.declineForbidden');
      default:
        return steal.onAnswer(play, act, config.askerGains ? (stage.asker ?? undefined) : undefined);
    }
  },
  problems: (config, teams, path) => [
    ...values(config, path),
    ...whole(`${path}.turnsPerTeam`, config.turnsPerTeam),
    ...whole(`${path}.chooseSec`, config.chooseSec),
    ...answerRules(config, path),
    ...steal.problems(config, path),
    ...gainsOnce(config, path),
    ...enough(config, config.turnsPerTeam * teams, path),
    ...tiers(config, path),
  ],
  printed: (config) => [
    {
      zh: '各队按台号依次为下一台指定分值，由下一台作答，末台指定首台',
      en: 'in table order each team chooses the value for the next table, which answers; the last chooses for the first',
    },
    words.perTeam(config.turnsPerTeam),
    ...words.choice(config.values, config.chooseSec),
    { zh: '答对加指定分值', en: 'right: + the chosen value' },
    words.wrong(config),
    words.late(config),
    ...words.begin(config),
    words.seconds(config.timeLimitSec),
    words.finish,
    words.help(config.help),
    ...(config.askerGains
      ? [{ zh: '未答对时由指定方得该分值', en: 'on a failure the choosing team gains the value' }]
      : steal.printed(config)),
    ...words.audienceOnFail(config.audienceOnFail),
  ],
};

/** Points of a failed question go to the asker or are offered to all, not both. */
const gainsOnce = (config: AssignedRound, path: string): ConfigProblem[] =>
  config.askerGains && config.steal.rule !== 'off'
    ? fault(`${path}.steal.rule`, 'show.config.notAnOption', { value: config.steal.rule, among: ['off'] })
    : [];
