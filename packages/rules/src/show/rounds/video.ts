import { multiply, ok, refuse } from '../../kernel/index.ts';
import type { VideoRound } from '../roundConfig.ts';
import { scoreRow } from '../ledger.ts';
import { decimal, enough, lists, whole } from '../problems.ts';
import { questionById, teamsIn } from '../programme.ts';
import type { Decided, RoundRules, StagePlay } from './face.ts';
import { answerer, inTurn, notHere, showNext, startClock } from './turn.ts';
import * as words from './words.ts';

/** 视频题: the clip is played, the team names what it saw, the judges mark each point found. */
export const video: RoundRules<VideoRound> = {
  starts: 'startClock',
  rules: 'judgeHits',
  closes: [],
  order: (_config, state) => teamsIn(state),
  turns: (config, teams) => config.turnsPerTeam * teams,
  who: (_config, order, turn) => ({ team: inTurn(order, turn), seat: null }),
  begin: (play) => showNext(play, { team: inTurn(play.round.order, play.round.turn), seat: null }, null),
  act(play, act) {
    switch (act.type) {
      case 'startClock':
        return startClock(play);
      case 'judgeHits':
        return judgeHits(play, act.hits);
      default:
        return notHere(act);
    }
  },
  problems: (config, teams, path) => [
    ...decimal(`${path}.perHit`, config.perHit, '0'),
    ...whole(`${path}.timeLimitSec`, config.timeLimitSec),
    ...whole(`${path}.turnsPerTeam`, config.turnsPerTeam),
    ...enough(config, config.turnsPerTeam * teams, path),
    ...lists(config, 'hits', path),
  ],
  printed: (config) => [
    { zh: '各队按台号依次作答，视频播放一遍', en: 'teams in table order; the clip is played once' },
    words.perTeam(config.turnsPerTeam),
    {
      zh: `每找出一处 +${config.perHit} 分，由裁判认定`,
      en: `+${config.perHit} for each point found, ruled by the judges`,
    },
    words.seconds(config.timeLimitSec),
  ],
};

function judgeHits(play: StagePlay<VideoRound>, hits: readonly number[]): Decided {
  const { state, stage, config, by, at } = play;
  const team = answerer(play);
  if (team === null) return refuse('show.notNow', { phase: state.phase });
  const known = questionById(config, stage.question)?.hits?.length ?? 0;
  const found = [...new Set(hits)].sort((a, b) => a - b);
  const unknown = found.find((hit) => !Number.isInteger(hit) || hit < 0 || hit >= known);
  if (unknown !== undefined) return refuse('show.hits.unknown', { hit: unknown, known });
  const delta = multiply(config.perHit, String(found.length));
  const row = scoreRow(state, { team, delta, reason: 'hits', by, at });
  return ok([{ type: 'hitsJudged', team, hits: found, rows: [row], at, by }]);
}
