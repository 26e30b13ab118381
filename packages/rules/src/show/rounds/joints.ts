import type { TogetherRound } from '../roundConfig.ts';
import { raised } from './cardRaise.ts';
import { estimated } from './estimate.ts';
import { sped } from './speed.ts';
import type { Joint } from './together.ts';
import { staked } from './wager.ts';

const JOINTS = { cardRaise: raised, estimate: estimated, speed: sped, wager: staked } satisfies {
  [K in TogetherRound['kind']]: Joint<Extract<TogetherRound, { kind: K }>>;
};

/** What a joint round asks for, and what its answer key says. */
export const jointOf = (config: TogetherRound): Joint<TogetherRound> => JOINTS[config.kind];
