import type { PROTOCOL_VERSION, ServerFrame } from '@leitai/contract';
import type { LedgerRow } from '@leitai/rules/show';

// A type-only import keeps the schemas out of the bundles; the compiler keeps the number right.
const VERSION: typeof PROTOCOL_VERSION = 1;
const PING_MS = 3_000;
/** A cut cable sends no close: who says nothing for this long is taken as gone. */
const SILENCE_MS = 9_000;
/** A command that is not answered for this long on a live line is sent again. */
const PATIENCE_MS = 4_000;
/** After waking up: a line that gives no answer for this long is dead. */
const WAKE_MS = 1_500;
const SAMPLES = 8;
/** With its spread at most 2.5 s: a server that is back has every page again within three. */
const SLOWEST_MS = 2_000;

export type Connection = 'connecting' | 'live' | 'retrying' | 'ended';
export type Ack =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly code: string; readonly facts?: object };

export interface LiveState<View> {
  readonly view: View | null;
  readonly connection: Connection;
  readonly crowd: Omit<Extract<ServerFrame, { t: 'crowd' }>, 't'> | null;
  /** Of a phone of the audience: what it would be called out by. */
  readonly code: string | null;
  /** Of a desk: every row so far. */
  readonly ledger: readonly LedgerRow[];
  readonly devices: readonly DeviceFact[];
  /** A wired buzzer that belongs to no team was pressed; a new object for each press. */
  readonly heard: { readonly input: string } | null;
  /** Why the server closed for good, e.g. `show.notFound`. */
  readonly bye: string | null;
}

/** How exactly one connected device can be timed (QZ-33), for host desks only. */
export type DeviceFact = Extract<ServerFrame, { t: 'devices' }>['devices'][number];

/** Where a phone of the audience keeps who it is. */
export interface GuestPass {
  /** Empty at the first visit. */
  read(): string;
  keep(token: string): void;
}

interface Waiting {
  readonly frame: string;
  readonly settle: (ack: Ack) => void;
  sentAt: number;
}

/**
 * One socket a page. A command is resent under its own id after a reconnect until it is acknowledged: the server
 * answers a known id from its log and does it once. Views replace one another, the newest wins.
 */
