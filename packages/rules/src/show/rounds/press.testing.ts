import type { PressTiming } from '../command.ts';
import type { MediaItem, ShowConfig } from '../config.ts';
import { questions, Stage, teams } from '../given.testing.ts';
import { presets } from '../presets.ts';
import type { BuzzerRound, DeadHeatRule, PressOrder } from '../roundConfig.ts';
import { view } from '../view.ts';

export const CAP = 20;
export const WAY = 150;
export const compensated = (deadHeat: DeadHeatRule = 'earlier'): PressOrder => ({
  rule: 'compensated',
  capMs: CAP,
  maxOneWayMs: WAY,
  deadHeat,
});

export function configured(change: Partial<BuzzerRound>, order: PressOrder, n: number): ShowConfig {
  const media: MediaItem = { kind: 'audio', url: '/a.mp3' };
  const config = presets['std-3']('抢答', teams(n), { buzzer: questions('b', 5, { media }) });
  const rounds = config.rounds.flatMap((round) => (round.kind === 'buzzer' ? [{ ...round, ...change }] : []));
  return { ...config, order, rounds };
}
export const reading = (change: Partial<BuzzerRound> = {}, order: PressOrder = compensated(), n = 3): Stage =>
  new Stage(configured(change, order, n)).begun().startRound('buzzer').host('nextQuestion');
export const open = (change: Partial<BuzzerRound> = {}, order: PressOrder = compensated(), n = 3): Stage =>
  reading(change, order, n).host('openBuzzers');

/** Pressed `agoMs` before its receipt, over a socket with this round trip. */
export const ago = (
  show: Stage,
  afterMs: number,
  agoMs: number,
  roundTripMs = 40,
  via = '',
): PressTiming => ({
  claimedAt: show.now + afterMs - agoMs,
  roundTripMs,
  via,
});
export const buzzerOf = (show: Stage, team: string): string =>
  view(show.state, { kind: 'team', team }).buzzer;
