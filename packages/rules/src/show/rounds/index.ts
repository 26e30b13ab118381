import type { ShowConfig } from '../config.ts';
import type { DeciderRound, DeciderRule, RoundConfig, RoundKind } from '../roundConfig.ts';
import { assigned } from './assigned.ts';
import { audience } from './audience.ts';
import { buzzer } from './buzzer.ts';
import { cardRaise } from './cardRaise.ts';
import { charades } from './charades.ts';
import { suddenDeath } from './decider.ts';
import { extraRound, riskDecider } from './deciderLaps.ts';
import { estimate } from './estimate.ts';
import type { RoundRules } from './face.ts';
import { mandatory, teamMandatory } from './mandatory.ts';
import { rapid } from './rapid.ts';
import { risk } from './risk.ts';
import { speed } from './speed.ts';
import { video } from './video.ts';
import { wager } from './wager.ts';

/** Every kind of round; a new one is one line in `RoundConfig` and one value here. */
const ROUNDS = {
  mandatory,
  teamMandatory,
  video,
  charades,
  rapid,
  buzzer,
  risk,
  assigned,
  cardRaise,
  estimate,
  speed,
  wager,
  audience,
  decider: suddenDeath,
} satisfies {
  [K in RoundKind]: RoundRules<Extract<RoundConfig, { kind: K }>>;
};

const DECIDERS: Readonly<Record<DeciderRule, RoundRules<DeciderRound>>> = {
  suddenDeath,
  extraRound,
  risk: riskDecider,
};

/** The rules of a round; how a decider is played is the show's setting. */
export function rulesOf(
  round: RoundConfig,
  { decider }: Pick<ShowConfig, 'decider'>,
): RoundRules<RoundConfig> {
  if (round.kind === 'decider' && decider.rule !== 'none') return DECIDERS[decider.rule];
  return ROUNDS[round.kind];
}
