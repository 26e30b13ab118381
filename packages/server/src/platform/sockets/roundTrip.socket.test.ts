import { LivePage } from '@leitai/testkit';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { socketHouse, type SocketHouse } from './house.testing.ts';

describe('round trips of real sockets', () => {
  let house: SocketHouse;
  beforeAll(async () => {
    house = await socketHouse((as) => ({ timed: as === 'team' }));
  });
  afterAll(() => house.close());

  const hello = JSON.stringify({ t: 'hello', v: 1 });
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  /** A page whose pings this test answers itself. */
  async function withheld(): Promise<{ ws: WebSocket; pings: Buffer[] }> {
    const ws = new WebSocket(`${house.url.replace('http', 'ws')}/live?as=team`, { autoPong: false });
    const pings: Buffer[] = [];
    ws.on('ping', (data) => pings.push(data));
    await new Promise((resolve) => ws.once('open', resolve));
    ws.send(hello);
    await expect.poll(() => pings.length, { interval: 10 }).toBe(1);
    return { ws, pings };
  }

  it('QZ-33 a team is measured five times in the first second, a spectator never', async () => {
    const spectator = await LivePage.open(house.url, 'as=audience');
    spectator.send({ t: 'hello', v: 1 });
    await expect.poll(() => house.greeted.length).toBe(1);
    const team = await LivePage.open(house.url, 'as=team');
    for (let i = 0; i < 3; i += 1) team.send({ t: 'hello', v: 1 });
    await expect.poll(() => house.greeted.length).toBe(4);
    await expect.poll(() => house.greeted[3]!.roundTrip?.samples, { timeout: 1_500 }).toBe(5);
    const { bestMs, lastMs, jitterMs, recent } = house.greeted[3]!.roundTrip!;
    expect(bestMs).toBe(Math.min(...recent));
    expect(lastMs).toBe(recent.at(-1));
    expect(bestMs).toBeGreaterThan(0);
    expect(bestMs).toBeLessThan(500);
    expect(jitterMs).toBeLessThan(500);
    await wait(300);
    expect(house.greeted[3]!.roundTrip!.samples).toBe(5);
    expect(house.greeted[0]!.roundTrip).toBeNull();
    team.close();
    spectator.close();
  });

  it('QZ-33 a client can answer later, never earlier; forged and repeated answers do not count', async () => {
    const { ws, pings } = await withheld();
    const socket = house.greeted.at(-1)!;
    for (const forged of ['', 'abc', 'abcd', 'abcde', Buffer.alloc(4)]) ws.pong(forged);
    await wait(50);
    expect(socket.roundTrip).toBeNull();
    ws.pong(pings[0]);
    await expect.poll(() => socket.roundTrip?.samples).toBe(1);
    expect(socket.roundTrip!.lastMs).toBeGreaterThanOrEqual(45);
    for (let i = 0; i < 5; i += 1) ws.pong(pings[0]);
    await wait(20);
    expect(socket.roundTrip!.samples).toBe(1);
    expect(new Set(pings.map((ping) => ping.toString('hex'))).size).toBe(pings.length);
    ws.terminate();
  });
});
