import { compare, type Decimal, ok, refuse } from '../../kernel/index.ts';
import type { RiskRound } from '../roundConfig.ts';
import { total } from '../ledger.ts';
import { answerRules, decimal, enough, option, tooFew, whole } from '../problems.ts';
import { teamsByTable } from '../programme.ts';
import { judgeAnswer } from './answer.ts';
import type { Decided, Play, RoundRules, StagePlay } from './face.ts';
import { clock, inTurn, notHere, show, startClock, unused } from './turn.ts';
import * as words from './words.ts';

/** 风险题: the team chooses its stake, then answers or declines. */
export const risk: RoundRules<RiskRound> = {
  starts: 'startClock',
  rules: 'judge',
  closes: [],
  /** QZ-21: by the scores now; the sort is stable, so ties stay in table order. */
  order(config, state) {
    const teams = teamsByTable(state);
    if (config.order === 'table') return teams;
    const sign = config.order === 'highFirst' ? -1 : 1;
    return teams.sort((a, b) => sign * compare(total(state.ledger, a), total(state.ledger, b)));
  },
  turns: (config, teams) => config.turnsPerTeam * teams,
  who: (_config, order, turn) => ({ team: inTurn(order, turn), seat: null }),
  begin,
  act(play, act) {
    switch (act.type) {
      case 'chooseRisk':
        return choose(play, act.value);
      case 'declineRisk':
        return decline(play);
      case 'startClock':
        return startClock(play);
      case 'judge':
        return judgeAnswer(play, act.verdict, play.config.audienceOnFail ? 'audience' : 'close');
      default:
        return notHere(act);
    }
  },
  problems: (config, teams, path) => [
    ...tooFew(`${path}.values`, config.values.length, 1),
    ...config.values.flatMap((value, i) => decimal(`${path}.values.${i}`, value, '0')),
    ...whole(`${path}.turnsPerTeam`, config.turnsPerTeam),
    ...whole(`${path}.chooseSec`, config.chooseSec),
    ...answerRules(config, path),
    ...enough(config, config.turnsPerTeam * teams, path),
    ...config.questions.flatMap((q, i) =>
      option(`${path}.questions.${i}.points`, q.points ?? '', config.values),
    ),
  ],
  printed: (config) => [
    {
      highFirst: { zh: '按得分由高到低依次选题，同分按台号', en: 'highest score first, ties by table' },
      lowFirst: { zh: '按得分由低到高依次选题，同分按台号', en: 'lowest score first, ties by table' },
      table: { zh: '按台号依次选题', en: 'in table order' },
    }[config.order],
    words.perTeam(config.turnsPerTeam),
    {
      zh: `分值 ${config.values.join('/')} 分任选，选定不得更改`,
      en: `choose ${config.values.join('/')}; no change afterwards`,
    },
    ...(config.chooseSec === null
      ? []
      : [{ zh: `${config.chooseSec} 秒内选定`, en: `${config.chooseSec} s to choose` }]),
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
    ...words.audienceOnFail(config.audienceOnFail),
  ],
};

/** Values that still have an unused question. */
const onOffer = (play: Play<RiskRound>): Decimal[] =>
  play.config.values.filter((value) => unused(play).some((q) => q.points === value));

function begin(play: Play<RiskRound>): Decided {
  const { state, config, round, at, by } = play;
  const team = inTurn(round.order, round.turn);
  const values = onOffer(play);
  if (team === null || values.length === 0) return refuse('show.question.noMore');
  const choose = config.chooseSec === null ? null : clock(state, 'choose', config.chooseSec, at);
  return ok([{ type: 'choosingStarted', team, forTeam: team, values, clock: choose, at, by }]);
}

/** The team itself or the host for it; chosen is chosen. */
function mine(play: StagePlay<RiskRound>): Decided | null {
  if (play.team !== null && play.team !== play.stage.team)
    return refuse('show.notYourTurn', { team: play.stage.team });
  return play.state.phase === 'choosing' ? null : refuse('show.notNow', { phase: play.state.phase });
}

function choose(play: StagePlay<RiskRound>, value: Decimal): Decided {
  const refused = mine(play);
  if (refused) return refused;
  if (!play.config.values.includes(value))
    return refuse('show.risk.unknownValue', { values: play.config.values });
  const question = unused(play).find((q) => q.points === value);
  if (!question) return refuse('show.risk.usedUp', { values: onOffer(play) });
  return show(play, question, { team: play.stage.team, seat: null }, value);
}

function decline(play: StagePlay<RiskRound>): Decided {
  const refused = mine(play);
  if (refused) return refused;
  if (!play.config.declineAllowed) return refuse('show.risk.declineForbidden');
  return ok([{ type: 'riskDeclined', team: play.stage.team ?? '', at: play.at, by: play.by }]);
}
