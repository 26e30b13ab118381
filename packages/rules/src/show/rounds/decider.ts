import { ok, refuse } from '../../kernel/index.ts';
import type { Verdict } from '../command.ts';
import type { TeamId } from '../config.ts';
import type { DeciderRound } from '../roundConfig.ts';
import type { ShowEvent } from '../event.ts';
import type { DeciderState } from '../state.ts';
import { tooFew, whole, startDelay } from '../problems.ts';
import type { Decided, Play, RoundRules, StagePlay } from './face.ts';
import { openBuzzers, press, type PressRules } from './press.ts';
import { answerer, notHere, showNext } from './turn.ts';
import * as words from './words.ts';

/** 加赛题, sudden death (QZ-50): the first right wins, the first wrong is out. No ledger row, ever (QZ-51). */
export const suddenDeath: RoundRules<DeciderRound> = {
  starts: 'openBuzzers',
  rules: 'judge',
  closes: ['open'],
  order: (_config, state) => state.decider?.teams ?? [],
  turns: () => null,
  over: (_config, { decider }) => decider === null || over(decider),
  who: () => ({ team: null, seat: null }),
  begin: (play) => showNext(play, { team: null, seat: null }, null),
  act(play, act) {
    switch (act.type) {
      case 'openBuzzers':
        return openBuzzers(play, rules(play), act.seed);
      case 'press':
        return press(play, act, rules(play));
      case 'judge':
        return judge(play, act.verdict);
      default:
        return notHere(act);
    }
  },
  problems: (config, _teams, path) => [
    ...whole(`${path}.timeLimitSec`, config.timeLimitSec),
    ...whole(`${path}.pressWindowSec`, config.pressWindowSec),
    ...startDelay(config.startDelay, path),
    ...tooFew(`${path}.questions`, config.questions.length, 1),
  ],
  printed: (config) => [
    { zh: '仅由并列的队参加抢答', en: 'only the tied teams press' },
    ...words.startDelay(config.startDelay),
    ...words.pressWindow(config.pressWindowSec),
    words.seconds(config.timeLimitSec),
    { zh: '先答对者胜，先答错者出局', en: 'the first right wins, the first wrong is out' },
    config.foul === 'void'
      ? { zh: '提前抢答则本题作废', en: 'an early press voids the question' }
      : words.foul({ rule: 'lockout' }),
    words.placeOnly,
  ],
};

const rules = (play: StagePlay<DeciderRound>): PressRules => ({
  foul: { rule: play.config.foul },
  interruptReading: false,
  eligible: left(play),
  nobody: 'close',
  pressWindowSec: play.config.pressWindowSec,
  timeLimitSec: play.config.timeLimitSec,
  startDelay: play.config.startDelay,
});

const left = (play: StagePlay<DeciderRound>): TeamId[] =>
  play.round.order.filter(
    (team) => !play.stage.out.includes(team) && !play.state.decider?.out.includes(team),
  );

const over = (decider: DeciderState): boolean => decider.winner !== null;

/** Best first: the winner, those still in, then the first out last. */
function tiers(decider: DeciderState, winner: TeamId | null): TeamId[][] {
  const middle = decider.teams.filter((team) => team !== winner && !decider.out.includes(team));
  return [winner === null ? [] : [winner], middle, ...decider.out.toReversed().map((team) => [team])].filter(
    (tier) => tier.length > 0,
  );
}

function judge(play: StagePlay<DeciderRound>, verdict: Verdict): Decided {
  const { state, stage, at, by } = play;
  const team = answerer(play);
  if (team === null || state.decider === null) return refuse('show.notNow', { phase: state.phase });
  const { late } = stage;
  const out = verdict === 'wrong';
  const ruled: ShowEvent = { type: 'ruled', team, verdict, late, after: 'close', out, rows: [], at, by };
  const now: DeciderState = out ? { ...state.decider, out: [...state.decider.out, team] } : state.decider;
  const stay = now.teams.filter((t) => !now.out.includes(t));
  const winner = verdict === 'right' ? team : stay.length === 1 ? stay[0]! : null;
  if (winner === null) return ok([ruled]);
  return ok([ruled, { type: 'deciderDecided', tiers: tiers(now, winner), at, by }]);
}

/** Ended by the host without a winner: those who went out are still placed behind the others. */
export const cutShort = (play: Pick<Play, 'state' | 'at' | 'by'>): ShowEvent[] => {
  const { decider, config } = play.state;
  if (config.decider.rule !== 'suddenDeath') return [];
  if (decider === null || over(decider) || decider.out.length === 0) return [];
  return [{ type: 'deciderDecided', tiers: tiers(decider, null), at: play.at, by: play.by }];
};
