import { freshDatabase } from '@leitai/testkit';
import type { FastifyBaseLogger } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Connection } from '../database.ts';
import type { Bus } from './bus.ts';
import { postgresBus } from './postgresBus.ts';

/** Every adapter of the port has to pass this; `two` are two processes' ends of one bus. */
function busContract(name: string, two: () => Promise<{ a: Bus; b: Bus; close(): Promise<void> }>): void {
  describe(`bus: ${name}`, () => {
    let ends: Awaited<ReturnType<typeof two>>;
    beforeAll(async () => {
      ends = await two();
    });
    afterAll(() => ends.close());

    it('own listeners hear at once and once, others soon and in order', async () => {
      const here: (string | null)[] = [];
      const there: (string | null)[] = [];
      ends.a.subscribe('t', (payload) => here.push(payload));
      ends.b.subscribe('t', (payload) => there.push(payload));
      for (let i = 0; i < 20; i += 1) ends.a.publish('t', `提示 ${i}`);
      const all = Array.from({ length: 20 }, (_, i) => `提示 ${i}`);
      expect(here).toEqual(all);
      await expect.poll(() => there.length).toBe(20);
      // Hints are small and truth is read elsewhere: their order across processes is not promised.
      expect(there.toSorted()).toEqual(all.toSorted());
      expect(here).toEqual(all);
    });

    it('topics are apart, a listener that stopped hears nothing, one that fails harms no other', async () => {
      const heard: (string | null)[] = [];
      const stop = ends.b.subscribe('u', () => heard.push('stopped'));
      stop();
      ends.b.subscribe('u', () => {
        throw new Error('a listener of its own');
      });
      ends.b.subscribe('u', (payload) => heard.push(payload));
      ends.a.publish('v', 'other');
      ends.a.publish('u', 'mine');
      await expect.poll(() => heard).toEqual(['mine']);
    });

    it('a hint is small', () => {
      expect(() => ends.a.publish('t', 'x'.repeat(8_000))).toThrow();
    });
  });
}

const log = { error() {}, warn() {} } as unknown as FastifyBaseLogger;
let url: string;
const ends: Connection[] = [];

async function two() {
  url = await freshDatabase();
  ends.push(connect(url), connect(url));
  const a = await postgresBus(url, ends[0]!.pool, log);
  const b = await postgresBus(url, ends[1]!.pool, log);
  const close = async (): Promise<void> => {
    await Promise.all([a.close(), b.close()]);
    await Promise.all(ends.splice(0).map((end) => end.close()));
  };
  return { a, b, close };
}

busContract('PostgreSQL', two);

describe('PostgreSQL bus', () => {
  it('a broken connection is made again, and listeners are told to look for themselves', async () => {
    const { a, b, close } = await two();
    const heard: (string | null)[] = [];
    b.subscribe('t', (payload) => heard.push(payload));
    await ends[0]!.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'leitai-bus' and datname = current_database()",
    );
    await expect.poll(() => heard.at(-1), { timeout: 5_000 }).toBeNull();
    a.publish('t', 'again');
    await expect.poll(() => heard.at(-1)).toBe('again');
    await close();
  });

  it('a process that is alone sends no hints, and sends them again as soon as another comes', async () => {
    url = await freshDatabase();
    const [mine, theirs, ear] = [connect(url), connect(url), connect(url)];
    const sent: string[] = [];
    const listener = await ear.pool.connect();
    await listener.query('listen leitai_bus');
    listener.on('notification', ({ payload }) => sent.push(payload ?? ''));
    const soon = { beatMs: 30, othersMs: 150 };
    const a = await postgresBus(url, mine.pool, log, soon);
    a.publish('t', 'nobody is known yet');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const heard: (string | null)[] = [];
    a.subscribe('t', (payload) => heard.push(payload));
    a.publish('t', 'to myself');
    expect(heard).toEqual(['to myself']);
    const b = await postgresBus(url, theirs.pool, log, soon);
    b.subscribe('t', (payload) => heard.push(payload));
    await new Promise((resolve) => setTimeout(resolve, 100));
    a.publish('t', 'to both');
    await expect.poll(() => heard).toEqual(['to myself', 'to both', 'to both']);
    const topics = sent.map((text) => (JSON.parse(text) as { text?: string }).text);
    expect(topics.filter((text) => text !== undefined)).toEqual(['nobody is known yet', 'to both']);
    await Promise.all([a.close(), b.close()]);
    listener.release(true);
    await Promise.all([mine, theirs, ear].map((end) => end.close()));
  });
});
