// The floor of `show-memory`: `ws` as it comes, one listener each. Told what to do over IPC, says what it holds.
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

const sockets = new Set<WebSocket>();
const server: WebSocketServer = new WebSocketServer(
  { port: 0, host: '127.0.0.1', perMessageDeflate: false, clientTracking: false },
  () => process.send!((server.address() as AddressInfo).port),
);
server.on('connection', (ws) => {
  sockets.add(ws);
  ws.on('message', () => ws.send('{"t":"view"}'));
});

process.on('message', async (what: 'hold' | { broadcast: number; bytes: number }) => {
  if (what !== 'hold') {
    const text = `{"t":"view"${' '.repeat(Math.max(0, what.bytes - 14))}}`;
    for (let i = 0; i < what.broadcast; i += 1) {
      for (const ws of sockets) ws.send(text);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  for (let i = 0; i < 3; i += 1) globalThis.gc!();
  await new Promise((resolve) => setTimeout(resolve, 500));
  globalThis.gc!();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send!({ rss, held: heapUsed + external });
});
