import { compare, type Decimal, isDecimal, negate, ok, refuse } from '../../kernel/index.ts';
import type { TeamId } from '../config.ts';
import { total } from '../ledger.ts';
import { decimal, whole } from '../problems.ts';
import type { WagerRound } from '../roundConfig.ts';
import type { ShowState } from '../state.ts';
import type { Decided, Play, RoundRules, StagePlay } from './face.ts';
import { byKey, contestants, type Joint, optionsOrText, printed, problems, together } from './together.ts';
import { clock, nextUnused, showNext } from './turn.ts';

export const staked: Joint<WagerRound> = {
  sheet: optionsOrText,
  propose: byKey,
  score({ stage }, team, right) {
    const stake = stage.stakes[team] ?? '0';
    return right ? stake : negate(stake);
  },
  firstIsFinal: false,
};

/** The most that the team may stake now: never more than it has. */
export function mostOf(config: WagerRound, state: ShowState, team: TeamId): Decimal {
  const own = total(state.ledger, team);
  const has = compare(own, '0') > 0 ? own : '0';
  return config.most !== null && compare(config.most, has) < 0 ? config.most : has;
}

const joint = together(staked);

/** 押分题: every team stakes part of its score before it sees the question. */
export const wager: RoundRules<WagerRound> = {
  ...joint,
  begin,
  act: (play, act) => (act.type === 'stake' ? stake(play, act.question, act.stake) : joint.act(play, act)),
  problems: (config, _teams, path) => [
    ...(config.most === null ? [] : decimal(`${path}.most`, config.most, '0')),
    ...whole(`${path}.stakeSec`, config.stakeSec),
    ...problems(config, path),
  ],
  printed: (config) => [
    { zh: '各队先押分后看题', en: 'teams stake before they see the question' },
    config.most === null
      ? { zh: '押分不超过本队总分', en: "a stake is at most the team's total" }
      : {
          zh: `押分不超过 ${config.most} 分，也不超过本队总分`,
          en: `a stake is at most ${config.most} and at most the team's total`,
        },
    ...(config.stakeSec === null
      ? []
      : [{ zh: `${config.stakeSec} 秒内押定`, en: `${config.stakeSec} s to stake` }]),
    { zh: '未押分按 0 分计', en: 'no stake counts as 0' },
    { zh: '答对加所押分值，答错或未答扣所押分值', en: 'right: + the stake; wrong or silent: − the stake' },
    ...printed(config),
  ],
};

/** First the stakes; the next word of the host closes them and shows the question. */
function begin(play: Play<WagerRound>): Decided {
  const { state, config, at, by } = play;
  if (state.phase === 'staking') return showNext(play, { team: null, seat: null }, null);
  if (nextUnused(play) === null) return refuse('show.question.noMore');
  const time = config.stakeSec === null ? null : clock(state, 'stake', config.stakeSec, at);
  return ok([{ type: 'stakingStarted', clock: time, at, by }]);
}

/** Nobody knows the question yet, so a stake names none. */
function stake(play: StagePlay<WagerRound>, question: string, value: Decimal): Decided {
  const { state, stage, round, config, team, at } = play;
  if (team === null) return refuse('show.stranger');
  if (state.phase !== 'staking') return refuse('show.notNow', { phase: state.phase });
  if (question !== '') return refuse('show.wrongQuestion', { question: '' });
  if (!contestants(round, stage).includes(team)) return refuse('show.excluded');
  if (stage.late || (state.clock && at > state.clock.deadline)) return refuse('show.tooLate');
  if (!isDecimal(value)) return refuse('show.notDecimal', { delta: value });
  const most = mostOf(config, state, team);
  if (compare(value, '0') < 0 || compare(value, most) > 0) return refuse('show.stake.tooMuch', { most });
  if (stage.stakes[team] === value) return ok([]);
  return ok([{ type: 'staked', team, stake: value, at, by: team }]);
}
