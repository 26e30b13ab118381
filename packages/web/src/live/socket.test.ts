import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { WebSocketServer, type WebSocket as Peer } from 'ws';
import { LiveSocket, type GuestPass } from './socket.ts';

let server: WebSocketServer;
let live: LiveSocket<unknown>;
const heard: { t: string; id?: string; guest?: string }[] = [];
let onFrame: (peer: Peer, frame: { t: string; id?: string; n?: number }) => void;

async function begin(port = 0): Promise<number> {
  server = new WebSocketServer({ port, host: '127.0.0.1' });
  server.on('connection', (peer) => {
    peer.on('message', (data) => {
      const frame = JSON.parse(String(data)) as { t: string; id?: string; n?: number };
      heard.push(frame);
      onFrame(peer, frame);
    });
  });
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const until = (check: () => boolean) => expect.poll(check, { timeout: 8000, interval: 10 }).toBe(true);

function open(port: number, pass?: GuestPass): LiveSocket<unknown> {
  vi.stubGlobal('location', { protocol: 'http:', host: `127.0.0.1:${port}` });
  const socket = new LiveSocket({ show: 'a b', as: 'team' }, undefined, pass);
  socket.open();
  return socket;
}

afterEach(() => {
  live.close();
  for (const peer of server.clients) peer.terminate();
  server.close();
  heard.length = 0;
  vi.unstubAllGlobals();
});

it('says hello, shows the view, learns the server clock', async () => {
  onFrame = (peer, frame) => {
    if (frame.t === 'hello') peer.send(JSON.stringify({ t: 'view', seq: 3, now: 5, view: { round: 1 } }));
    if (frame.t === 'ping') {
      peer.send(JSON.stringify({ t: 'pong', n: frame.n, now: Date.now() + 60_000 }));
    }
  };
  live = open(await begin());
  await until(() => live.state().view !== null);
  expect(live.state()).toMatchObject({ connection: 'live', view: { round: 1 } });
  await until(() => Math.abs(live.serverNow() - Date.now() - 60_000) < 200);
});

it('sends an unanswered command again after a reconnect, with the same id', async () => {
  onFrame = (peer, frame) => frame.t === 'cmd' && peer.terminate();
  const port = await begin();
  live = open(port);
  const ack = live.send({ type: 'buzz' });
  await until(() => heard.some((frame) => frame.t === 'cmd'));
  onFrame = (peer, frame) => {
    if (frame.t === 'cmd') peer.send(JSON.stringify({ t: 'ack', id: frame.id, ok: true, seq: 9 }));
  };
  expect(await ack).toMatchObject({ ok: true, seq: 9 });
  const ids = heard.filter((frame) => frame.t === 'cmd').map((frame) => frame.id);
  expect(new Set(ids).size).toBe(1);
  expect(ids.length).toBeGreaterThan(1);
});

it('an older view of the same connection never replaces a newer one', async () => {
  onFrame = (peer, frame) => {
    if (frame.t !== 'hello') return;
    for (const seq of [4, 2]) peer.send(JSON.stringify({ t: 'view', seq, now: 0, view: { seq } }));
    peer.send(JSON.stringify({ t: 'crowd', audience: 7, teams: {} }));
  };
  live = open(await begin());
  await until(() => live.state().crowd !== null);
  expect(live.state().view).toEqual({ seq: 4 });
});

it('QZ-37 a phone of the audience comes back as the same guest; a token the server does not know is let go', async () => {
  let token = '';
  const pass: GuestPass = { read: () => token, keep: (given) => (token = given) };
  const hellos = () => heard.filter(({ t }) => t === 'hello').map(({ guest }) => guest);
  onFrame = (peer, frame) => {
    if (frame.t !== 'hello') return;
    if ((frame as { guest?: string }).guest === 'forged') {
      peer.send(JSON.stringify({ t: 'bye', code: 'guest.invalid' }));
      peer.close();
    } else peer.send(JSON.stringify({ t: 'guest', token: 'sealed', code: '7KQ4M' }));
  };
  live = open(await begin(), pass);
  await until(() => live.state().code === '7KQ4M');
  for (const peer of server.clients) peer.terminate();
  await until(() => hellos().length === 2);
  expect(hellos()).toEqual(['', 'sealed']);
  token = 'forged';
  for (const peer of server.clients) peer.terminate();
  await until(() => hellos().length === 4);
  expect(hellos().slice(2)).toEqual(['forged', '']);
  await until(() => token === 'sealed');
});

it('QZ-37 however long the server was away, the page knocks again within 2.5 s', async () => {
  onFrame = () => undefined;
  const waits: number[] = [];
  const later = setTimeout;
  const clock = vi.spyOn(globalThis, 'setTimeout').mockImplementation(((act: () => void, ms = 0) => {
    if (ms >= 150 && ms < 10_000) waits.push(ms);
    return later(act, Math.min(ms, 1));
  }) as typeof setTimeout);
  live = open(await begin());
  await until(() => heard.length > 0);
  for (const peer of server.clients) peer.terminate();
  server.close();
  await until(() => waits.length >= 12);
  clock.mockRestore();
  expect(Math.max(...waits)).toBeLessThanOrEqual(2_500);
  expect(Math.max(...waits)).toBeGreaterThan(1_000);
});

it('QZ-37 a command whose answer got lost on a live line is sent again, with the same id', async () => {
  let answered = 0;
  onFrame = (peer, frame) => {
    if (frame.t === 'ping') peer.send(JSON.stringify({ t: 'pong', n: frame.n, now: 1 }));
    if (frame.t !== 'cmd') return;
    answered += 1;
    if (answered === 2) peer.send(JSON.stringify({ t: 'ack', id: frame.id, ok: true, seq: 7 }));
  };
  live = open(await begin());
  expect(await live.send({ type: 'closeQuestion' })).toMatchObject({ ok: true, seq: 7 });
  const ids = heard.filter(({ t }) => t === 'cmd').map(({ id }) => id);
  expect(ids).toEqual([ids[0], ids[0]]);
}, 15_000);

/** The page's visibility, as a phone that is locked and unlocked changes it. */
function sleeper(): { wake(): void } {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  vi.stubGlobal('document', page);
  return { wake: () => void page.dispatchEvent(new Event('visibilitychange')) };
}

it('QZ-37 a phone that wakes up on a dead line notices at once, not after the usual silence', async () => {
  const phone = sleeper();
  onFrame = (peer, { t }) =>
    t === 'hello' && peer.send(JSON.stringify({ t: 'view', seq: 1, now: 0, view: {} }));
  live = open(await begin());
  await until(() => live.state().view !== null);
  onFrame = () => undefined;
  const at = Date.now();
  phone.wake();
  await until(() => heard.filter(({ t }) => t === 'hello').length === 2);
  expect(Date.now() - at).toBeLessThan(4_000);
});

it('QZ-37 on a live line a phone that wakes up stays connected and learns the clock anew, whatever the round trip', async () => {
  const phone = sleeper();
  let ahead = 0;
  let delay = 0;
  onFrame = (peer, { t, n }) => {
    if (t === 'hello') peer.send(JSON.stringify({ t: 'view', seq: 1, now: 0, view: {} }));
    if (t === 'ping')
      setTimeout(() => peer.send(JSON.stringify({ t: 'pong', n, now: Date.now() + ahead })), delay);
  };
  live = open(await begin());
  await until(() => Math.abs(live.serverNow() - Date.now()) < 100);
  // While it slept its own clock stood still for a minute; the line is slower than before.
  ahead = 60_000;
  delay = 80;
  phone.wake();
  await until(() => Math.abs(live.serverNow() - Date.now() - 60_000) < 200);
  await new Promise((resolve) => setTimeout(resolve, 1_700));
  expect(heard.filter(({ t }) => t === 'hello').length).toBe(1);
  expect(live.state().connection).toBe('live');
});

it('QZ-37 an answer that was under way while the phone slept teaches it no old clock', async () => {
  const phone = sleeper();
  let first: number | undefined;
  onFrame = (peer, { t, n }) => {
    if (t === 'hello') peer.send(JSON.stringify({ t: 'view', seq: 1, now: Date.now(), view: {} }));
    if (t !== 'ping') return;
    first ??= n;
    if (n === first) return;
    // The one from before its sleep comes at once, the one asked now on a slower line.
    peer.send(JSON.stringify({ t: 'pong', n: first, now: Date.now() - 600_000 }));
    setTimeout(() => peer.send(JSON.stringify({ t: 'pong', n, now: Date.now() + 60_000 })), 300);
  };
  live = open(await begin());
  await until(() => first !== undefined && live.state().view !== null);
  phone.wake();
  await until(() => Math.abs(live.serverNow() - Date.now() - 60_000) < 400);
});

it('QZ-37 a page that is told it is behind asks for the newest view', async () => {
  onFrame = (peer, frame) => {
    if (frame.t === 'cmd')
      peer.send(JSON.stringify({ t: 'ack', id: frame.id, ok: false, code: 'show.stale' }));
    const hellos = heard.filter(({ t }) => t === 'hello').length;
    if (frame.t === 'hello') peer.send(JSON.stringify({ t: 'view', seq: hellos, now: 1, view: { hellos } }));
  };
  live = open(await begin());
  await until(() => live.state().view !== null);
  await live.send({ type: 'nextQuestion' });
  await until(() => (live.state().view as { hellos: number }).hellos === 2);
});

it('QZ-11 a desk adds the new rows of the ledger, and asks for the whole when some are missing', async () => {
  const rows = (...numbers: number[]) => numbers.map((no) => ({ no }));
  const said = (from: number, ...numbers: number[]) =>
    JSON.stringify({ t: 'ledger', from, rows: rows(...numbers) });
  onFrame = (peer, frame) => {
    const hellos = heard.filter(({ t }) => t === 'hello').length;
    if (frame.t === 'hello') peer.send(hellos === 1 ? said(0, 1, 2) : said(0, 1, 2, 3, 4, 5));
  };
  live = open(await begin());
  await until(() => live.state().ledger.length === 2);
  const [peer] = server.clients;
  peer!.send(said(2, 3));
  await until(() => live.state().ledger.length === 3);
  peer!.send(said(4, 5));
  await until(() => live.state().ledger.length === 5);
  expect(live.state().ledger).toEqual(rows(1, 2, 3, 4, 5));
});
