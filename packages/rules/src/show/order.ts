import { below, random, shuffle, type Words } from '../kernel/index.ts';
import type { PressTiming } from './command.ts';
import type { ConfigProblem, TeamId } from './config.ts';
import type { DeadHeat, PressRecord } from './event.ts';
import { range } from './problems.ts';
import type { PressOrder, StartDelay } from './roundConfig.ts';

/**
 * When a press counts as made (QZ-33).
 *
 * A device's clock is believed only inside bounds that the server measures itself. With `oneWay = min(roundTrip ÷ 2,
 * maxOneWayMs)` a claim is accepted if the buzzers were open then, it is not after the receipt, and the receipt is at
 * most `oneWay + capMs` later. Otherwise the receipt counts. So nobody gains more than `oneWay + capMs` on the server's
 * order, whatever it claims, and nobody more than `maxOneWayMs + capMs`, whatever it does to its round trips.
 */
export type Timed = Pick<
  PressRecord,
  'pressedAt' | 'uncertaintyMs' | 'basis' | 'claimedAt' | 'roundTripMs' | 'via'
>;

/** Clocks are read in whole milliseconds. */
const RESOLUTION_MS = 1;

type Compensated = Extract<PressOrder, { rule: 'compensated' }>;

/** How long after its making a press may come in and still be compensated in full; 0 where the arrival decides. */
export const allowanceMs = (order: PressOrder): number =>
  order.rule === 'arrival' ? 0 : order.maxOneWayMs + order.capMs;

/** The facts of a press received at `receipt`; `from`: since when a press could be made, server ms. */
export function timed(
  order: PressOrder,
  timing: PressTiming | undefined,
  from: number,
  receipt: number,
): Timed {
  const claimedAt = finite(timing?.claimedAt);
  const measured = finite(timing?.roundTripMs);
  const roundTripMs = measured !== null && measured >= 0 ? measured : null;
  const facts = { claimedAt, roundTripMs, via: timing?.via ?? null };
  if (order.rule === 'arrival') return { pressedAt: receipt, uncertaintyMs: 0, basis: 'arrival', ...facts };
  const oneWay = Math.min(roundTripMs === null ? order.maxOneWayMs : roundTripMs / 2, order.maxOneWayMs);
  // An offset estimated over a path that is slower one way than the other is off by up to half the round trip. It is
  // cut at `maxOneWayMs` like the delay: who holds back its pongs must not tie with everybody.
  const uncertaintyMs = deviceUncertaintyMs(oneWay);
  const pressedAt =
    claimedAt === null || roundTripMs === null
      ? null
      : accepted(claimedAt, { from, receipt, uncertaintyMs, most: oneWay + order.capMs });
  return pressedAt === null
    ? { pressedAt: receipt, uncertaintyMs, basis: 'fallback', ...facts }
    : { pressedAt, uncertaintyMs, basis: 'claimed', ...facts };
}

/** ± of a device whose way to the server takes so long, never less than what a clock resolves. */
export const deviceUncertaintyMs = (oneWayMs: number): number => Math.max(RESOLUTION_MS, oneWayMs);

const finite = (value: number | null | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

/**
 * The claimed moment in whole ms, or `null`. A claim that misses the opening or the receipt by no more than its own ±
 * is moved onto it. One that is earlier still says itself that the team pressed before "开始": it came too late for a
 * foul, which is the server's order, but it is not compensated either.
 */
function accepted(
  claimedAt: number,
  bounds: { from: number; receipt: number; uncertaintyMs: number; most: number },
): number | null {
  const { from, receipt, uncertaintyMs, most } = bounds;
  const moved = Math.min(Math.max(Math.round(claimedAt), from), receipt);
  if (Math.abs(moved - claimedAt) > uncertaintyMs) return null;
  return receipt - moved <= most ? moved : null;
}

/** Presses over one socket were stamped by one clock (or arrived in their order): only its resolution is in doubt. */
function margin(a: PressRecord, b: PressRecord): number {
  const oneClock = a.via !== null && a.via === b.via && a.basis === b.basis;
  return oneClock ? 2 * RESOLUTION_MS : a.uncertaintyMs + b.uncertaintyMs;
}

export interface Settled {
  /** `null`: the tied teams press again, or the jury names one. */
  readonly winner: TeamId | null;
  readonly deadHeat: DeadHeat | null;
}

/**
 * Who was first among the gathered presses, in the order of their receipt. The earliest wins, equal ones by receipt;
 * those closer to it than both their uncertainties are in a declared dead heat with it.
 */
export function settle(order: Compensated, presses: readonly PressRecord[], seed: string): Settled {
  const [first, ...others] = presses.toSorted((a, b) => a.pressedAt - b.pressedAt);
  if (!first) return { winner: null, deadHeat: null };
  const near = others.filter((press) => press.pressedAt - first.pressedAt < margin(first, press));
  if (near.length === 0) return { winner: first.team, deadHeat: null };
  const tied = [first, ...near].map(({ team }) => team);
  const deadHeat = { teams: tied, settledBy: order.deadHeat, seed: null };
  switch (order.deadHeat) {
    case 'earlier':
      return { winner: first.team, deadHeat };
    case 'lot':
      return { winner: shuffle(tied, seed)[0]!, deadHeat: { ...deadHeat, seed } };
    case 'again':
    case 'jury':
      return { winner: null, deadHeat };
  }
}

/** The random delay of an opening, ms; the same for the same seed. */
export const startDelayMs = ({ minMs, maxMs }: StartDelay, seed: string): number =>
  minMs + below(random(seed), Math.max(0, maxMs - minMs) + 1);

/** Nobody should wait for a verdict for longer than this. */
const LONGEST_WAIT_MS = 1_000;

export const orderProblems = (order: PressOrder, path: string): ConfigProblem[] =>
  order.rule === 'arrival'
    ? []
    : [
        ...range(`${path}.capMs`, order.capMs, 0, LONGEST_WAIT_MS),
        ...range(`${path}.maxOneWayMs`, order.maxOneWayMs, 1, LONGEST_WAIT_MS),
      ];

export function orderPrinted(order: PressOrder): Words {
  if (order.rule === 'arrival')
    return { zh: '抢答先后以服务器收到的顺序为准', en: 'the order of receipt at the server decides' };
  const heat = {
    earlier: { zh: '仍以较早者为先', en: 'the earlier estimate stands' },
    lot: { zh: '抽签决定', en: 'a lot decides' },
    again: { zh: '由并列的队再次抢答', en: 'the tied teams press again' },
    jury: { zh: '由裁判组裁定', en: 'the jury decides' },
  }[order.deadHeat];
  return {
    zh:
      `抢答先后以按下的时刻为准：服务器自行测量线路延迟，单程最多补偿 ${order.maxOneWayMs} 毫秒，` +
      `申报时刻另容许 ${order.capMs} 毫秒，超出者以收到时刻为准；误差之内视为并列，${heat.zh}`,
    en:
      `the moment of the press decides: the server measures the delay itself, compensates at most ${order.maxOneWayMs} ms one way ` +
      `and allows a claim ${order.capMs} ms more, beyond which the receipt counts; within the error it is a dead heat: ${heat.en}`,
  };
}
