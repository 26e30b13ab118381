// The floor of `show-many`: as many timers as shows, each writing a frame to its plain sockets when it is due. Nothing
// is decided, stored or framed. Asked for its lateness over IPC.
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface Ticking {
  readonly shows: number;
  readonly everyMs: number;
  readonly bytes: number;
  readonly seconds: number;
}

const sockets: Socket[] = [];
const server = createServer((socket) => sockets.push(socket.setNoDelay(true).resume()));
server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port));

process.on('message', ({ shows, everyMs, bytes, seconds }: Ticking) => {
  const late: number[] = [];
  const frame = Buffer.alloc(bytes, 'x');
  const end = Date.now() + seconds * 1_000;
  const share = Math.floor(sockets.length / shows);
  for (let show = 0; show < shows; show += 1) {
    const own = sockets.slice(show * share, (show + 1) * share);
    const arm = (deadline: number): void => {
      setTimeout(() => {
        late.push(Date.now() - deadline);
        for (const socket of own) socket.write(frame);
        if (deadline < end) arm(deadline + Math.round(everyMs * (0.5 + Math.random())));
      }, deadline - Date.now());
    };
    arm(Date.now() + Math.round(Math.random() * everyMs));
  }
  setTimeout(() => process.send!(late), seconds * 1_000 + 2 * everyMs + 500);
});
