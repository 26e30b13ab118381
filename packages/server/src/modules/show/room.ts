import type { ServerFrame } from '@leitai/contract';
import { view, type Audience, type ShowState } from '@leitai/rules/show';
import type { Clock } from '../../platform/clock.ts';
import { Broadcast } from '../../platform/sockets/broadcast.ts';
import type { LiveSocket } from '../../platform/sockets/liveSocket.ts';
import { textFrame } from '../../platform/sockets/textFrame.ts';
import { Devices, presses } from './devices.ts';
import type { Visitor } from './visitor.ts';

/** Changes within it reach the spectators as one, and after the teams. */
const SPECTATORS_MS = 10;
const CROWD_MS = 2_000;
/** The few screens and desks are told sooner. */
const DESK_MS = 1_000;
const CROWD_MAX_MS = 30_000;

interface Group {
  readonly audience: Audience;
  readonly broadcast: Broadcast;
  /** The view as JSON, with the state it was made from. */
  made: { readonly state: ShowState; readonly text: string } | null;
}

function keyOf(audience: Audience): string {
  if (audience.kind === 'team') return `team:${audience.team}`;
  return audience.kind === 'host' ? `host:${audience.desk ?? 'host'}` : audience.kind;
}

const isDesk = ({ kind }: Audience): boolean => kind === 'host' || kind === 'screen';

/** What the audience does besides being there. */
export type Tally = () => Promise<{
  readonly answered: number | null;
  readonly cheers: Readonly<Record<string, number>>;
}>;

/** Everybody who watches one show: each audience has one view, made once and framed once. */
export class Room {
  readonly #clock: Clock;
  readonly #groups = new Map<string, Group>();
  readonly devices: Devices;
  #state: ShowState | null = null;
  readonly #tally: Tally;
  #crowdTimer: NodeJS.Timeout | undefined;
  #deskTimer: NodeJS.Timeout | undefined;
  /** How much of the ledger the desks have. */
  #rowsSent = 0;
  #crowdSent = '';
  #deskSent = '';
  #stopped = false;

  constructor(clock: Clock, tally: Tally) {
    this.#clock = clock;
    this.#tally = tally;
    this.devices = new Devices(clock, () => {
      if (this.#state !== null) this.toDesks({ t: 'devices', devices: this.devices.lines(this.#state) });
    });
  }

  /** Sockets for which the show is kept. */
  get size(): number {
    let { size } = this.devices;
    for (const { audience, broadcast } of this.#groups.values())
      if (!presses(audience)) size += broadcast.sockets.size;
    return size;
  }

  /** A stored state, to be seen by all. Teams first: a buzz is theirs. */
  show(state: ShowState): void {
    this.#state = state;
    const from = this.#rowsSent;
    this.#rowsSent = state.ledger.length;
    if (from < state.ledger.length) this.toDesks({ t: 'ledger', from, rows: state.ledger.slice(from) });
    for (const { broadcast, audience } of this.#groups.values())
      if (audience.kind === 'team') broadcast.changed();
    for (const { broadcast, audience } of this.#groups.values())
      if (audience.kind !== 'team') broadcast.changed();
  }

  /** From now on the socket gets its views, beginning with the present one; a box gets none. `via`: its id. */
  join(socket: LiveSocket, visitor: Visitor, via: string): void {
    this.devices.come(socket, visitor, via);
    if (visitor.kind !== 'input') this.#joinGroup(socket, visitor);
  }

  leave(socket: LiveSocket, visitor: Visitor): void {
    this.devices.gone(socket);
    if (visitor.kind === 'input') return;
    if (this.#groups.get(keyOf(visitor))?.broadcast.sockets.delete(socket)) this.countSoon();
  }

  /** Besides the views, to those who conduct the show. */
  toDesks(frame: ServerFrame): void {
    const desks = [...this.#groups.values()].filter(
      ({ audience, broadcast }) => audience.kind === 'host' && broadcast.sockets.size > 0,
    );
    if (desks.length === 0) return;
    const ready = textFrame(JSON.stringify(frame));
    for (const { broadcast } of desks) broadcast.aside(ready);
  }

  #joinGroup(socket: LiveSocket, audience: Audience): void {
    const key = keyOf(audience);
    let group = this.#groups.get(key);
    if (group === undefined) {
      const made: Group = {
        audience,
        broadcast: new Broadcast(
          () => this.#frame(made),
          audience.kind === 'spectator' ? SPECTATORS_MS : null,
        ),
        made: null,
      };
      group = made;
      this.#groups.set(key, group);
    }
    if (audience.kind === 'host' && this.#state !== null)
      socket.send({ t: 'ledger', from: 0, rows: this.#state.ledger });
    group.broadcast.join(socket);
    // A screen that is loaded again must not wait for the next change.
    if (isDesk(audience) && this.#deskSent !== '') socket.write(textFrame(this.#deskSent));
    this.countSoon();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#crowdTimer);
    this.devices.stop();
    clearTimeout(this.#deskTimer);
  }

  #frame(group: Group): Buffer | null {
    const { audience } = group;
    const state = this.#state;
    if (state === null) return null;
    // An entry that was withdrawn before the start has nothing to see.
    if (audience.kind === 'team' && !state.config.teams.some(({ id }) => id === audience.team)) return null;
    if (group.made?.state !== state) group.made = { state, text: JSON.stringify(view(state, audience)) };
    return textFrame(`{"t":"view","seq":${state.seq},"now":${this.#clock.now()},"view":${group.made.text}}`);
  }

  /**
   * Counts go out when they changed, to the audience ever more rarely as it grows: its frames a second stay about the
   * same whatever its size.
   */
  countSoon(): void {
    if (this.#stopped) return;
    const wait = Math.min(CROWD_MAX_MS, CROWD_MS * Math.ceil((this.size + 1) / 500));
    this.#crowdTimer ??= setTimeout(() => {
      this.#crowdTimer = undefined;
      void this.#sendCrowd(false);
    }, wait).unref();
    this.#deskTimer ??= setTimeout(() => {
      this.#deskTimer = undefined;
      void this.#sendCrowd(true);
    }, DESK_MS).unref();
  }

  async #sendCrowd(desks: boolean): Promise<void> {
    const told = await this.#tally().catch(() => null);
    if (told === null || this.#stopped) return;
    const teams: Record<string, number> = {};
    let audience = 0;
    for (const group of this.#groups.values()) {
      const { size } = group.broadcast.sockets;
      if (group.audience.kind === 'team') teams[group.audience.team] = size;
      else if (group.audience.kind === 'spectator') audience = size;
    }
    const crowd: ServerFrame = { t: 'crowd', audience, teams, ...told };
    const text = JSON.stringify(crowd);
    if (text === (desks ? this.#deskSent : this.#crowdSent)) return;
    if (desks) this.#deskSent = text;
    else this.#crowdSent = text;
    const frame = textFrame(text);
    for (const { broadcast, audience } of this.#groups.values())
      if (isDesk(audience) === desks) broadcast.aside(frame);
    // Answers may come in through another process, too.
    if (told.answered !== null) this.countSoon();
  }
}
