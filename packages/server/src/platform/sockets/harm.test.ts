import type { Socket } from 'node:net';
import { LivePage } from '@leitai/testkit';
import type { ServerFrame } from '@leitai/contract';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { Broadcast } from './broadcast.ts';
import { PATIENCE } from './guests.ts';
import { bareClient, masked, socketHouse } from './house.testing.ts';
import { textFrame } from './textFrame.ts';

const hello = { t: 'hello', v: 1 };
const gone = (tcp: Socket): Promise<void> => new Promise((resolve) => tcp.once('close', () => resolve()));

describe('one client that behaves badly harms no other', () => {
  it('a client that stops reading costs bounded memory, is given up, and comes back to the newest view', async () => {
    let n = 0;
    const big = 'x'.repeat(200_000);
    const broadcast = new Broadcast(() => textFrame(JSON.stringify({ t: 'view', n, big })), 1);
    const house = await socketHouse(
      () => ({
        hello: (socket) => broadcast.join(socket),
        left: (socket) => void broadcast.sockets.delete(socket),
      }),
      { patience: { ...PATIENCE, slowMs: 500 } },
    );
    const numberOf = (page: LivePage): number => (page.frames.at(-1) as unknown as { n: number })?.n;
    const join = async (): Promise<LivePage> => {
      const page = await LivePage.open(house.url, 'as=audience');
      page.send(hello);
      await expect.poll(() => page.frames.length).toBe(1);
      return page;
    };
    const stalled = await bareClient(house.url);
    const closed = gone(stalled);
    const others = await Promise.all(Array.from({ length: 5 }, join));
    const end = house.end(stalled.localPort!);
    let most = 0;
    // Everybody else gets each change although one takes none; the kernel swallows a few megabytes at first.
    for (n = 1; broadcast.sockets.size > 5 || n < 50; n += 1) {
      expect(n).toBeLessThan(2_000);
      broadcast.changed();
      await expect.poll(() => others.map(numberOf), { interval: 2 }).toEqual(others.map(() => n));
      most = Math.max(most, end.writableLength);
      for (const page of others) page.frames.length = page.texts.length = 0;
    }
    expect(most).toBeGreaterThan(128 * 1024);
    expect(most).toBeLessThan(128 * 1024 + big.length + 100);
    expect(end.destroyed).toBe(true);
    stalled.resume();
    await closed;
    n = 9_999;
    expect(numberOf(await join())).toBe(9_999);
    for (const page of others) page.close();
    await house.close();
  });

  it('a client that says nothing any more is asked, and given up when it does not answer', async () => {
    const house = await socketHouse(undefined, { patience: { ...PATIENCE, helloMs: 100, silentMs: 400 } });
    const silent = await bareClient(house.url);
    silent.resume();
    const closed = gone(silent);
    const page = await LivePage.open(house.url, 'as=audience');
    page.send(hello);
    let pings = 0;
    page.ws.on('ping', () => (pings += 1));
    await closed;
    // The page says no more than the silent one, but answers.
    expect(pings).toBeGreaterThan(0);
    expect(page.ws.readyState).toBe(1);
    page.close();
    await house.close();
  });

  it('a flood from one client ends its visit, what it still sends is not even read, ten others notice nothing', async () => {
    const house = await socketHouse();
    const come = (): Promise<LivePage> => LivePage.open(house.url, 'as=audience');
    const [flood, ...others] = await Promise.all(Array.from({ length: 11 }, come));
    const numbers = (page: LivePage): number[] =>
      page.frames.flatMap((frame: ServerFrame) => (frame.t === 'pong' ? [frame.n] : []));
    for (let n = 0; n < 20_000; n += 1) flood!.send({ t: 'ping', n });
    for (const page of others) page.send(hello);
    for (let n = 0; n < 30; n += 1) for (const page of others) page.send({ t: 'ping', n });
    const all = Array.from({ length: 30 }, (_, n) => n);
    await expect.poll(() => others.map(numbers)).toEqual(others.map(() => all));
    expect((await flood!.closed).bye).toBe('rate.tooMany');
    expect(numbers(flood!).length).toBeLessThanOrEqual(45);

    // Texts, pings and pongs, from clients that do not mind a bye.
    const stubbornly = async (opcode: number): Promise<void> => {
      const stubborn = await bareClient(house.url);
      stubborn.resume();
      const port = stubborn.localPort!;
      const closed = gone(stubborn);
      const frame = masked(opcode, JSON.stringify({ t: 'ping', n: 1 }));
      const chunk = Buffer.concat(Array.from({ length: 5_000 }, () => frame));
      for (let i = 0; i < 80; i += 1) stubborn.write(chunk);
      await closed;
      expect(house.end(port).bytesRead).toBeLessThan(10 * chunk.length);
    };
    await Promise.all([1, 9, 10].map(stubbornly));
    expect(others.every(({ ws }) => ws.readyState === 1)).toBe(true);
    for (const page of others) page.close();
    await house.close();
  });

  it('one address may open only so many sockets at once, and is told to try later; other addresses may', async () => {
    const house = await socketHouse(undefined, {
      doors: { address: { burst: 3, perSec: 0.01 }, house: { burst: 6, perSec: 0.01 } },
    });
    const come = async (address: string): Promise<string> => {
      const ws = new WebSocket(`${house.url.replace('http', 'ws')}/live`, {
        headers: { 'x-forwarded-for': address },
      });
      return new Promise((resolve) => {
        ws.on('open', () => resolve('in')).on('error', () => {});
        ws.on('unexpected-response', (_, reply) =>
          resolve(`${reply.statusCode} after ${reply.headers['retry-after']}`),
        );
      });
    };
    const all: string[] = [];
    for (const address of ['203.0.113.5', '203.0.113.5', '203.0.113.5', '203.0.113.5'])
      all.push(await come(address));
    for (const last of [1, 2, 3, 4]) all.push(await come(`198.51.100.${last}`));
    const away = '503 after 5';
    expect(all).toEqual(['in', 'in', 'in', away, 'in', 'in', 'in', away]);
    await house.close();
  });
});
