import { compare, ok, refuse } from '../../kernel/index.ts';
import { total } from '../ledger.ts';
import { answerRules, enough, tiers, values, whole } from '../problems.ts';
import { teamsIn } from '../programme.ts';
import type { RiskRound } from '../roundConfig.ts';
import { choose, choosing, startChoosing } from './choose.ts';
import type { Decided, RoundRules, StagePlay } from './face.ts';
import * as steal from './steal.ts';
import { inTurn } from './turn.ts';
import * as words from './words.ts';

/** 风险题: the team chooses its stake, then answers or declines. */
export const risk: RoundRules<RiskRound> = {
  starts: 'startClock',
  rules: 'judge',
  closes: ['open'],
  /** QZ-21: by the scores now; the sort is stable, so ties stay in table order. */
  order(config, state) {
    const teams = teamsIn(state);
    if (config.order === 'table') return teams;
    const sign = config.order === 'highFirst' ? -1 : 1;
    return teams.sort((a, b) => sign * compare(total(state.ledger, a), total(state.ledger, b)));
  },
  turns: (config, teams) => config.turnsPerTeam * teams,
  who: (_config, order, turn) => ({ team: inTurn(order, turn), seat: null }),
  begin(play) {
    const team = inTurn(play.round.order, play.round.turn);
    return startChoosing(play, team, team, play.config.chooseSec);
  },
  act(play, act) {
    switch (act.type) {
      case 'chooseRisk':
        return choose(play, act.value, { team: play.stage.team, seat: null });
      case 'declineRisk':
        return decline(play);
      default:
        return steal.onAnswer(play, act);
    }
  },
  problems: (config, teams, path) => [
    ...values(config, path),
    ...whole(`${path}.turnsPerTeam`, config.turnsPerTeam),
    ...whole(`${path}.chooseSec`, config.chooseSec),
    ...answerRules(config, path),
    ...steal.problems(config, path),
    ...enough(config, config.turnsPerTeam * teams, path),
    ...tiers(config, path),
  ],
  printed: (config) => [
    {
      highFirst: { zh: '按得分由高到低依次选题，同分按台号', en: 'highest score first, ties by table' },
      lowFirst: { zh: '按得分由低到高依次选题，同分按台号', en: 'lowest score first, ties by table' },
      table: { zh: '按台号依次选题', en: 'in table order' },
    }[config.order],
    words.perTeam(config.turnsPerTeam),
    ...words.choice(config.values, config.chooseSec),
    config.declineAllowed
      ? { zh: '可以弃选，不得分不扣分', en: 'a team may decline' }
      : { zh: '不得弃选', en: 'no declining' },
    { zh: '答对加所选分值', en: 'right: + the chosen value' },
    words.wrong(config),
    words.late(config),
    ...words.begin(config),
    words.seconds(config.timeLimitSec),
    words.finish,
    words.help(config.help),
    ...steal.printed(config),
    ...words.audienceOnFail(config.audienceOnFail),
  ],
};

function decline(play: StagePlay<RiskRound>): Decided {
  const refused = choosing(play);
  if (refused) return refused;
  if (!play.config.declineAllowed) return refuse('show.risk.declineForbidden');
  return ok([{ type: 'riskDeclined', team: play.stage.team ?? '', at: play.at, by: play.by }]);
}
