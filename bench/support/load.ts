// The load generator, a process of its own: raw keep-alive sockets, so that it costs little beside what it measures.
// In: one JSON line on stdin (`Load`). Out: one JSON line on stdout (`Outcome`).
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export interface Load {
  readonly port: number;
  readonly seconds: number;
  /** Requests a second over all connections, by the clock and not by the answers; 0: each sends again when answered. */
  readonly rate: number;
  /** Each connection sends `path`, `cookie` and `bodies` in turn; `#` in a body becomes a number that grows. */
  readonly connections: readonly { path: string; cookie: string; bodies: readonly string[] }[];
  /** First value of `#`. */
  readonly from: number;
  /** Each connection sends once and the round ends when all are answered. */
  readonly once: boolean;
}

export interface Outcome {
  readonly acks: number;
  readonly refused: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');

async function run(load: Load): Promise<Outcome> {
  const latencies: number[] = [];
  let refused = 0;
  let running = true;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  let open = load.connections.length;

  const sockets: Socket[] = await Promise.all(
    load.connections.map(
      () =>
        new Promise<Socket>((resolve, reject) => {
          const socket = connect({ host: '127.0.0.1', port: load.port, noDelay: true });
          socket.once('connect', () => resolve(socket)).once('error', reject);
        }),
    ),
  );
  const begin = performance.now();
  const every = load.rate === 0 ? 0 : (1000 * load.connections.length) / load.rate;

  load.connections.forEach(({ path, cookie, bodies }, at) => {
    const socket = sockets[at]!;
    const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nx-leitai: 1\r\ncookie: leitai_entrant=${cookie}\r\n`;
    let sent = 0;
    let due = begin + (every * at) / load.connections.length;
    const send = (): void => {
      const body =
        bodies.length === 0 ? '' : bodies[sent % bodies.length]!.replace('#', String(load.from + sent));
      sent += 1;
      if (every === 0) due = performance.now();
      socket.write(
        body === ''
          ? `${head}content-length: 0\r\n\r\n`
          : `${head}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
    };
    const next = (): void => {
      if (load.once || !running) {
        open -= 1;
        if (open === 0) finish();
        return;
      }
      if (every === 0) return send();
      due += every;
      const wait = due - performance.now();
      if (wait <= 0) send();
      else setTimeout(send, wait);
    };
    let chunks: Buffer = Buffer.alloc(0);
    socket.on('error', () => (refused += 1));
    socket.on('data', (data) => {
      chunks = chunks.length === 0 ? data : Buffer.concat([chunks, data]);
      const end = chunks.indexOf(HEAD_END);
      if (end < 0) return;
      const headers = chunks.toString('latin1', 0, end);
      const length = /content-length: (\d+)/i.exec(headers);
      if (length === null) throw new Error(`no content-length: ${headers}`);
      if (chunks.length < end + 4 + Number(length[1])) return;
      // Measured from when the request was due, so that a stall counts for everyone it keeps waiting.
      latencies.push(performance.now() - due);
      if (!headers.startsWith('HTTP/1.1 200')) refused += 1;
      chunks = Buffer.alloc(0);
      next();
    });
    if (every === 0) send();
    else setTimeout(send, Math.max(0, due - performance.now()));
  });

  setTimeout(() => (running = false), load.seconds * 1000).unref();
  await finished;
  const seconds = (performance.now() - begin) / 1000;
  for (const socket of sockets) socket.destroy();
  latencies.sort((a, b) => a - b);
  const at = (share: number): number => latencies[Math.floor(latencies.length * share)] ?? 0;
  return {
    acks: latencies.length - refused,
    refused,
    seconds,
    p50: at(0.5),
    p99: at(0.99),
    max: latencies.at(-1) ?? 0,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(JSON.stringify(await run(JSON.parse(await text(process.stdin)) as Load)));
