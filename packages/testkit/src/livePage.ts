import { randomUUID } from 'node:crypto';
import { PROTOCOL_VERSION, type ServerFrame } from '@leitai/contract';
import type { LedgerRow, View } from '@leitai/rules/show';
import { WebSocket } from 'ws';

export type Ack = Extract<ServerFrame, { t: 'ack' }>;
type Heard = Extract<ServerFrame, { t: 'heard' }>;

export interface Line {
  /** `false`: answers no ping, so its round trip stays unknown. */
  readonly autoPong?: boolean;
}

/** One open page of a live show, as the web app would hold it. Keeps every frame it got. */
export class LivePage<V extends View = View> {
  readonly ws: WebSocket;
  readonly frames: ServerFrame[] = [];
  readonly texts: string[] = [];
  view: V | null = null;
  /** Of a desk. */
  ledger: readonly LedgerRow[] = [];
  /** Code of the `bye`, if there was one, and of the close. */
  readonly closed: Promise<{ readonly bye: string | null; readonly code: number }>;
  readonly #acks = new Map<string, (answer: Ack | Heard) => void>();
  readonly #waiting = new Set<() => void>();

  private constructor(ws: WebSocket) {
    this.ws = ws;
    let bye: string | null = null;
    ws.on('message', (data: Buffer) => {
      const text = data.toString();
      const frame = JSON.parse(text) as ServerFrame;
      this.texts.push(text);
      this.frames.push(frame);
      if (frame.t === 'ledger') this.ledger = [...this.ledger.slice(0, frame.from), ...frame.rows];
      if (frame.t === 'view') this.view = frame.view as V;
      if (frame.t === 'ack' || frame.t === 'heard') this.#acks.get(frame.id)?.(frame);
      if (frame.t === 'bye') bye = frame.code;
      for (const look of this.#waiting) look();
    });
    ws.on('error', () => {});
    this.closed = new Promise((resolve) =>
      ws.on('close', (code) => {
        resolve({ bye, code });
        for (const [id, answer] of this.#acks) answer(tooLate(id, bye));
      }),
    );
  }

  /** `url` of the house, e.g. `http://127.0.0.1:8080`; `query` as in `show=…&as=team`. */
  static async open<V extends View = View>(
    url: string,
    query: string,
    headers: Record<string, string> = {},
    { autoPong = true }: Line = {},
  ): Promise<LivePage<V>> {
    const ws = new WebSocket(`${url.replace(/^http/, 'ws')}/live?${query}`, {
      headers,
      perMessageDeflate: false,
      autoPong,
    });
    const page = new LivePage<V>(ws);
    await new Promise<void>((resolve, reject) => {
      ws.once('open', resolve);
      ws.once('error', reject);
    });
    return page;
  }

  /** Says hello and waits for the first view. */
  async hello(console?: string): Promise<V> {
    this.send({ t: 'hello', v: PROTOCOL_VERSION, ...(console === undefined ? {} : { console }) });
    return this.until(() => true);
  }

  send(frame: unknown): void {
    this.ws.send(JSON.stringify(frame));
  }

  /** The same `id` again is a retry. Code `closed`: the page was closed before an answer came. */
  async cmd(command: Record<string, unknown>, id: string = randomUUID()): Promise<Ack> {
    return (await this.say(command, id)) as Ack;
  }

  /** As `cmd`; a box is answered by `heard`. */
  say(command: Record<string, unknown>, id: string = randomUUID()): Promise<Ack | Heard> {
    return new Promise((resolve) => {
      const { readyState } = this.ws;
      if (readyState === WebSocket.OPEN || readyState === WebSocket.CONNECTING) {
        this.#acks.set(id, resolve);
        this.send({ t: 'cmd', id, command });
      } else void this.closed.then(({ bye }) => resolve(tooLate(id, bye)));
    });
  }

  /** The first view, from the present one on, of which this holds. */
  until(holds: (view: V) => boolean, ms = 10_000): Promise<V> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (this.view === null || !holds(this.view)) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(this.view);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(
          new Error(`not seen in time; phase ${this.view?.phase ?? 'none'}, seq ${this.view?.seq ?? '-'}`),
        );
      }, ms);
      this.#waiting.add(look);
      look();
    });
  }

  close(): void {
    this.ws.close();
  }
}

const tooLate = (id: string, bye: string | null): Ack => ({
  t: 'ack',
  id,
  ok: false,
  code: 'closed',
  facts: { bye },
});
