import { randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import pg from 'pg';
import type { Bus } from './bus.ts';

const CHANNEL = 'leitai_bus';
const LIMIT = 7_000;
const RETRY_MS = 1_000;
/** Every process says so often that it is there; who has heard of no other for longer is alone. */
const PRESENCE = { beatMs: 10_000, othersMs: 30_000 };

type Listener = (payload: string | null) => void;

interface Note {
  readonly from: string;
  /** `hello` of one who has just come, answered by `here`; else a hint. */
  readonly sign?: 'hello' | 'here';
  readonly topic?: string;
  readonly text?: string;
}

/**
 * LISTEN/NOTIFY: no extra part to install. One connection listens; it is made again when it breaks. A process that is
 * alone sends no hints: one statement less for each.
 */
export async function postgresBus(
  databaseUrl: string,
  pool: pg.Pool,
  log: FastifyBaseLogger,
  { beatMs, othersMs } = PRESENCE,
): Promise<Bus> {
  const self = randomUUID();
  const topics = new Map<string, Set<Listener>>();
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let client: pg.Client | undefined;
  /** Nobody knows at first whether there are others. */
  let othersUntil = performance.now() + othersMs;

  // A lost hint is found by whoever looks for itself; publishing never fails an act that is stored.
  const send = (note: Omit<Note, 'from'>): void => {
    const payload = JSON.stringify({ from: self, ...note });
    pool
      .query({ name: 'bus.notify', text: 'select pg_notify($1, $2)', values: [CHANNEL, payload] })
      .catch((error: unknown) => closed || log.warn(error, 'hint lost'));
  };
  const alone = (): boolean => performance.now() > othersUntil;
  const beat = setInterval(() => send({ sign: 'here' }), beatMs).unref();

  const tell = (topic: string, payload: string | null): void => {
    for (const listener of topics.get(topic) ?? []) {
      try {
        listener(payload);
      } catch (error) {
        log.error(error, 'a listener of the bus failed');
      }
    }
  };

  async function listen(): Promise<void> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'leitai-bus',
      keepAlive: true,
    });
    next.on('notification', ({ payload }) => {
      const { from, sign, topic, text } = JSON.parse(payload ?? '{}') as Partial<Note>;
      if (from === self) return;
      othersUntil = performance.now() + othersMs;
      if (sign === 'hello') send({ sign: 'here' });
      if (topic !== undefined && text !== undefined) tell(topic, text);
    });
    const again = (): void => {
      next.removeAllListeners();
      // Node ends the process on an unheard 'error', and a broken client may report more than one.
      next.on('error', () => {});
      next.end().catch(() => {});
      if (closed || client !== next) return;
      client = undefined;
      retry = setTimeout(() => void listen().catch(() => {}), RETRY_MS).unref();
    };
    client = next;
    next.on('error', again);
    next.on('end', again);
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
    } catch (error) {
      again();
      throw error;
    }
    othersUntil = performance.now() + othersMs;
    send({ sign: 'hello' });
    for (const topic of topics.keys()) tell(topic, null);
  }

  await listen();
  return {
    publish(topic, text) {
      if (Buffer.byteLength(text) > LIMIT) throw new Error('a hint on the bus is small');
      tell(topic, text);
      if (!alone()) send({ topic, text });
    },
    subscribe(topic, listener) {
      const listeners = topics.get(topic) ?? new Set();
      topics.set(topic, listeners.add(listener));
      return () => listeners.delete(listener);
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      clearInterval(beat);
      const last = client;
      client = undefined;
      await last?.end().catch(() => {});
    },
  };
}
