// Spectators as bare sockets in a process of their own: they count what arrives and answer pings, nothing else.
import { connect, type Socket } from 'node:net';

export interface Ask {
  /** Opens `count` more; with a path as WebSockets that say hello, else as plain TCP. */
  readonly open?: { readonly port: number; readonly path: string | null; readonly count: number };
  /** Asks what has arrived so far. */
  readonly tally?: true;
}
export interface Tally {
  readonly frames: number;
  readonly bytes: number;
  readonly rawBytes: number;
}

const tally = { frames: 0, bytes: 0, rawBytes: 0 };
const sockets: Socket[] = [];

process.on('message', async ({ open, tally: asked }: Ask) => {
  if (open !== undefined) {
    for (let i = 0; i < open.count; i += 100)
      await Promise.all(
        Array.from({ length: Math.min(100, open.count - i) }, () =>
          open.path === null ? raw(open.port) : visitor(open.port, open.path),
        ),
      );
    process.send!('opened');
  }
  if (asked) process.send!(tally);
});

function raw(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', resolve).on('error', reject);
    socket.on('data', (chunk) => (tally.rawBytes += chunk.length));
    sockets.push(socket);
  });
}

/** A masked frame with an all-zero mask: the payload as it is. */
function masked(opcode: number, text = ''): Buffer {
  const payload = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}

function visitor(port: number, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').on('error', reject);
    sockets.push(socket);
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
    );
    let upgraded = false;
    let rest: Buffer = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      tally.bytes += chunk.length;
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      if (!upgraded) {
        const end = rest.indexOf('\r\n\r\n');
        if (end < 0) return;
        if (!rest.subarray(0, 12).toString().endsWith('101')) return reject(new Error(rest.toString()));
        rest = rest.subarray(end + 4);
        upgraded = true;
        socket.write(masked(1, '{"t":"hello","v":1}'));
      }
      while (rest.length >= 2) {
        const short = rest[1]! & 0x7f;
        const head = short < 126 ? 2 : short === 126 ? 4 : 10;
        if (rest.length < head) return undefined;
        const length =
          short < 126 ? short : short === 126 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2));
        if (rest.length < head + length) return undefined;
        const opcode = rest[0]! & 0x0f;
        if (opcode === 9) socket.write(masked(10));
        // Views only: {"t":"view"…
        if (opcode === 1 && rest[head + 6] === 0x76) {
          tally.frames += 1;
          resolve();
        }
        rest = rest.subarray(head + length);
      }
      return undefined;
    });
  });
}
