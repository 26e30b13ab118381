import { random } from '../kernel/index.ts';
import type { PressTiming, ShowCommand } from './command.ts';
import { decide } from './decide.ts';
import type { PressRecord } from './event.ts';
import { evolve } from './evolve.ts';
import { questions, Stage, teams } from './given.testing.ts';
import { presets } from './presets.ts';
import type { PressOrder } from './roundConfig.ts';
import type { ShowState } from './state.ts';

/** Who is fair to whom on a slow line: simulated networks, real decisions. Pure; everything comes from the seed. */
export interface Network {
  /** Round trips are spread between these, ms, each ratio as likely. */
  readonly roundTripMs: readonly [number, number];
  /** Mean of what one message takes longer, of the round trip. */
  readonly jitter: number;
  /** Share of messages lost and sent again. */
  readonly loss: number;
  /** The way up takes between this and one minus this of the round trip. */
  readonly least: number;
}

/** Phones on one good wireless network; and every line from wire to a far mobile cell. */
export const HALL: Network = { roundTripMs: [2, 40], jitter: 0.1, loss: 0.005, least: 0.4 };
export const MIXED: Network = { roundTripMs: [5, 300], jitter: 0.1, loss: 0.01, least: 0.35 };

const compensated = (capMs: number, maxOneWayMs: number): PressOrder => ({
  rule: 'compensated',
  capMs,
  maxOneWayMs,
  deadHeat: 'earlier',
});
/** As wide as the lines they are for, no wider: what a cheat may gain grows with them. */
export const HALL_ORDER = compensated(20, 40);
export const MIXED_ORDER = compensated(20, 150);
export const ARRIVAL: PressOrder = { rule: 'arrival' };

/** `forges`: claims as early as it may, and guesses perfectly. `delays`: its pongs too, as long as it likes. */
export type Cheat = 'none' | 'forges' | 'delays';

/** A lost message is noticed after a round trip, but not before this, as TCP has it. */
const RESEND_MS = 200;
/** What the web client and the server keep of their pings. */
const CLIENT_SAMPLES = 8;
const SERVER_SAMPLES = 16;

interface Line {
  up(): number;
  down(): number;
}

type Chance = () => number;

/** Numbers in [0, 1) from a seed. */
const chance = (seed: string): Chance => {
  const next = random(seed);
  return () => next() / 0x1_0000_0000;
};

function line(network: Network, roll: Chance): Line {
  const [least, most] = network.roundTripMs;
  const roundTrip = least * (most / least) ** roll();
  const share = network.least + roll() * (1 - 2 * network.least);
  const way = (base: number): number => {
    const late = -Math.log(1 - roll()) * network.jitter * roundTrip;
    return base + late + (roll() < network.loss ? RESEND_MS + roundTrip : 0);
  };
  return { up: () => way(roundTrip * share), down: () => way(roundTrip * (1 - share)) };
}

/** By how much a page's idea of the server's time is off: its best of 8 pings, stamped at the server in whole ms. */
function clockError({ up, down }: Line, roll: Chance): number {
  let best = { trip: Number.POSITIVE_INFINITY, error: 0 };
  for (let i = 0; i < CLIENT_SAMPLES; i += 1) {
    const [there, back] = [up(), down()];
    const trip = there + back;
    if (trip < best.trip) best = { trip, error: trip / 2 - back - roll() };
  }
  return best.error;
}

/** The server's own best round trip: a burst of 5 at the start, then one every 2 s, the last 16. */
const measured = ({ up, down }: Line): number =>
  Math.min(...Array.from({ length: SERVER_SAMPLES }, () => down() + up()));

export interface Pressed {
  readonly team: string;
  /** The truth, server ms. */
  readonly pressedAt: number;
  readonly receivedAt: number;
  /** What this press took to the server. */
  readonly wayMs: number;
  readonly timing: PressTiming;
}

