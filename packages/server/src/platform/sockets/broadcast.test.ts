import type { Socket } from 'node:net';
import { once } from 'node:events';
import { WebSocket, WebSocketServer } from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Broadcast } from './broadcast.ts';
import { LiveSocket } from './liveSocket.ts';
import { textFrame } from './textFrame.ts';

describe('frames and broadcasts on real sockets', () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  let url = '';
  beforeAll(async () => {
    if (server.address() === null) await once(server, 'listening');
    url = `ws://127.0.0.1:${(server.address() as { port: number }).port}`;
  });
  afterAll(() => server.close());

  async function pair(): Promise<{ client: WebSocket; live: LiveSocket; tcp: Socket; got: string[] }> {
    const arrived = once(server, 'connection');
    const client = new WebSocket(url, { perMessageDeflate: false });
    const got: string[] = [];
    client.on('message', (data: Buffer) => got.push(data.toString()));
    const [ws, request] = (await arrived) as [WebSocket, { socket: Socket }];
    await once(client, 'open').catch(() => {});
    return { client, live: new LiveSocket(ws as never, request.socket), tcp: request.socket, got };
  }

  it('frames of every length are read as they were written, between frames of ws itself', async () => {
    const { client, live, got } = await pair();
    const texts = [0, 1, 125, 126, 127, 65_535, 65_536, 200_000].map(
      (n) => '擂'.repeat(n % 7) + 'x'.repeat(n),
    );
    for (const text of texts) {
      live.ws.ping();
      live.write(textFrame(text));
      live.ws.send('own');
    }
    await expect.poll(() => got.length).toBe(2 * texts.length);
    expect(got.filter((_, i) => i % 2 === 0)).toEqual(texts);
    client.terminate();
  });

  it('changes within the delay are sent as one, the latest; at once without a delay', async () => {
    const { client, live, got } = await pair();
    let n = 0;
    const slow = new Broadcast(() => textFrame(String(n)), 20);
    slow.join(live);
    for (n = 1; n < 50; n += 1) slow.changed();
    await expect.poll(() => got).toEqual(['0', '50']);
    const { client: second, live: direct, got: at } = await pair();
    const quick = new Broadcast(() => textFrame(String(n)), null);
    quick.join(direct);
    for (n = 1; n <= 5; n += 1) quick.changed();
    await expect.poll(() => at).toEqual(['50', '1', '2', '3', '4', '5']);
    client.terminate();
    second.terminate();
  });

  it('a client that does not read costs bounded memory and gets only the latest when it reads again', async () => {
    const { client, live, tcp, got } = await pair();
    client.pause();
    let n = 0;
    const big = 'x'.repeat(300_000);
    const broadcast = new Broadcast(() => textFrame(`${n} ${big}`), null);
    broadcast.join(live);
    for (n = 1; n <= 200; n += 1) {
      broadcast.changed();
      if (n % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(tcp.writableLength).toBeLessThan(1024 * 1024 + 400_000);
    }
    n = 200;
    expect(live.slowSince).not.toBeNull();
    client.resume();
    await expect.poll(() => got.at(-1)?.slice(0, 3), { timeout: 5_000 }).toBe('200');
    expect(got.length).toBeLessThan(100);
    expect(live.slowSince).toBeNull();
    client.terminate();
  });
});
