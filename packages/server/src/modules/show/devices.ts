import type { DeviceLine } from '@leitai/contract';
import type { ShowState } from '@leitai/rules/show';
import type { Clock } from '../../platform/clock.ts';
import type { LiveSocket } from '../../platform/sockets/liveSocket.ts';
import { tenth } from './fillIn.ts';
import type { Visitor } from './visitor.ts';

const EVERY_MS = 2_000;
/** Changes within it are sent as one. */
const SOON_MS = 100;
/** Inputs shown of one socket; a box has not more buttons. */
const MOST_INPUTS = 64;

type Presses = Extract<Visitor, { kind: 'host' | 'team' | 'input' }>;
export const presses = (visitor: Visitor): visitor is Presses =>
  visitor.kind === 'host' || visitor.kind === 'team' || visitor.kind === 'input';

interface Device {
  readonly visitor: Presses;
  readonly via: string;
  /** Server ms. */
  readonly since: number;
  /** Heard over it so far. */
  readonly inputs: Set<string>;
}

/** Everything that may press in one show, and how well the server knows its line (QZ-33): for the desks only. */
export class Devices {
  readonly #clock: Clock;
  readonly #send: () => void;
  readonly #known = new Map<LiveSocket, Device>();
  #timer: NodeJS.Timeout | undefined;
  #soon = false;

  /** `send`: the lines are due. */
  constructor(clock: Clock, send: () => void) {
    this.#clock = clock;
    this.#send = send;
  }

  get size(): number {
    return this.#known.size;
  }

  come(socket: LiveSocket, visitor: Visitor, via: string): void {
    if (!presses(visitor) || this.#known.has(socket)) return;
    this.#known.set(socket, { visitor, via, since: this.#clock.now(), inputs: new Set() });
    this.#changed();
  }

  gone(socket: LiveSocket): void {
    if (this.#known.delete(socket)) this.#changed();
  }

  /** Something pressed over this socket. */
  heard(socket: LiveSocket, input: string): void {
    const inputs = this.#known.get(socket)?.inputs;
    if (inputs === undefined || inputs.has(input) || inputs.size >= MOST_INPUTS) return;
    inputs.add(input);
    this.#changed();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#known.clear();
  }

  lines(state: ShowState): DeviceLine[] {
    const { order } = state.config;
    const most = order.rule === 'compensated' ? order.maxOneWayMs : Number.POSITIVE_INFINITY;
    return [...this.#known].flatMap(([socket, { visitor, via, since, inputs }]): DeviceLine[] => {
      const trip = socket.roundTrip;
      const line = {
        desk: visitor.kind === 'host' ? (visitor.desk ?? 'host') : null,
        via,
        kind: visitor.kind === 'host' ? 'desk' : visitor.kind === 'team' ? 'phone' : 'input',
        roundTripMs: tenth(trip?.bestMs ?? null),
        uncertaintyMs: trip === null ? null : tenth(Math.max(1, Math.min(trip.bestMs / 2, most))),
        jitterMs: tenth(trip?.jitterMs ?? null),
        since,
      } as const;
      if (visitor.kind === 'team') return [{ ...line, team: visitor.team, input: null }];
      if (inputs.size === 0) return [{ ...line, team: null, input: null }];
      return [...inputs].map((input) => ({ ...line, team: teamOf(state, input), input }));
    });
  }

  #changed(): void {
    if (this.#soon) return;
    this.#soon = true;
    this.#due(SOON_MS);
  }

  #due(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#soon = false;
      this.#send();
      if (this.#known.size > 0) this.#due(EVERY_MS);
    }, ms).unref();
  }
}

const teamOf = ({ inputs }: ShowState, input: string): string | null =>
  Object.hasOwn(inputs, input) ? (inputs[input] ?? null) : null;
