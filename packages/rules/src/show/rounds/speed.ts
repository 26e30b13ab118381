import { compare, type Decimal, divide, multiply, negate, round, subtract } from '../../kernel/index.ts';
import { decimal, fault } from '../problems.ts';
import type { SpeedRound } from '../roundConfig.ts';
import type { RoundRules } from './face.ts';
import { byKey, type Joint, optionsOrText, printed, problems, together } from './together.ts';
import * as words from './words.ts';

/** Points after so much of the time, in a straight line down to the floor; rounded once, half up, to whole points. */
export function pointsAfter(
  { points, floorPoints }: { readonly points: Decimal; readonly floorPoints: Decimal },
  elapsedMs: number,
  timeLimitSec: number,
): Decimal {
  const fall = multiply(subtract(points, floorPoints), String(elapsedMs));
  return round(subtract(points, divide(fall, String(timeLimitSec * 1000))), 0);
}

export const sped: Joint<SpeedRound> = {
  sheet: optionsOrText,
  propose: byKey,
  score({ config, stage }, team, right) {
    if (!right) return negate(config.wrongPenalty);
    const points = stage.points ?? '0';
    // Read by the host without an entry: as at the bell.
    const elapsedMs = stage.entries[team]?.elapsedMs ?? config.timeLimitSec * 1000;
    const floorPoints = compare(config.floorPoints, points) < 0 ? config.floorPoints : points;
    return pointsAfter({ points, floorPoints }, elapsedMs, config.timeLimitSec);
  },
  firstIsFinal: true,
};

/** 计时答题: the sooner, the more points. */
export const speed: RoundRules<SpeedRound> = {
  ...together(sped),
  problems: (config, _teams, path) => {
    const shapes = [
      ...decimal(`${path}.points`, config.points, '0'),
      ...decimal(`${path}.floorPoints`, config.floorPoints, '0'),
    ];
    return [
      ...shapes,
      ...(shapes.length === 0 && compare(config.floorPoints, config.points) > 0
        ? fault(`${path}.floorPoints`, 'show.config.wrongOrder')
        : []),
      ...decimal(`${path}.wrongPenalty`, config.wrongPenalty, '0'),
      ...problems(config, path),
    ];
  },
  printed: (config) => [
    {
      zh: '各队同时作答，首次提交即为最终答案',
      en: 'all teams answer at once; the first entry is final',
    },
    {
      zh: `答对得分随用时由 ${config.points} 分均匀降至 ${config.floorPoints} 分，四舍五入取整`,
      en: `right: from ${config.points} points evenly down to ${config.floorPoints} with the time used, rounded to whole points`,
    },
    words.wrong(config),
    ...printed(config),
  ],
};
