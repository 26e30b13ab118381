import { refuse } from '../../kernel/index.ts';
import type { RoundConfig, RoundKind } from '../roundConfig.ts';
import { audience } from './audience.ts';
import { buzzer } from './buzzer.ts';
import { charades } from './charades.ts';
import { decider } from './decider.ts';
import type { RoundRules } from './face.ts';
import { mandatory } from './mandatory.ts';
import { risk } from './risk.ts';
import { video } from './video.ts';

/** Every kind of round; a new one is one line in `RoundConfig` and one value here. */
const notBuilt: RoundRules<never> = {
  starts: 'closeQuestion',
  rules: null,
  closes: [],
  order: () => [],
  turns: () => null,
  who: () => ({ team: null, seat: null }),
  begin: () => refuse('show.notNow'),
  act: () => refuse('show.notNow'),
  problems: () => [],
  printed: () => [],
};

const ROUNDS = {
  teamMandatory: notBuilt,
  rapid: notBuilt,
  assigned: notBuilt,
  cardRaise: notBuilt,
  estimate: notBuilt,
  speed: notBuilt,
  wager: notBuilt,
  mandatory,
  video,
  charades,
  buzzer,
  risk,
  audience,
  decider,
} satisfies {
  [K in RoundKind]: RoundRules<Extract<RoundConfig, { kind: K }>>;
};

export const rulesOf = (round: RoundConfig): RoundRules<RoundConfig> => ROUNDS[round.kind];