export class LiveSocket<View> {
  readonly #url: string;
  readonly #console: string | undefined;
  readonly #pass: GuestPass | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #waiting = new Map<string, Waiting>();
  #socket: WebSocket | null = null;
  #state: LiveState<View> = {
    view: null,
    connection: 'connecting',
    crowd: null,
    code: null,
    ledger: [],
    devices: [],
    heard: null,
    bye: null,
  };
  #seq = -1;
  #tries = 0;
  #heardAt = 0;
  #pings = new Map<number, number>();
  #pingCount = 0;
  #samples: { rtt: number; offset: number }[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;
  #closed = false;

  constructor(query: Readonly<Record<string, string>>, consoleId?: string, pass?: GuestPass) {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    this.#url = `${scheme}://${location.host}/live?${new URLSearchParams(query)}`;
    this.#console = consoleId;
    this.#pass = pass;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): LiveState<View> => this.#state;

  /** The server's clock by the sample with the shortest round trip. */
  readonly serverNow = (): number => {
    const best = this.#samples.reduce<{ rtt: number; offset: number } | null>(
      (least, sample) => (least === null || sample.rtt <= least.rtt ? sample : least),
      null,
    );
    return performance.now() + (best?.offset ?? Date.now() - performance.now());
  };

  open(): void {
    this.#closed = false;
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      if (socket !== this.#socket) return;
      this.#tries = 0;
      this.#distrust();
      this.#hello(socket);
      this.#sendWaiting(socket, 0);
      this.#ping();
      this.#set({ connection: 'live' });
    });
    this.#heardAt = performance.now();
    socket.addEventListener('message', (event) => {
      if (socket !== this.#socket) return;
      this.#heardAt = performance.now();
      this.#receive(JSON.parse(String(event.data)) as ServerFrame);
    });
    socket.addEventListener('close', () => this.#lost(socket));
    this.#timer ??= setInterval(() => {
      if (performance.now() - this.#heardAt > SILENCE_MS && this.#state.connection === 'live')
        return this.#giveUp();
      if (this.#socket?.readyState === WebSocket.OPEN) this.#sendWaiting(this.#socket, PATIENCE_MS);
      return this.#ping();
    }, PING_MS);
    // Added again it is still one listener.
    globalThis.document?.addEventListener('visibilitychange', this.#wake);
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#timer = undefined;
    globalThis.document?.removeEventListener('visibilitychange', this.#wake);
    this.#socket?.close();
    this.#socket = null;
  }

  send(command: object): Promise<Ack> {
    const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 12)}`;
    const frame = JSON.stringify({ t: 'cmd', id, command });
    return new Promise((settle) => {
      this.#waiting.set(id, { frame, settle, sentAt: performance.now() });
      if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(frame);
    });
  }

  #receive(frame: ServerFrame): void {
    switch (frame.t) {
      case 'view':
        if (frame.seq < this.#seq) return;
        this.#seq = frame.seq;
        if (this.#samples.length === 0)
          this.#samples.push({ rtt: 10_000, offset: frame.now - performance.now() });
        this.#set({ view: frame.view as View });
        return;
      case 'ack':
        this.#waiting.get(frame.id)?.settle(frame);
        this.#waiting.delete(frame.id);
        // What this page shows is not what is: a hello brings the newest view.
        if (!frame.ok && frame.code === 'show.stale') this.#helloAgain();
        return;
      case 'pong': {
        const sent = this.#pings.get(frame.n);
        if (sent === undefined) return;
        this.#pings.delete(frame.n);
        const now = performance.now();
        const rtt = now - sent;
        this.#samples = [...this.#samples, { rtt, offset: frame.now + rtt / 2 - now }].slice(-SAMPLES);
        return;
      }
      case 'crowd':
        this.#set({ crowd: frame });
        return;
      case 'guest':
        this.#pass?.keep(frame.token);
        this.#set({ code: frame.code });
        return;
      case 'ledger': {
        const { ledger } = this.#state;
        // What is missing in between comes with the whole.
        if (frame.from !== 0 && frame.from !== ledger.length) this.#helloAgain();
        else this.#set({ ledger: frame.from === 0 ? frame.rows : [...ledger, ...frame.rows] });
        return;
      }
      case 'devices':
        this.#set({ devices: frame.devices });
        return;
      case 'input':
        this.#set({ heard: { input: frame.input } });
        return;
      case 'bye':
        if (frame.code === 'guest.invalid') this.#pass?.keep('');
        this.#set({ bye: frame.code });
        return;
      default:
    }
  }

  #hello(socket: WebSocket): void {
    const console = this.#console === undefined ? {} : { console: this.#console };
    const guest = this.#pass === undefined ? {} : { guest: this.#pass.read() };
    socket.send(JSON.stringify({ t: 'hello', v: VERSION, ...console, ...guest }));
  }

  #helloAgain(): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#hello(this.#socket);
  }

  /** Under their own ids: the server does none of them twice. */
  #sendWaiting(socket: WebSocket, olderThanMs: number): void {
    const now = performance.now();
    for (const waiting of this.#waiting.values()) {
      if (now - waiting.sentAt < olderThanMs) continue;
      waiting.sentAt = now;
      socket.send(waiting.frame);
    }
  }

  /** A phone that slept: its line may be dead, and its clock may have stood still. */
  readonly #wake = (): void => {
    if (document.visibilityState !== 'visible' || this.#state.connection !== 'live') return;
    const asked = performance.now();
    this.#distrust();
    this.#ping();
    setTimeout(() => {
      if (this.#heardAt < asked && this.#state.connection === 'live') this.#giveUp();
    }, WAKE_MS);
  };

  /**
   * What was learnt of the server's clock serves only until something newer is known. An answer still under way tells of
   * before, and would seem to have come quickly on a clock that stood still.
   */
  #distrust(): void {
    this.#pings.clear();
    this.#samples = this.#samples.map(({ offset }) => ({ offset, rtt: Number.MAX_VALUE }));
  }

  #giveUp(): void {
    if (this.#socket === null) return;
    this.#socket.close();
    this.#lost(this.#socket);
  }

  #ping(): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#pingCount += 1;
    this.#pings.set(this.#pingCount, performance.now());
    this.#socket.send(JSON.stringify({ t: 'ping', n: this.#pingCount }));
  }

  #lost(socket: WebSocket): void {
    if (socket !== this.#socket || this.#closed) return;
    // After a reasoned goodbye (a forged key, say) trying again quickly would only knock at a closed door.
    const wait = this.#state.bye === null ? Math.min(SLOWEST_MS, 200 * 2 ** this.#tries) : 3_000;
    this.#tries += 1;
    this.#set({ connection: 'retrying' });
    setTimeout(
      () => {
        if (!this.#closed && socket === this.#socket) {
          this.#set({ bye: null });
          this.#seq = -1;
          this.open();
        }
      },
      wait * (0.75 + Math.random() / 2),
    );
  }

  #set(change: Partial<LiveState<View>>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
