import { add, compare, type Decimal, isDecimal, subtract } from '../../kernel/index.ts';
import type { TeamId } from '../config.ts';
import { decimal, fault } from '../problems.ts';
import { questionById } from '../programme.ts';
import type { EstimateRound } from '../roundConfig.ts';
import type { Entered } from '../state.ts';
import type { RoundRules } from './face.ts';
import { type Joint, printed, problems, together } from './together.ts';
import * as words from './words.ts';

const distance = (a: Decimal, b: Decimal): Decimal => (compare(a, b) < 0 ? subtract(b, a) : subtract(a, b));

/** Teams with the nearest number, all that are equally near. */
function nearest(target: Decimal, entries: Readonly<Record<TeamId, Entered>>): TeamId[] {
  const off = Object.entries(entries).map(([team, { answer }]) => ({ team, by: distance(answer, target) }));
  return off.filter((one) => off.every((other) => compare(one.by, other.by) <= 0)).map(({ team }) => team);
}

export const estimated: Joint<EstimateRound> = {
  sheet: () => ({ as: 'number', options: [] }),
  propose({ answer }, entries) {
    if (!isDecimal(answer)) return () => null;
    const winners = nearest(answer, entries);
    return (team) => winners.includes(team);
  },
  score({ config, stage }, team, right) {
    if (!right) return '0';
    const target = questionById(config, stage.question)?.answer ?? '';
    const mine = stage.entries[team]?.answer ?? '';
    const exact = isDecimal(target) && isDecimal(mine) && compare(target, mine) === 0;
    return add(stage.points ?? '0', exact ? config.exactBonus : '0');
  },
  firstIsFinal: false,
};

/** 估数题: the nearest number wins. */
export const estimate: RoundRules<EstimateRound> = {
  ...together(estimated),
  problems: (config, _teams, path) => [
    ...decimal(`${path}.points`, config.points, '0'),
    ...decimal(`${path}.exactBonus`, config.exactBonus, '0'),
    ...config.questions.flatMap(({ answer }, i) =>
      isDecimal(answer) ? [] : fault(`${path}.questions.${i}.answer`, 'show.config.notANumber'),
    ),
    ...problems(config, path),
  ],
  printed: (config) => [
    {
      zh: '各队同时写出数值，最接近者得分，同样接近者均得分',
      en: 'all teams write a number at once; the nearest scores, and all that are equally near',
    },
    words.right(config.points),
    ...(compare(config.exactBonus, '0') === 0
      ? []
      : [{ zh: `完全准确另加 ${config.exactBonus} 分`, en: `exactly right: ${config.exactBonus} more` }]),
    { zh: '其余不扣分', en: 'no deduction for the others' },
    ...printed(config),
  ],
};