function device(
  team: string,
  pressedAt: number,
  openedAt: number,
  { network, roll, cheat, order }: { network: Network; roll: Chance; cheat: Cheat; order: PressOrder },
): Pressed {
  const path = line(network, roll);
  const error = clockError(path, roll);
  const trip = measured(path);
  const wayMs = path.up();
  const receivedAt = Math.floor(pressedAt + wayMs);
  if (cheat === 'none' || order.rule === 'arrival') {
    const timing = { claimedAt: pressedAt + error, roundTripMs: trip, via: team };
    return { team, pressedAt, receivedAt, wayMs, timing };
  }
  const roundTripMs = cheat === 'delays' ? 2 * order.maxOneWayMs + 1_000 * roll() : trip;
  const most = Math.min(roundTripMs / 2, order.maxOneWayMs) + order.capMs;
  const claimedAt = Math.max(openedAt, Math.ceil(receivedAt - most));
  return { team, pressedAt, receivedAt, wayMs, timing: { claimedAt, roundTripMs, via: team } };
}

/** A show with its buzzers just opened. */
export function opened(order: PressOrder, size: number): ShowState {
  const config = presets['std-3']('公平', teams(size), { buzzer: questions('b', 1) });
  const rounds = config.rounds.flatMap((round) =>
    round.kind === 'buzzer' ? [{ ...round, pressWindowSec: null }] : [],
  );
  const show = new Stage({ ...config, order, rounds }).begun().startRound('buzzer');
  return show.host('nextQuestion', 'openBuzzers').state;
}

function after(state: ShowState, command: ShowCommand): ShowState {
  const result = decide(state, command);
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value.reduce(evolve, state);
}

/** The server's timer, as far as it fired by then. */
function waited(state: ShowState, now: number): ShowState {
  const { clock } = state;
  if (clock?.kind !== 'gather' || clock.deadline >= now) return state;
  const actor = { kind: 'system' } as const;
  return after(state, { type: 'timeout', clockId: clock.id, actor, now: clock.deadline });
}

export interface Trial {
  readonly pressed: readonly Pressed[];
  readonly winner: string | null;
  readonly deadHeat: readonly string[];
  readonly records: readonly PressRecord[];
}

export interface Setting {
  readonly network: Network;
  readonly order: PressOrder;
  /** Opened for at least as many teams as press. */
  readonly state: ShowState;
  readonly size: number;
  /** Between the first presser and the second. */
  readonly gapMs: number;
  /** Of the second presser. */
  readonly cheat?: Cheat;
}

/** One opening: A presses first, B `gapMs` later, the others after B. */
export function trial({ network, order, state, size, gapMs, cheat = 'none' }: Setting, seed: string): Trial {
  const roll = chance(seed);
  const openedAt = state.stage?.openedAt ?? 0;
  const first = openedAt + 250 + 400 * roll();
  const pressed = teams(size).map(({ id }, i) => {
    const pressedAt = i === 0 ? first : first + gapMs + (i === 1 ? 0 : 200 * roll());
    return device(id, pressedAt, openedAt, { network, roll, cheat: i === 1 ? cheat : 'none', order });
  });
  const question = state.stage?.question ?? '';
  const end = pressed
    .toSorted((a, b) => a.receivedAt - b.receivedAt)
    .reduce((now, { team, receivedAt, timing }) => {
      const actor = { kind: 'team', team } as const;
      return after(waited(now, receivedAt), { type: 'press', question, timing, actor, now: receivedAt });
    }, state);
  const { stage, presses } = waited(end, Number.POSITIVE_INFINITY);
  return {
    pressed,
    winner: stage?.team ?? null,
    deadHeat: stage?.deadHeat?.teams ?? [],
    records: presses,
  };
}

export interface Shares {
  /** The truly first had the right to answer. */
  readonly won: number;
  /** A dead heat was declared. */
  readonly declared: number;
  /** Another team had it, and nothing said that it was close. */
  readonly wrong: number;
}

/** Shares over many trials, each with lines of its own. */
export function shares(setting: Setting, trials: number, seed: string): Shares {
  let won = 0;
  let declared = 0;
  let wrong = 0;
  for (let i = 0; i < trials; i += 1) {
    const { winner, deadHeat } = trial(setting, `${seed}/${i}`);
    if (winner === 'A') won += 1;
    if (deadHeat.length > 0) declared += 1;
    if (winner !== 'A' && !deadHeat.includes('A')) wrong += 1;
  }
  return { won: won / trials, declared: declared / trials, wrong: wrong / trials };
}
