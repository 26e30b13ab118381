import { compare, ok, refuse, type Words } from '../../kernel/index.ts';
import type { Verdict } from '../command.ts';
import type { ConfigProblem, TeamId } from '../config.ts';
import type { ShowEvent } from '../event.ts';
import { decimal, tiers as questionTiers, tooFew, values, whole } from '../problems.ts';
import type { DeciderRound, DeciderRule, RoundConfig } from '../roundConfig.ts';
import type { DeciderState, ShowState } from '../state.ts';
import { choose, startChoosing } from './choose.ts';
import type { Decided, Play, RoundAct, RoundRules, StagePlay } from './face.ts';
import { answerer, inTurn, nextUnused, notHere, show, startClock } from './turn.ts';
import * as words from './words.ts';

/** Turns until every team that is still level has had its own. */
const lap = (config: DeciderRound, teams: number): number => config.turnsPerTeam * teams;

/** Whether the questions that are left give each of so many teams its turns. */
export const enoughFor = (
  config: DeciderRound,
  rule: DeciderRule,
  teams: number,
  used: readonly string[],
): boolean => {
  const left = config.questions.filter(
    (q) => !used.includes(q.id) && (rule !== 'risk' || config.values.includes(q.points ?? '')),
  );
  return left.length >= (rule === 'suddenDeath' ? 1 : lap(config, teams));
};

/** Decided, or no whole lap is left: nobody gets a turn that the others do not get. */
const over =
  (rule: DeciderRule) =>
  (config: DeciderRound, { round, decider }: ShowState): boolean => {
    if (!round || !decider || decider.winner !== null) return true;
    const begun = round.turn % lap(config, round.order.length) !== 0;
    return !begun && !enoughFor(config, rule, round.order.length, round.used);
  };

const whose = ({ round }: Play<DeciderRound>): TeamId | null => inTurn(round.order, round.turn);

const laps = {
  starts: 'startClock',
  rules: 'judge',
  closes: [],
  order: (_config, state) => state.decider?.teams ?? [],
  turns: () => null,
  who: (_config, order, turn) => ({ team: inTurn(order, turn), seat: null }),
} as const satisfies Partial<RoundRules<DeciderRound>>;

/** 加赛题, an extra round (QZ-50): each tied team answers in turn, the highest wins, those level go on. */
export const extraRound: RoundRules<DeciderRound> = {
  ...laps,
  over: over('extraRound'),
  /** The same points for all, whatever the question brings along. */
  begin(play) {
    const question = nextUnused(play);
    return question
      ? show(play, question, { team: whose(play), seat: null }, play.config.points)
      : refuse('show.question.noMore');
  },
  act: onLap,
  problems: (config, _teams, path) => [
    ...decimal(`${path}.points`, config.points, '0'),
    ...problems(config, path),
  ],
  printed: (config) => [
    { zh: '仅由并列的队按台号轮流作答', en: 'only the tied teams answer, in table order' },
    words.perTeam(config.turnsPerTeam),
    words.right(config.points),
    { zh: '答错不扣分', en: 'wrong: no deduction' },
    words.seconds(config.timeLimitSec),
    ...printed,
  ],
};

/** 加赛题, risk questions (QZ-50): each tied team chooses a value and gains or loses it. */
export const riskDecider: RoundRules<DeciderRound> = {
  ...laps,
  over: over('risk'),
  begin: (play) => startChoosing(play, whose(play), whose(play), null),
  act(play, act) {
    if (act.type === 'chooseRisk') return choose(play, act.value, { team: play.stage.team, seat: null });
    return act.type === 'declineRisk' ? refuse('show.risk.declineForbidden') : onLap(play, act);
  },
  problems: (config, _teams, path) => [
    ...values(config, path),
    ...questionTiers(config, path),
    ...problems(config, path),
  ],
  printed: (config) => [
    { zh: '仅由并列的队按台号轮流选题作答', en: 'only the tied teams choose and answer, in table order' },
    words.perTeam(config.turnsPerTeam),
    ...words.choice(config.values, null),
    { zh: '答对加所选分值，答错扣所选分值', en: 'right: + the chosen value; wrong: − the chosen value' },
    words.seconds(config.timeLimitSec),
    ...printed,
  ],
};

const printed: readonly Words[] = [
  { zh: '得分高者胜，仍相同的队继续加赛', en: 'the highest wins; those still level go on' },
  words.placeOnly,
];

/** Two teams are the fewest that can be level. */
const problems = (config: DeciderRound, path: string): ConfigProblem[] => [
  ...whole(`${path}.timeLimitSec`, config.timeLimitSec),
  ...whole(`${path}.turnsPerTeam`, config.turnsPerTeam),
  ...tooFew(`${path}.questions`, config.questions.length, lap(config, 2)),
];

function onLap(play: StagePlay<DeciderRound>, act: RoundAct): Decided {
  switch (act.type) {
    case 'startClock':
      return startClock(play);
    case 'judge':
      return judge(play, act.verdict);
    default:
      return notHere(act);
  }
}

/** The points are the decider's own: no ledger row (QZ-51). */
function judge(play: StagePlay<DeciderRound>, verdict: Verdict): Decided {
  const { state, stage, at, by } = play;
  const team = answerer(play);
  if (team === null) return refuse('show.notNow', { phase: state.phase });
  const { late } = stage;
  return ok([{ type: 'ruled', team, verdict, late, after: 'close', out: false, rows: [], at, by }]);
}

/** Best first; teams of one tier are level. */
function tiers(teams: readonly TeamId[], { points }: DeciderState): TeamId[][] {
  const of = (team: TeamId): string => points[team] ?? '0';
  const heights = [...new Set(teams.map(of))].sort((a, b) => compare(b, a));
  return heights.map((height) => teams.filter((team) => of(team) === height));
}

/** When a lap ends with somebody ahead, that is decided; those level at the top play another. */
export function lapEnded(state: ShowState, config: RoundConfig, at: number, by: string): ShowEvent[] {
  const { round, decider } = state;
  if (config.kind !== 'decider' || state.config.decider.rule === 'suddenDeath' || !round || !decider)
    return [];
  if ((round.turn + 1) % lap(config, round.order.length) !== 0) return [];
  const found = tiers(round.order, decider);
  return found.length > 1 ? [{ type: 'deciderDecided', tiers: found, at, by }] : [];
}
